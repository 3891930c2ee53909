import pytest

ITEM = (
    "§ 12\n\nDnr KS 2020/4\n\nHandlingsplan mot extremism\n\nBeslut\n\nPlanen antas.\n\n"
    "Bilagor\n\nHandlingsplan mot extremism\n\nJusterandes sign    Utdragsbestyrkande\n\n"
)
MEMO = (
    "TJÄNSTESKRIVELSE\n\n2016-10-04\n\nDnr KS 2020/4\n\nKommunstyrelsen\n\n"
    "Handlingsplan mot extremism\n\nFörslag till beslut\n\n- Planen antas\n\n"
    "Beskrivning av ärendet\n\n"
    "Det är viktigt att kommuner har ett styrdokument i arbetet.\n\n"
)
PLANS = {
    "contents with leaders": (
        "Handlingsplan mot extremism\n\n2016-10-26\n\n\n\ngranviks kommun\n\n"
        "Innehållsförteckning\n\n1\tBakgrund.....\t3\n1.1\tSyfte.....\t3\n2\tMål\t4\n\n"
        "1 Bakgrund\n\nText om planen.\n\n1. Generella insatser\n2. Selektiva insatser\n\n"
        "2 Mål\n\nMålet är trygghet.\n"
    ),
    "contents without numbers": (
        "Handlingsplan mot extremism\n2023–2026\n\nInnehåll\nInledning ........ 3\n"
        "Mål ........ 4\nUppföljning ........ 5\n\nInledning\n\nText om planen.\n\nMål\n\n"
        "Målet är trygghet.\n"
    ),
    "contents of bare headings": (
        "Handlingsplan mot extremism\n\nAntagen av kommunfullmäktige 2023-02-27\n\nInnehåll\n\n"
        "1. Inledning\n2. Mål\n3. Uppföljning\n\n1. Inledning\n\nText om planen.\n"
    ),
    "a table of particulars": (
        "Policy för trygghet\n\nDokumenttyp\tPolicy\nBeslutad av\tKommunfullmäktige\n"
        "Giltig till\t2025-12-31\nDokumentansvarig\tSäkerhetschefen\n\nInledning\n\n"
        "Alla ska vara trygga i Granvik.\n\nSyfte\n\nPolicyn anger inriktningen.\n"
    ),
    "particulars label by label": (
        "Riktlinje mot extremism\n\nDokumenttyp\nRiktlinje\n\nFastställd av\nKommunstyrelsen\n\n"
        "Fastställd\n2021-04-03\n\nVersion\n1.0\n\nSyfte\n\nRiktlinjen gäller alla.\n"
    ),
    "date and place alone": (
        "Handlingsplan mot extremism\n\n2016-10-12\n\nGranviks kommun\n\n1 Bakgrund\n\nText om planen.\n"
    ),
    "version and unnumbered chapters": (
        "HANDLINGSPLAN\n\nHandlingsplan mot extremism\n\nVersion 2025-02-20\n\nInledning\n\nText om planen.\n"
    ),
    "a title of its own": (
        "Trygg i Granvik\n\nProgram mot extremism 2023–2026\n\n"
        "Antaget av kommunfullmäktige 2023-02-27 § 18\n\nFörord\n\n"
        "Vi vill att alla ska vara trygga.\n\nBakgrund\n\nText om planen.\n"
    ),
    "a title over two lines": (
        "Strategi för det brottsförebyggande arbetet\n"
        "och arbetet mot våldsbejakande extremism\n\nGäller från 2022-01-01\n"
        "Diarienummer KS 2021/77\n\n1. Inledning\n\nText om planen.\n"
    ),
}


@pytest.mark.parametrize("form", PLANS)
def test_an_edition_alone_is_a_plan(papers, form):
    (plan,) = papers(PLANS[form])

    assert (plan.kind, plan.span[0]) == ("plan", 1)


@pytest.mark.parametrize("form", PLANS)
@pytest.mark.parametrize("before", [ITEM, MEMO])
def test_an_edition_after_another_paper_begins_at_its_title_page(papers, form, before):
    first, plan = papers(before + PLANS[form])

    assert (first.kind, plan.kind) == ("minutes_item" if before is ITEM else "memo", "plan")
    assert plan.lines[0].text == PLANS[form].split("\n")[0]


@pytest.mark.parametrize("form", [form for form in PLANS if form != "contents of bare headings"])
def test_two_editions_in_a_row_are_two(kinds, form):
    assert kinds(PLANS[form] + "\n\n" + PLANS[form]) == ["plan", "plan"]


@pytest.mark.parametrize("form", PLANS)
def test_an_item_after_an_edition_is_its_own(kinds, form):
    assert kinds(PLANS[form] + "\n" + ITEM) == ["plan", "minutes_item"]


@pytest.mark.parametrize("form", PLANS)
def test_a_memo_after_an_edition_is_its_own(kinds, form):
    assert kinds(PLANS[form] + "\n" + MEMO) == ["plan", "memo"]


def test_sections_named_like_other_papers_stay_in_the_plan(kinds):
    text = PLANS["contents with leaders"] + (
        "\n3 Utbildning\n\nText.\n\nYttrande\n\nText om yttranden.\n\nReservation\n\nText.\n\nRemiss\n\n"
        "Text om remisser.\n\nPlan för uppföljning\n\nText om uppföljning.\n"
    )

    assert kinds(text) == ["plan"]


def test_a_plan_that_cites_paragraphs_is_one(kinds):
    text = PLANS["date and place alone"] + "\nEnligt lagen gäller\n\n§ 5\n\nKommunen ska ha en lägesbild.\n"

    assert kinds(text) == ["plan"]


def test_the_title_of_an_item_is_no_plan(kinds):
    assert kinds(ITEM + ITEM.replace("§ 12", "§ 9")) == ["minutes_item", "minutes_item"]


def test_the_rows_of_a_title_page_are_no_titles(kinds):
    assert kinds("""
        Åtgärdsplan för ett tryggare Granvik
        2024 – 2026
        GRANVIKS KOMMUN

        Styrdokument

        Dokumenttyp: Åtgärdsplan
        Beslutad av: Kommunfullmäktige
        Beslutsdatum: 2024-02-26, § 12
        Dnr: KS/2023-00811

        Innehållsförteckning

        Inledning\t2
        Syfte\t2

        Inledning
        Kommunen ska ha en åtgärdsplan.

        Syfte
        Att minska brottsligheten.
        """) == ["plan"]
