"""A coordinator's own list, from the file to commitments, as one walks through it."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from forebygg.audit.models import Entry
from forebygg.commitments.models import Commitment, Meaning, MeasureList
from forebygg.organisation.models import Post, Role
from forebygg.organisation.spreadsheets.writing import Column, xlsx
from tests.browsing import words

PAGE = "/granvik/commitments/list/"
HEADS = ["Åtgärd", "Ansvarig nämnd", "Ansvarig", "Klart", "Status"]
ROWS = [
    ["Ha en rutin för oro", "Utbildningsnämnden", "rektorer", "2030-12-31", "pågår"],
    ["Utbilda personalen", "Utbildningsförvaltningen", "Granviksskolan", "snarast", ""],
]


def test_a_list_becomes_commitments_once_its_columns_and_owners_are_told(browser, granvik, schools, events):
    answers = Post.objects.create(municipality=granvik, role=Role.ANSWERER, unit=schools)
    page = upload(browser, [["Handlingsplan 2030"], HEADS, *ROWS])
    chosen = [option["value"] for option in page.select("select[name^=c] option[selected]")]
    assert chosen == ["what", "accountable", "owner", "due_on", "status"]

    preview = sent(browser, page)
    assert [one["name"] for one in preview.select("section select")] == [name_of(preview, "rektorer")]
    assert not Commitment.objects.of(granvik).exists()
    done = sent(browser, preview, confirm="1", **{name_of(preview, "rektorer"): "under-1"})
    assert "Tillagda åtaganden: 2." in words(done)

    first, second = Commitment.objects.of(granvik).order_by("number")
    assert (first.what, first.accountable.name, f"{first.due_on}") == (ROWS[0][0], ROWS[0][1], "2030-12-31")
    assert {share.unit.name for share in first.shares.all()} == {"Utbildningsförvaltningen", "Granviksskolan"}
    assert (second.owner, second.due_on, second.accountable) == (answers, None, schools.authority)
    ground = second.grounds.get()
    assert (ground.row, ground.measures.name, ground.said["words"]) == (4, "lista.csv", {"due_on": "snarast"})
    assert events() == ["commitments.list_read_in"]
    assert "snarast" in words(browser.page(f"/granvik/commitments/{second.number}/"))


def test_the_same_list_again_changes_nothing_and_asks_nothing(browser, granvik, schools, events):
    read_in(browser, [HEADS, *ROWS])
    before = list(Commitment.objects.values())
    page = upload(browser, [HEADS, *ROWS])

    assert "Listan ändrar inget." in words(page)
    assert not page.select("[name=confirm]")
    assert list(Commitment.objects.values()) == before
    assert (MeasureList.objects.count(), len(events())) == (1, 1)


def test_a_changed_list_shows_the_differences_and_touches_nothing_else(browser, granvik, schools):
    read_in(browser, [HEADS, *ROWS])
    Commitment.objects.filter(number=1).update(evidence="Rutinen.")
    changed = [
        ["Ha en beslutad rutin för oro", *ROWS[0][1:4], "klart"],
        ["Bjuda in föreningar", "", "", "", ""],
    ]
    page = upload(browser, [HEADS, *changed])
    assert [words(part) for part in page.select(".parts button")] == ["Nya (1)", "Ändras (1)"]
    assert "1 åtagande stod i en sådan lista förut" in words(page)

    sent(browser, page, confirm="1")
    first = Commitment.objects.get(number=1)
    assert (first.what, first.evidence) == ("Ha en beslutad rutin för oro", "Rutinen.")
    assert first.grounds.get().said["words"]["status"] == "klart"
    assert Commitment.objects.standing().count() == 3


def test_an_owner_whom_nobody_knows_is_left_open_and_listed(browser, granvik, schools):
    page = upload(browser, [["Åtgärd", "Ansvarig"], ["Ha en rutin", "trygghetsgruppen"]])
    preview = sent(browser, page)

    assert "1 rad nämner en ägare som inte är känd här" in words(preview)
    sent(browser, preview, confirm="1")
    assert Commitment.objects.get().owner is None
    assert not Meaning.objects.exists()


def test_a_person_as_owner_is_stopped_and_the_row_may_be_left_out(browser, granvik):
    lines = [["Åtgärd", "Ansvarig"], ["Ha en rutin", "Kevin Lindqvist"], ["Utbilda", "samordnare"]]
    page = sent(browser, upload(browser, lines), status=422)
    assert "uppdrag" in words(page.select_one("tbody tr"))
    assert not page.select("[name=confirm], section select")

    page = sent(browser, page, out="2")
    sent(browser, page, confirm="1")
    assert [one.what for one in Commitment.objects.of(granvik)] == ["Utbilda"]
    assert Commitment.objects.get().owner.role == Role.COORDINATOR


def test_a_name_in_a_text_is_agreed_to_first(browser, granvik):
    page = sent(browser, upload(browser, [["Åtgärd", "Tid"], ["Fråga Kevin Lindqvist i 8B", "2030"]]))
    page = sent(browser, page, confirm="1", status=422)
    assert not Commitment.objects.exists()
    sent(browser, page, confirm="1", agree="1")
    assert Commitment.objects.count() == 1


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([["", "rektor A", "x"]], "Ingen åtgärd"),
        ([["Ha en rutin", "", ""], ["Ha en  rutin.", "", ""]], "står också på rad 2"),
        ([["x" * 10_001, "", ""]], "10001 tecken"),
    ],
)
def test_what_is_wrong_with_a_row_is_told_and_nothing_is_saved(browser, granvik, rows, fault):
    page = sent(browser, upload(browser, [["Åtgärd", "Ansvarig", "Uppföljning"], *rows]), status=422)

    assert fault in words(page.select("tbody tr")[-1])


def test_two_columns_cannot_be_the_same_and_one_must_be_the_measure(browser, granvik):
    page = upload(browser, [HEADS, *ROWS])
    assert "Två kolumner" in words(sent(browser, page, status=422, c1="what"))
    assert "Ange vilken kolumn" in words(sent(browser, page, status=422, c0=""))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 old"])
def test_a_file_that_is_no_list_is_refused_with_why(browser, granvik, data):
    page = browser.page(PAGE, status=422, data={"file": SimpleUploadedFile("x.xlsx", data)})

    assert page.select_one(".ds-error-summary")


def test_a_workbook_is_read_as_well(browser, granvik):
    book = xlsx("Plan", [Column(head=head) for head in HEADS], ROWS)
    page = browser.page(PAGE, data={"file": SimpleUploadedFile("plan.xlsx", book)})

    assert len(page.select("tbody tr")) == len(HEADS)


def test_a_post_is_known_by_its_name_in_the_lists_language_whatever_the_readers_is(browser, granvik):
    lines = [["Åtgärd", "Ansvarig"], ["Utbilda", "samordnare"]]
    page = browser.page(f"/en{PAGE}", data={"file": file_of(lines)})
    data = {one["name"]: one["value"] for one in page.select("main form input[name][value]")}
    preview = browser.page(f"/en{PAGE}", data=data | {"c0": "what", "c1": "owner"})

    assert not preview.select("section select")


def test_another_municipalitys_answers_are_not_used(browser, granvik, schools, other_municipality):
    read_in(browser, [HEADS, *ROWS])
    page = browser.page(PAGE.replace("granvik", "hedvik"), data={"file": file_of([HEADS, *ROWS])})

    assert page.select("select[name=c0]")


def file_of(lines):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(lines)
    return SimpleUploadedFile("lista.csv", out.getvalue().encode())


def upload(browser, lines, status=200):
    return browser.page(PAGE, status=status, data={"file": file_of(lines)})


def sent(browser, page, status=200, **more):
    """The form of the page as it stands, with what else is chosen."""
    [form] = [form for form in page.select("main form") if form.select("[name=kept]")]
    data = {
        one["name"]: one.get("value", "") for one in form.select("input[name]") if one["type"] != "checkbox"
    }
    for one in form.select("select"):
        chosen = one.select("option[selected]") or one.select("option")
        data[one["name"]] = chosen[0]["value"]
    return browser.page(PAGE, status=status, data=data | more)


def read_in(browser, lines):
    """Through every step, nobody asked."""
    return sent(browser, sent(browser, upload(browser, lines)), confirm="1", agree="1")


def name_of(page, told):
    """The field that asks whom words mean."""
    [label] = [one for one in page.select("label") if f"”{told}”" in words(one)]
    return label["for"]


@pytest.fixture
def events(granvik):
    known = {*Entry.objects.of(granvik).values_list("pk", flat=True)}
    return lambda: [one.event for one in Entry.objects.of(granvik).order_by("number") if one.pk not in known]
