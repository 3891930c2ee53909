import pytest

from tests.casefile.findings.writing import (
    NUMBER,
    TITLE,
    answer,
    cover,
    found,
    item,
    memo,
    plan,
    referral,
    rows,
    statement,
)

EDITION = plan("2024-01-12", [("1 Inledning", "Planen gäller alla nämnder. Fritidsgårdarna ska vara med.")])


@pytest.mark.parametrize(
    "told",
    [
        "Utskottet har tagit del av planen i version 2024-01-30.",
        "Utskottet har tagit del av handlingsplanen daterad den 30 januari 2024.",
        "I utkastet stod det att gårdarna ska ”vara med från första samtalet till det sista”.",
    ],
)
def test_an_edition_that_is_quoted_and_not_held_is_missing(told):
    papers = EDITION, item(52, ("Kommunstyrelsens beslut", "Ärendet bordläggs."), ("Ärendet", told))

    [finding] = found("edition_missing", *papers)

    assert rows(finding, *papers) == [told]


@pytest.mark.parametrize(
    "told",
    [
        "Utskottet har tagit del av planen i version 2024-01-12.",
        "I planen står det att ”fritidsgårdarna ska vara med”.",
        "Planen bygger på rapporten ”Att förebygga i små kommuner”.",
    ],
)
def test_a_quotation_of_what_is_held_or_of_a_title_is_not_missing(told):
    tabled = item(52, ("Kommunstyrelsens beslut", "Ärendet bordläggs."), ("Ärendet", told))

    assert found("edition_missing", EDITION, tabled) == []


def with_attachment(name):
    return item(52, ("Kommunstyrelsens beslut", "Planen antas."), ("Bilagor", name))


@pytest.mark.parametrize(
    "name",
    [
        "Barnrättsprövning av handlingsplanen 2024-01-20.pdf",
        "Handlingsplan mot våldsbejakande extremism 2024-01-20.pdf",
        "Protokollsutdrag från kommunstyrelsens arbetsutskott § 17.pdf",
    ],
)
def test_an_attachment_that_is_not_among_the_papers_is_missing(name):
    papers = with_attachment(name), EDITION

    [finding] = found("attachment_missing", *papers)

    assert finding["values"] == {"attachment": name.removesuffix(".pdf")}
    assert rows(finding, *papers) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "Handlingsplan mot våldsbejakande extremism 2024-01-12.pdf",
        "Handlingsplan mot våldsbejakande extremism.docx.pdf",
        "Tjänsteskrivelse Handlingsplan mot våldsbejakande extremism 2024-01-08.pdf",
        "Yttrande från ungdomsrådet 2024-02-01.pdf",
    ],
)
def test_an_attachment_that_is_among_the_papers_is_not_missing(name):
    held = memo("2024-01-08", ("Sammanfattning", "Planen är klar.")), answer("2024-02-01", "Ungdomsrådet")

    assert found("attachment_missing", with_attachment(name), *held, EDITION) == []


def test_a_paper_for_the_decision_need_not_lie_in_the_file():
    listed = item(52, ("Kommunstyrelsens beslut", "Planen antas."), ("Beslutsunderlag", "Barnrättsprövning"))

    assert found("attachment_missing", listed, EDITION) == []


def test_a_statement_said_to_be_annexed_is_missing_until_it_lies_there():
    said = item(
        52,
        ("Kommunstyrelsens beslut", "Planen antas."),
        ("Särskilt yttrande", "Ulla Fors (GRP) lämnar ett särskilt yttrande (bilaga)."),
    )

    [finding] = found("attachment_missing", said, EDITION)

    assert finding["values"] == {"attachment": "särskilt yttrande, Ulla Fors"}
    assert found("attachment_missing", said, statement("Särskilt yttrande"), EDITION) == []


