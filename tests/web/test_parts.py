"""The tags of `{% load web %}`, one by one; tests/browser shows them all together."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.utils.translation import override

from forebygg.web.marks import SHAPES, STATES, TONES, Mark
from forebygg.web.steps import Step
from tests.browsing import words


class Paper:
    def __str__(self):
        return "Protokoll <1>"

    def get_absolute_url(self):
        return "/granvik/cases/1/papers/2/"

    def get_line_url(self, line):
        return f"{self.get_absolute_url()}#L{line}"


def shown(template, **values):
    with override("sv"):
        html = Template("{% load web %}" + template).render(Context(values))
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize(
    ("asked", "address", "told"),
    [
        ("45 47", "#L45", "rad 45–47 i Protokoll <1>"),
        ("45 45", "#L45", "rad 45 i Protokoll <1>"),
        ("45", "#L45", "rad 45 i Protokoll <1>"),
        ("45 None", "#L45", "rad 45 i Protokoll <1>"),
    ],
)
def test_lines_lead_to_the_first_and_name_their_paper(asked, address, told):
    link = shown(f"{{% lines paper {asked} %}}", paper=Paper()).a

    assert link["href"] == Paper().get_absolute_url() + address
    assert words(link) == told
    assert words(link.select_one(".ds-sr-only")) == "i Protokoll <1>"


@pytest.mark.parametrize("asked", ["None 1", "paper None"])
def test_without_a_paper_or_a_line_there_is_no_link(asked):
    assert shown(f"{{% lines {asked} %}}", paper=Paper()).get_text() == ""


@pytest.mark.parametrize("key", STATES)
def test_every_state_is_a_word_before_it_is_a_colour(key):
    mark = shown(f'{{% state "{key}" %}}').span

    assert words(mark)
    assert mark["data-shape"] in SHAPES
    assert mark["data-color"] in TONES


def test_states_are_told_apart_without_their_colour():
    with override("sv"):
        seen = [(str(mark.words), mark.shape) for mark in STATES.values()]

    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize(("shape", "tone"), [("star", "neutral"), ("dot", "pink")])
def test_a_mark_of_unknown_shape_or_tone_is_refused(shape, tone):
    with pytest.raises(ValueError, match="No mark has"):
        Mark("x", shape, tone)


def test_a_mark_of_ones_own_escapes_its_words():
    assert words(shown("{% mark text tone='danger' shape='cross' %}", text="<b>").span) == "<b>"


@pytest.mark.parametrize("value", [None, ""])
def test_what_a_paper_does_not_say_is_no_fact(value):
    assert str(shown("{% fact 'Plats' value %}", value=value)) == ""


def test_nought_is_a_fact():
    row = shown("{% fact 'Nejröster' 0 %}")

    assert (words(row.dt), words(row.dd)) == ("Nejröster", "0")


def test_a_fact_escapes_what_a_paper_says():
    assert words(shown("{% fact 'Plats' value %}", value="<i>Sal</i>").dd) == "<i>Sal</i>"


def test_a_box_of_facts_holds_html():
    assert shown("{% factbox 'Status' %}{% state 'adopted' %}{% endfactbox %}").select_one("dd .mark")


@pytest.mark.parametrize(
    ("tag", "element", "told"), [("added", "ins", "tillagt"), ("removed", "del", "struket")]
)
def test_changes_are_told_to_those_who_hear_them(tag, element, told):
    change = shown(f"{{% {tag} text %}}", text="<varje> år").find(element)

    assert words(change).startswith(told)
    assert words(change).endswith("<varje> år")


def test_a_table_is_a_region_that_the_keyboard_can_scroll():
    region = shown("{% datatable 'Ändringar' %}<tbody><tr><td>1</td></tr></tbody>{% enddatatable %}").div

    assert (region["role"], region["tabindex"], region["aria-label"]) == ("region", "0", "Ändringar")
    assert words(region.caption) == "Ändringar"


def test_a_caption_may_be_for_listeners_only():
    table = shown("{% datatable 'Dagar' hide_caption=True %}{% enddatatable %}")

    assert table.caption["class"] == ["ds-sr-only"]


def test_steps_say_where_one_is():
    taken = [
        Step("Skrivelse", "done", url="/a/"),
        Step("Nämnd", "current", note="§ 3"),
        Step("Fullmäktige", "ahead"),
    ]

    steps = shown("{% steps taken label='Så långt' %}", taken=taken).ol

    assert steps["aria-label"] == "Så långt"
    assert [step.get("aria-current") for step in steps.select("li")] == [None, "step", None]
    assert steps.a["href"] == "/a/"
    assert [words(mark) for mark in steps.select(".mark")] == ["klart", "pågår", "återstår"]


def test_a_crumb_is_anything_that_has_a_page():
    crumbs = shown("{% crumb paper %}{% crumb 'Ärenden' '/granvik/cases/' %}", paper=Paper()).select("a")

    assert [(words(crumb), crumb["href"]) for crumb in crumbs] == [
        ("Protokoll <1>", "/granvik/cases/1/papers/2/"),
        ("Ärenden", "/granvik/cases/"),
    ]


def test_a_line_of_a_paper_is_printed_as_it_stands():
    line = shown("{% sheet_line 45 text %}", text="  <Justerandes>  sign").li

    assert line["id"] == "L45"
    assert line.a["href"] == "#L45"
    assert line.span.get_text() == "  <Justerandes>  sign"


def test_a_notice_may_have_a_title():
    titled, bare = (
        shown("{% notice 'info' 'Obs' %}x{% endnotice %}"),
        shown("{% notice 'info' %}x{% endnotice %}"),
    )

    assert words(titled.strong) == "Obs"
    assert bare.strong is None


def test_nothing_is_told_with_a_title_and_what_to_do():
    box = shown("{% nothing 'Inga fynd' %}<p>Gott tecken.</p>{% endnothing %}")

    assert words(box) == "Inga fynd Gott tecken."
