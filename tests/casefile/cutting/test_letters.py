import pytest

MEMO = """
Granviks kommun
Kommunkansliet
Anna Berg
Säkerhetssamordnare
0123-456 78
anna.berg@granvik.example

TJÄNSTESKRIVELSE

2016-10-04

1 (3)

Dnr 2016/KS 0321 003

Kommunledningsutskottet

Handlingsplan mot våldsbejakande extremism

Förslag till beslut

- Handlingsplanen antas

Beskrivning av ärendet

Kommunen behöver ett styrdokument, och därför

granviks kommun

föreslås denna handlingsplan.

Särskilt yttrande från rådet har inte kommit in.
"""
ITEM = (
    "§ 12\n\nDnr KS 2020/4\n\nLägesbild\n\nBeslut\n\nLägesbilden godkänns.\n\nBilagor\n\n"
    "Tjänsteskrivelse Lägesbild.pdf\n\nJusterandes sign    Utdragsbestyrkande\n\n"
)
SIGNED = "\nVi saknar genusperspektivet i planen.\n\nPeter Lind\nLedamot\n\n"


@pytest.mark.parametrize(
    "head",
    [
        (
            "TJÄNSTESKRIVELSE\n2022-03-01\nDnr KS 2022/12\n\nKommunstyrelsen\n\nPlan för trygghet\n\n"
            "Förslag till beslut\nPlanen antas."
        ),
        (
            "Tjänsteutlåtande\nUtfärdat 2022-03-01\nDiarienummer 0123/22\nHandläggare\nAnna Berg\n"
            "Telefon: 031-123 45 67\nE-post: anna@granvik.example\n\nPlan för trygghet\n\n"
            "Förslag till beslut\nPlanen antas."
        ),
        (
            "Granviks kommun        Tjänsteskrivelse        1(2)\n"
            "Kommunledningskontoret        2021-04-20   Dnr KS 2021-00045\nHandläggare: Anna Berg\n\n"
            "Till kommunstyrelsen\n\nPlan för trygghet\n\nFörslag till beslut\nPlanen antas."
        ),
        (
            "PM\n\n2022-03-01\n\nDnr KS 2022/12\n\nLägesbild för Granvik\n\nBakgrund\n"
            "En lägesbild har tagits fram."
        ),
        (
            "\tDatum\tDiarienummer\t1(3)\n\t2023-01-12\tKS 2023/11\nKommunledningskontoret\n"
            "Handläggare\nAnna Berg\n0123-456 78\n\n\tMottagare\n\tKommunstyrelsen\n\n"
            "Svar på motion\n\nFörslag till beslut\nMotionen anses besvarad."
        ),
        (
            "Granviks kommun\nSocialförvaltningen\nSKRIVELSE\n2022-03-01\n1 (1)\n\nSocialnämnden\n\n"
            "Plan för trygghet\n\nSammanfattning\nPlanen är ny."
        ),
    ],
)
@pytest.mark.parametrize("before", ["", ITEM])
def test_a_memo_is_known_by_its_letterhead(kinds, before, head):
    assert kinds(before + head) == (["minutes_item", "memo"] if before else ["memo"])


def test_a_memo_begins_with_its_letterhead_and_goes_on_over_its_pages(papers):
    item, memo = papers(ITEM + MEMO)

    assert item.lines[-1].text.startswith("Justerandes sign")
    assert (memo.lines[0].text, memo.lines[-1].text) == (
        "Granviks kommun",
        "Särskilt yttrande från rådet har inte kommit in.",
    )


def test_the_signature_above_a_letterhead_is_not_taken(papers):
    statement = (
        "Särskilt yttrande\n\nNämndens sammanträde 18 oktober 2016\n\nÄrende 1. Handlingsplan\n" + SIGNED
    )
    first, memo = papers(statement + MEMO)

    assert (first.kind, first.lines[-1].text) == ("statement", "Ledamot")
    assert memo.lines[0].text == "Granviks kommun"


def test_the_second_page_of_a_memo_is_no_new_memo(kinds):
    text = """
        Granviks kommun                    Tjänsteskrivelse          1(2)
        Kommunledningskontoret             2021-04-20   Dnr KS 2021-00045

        Plan för trygghet

        Förslag till beslut
        Planen antas.

        Granviks kommun                    Tjänsteskrivelse          2(2)
        Kommunledningskontoret             2021-04-20   Dnr KS 2021-00045

        Bedömning
        Planen behövs.
        """

    assert kinds(text) == ["memo"]


def test_numbered_headings_of_a_memo_are_no_plan(kinds):
    text = MEMO + "\n1 Bakgrund\n\nText om bakgrunden.\n\n2 Bedömning\n\nText om bedömningen.\n"

    assert kinds(text) == ["memo"]


def test_copies_of_a_memo_are_each_a_memo(kinds):
    assert kinds(MEMO + ITEM + MEMO) == ["memo", "minutes_item", "memo"]


def test_a_referral_is_another_letter_and_its_answer_a_statement(papers):
    text = """
        Granviks kommun
        Kommunledningsförvaltningen

        REMISS

        2024-11-11

        Dnr KS 2024/00412

        Remissinstanser

        Lokala brottsförebyggande rådet
        Ungdomsrådet

        Remiss av förslag till handlingsplan mot våldsbejakande extremism

        Ni får nu möjlighet att lämna synpunkter.

        Anton Lind
        Säkerhetssamordnare

        Lokala brottsförebyggande rådet i Granvik

        YTTRANDE

        2024-12-09

        Dnr KS 2024/00412

        Kommunstyrelsen

        Yttrande över förslag till handlingsplan mot våldsbejakande extremism

        Rådet är positivt till förslaget.

        Bo Ek
        Ordförande
        """
    referral, answer = papers(text)

    assert (referral.kind, answer.kind) == ("other", "statement")
    assert answer.lines[0].text == "Lokala brottsförebyggande rådet i Granvik"


def test_a_printed_mail_is_another_paper(kinds):
    mail = (
        "Från: Anna Berg\nSkickat: den 2 maj 2021 12:03\nTill: Registrator\nÄmne: Policy\n\n"
        "Här kommer handlingarna.\n"
    )

    assert kinds(MEMO + mail) == ["memo", "other"]


def test_a_sender_over_the_first_letter_belongs_to_it(papers):
    [answer] = papers("""
        Lokalpolisområde Granvik

        REMISSVAR                                   1 (1)
        Datum: 2018-05-22
        Diarienr: A221.045/2018

        Granviks kommun

        Yttrande över förslag till handlingsplan

        Polisen tillstyrker förslaget.
        """)

    assert (answer.kind, answer.span[0]) == ("statement", 1)


def test_a_title_word_beside_the_labels_of_a_column_heads_a_memo(kinds):
    assert kinds("""
        TJÄNSTESKRIVELSE                    Datum
                                            2023-01-18
                                            Ärende-id
                                            RS 2022/0411

        Regionstyrelsen

        Svar på remiss om brottsförebyggande arbete

        Förslag till beslut
        Regionstyrelsen antar yttrandet.
        """) == ["memo"]