def test_a_paper_with_another_registry_number_is_raised():
    papers = (
        referral("2024-01-10", "Ungdomsrådet"),
        EDITION,
        answer("2024-02-01", "Ungdomsrådet", number="KS 2024/00101"),
        item(52, ("Kommunstyrelsens beslut", "Planen antas.")),
    )

    [finding] = found("registry_number_differs", *papers)

    assert finding["values"] == {"number": "KS 2024/00101", "usual": NUMBER}
    assert rows(finding, *papers) == ["Dnr KS 2024/00101"]


def test_a_registry_number_with_its_classification_is_the_same():
    papers = (
        item(52, ("Beslut", "Planen antas.")),
        memo("2024-01-08", ("Ärendet", "Klart.")),
        answer("2024-02-01", "Ungdomsrådet", number=f"{NUMBER} 003"),
    )

    assert found("registry_number_differs", *papers) == []


def test_another_board_has_a_number_of_its_own():
    papers = (
        item(52, ("Beslut", "Planen antas.")),
        memo("2024-01-08", ("Ärendet", "Klart.")),
        item(61, ("Socialnämndens beslut", "Planen tillstyrks."), number="SN 2024/00041"),
    )

    assert found("registry_number_differs", *papers) == []


def present(*people):
    return cover(
        "Kommunstyrelsen", "2024-03-06", present=["Anna Berg (S), ordförande", "", "Övriga", "", *people]
    )


def test_one_official_under_two_titles_is_raised():
    papers = memo("2024-01-08", ("Ärendet", "Klart.")), present("Disa Ek, brottsförebyggare")

    [finding] = found("person_two_titles", *papers)

    assert sorted((finding["values"]["first"], finding["values"]["second"])) == [
        "Säkerhetssamordnare",
        "brottsförebyggare",
    ]
    assert rows(finding, *papers)[0] == "Disa Ek, brottsförebyggare"


@pytest.mark.parametrize(
    "title", ["säkerhetssamordnare", "säkerhetssamordare", "tf säkerhetssamordnare", "samordnare"]
)
def test_a_title_misread_shortened_or_held_for_a_while_is_no_other(title):
    assert (
        found("person_two_titles", memo("2024-01-08", ("Ärendet", "Klart.")), present(f"Disa Ek, {title}"))
        == []
    )


def test_what_somebody_does_at_the_meeting_is_no_title():
    at_work = memo("2024-01-08", ("Ärendet", "Klart."))

    assert found("person_two_titles", at_work, present("Disa Ek, sekreterare")) == []


def test_a_statement_with_two_headings_is_raised():
    papers = EDITION, statement("Särskilt yttrande", "Reservation")

    [finding] = found("statement_two_headings", *papers)

    assert rows(finding, *papers) == ["Särskilt yttrande", "Reservation"]


def test_an_answer_may_be_called_a_statement_too():
    assert found("statement_two_headings", EDITION, statement("Remissvar", "Yttrande")) == []


def test_a_statement_with_one_heading_is_in_order():
    assert found("statement_two_headings", EDITION, statement("Särskilt yttrande")) == []


def test_a_substitute_for_someone_listed_as_present_is_raised():
    doubled = cover(
        "Kommunstyrelsen",
        "2024-03-06",
        present=["Anna Berg (S), ordförande", "Cia Dahl (M)", "Eva Falk (M) ersätter Cia Dahl (M)"],
    )

    [finding] = found("replaced_but_present", doubled)

    assert finding["values"] == {"substitute": "Eva Falk", "member": "Cia Dahl"}


def test_a_substitute_for_some_paragraphs_contradicts_nobodys_presence():
    during_one = cover(
        "Kommunstyrelsen",
        "2024-03-06",
        present=["Anna Berg (S), ordförande", "Cia Dahl (M)", "Eva Falk (M) ersätter Cia Dahl (M) § 52"],
    )

    assert found("replaced_but_present", during_one) == []


