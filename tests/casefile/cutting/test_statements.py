import pytest

ITEM = (
    "§ 28\n\nDnr KS 2016/3\n\nHandlingsplan mot extremism\n\nNämndens beslut\n\n"
    "- Informationen noteras\n\nSärskilt yttrande\n\n"
    "Peter Lind (MP) lämnar särskilt yttrande (bilaga).\n\nBilagor\n\n"
    "Tjänsteskrivelse.pdf\n\nJusterandes sign\t\tUtdragsbestyrkande\n\n"
)
BODY = "\n\nVi saknar genusperspektivet i planen.\n\nPeter Lind\nLedamot\n"
STATEMENTS = {
    "under a party's name": (
        "miljöpartiet de gröna\n\nGranvik\n\n\n\nSärskilt yttrande\n\n"
        "Nämndens sammanträde 18 oktober 2016\n\nÄrende 1. Handlingsplan mot extremism"
    ),
    "with reading noise": (
        "miljöpartiet de gröna\n\nGranvik\n\nSäoskilt yttrande\nReservation\n\n"
        "Nämndens sammanträde 18 oktober 2016\n\nÄrende 1. Handlingsplan mot extremism"
    ),
    "with the matter below": (
        "Reservation\n\nKommunstyrelsen 2021-05-31\nÄrende 7 Handlingsplan mot extremism"
    ),
    "with the matter beside": (
        "Skriftlig reservation angående handlingsplan mot extremism\n\nKommunstyrelsen 2021-05-31"
    ),
    "a note": (
        "Protokollsanteckning\n\nKommunstyrelsens sammanträde den 3 maj 2021\n\n"
        "Angående handlingsplan mot extremism"
    ),
    "a local party": (
        "Granvikspartiet\n\nSärskilt yttrande\n\n"
        "Demokratiberedningens sammanträde den 20 november 2024\n\nÄrende 4. Handlingsplan"
    ),
    "a motion": "Motion\n\n2021-02-03\n\nTill kommunfullmäktige i Granvik\n\nOm trygghet på torget",
}


@pytest.mark.parametrize("form", STATEMENTS)
def test_a_statement_after_an_item_is_its_own(papers, form):
    item, statement = papers(ITEM + STATEMENTS[form] + BODY)

    assert (item.kind, statement.kind) == ("minutes_item", "statement")
    assert statement.lines[0].text == STATEMENTS[form].split("\n")[0]
    assert statement.lines[-1].text == "Ledamot"


@pytest.mark.parametrize("form", STATEMENTS)
def test_a_statement_alone_is_one(kinds, form):
    assert kinds(STATEMENTS[form] + BODY) == ["statement"]


def test_two_statements_in_a_row_are_two(kinds):
    text = (
        STATEMENTS["under a party's name"]
        + BODY
        + "\nModeraterna\n\n"
        + STATEMENTS["with the matter below"]
        + BODY
    )

    assert kinds(text) == ["statement", "statement"]


def test_a_heading_across_a_page_turn_stays_in_the_item(kinds):
    text = ITEM + (
        "Sida 5 (8)\n\nReservation\n\nPeter Lind (MP) reserverar sig mot beslutet.\n\n"
        "Ordförandeutlåtande\n\nDet är angeläget.\n"
    )

    assert kinds(text) == ["minutes_item"]


def test_an_item_may_be_called_a_statement(kinds):
    assert kinds("""
        GRANVIKS KOMMUN              PROTOKOLLSUTDRAG               1 (1)
        Socialnämnden                2023-05-10

        § 61 Dnr SN 2023/41

        Yttrande över remiss av handlingsplan mot våldsbejakande extremism

        Socialnämndens beslut

        1. Socialnämnden antar yttrandet.
        """) == ["minutes_item"]


def test_a_bare_heading_parts_a_statement_from_the_memo_before_it(kinds):
    assert kinds("""
        Tjänsteskrivelse
        2023-09-12
        Dnr KS 2023/88

        Handlingsplan mot våldsbejakande extremism

        Förslag till beslut

        Planen antas.

        Ylva Ståhl
        Trygghetssamordnare

        Särskilt yttrande
        Kommunstyrelsen 2023-10-04
        Ärende 12, Handlingsplan mot våldsbejakande extremism

        Vi hade hellre sett en kortare plan.

        Bo Ek (V)
        """) == ["memo", "statement"]
