import gettext
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from scripts import messages
from scripts.build_messages import compile_messages


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A package with one module and a Swedish catalogue that says nothing yet."""
    source = tmp_path / "src" / "forebygg"
    folder = source / "locale" / "sv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (source / "site" / "templates" / "site").mkdir(parents=True)
    (source / "minutes.py").write_text('TOLD = N_("{name} left")\n', encoding="utf-8")
    (folder / "django.po").write_bytes(messages.written(Catalog("sv")))
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "SOURCE", source)
    monkeypatch.setattr(messages, "LOCALE", source / "locale")
    return folder / "django.po"


def say(path, swedish):
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('msgid "{name} left"\nmsgstr ""', f'msgid "{{name}} left"\nmsgstr "{swedish}"'),
        encoding="utf-8",
    )


def test_a_message_that_no_catalogue_has_is_a_fault(project):
    assert [fault.partition(": ")[2] for fault in messages.faults()] == [
        "missing (make messages): {name} left"
    ]


def test_updating_brings_a_new_message_into_the_catalogue(project):
    messages.update()

    assert [fault.partition(": ")[2] for fault in messages.faults()] == ["not translated: {name} left"]


def test_a_translated_message_is_no_fault(project):
    messages.update()
    say(project, "{name} gick")

    assert list(messages.faults()) == []


def test_updating_keeps_what_was_translated(project):
    messages.update()
    say(project, "{name} gick")
    before = project.read_bytes()
    messages.update()

    assert project.read_bytes() == before


def test_a_message_that_left_the_code_is_a_fault(project):
    messages.update()
    say(project, "{name} gick")
    (messages.SOURCE / "minutes.py").write_text("", encoding="utf-8")

    assert [fault.partition(": ")[2] for fault in messages.faults()] == [
        "no longer in the code (make messages): {name} left"
    ]


def test_a_message_that_left_the_code_leaves_the_catalogue(project):
    messages.update()
    (messages.SOURCE / "minutes.py").write_text("", encoding="utf-8")
    messages.update()

    assert "left" not in project.read_text(encoding="utf-8")


def gathered(template="", code=""):
    """What is gathered from a template, or from code, as (context, message)."""
    (messages.SOURCE / "minutes.py").write_text(code, encoding="utf-8")
    (messages.SOURCE / "site" / "templates" / "site" / "front.html").write_text(template, encoding="utf-8")
    return [(message.context, message.id) for message in messages.template() if message.id]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('_("Cases")', (None, "Cases")),
        ('gettext_lazy("Cases")', (None, "Cases")),
        ('pgettext_lazy("month", "May")', ("month", "May")),
        (
            'ngettext("{count} paper", "{count} papers", count)',
            (None, ("{count} paper", "{count} papers")),
        ),
        (
            'npgettext("public", "{count} paper", "{count} papers", count)',
            ("public", ("{count} paper", "{count} papers")),
        ),
    ],
)
def test_messages_are_gathered_from_code(project, code, found):
    assert gathered(code=code) == [found]


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ('<h1>{% translate "Cases" %}</h1>', (None, "Cases")),
        ('{% crumb _("Cases") url %}', (None, "Cases")),
        ('{{ title|default:_("Cases") }}', (None, "Cases")),
        ('{% translate "May" context "month" %}', ("month", "May")),
        (
            "<p>\n  {% blocktranslate trimmed %}\n    Read by {{ name }}\n  {% endblocktranslate %}",
            (None, "Read by %(name)s"),
        ),
        (
            "{% blocktranslate count n=n %}{{ n }} paper{% plural %}{{ n }} papers{% endblocktranslate %}",
            (None, ("%(n)s paper", "%(n)s papers")),
        ),
    ],
)
def test_messages_are_gathered_from_templates(project, template, found):
    assert gathered(template) == [found]


def test_the_text_around_a_message_in_a_template_is_not_gathered(project):
    assert gathered("(don't) \"read <p>\n    _(\n{% if a == 'b' %} this") == []


def test_the_same_words_in_another_context_are_another_message(project):
    gathered('{% translate "May" %}{% translate "May" context "month" %}')
    messages.update()

    assert [fault.partition(": ")[2] for fault in messages.faults()] == ["not translated: May"] * 2


def test_a_message_that_got_another_plural_is_a_fault(project):
    gathered(code='ngettext("{n} paper", "{n} papers", n)')
    messages.update()
    gathered(code='ngettext("{n} paper", "{n} sheets", n)')

    assert [fault.partition(": ")[2] for fault in messages.faults()] == [
        "has another plural (make messages): {n} paper"
    ]


def test_a_plural_names_its_number():
    units = Message(("unit", "units"), ("enhet", "enheter"))

    assert list(messages.faults_of(units)) == ["counts without naming the number"]


@pytest.mark.parametrize(
    ("swedish", "fault"),
    [
        ("", "not translated"),
        ("gick", "leaves out a value of the message"),
        ("{namn} {name}", "names a value that the message does not have"),
        ("{name} gick}", "has a brace or a percent sign that stands alone"),
    ],
)
def test_a_translation_says_the_values_of_its_message(swedish, fault):
    assert list(messages.faults_of(Message("{name} left", swedish))) == [fault]


@pytest.mark.parametrize(
    ("swedish", "fault"),
    [
        ("gick", "leaves out a value of the message"),
        ("%(namn)s %(name)s", "names a value that the message does not have"),
        ("%(name)s till 50 %", "has a brace or a percent sign that stands alone"),
    ],
)
def test_a_translation_of_a_template_says_the_values_of_its_message(swedish, fault):
    assert list(messages.faults_of(Message("%(name)s left", swedish))) == [fault]


@pytest.mark.parametrize("swedish", ["{andra}: %(name)s, 50 %%", "%(name)s"])
def test_braces_are_only_text_where_values_are_set_in_by_percent_signs(swedish):
    assert list(messages.faults_of(Message("%(name)s left", swedish))) == []


def test_a_plural_that_lacks_a_form_is_a_fault():
    message = Message(("{n} item", "{n} items"), ("{n} ärende",))

    assert list(messages.faults_of(message)) == ["not translated"]


def test_a_fuzzy_translation_is_a_fault():
    assert list(messages.faults_of(Message("left", "gick", flags=["fuzzy"]))) == ["marked fuzzy"]


def test_a_singular_may_leave_out_the_count():
    message = Message(("one item", "{count} items"), ("ett ärende", "{count} ärenden"))

    assert list(messages.faults_of(message)) == []


def test_a_catalogue_can_be_read_back(project):
    messages.update()

    catalogue = read_po(BytesIO(project.read_bytes()), locale="sv")

    assert [message.id for message in catalogue if message.id] == ["{name} left"]


def test_what_is_compiled_speaks_swedish(project):
    messages.update()
    say(project, "{name} gick")
    compile_messages(messages.LOCALE)

    told = gettext.translation("django", messages.LOCALE, languages=["sv"]).gettext("{name} left")

    assert told == "{name} gick"