def test_a_substitute_until_the_member_comes_is_in_order():
    shared = cover(
        "Kommunstyrelsen",
        "2024-03-06",
        present=[
            "Anna Berg (S), ordförande",
            "Cia Dahl (M), från och med § 50",
            "Eva Falk (M) ersätter Cia Dahl (M) §§ 44–49",
        ],
    )

    assert found("replaced_but_present", shared) == []


LONG = [
    ("1 Inledning", "Planen gäller alla nämnder. Arbetet bygger på förtroende mellan dem som deltar."),
    ("2 Uppföljning", "Kommunstyrelsen följer upp planen varje år och lämnar en rapport till fullmäktige."),
    ("3 Stöd", "Kommunen ger råd och stöd till familjer, vänner och andra som oroar sig för någon."),
]


def copy_with(old, new):
    original = plan("2024-01-12", LONG)
    return original, original.replace(old, new)


def test_a_reading_that_is_no_word_gives_way_to_the_copy_that_is():
    [finding] = found("copies_differ", *copy_with("förtroende", "förtroeude"))

    assert (finding["document"], finding["values"]["taken"]) == ("d2", "förtroende")


def test_two_readings_that_are_words_are_both_kept():
    [finding] = found("copies_unsettled", *copy_with("varje år", "varje vår"))

    assert "taken" not in finding["values"]
    assert finding["document"] == "d2"


def test_copies_that_read_alike_raise_nothing():
    copies = copy_with("förtroende mellan", "förtroende  mellan")

    assert found("copies_differ", *copies) + found("copies_unsettled", *copies) == []


def minutes(*numbers):
    items = [
        f"§ {number} Ärendenummer KS-2024-00{number}\n\nÄrende {number}\n\nBeslut\n\nDet antecknas.\n"
        for number in numbers
    ]
    return "\n".join([cover("Kommunstyrelsen", "2024-03-06"), *items])


def test_a_paragraph_that_whole_minutes_lack_is_missing():
    [finding] = found("paragraph_missing", minutes(44, 45, 47, 48))

    assert finding["values"] == {"paragraph": "46", "before": "45", "after": "47"}


def test_minutes_whose_paragraphs_follow_each_other_lack_none():
    assert found("paragraph_missing", minutes(44, 45, 46, 47)) == []


def test_extracts_of_one_matter_lack_no_paragraph():
    decided = ("Kommunstyrelsens beslut", "Planen antas.")

    assert found("paragraph_missing", item(44, decided), item(52, decided, title=TITLE)) == []


def test_a_name_that_wraps_is_shown_by_the_row_that_begins_it():
    name = (
        "Barnrättsprövning av handlingsplanen mot våldsbejakande\nextremism i Granviks kommun 2024-01-20.pdf"
    )
    papers = with_attachment(name), EDITION

    [finding] = found("attachment_missing", *papers)

    assert rows(finding, *papers) == [name.split("\n", maxsplit=1)[0]]


VOTED = """§ 45 Ärendenummer KS-2024-0045

Ärende 45

Beslut

Yrkandet avslås.

Omröstning

Med 7 ja-röster mot 6 nej-röster avslås yrkandet. Hur var och en röstade framgår av bilaga 1.
"""


def test_a_ballots_roll_that_the_minutes_name_and_lack_is_missing():
    whole = "\n".join([minutes(44), VOTED])

    [finding] = found("attachment_missing", whole)

    assert finding["values"] == {"attachment": "bilaga 1"}


def test_a_matter_of_the_same_title_in_whole_minutes_may_have_another_number():
    other = f"§ 45 Ärendenummer KS 2023/00007\n\n{TITLE}\n\nBeslut\n\nDet antecknas.\n"
    extract = item(52, ("Kommunstyrelsens beslut", "Planen antas."))

    [finding] = found("registry_number_differs", extract, EDITION, "\n".join([minutes(44), other]))

    assert finding["values"] == {"number": "KS 2023/00007", "usual": NUMBER}
