import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.bodies import bodies_in, body_at, is_council, is_executive_board


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kommunstyrelsen", "Kommunstyrelsen"),
        ("kommunstyrelsens beslut", "Kommunstyrelsen"),
        ("KOMMUNSTYRELSEN", "Kommunstyrelsen"),
        ("Kommunledningsutskottets beslut", "Kommunledningsutskottet"),
        ("Beredningen för trygghet och mångfalds beslut", "Beredningen för trygghet och mångfald"),
        ("Kommunstyrelsens arbetsutskott", "Kommunstyrelsens arbetsutskott"),
        ("Kommunstyrelsens arbetsutskotts förslag", "Kommunstyrelsens arbetsutskott"),
        ("Kommunstyrelsens sociala utskott", "Kommunstyrelsens sociala utskott"),
        ("Barn- och utbildningsnämnden", "Barn- och utbildningsnämnden"),
        ("BARN- OCH UTBILDNINGSNÄMNDEN", "Barn- och utbildningsnämnden"),
        ("Miljö-, bygg- och räddningsnämnden", "Miljö-, bygg- och räddningsnämnden"),
        ("Kultur och fritidsnämnden", "Kultur och fritidsnämnden"),
        ("Kommunstyrelsen och socialnämnden", "Kommunstyrelsen"),
        ("Nämnden för arbete och välfärd", "Nämnden för arbete och välfärd"),
        ("Utskottet för hållbar utveckling", "Utskottet för hållbar utveckling"),
        ("Socialnämnd Nordost", "Socialnämnd Nordost"),
        ("Stadsdelsnämnden Västra Ås", "Stadsdelsnämnden Västra Ås"),
        ("Det lokala brottsförebyggande rådets möte", "Lokala brottsförebyggande rådet"),
        ("Kommunala pensionärsrådet", "Kommunala pensionärsrådet"),
        ("Gemensamma nämnden för hjälpmedel", "Gemensamma nämnden för hjälpmedel"),
        ("KSAU:s förslag", "Kommunstyrelsens arbetsutskott"),
        ("KS § 33", "Kommunstyrelsen"),
        ("Kf", "Kommunfullmäktige"),
        ("Nämndens beslut", "Nämnden"),
        ("Utskottets förslag", "Utskottet"),
    ],
)
def test_a_heading_names_its_body_in_base_form(text, name):
    assert body_at(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Beslut",
        "Beslut i kommunstyrelsen",
        "Ärendets beredning",
        "Beredningen av ärendet",
        "Områdets utveckling",
        "Kommunalrådet Anna Berg",
        "Socialstyrelsen",
        "Länsstyrelsen",
        "KS 2024/123",
        "KS/2024:5",
        "Tråden",
        "Benämnd",
    ],
)
def test_what_is_no_municipal_body_is_not_read_as_one(text):
    assert body_at(text) is None


def test_running_text_names_each_body_and_its_case():
    text = "Kommunledningsutskottets förslag till kommunstyrelsen för förslag till kommunfullmäktige"

    assert [(found.name, found.genitive) for found in bodies_in(text)] == [
        ("Kommunledningsutskottet", True),
        ("Kommunstyrelsen", False),
        ("Kommunfullmäktige", False),
    ]


def test_a_list_of_bodies_is_not_one_body():
    text = "Remissen gick till nämnden för arbete, barn- och utbildningsnämnden samt socialnämnden."

    assert [found.name for found in bodies_in(text)] == [
        "Nämnden för arbete",
        "Barn- och utbildningsnämnden",
        "Socialnämnden",
    ]


def test_a_body_without_a_name_is_not_named():
    assert bodies_in("Nämnden beslutade att utskottet och rådet ska höras.") == []


def test_the_council_and_the_executive_board_are_told_from_their_committees():
    assert is_council("Kommunfullmäktige")
    assert not is_council("Kommunfullmäktiges presidium")
    assert is_executive_board("Kommunstyrelsen")
    assert not is_executive_board("Kommunstyrelsens arbetsutskott")


@given(st.text(alphabet="kommunstyrelenäd Göf-,ochmt", max_size=120))
def test_every_mention_stands_where_it_says(text):
    end = 0
    for found in bodies_in(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


def test_a_very_long_line_is_read_in_passing():
    assert bodies_in("a-" * 100_000 + "nämnden") == []
    assert len(bodies_in("kommunstyrelsen och " * 10_000)) == 10_000
