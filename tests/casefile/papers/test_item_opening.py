import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.papers.items.item import read_item
from tests.casefile.papers.typed import typed


def read(text, **known):
    item, _ = read_item("d1", "granvik.txt", typed(text), **known)
    return item


@pytest.mark.parametrize(
    "opening",
    [
        "§ 33\n\nDnr KS 2024/123\n\nPlan mot våld",
        "§ 33\n\nPlan mot våld\n\nDnr KS 2024/123",
        "§ 33 Plan mot våld\nDnr KS 2024/123",
        "§ 33            Dnr KS 2024/123\n\nPlan mot våld",
        "§ 33 Plan mot våld            KS 2024/123",
        "§ 33\tPlan mot våld\tKS 2024/123",
        "§ 33 Plan mot våld (KS 2024/123)",
        "§ 33 Plan mot våld, Dnr KS 2024/123",
        "§ 33 Dnr KS 2024/123 Plan mot våld",
        "§ 33 KS 2024/123 Plan mot våld",
        "§ 33 Diarienummer: KS 2024/123\nPlan mot\nvåld",
        "§33. Plan mot våld\nÄrendenummer KS 2024/123",
        "KS § 33  Dnr: KS 2024/123\nPlan mot våld",
        "Ks § 33/24\nKS 2024/123\nPlan mot våld",
        "Kommunstyrelsen § 33\nDiarienr KS 2024/123\nPlan mot våld",
        "§ 33\nÄrende 7\nPlan mot våld\nDnr KS 2024/123",
    ],
)
def test_number_registry_number_and_title_in_any_order(opening):
    item = read(f"{opening}\n\nBeslut\nPlanen antas.")
    assert (item.paragraph, item.registry_number, item.title) == (33, "KS 2024/123", "Plan mot våld")


@pytest.mark.parametrize(
    "number",
    [
        "2024/KS 0321 003",
        "SLK-2024-00074",
        "SLK-2024-00027:-1",
        "KS/2024:125",
        "KS-2024/00123",
        "KS 2024-00124",
        "2024-123-003",
        "2024.127",
        "KS 2024-00123 1.3.1",
        "24/KS123",
        "BUN 2024-000123",
    ],
)
def test_a_registry_number_is_kept_as_printed(number):
    item = read(f"§ 7\nDnr {number}\nPlan mot våld\n\nBeslut\nPlanen antas.")
    assert (item.registry_number, item.title) == (number, "Plan mot våld")


@pytest.mark.parametrize(
    "beside",
    [
        "Diariekod: 609",
        "Handläggare: Bo Alm",
        "Au § 84",
        "Ksau § 12  2024-02-08",
        "Omsorgsnämnden",
        "Ärende nr 7",
    ],
)
def test_what_else_is_printed_above_the_title_is_no_part_of_it(beside):
    item = read(f"On § 33 Dnr 2024/12\n{beside}\n\nPlan mot våld\n\nBeslut\nPlanen antas.")
    assert (item.paragraph, item.registry_number, item.title) == (33, "2024/12", "Plan mot våld")


def test_other_bodies_paragraphs_before_the_registry_number_are_passed_over():
    item = read("Sn § 50\nAu § 84\nSn § 34  Au § 57    Dnr 2024/12\n\nPlan mot våld\n\nBeslut\nAntecknas.")
    assert (item.paragraph, item.registry_number, item.title) == (50, "2024/12", "Plan mot våld")


def test_a_title_over_several_lines_ends_at_the_first_heading():
    item = read(
        "§ 44 Ärendenummer SLK-2024-00644\nRedovisning av uppdrag om att ta\nfram en plan\nBeslut\nAntecknas."
    )
    assert item.title == "Redovisning av uppdrag om att ta fram en plan"


def test_running_text_straight_under_the_title_is_no_title():
    item = read(
        "§ 1\nParentation\nRådets tidigare ledamot Anna Berg (S) har avlidit.\nOrdföranden håller ett tal."
    )
    assert item.title == "Parentation"
    assert (
        item.description == "Rådets tidigare ledamot Anna Berg (S) har avlidit. Ordföranden håller ett tal."
    )


def test_a_statute_in_brackets_is_no_registry_number():
    item = read("§ 5 Dnr KS 2024/9\nRemiss om brott\n(SOU 2024:30)\n\nBeslut\nYttrandet antas.")
    assert (item.registry_number, item.title) == ("KS 2024/9", "Remiss om brott (SOU 2024:30)")


def test_a_year_that_opens_the_title_is_no_registry_number():
    assert read("§ 12 Dnr KS 2024/123 2025 års budget").title == "2025 års budget"


@pytest.mark.parametrize("title", ["Information", "Jäv", "Justering", "Yttranden", "Frågor"])
def test_an_item_may_be_called_by_a_word_that_elsewhere_is_a_heading(title):
    item = read(f"§ 9\n{title}\n\nBeslut\nAntecknas.")
    assert (item.title, item.decision) == (title, ("Antecknas.",))


def test_a_heading_repeated_on_the_next_page_does_not_end_the_item():
    item = read("§ 22\nPlan mot våld\n\n§ 22 (forts.)\n\nBeslut\nPlanen antas.")
    assert (item.title, item.decision) == ("Plan mot våld", ("Planen antas.",))


def test_page_furniture_never_becomes_part_of_the_title():
    lines = typed("§ 33\nPlan mot\n3 (9)\nvåld\n\nBeslut\nPlanen antas.", furniture=("3 (9)",))
    item, _ = read_item("d1", "granvik.txt", lines)
    assert item.title == "Plan mot våld"


def test_body_and_date_come_from_the_meeting():
    item = read("§ 4\nPlan\n\nBeslut\nPlanen antas.", body="Omsorgsnämnden")
    assert (item.body, item.lines) == ("Omsorgsnämnden", (1, 5))


def test_without_a_meeting_a_heading_names_the_body():
    assert (
        read("§ 4\nPlan\n\nBarn- och ungdomsnämndens beslut\nPlanen antas.").body
        == "Barn- och ungdomsnämnden"
    )


def test_the_highest_of_several_bodies_is_the_one_that_meets():
    item = read(
        "§ 4\nPlan\n\nArbetsutskottets förslag till kommunstyrelsen\nPlanen avslås.\n\n"
        "Kommunstyrelsens förslag till kommunfullmäktige\nPlanen antas."
    )
    assert (item.body, item.proposal, item.decision) == ("Kommunstyrelsen", ("Planen antas.",), ())


def test_text_without_a_paragraph_is_told_as_unread():
    lines = typed("Utan paragraf\n\nBeslut\nPlanen antas.")
    item, unread = read_item("d1", "granvik.txt", lines)
    assert (item.paragraph, unread) == (0, [lines[0]])


@given(st.lists(st.text(alphabet='§ 1234aåBÖ.,:;()-–•/\t"”', max_size=50).map(str.strip), max_size=25))
def test_any_text_is_read_without_complaint(rows):
    lines = typed("x\n" + "\n".join(rows))
    item, unread = read_item("d1", "granvik.txt", lines)
    assert item.lines[0] == 1
    assert set(unread) <= set(lines)
