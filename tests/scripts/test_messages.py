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


@pytest.mark.parametrize(
    ("swedish", "fault"),
    [
        ("", "not translated"),
        ("gick", "leaves out a value of the message"),
        ("{namn} {name}", "names a value that the message does not have"),
    ],
)
def test_a_translation_says_the_values_of_its_message(swedish, fault):
    assert list(messages.faults_of(Message("{name} left", swedish))) == [fault]


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

    told = gettext.translation("forebygg", messages.LOCALE, languages=["sv"]).gettext("{name} left")

    assert told == "{name} gick"
