import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from forebygg.accounts.models import SystemUser
from forebygg.accounts.services import system_user
from forebygg.audit.models import Entry
from forebygg.casefile.amending import Correction
from forebygg.decisions.errors import CaseKeptChanging
from forebygg.decisions.models import Attendance, Item, Meeting, Motion
from forebygg.decisions.selectors.correcting import correctables, corrections_of
from forebygg.decisions.selectors.folder import open_folder
from forebygg.decisions.selectors.lines import lines_of
from forebygg.decisions.services import correcting, import_papers
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case
from forebygg.papers.receiving import Received
from forebygg.plans.models import Sentence, Wording


@pytest.fixture
def council(granvik_case):
    return Meeting.objects.get(case=granvik_case, body="Kommunfullmäktige")


def anchor_of(paper, kind, name):
    """Where the paper's fact of that kind and name stands."""
    return next(
        one.anchor
        for one in correctables(open_folder(paper.case, Viewer(system_user(SystemUser.COMMAND))), paper)
        if one.kind.name == kind and (name in one.name or name == one.anchor.called)
    )


@pytest.fixture
def approved_on(council):
    """The correction by which the council's minutes were approved on another day."""
    anchor = anchor_of(council.paper, "meeting", "Kommunfullmäktige")
    return Correction(**anchor._asdict(), field="approved_on", value="2025-04-11")


def codes(case):
    return [finding.code for finding in case.findings.all()]


def test_a_corrected_value_stands_where_the_misread_one_stood(council, approved_on, person):
    correcting.correct(council.case, [approved_on], by=person)

    council.refresh_from_db()
    assert council.approved_on == dt.date(2025, 4, 11)


def test_a_correction_changes_nothing_else(granvik_case, approved_on, person):
    before = {meeting.pk: meeting for meeting in granvik_case.meetings.all()}

    correcting.correct(granvik_case, [approved_on], by=person)

    changed = {
        field.name
        for meeting in granvik_case.meetings.all()
        for field in Meeting._meta.fields
        if getattr(meeting, field.name) != getattr(before[meeting.pk], field.name)
    }
    assert changed == {"approved_on"}


def test_what_follows_from_a_corrected_value_follows(granvik_case, person):
    board = Meeting.objects.get(case=granvik_case, body="Kommunstyrelsen")
    anchor = anchor_of(board.paper, "meeting", "Kommunstyrelsen")
    late = codes(granvik_case).count("approval_late")

    in_time = Correction(**anchor._asdict(), field="approved_on", value="2025-03-10")
    correcting.correct(granvik_case, [in_time], by=person)

    assert codes(granvik_case).count("approval_late") == late - 1


def test_a_correction_survives_the_same_papers_once_more(granvik_case, council, approved_on, person):
    correcting.correct(granvik_case, [approved_on], by=person)
    data = bytes(granvik_case.originals.get().content.data)

    import_papers(granvik_case.municipality, [Received("granvik.txt", data)], by=person)

    council.refresh_from_db()
    assert council.approved_on == dt.date(2025, 4, 11)


def test_a_correction_survives_a_new_paper_in_the_case(granvik_case, council, approved_on, person):
    correcting.correct(granvik_case, [approved_on], by=person)
    letter = "Tjänsteskrivelse\n2025-05-02\nKS 2024/00412\n\nTryckning av planen\n\nPlanen trycks i maj.\n"

    import_papers(
        granvik_case.municipality, [Received("brev.txt", letter.encode())], case=granvik_case, by=person
    )

    council.refresh_from_db()
    assert granvik_case.originals.count() == 2
    assert council.approved_on == dt.date(2025, 4, 11)


def test_a_correction_survives_a_new_reading(granvik_case, council, approved_on, person):
    correcting.correct(granvik_case, [approved_on], by=person)

    correcting.reread(granvik_case, by=person)

    council.refresh_from_db()
    assert council.approved_on == dt.date(2025, 4, 11)


def test_of_two_corrections_of_a_field_the_later_stands_alone(granvik_case, council, approved_on, person):
    later = Correction(**(approved_on.as_json() | {"value": "2025-04-12"}))

    correcting.correct(granvik_case, [approved_on], by=person)
    correcting.correct(granvik_case, [later], by=person)

    council.refresh_from_db()
    assert council.approved_on == dt.date(2025, 4, 12)
    assert granvik_case.corrections.count() == 1


def test_a_withdrawn_correction_leaves_what_the_paper_says(granvik_case, council, approved_on, person):
    read = council.approved_on
    correcting.correct(granvik_case, [approved_on], by=person)

    correcting.withdraw(granvik_case.corrections.get(), by=person)

    council.refresh_from_db()
    assert council.approved_on == read
    assert not granvik_case.corrections.exists()


def test_a_phantom_can_be_taken_away_and_a_missed_motion_added(granvik_case, person):
    item = Item.objects.get(case=granvik_case, paragraph=41)
    mover = item.motions.first()
    phantom = anchor_of(item.paper, "motion", mover.name)
    missed = Correction(
        file=phantom.file,
        line=mover.line,
        kind="motion",
        act="add",
        value={"name": "Disa Granlöv", "party": "V", "text": "att planen även gäller bolagen."},
    )

    correcting.correct(granvik_case, [Correction(**phantom._asdict(), act="remove"), missed], by=person)

    names = set(Motion.objects.filter(item=item).values_list("name", flat=True))
    assert mover.name not in names
    assert "Disa Granlöv" in names


def test_a_line_reads_as_it_was_typed(granvik_case, person):
    attended = Attendance.objects.filter(meeting__case=granvik_case, name="Tove Rönnlid").first()
    paper = attended.meeting.paper
    [printed] = lines_of([paper]).of(paper, attended.line, attended.line)
    typed = printed.replace("Tove Rönnlid", "Tove Rönnlind")
    noise = Correction(
        file=paper.original.name, line=attended.line, kind="line", field="text", value=typed, printed=printed
    )

    correcting.correct(granvik_case, [noise], by=person)

    attended.refresh_from_db()
    assert attended.name == "Tove Rönnlind"


def test_sentences_keep_their_identity_when_the_case_is_corrected(granvik_case, approved_on, person):
    before = dict(Wording.objects.values_list("text", "sentence"))

    correcting.correct(granvik_case, [approved_on], by=person)

    assert dict(Wording.objects.values_list("text", "sentence")) == before
    assert Sentence.objects.count() == len(set(before.values()))


def test_a_name_that_was_corrected_can_be_corrected_again(granvik_case, person):
    item = Item.objects.get(case=granvik_case, paragraph=41)
    for name in ("Maj-Lis Ekenstamm", "Maj-Lis Ekenstrand"):
        anchor = anchor_of(item.paper, "motion", item.motions.first().name)
        correcting.correct(
            granvik_case, [Correction(**anchor._asdict(), field="name", value=name)], by=person
        )

    assert item.motions.first().name == "Maj-Lis Ekenstrand"
    assert granvik_case.corrections.count() == 1


def test_the_audit_tells_of_each_act_but_not_what_was_typed(granvik_case, approved_on, person):
    correcting.correct(granvik_case, [approved_on], by=person)
    correcting.withdraw(granvik_case.corrections.get(), by=person)

    entries = Entry.objects.of(granvik_case.municipality).order_by("-number")[:2]
    assert [entry.event for entry in entries] == [
        "decisions.correction_withdrawn",
        "decisions.reading_corrected",
    ]
    assert "2025-04-11" not in str([entry.data for entry in entries])


def test_nobody_at_the_public_door_corrects(granvik_case, council, approved_on):
    before = Entry.objects.count()

    with pytest.raises(PermissionDenied):
        correcting.correct(granvik_case, [approved_on], by=AnonymousUser())

    assert not granvik_case.corrections.exists()
    assert Entry.objects.count() == before


def test_a_case_that_keeps_changing_is_left_alone(granvik_case, approved_on, person, monkeypatch):
    def somebody_was_faster(*_):
        case = Case.objects.get(pk=granvik_case.pk)
        case.revision += 1
        case.save(update_fields=["revision"])
        return read(*_)

    read = correcting.read_texts
    monkeypatch.setattr(correcting, "read_texts", somebody_was_faster)

    with pytest.raises(CaseKeptChanging):
        correcting.correct(granvik_case, [approved_on], by=person)

    assert not granvik_case.corrections.exists()


def test_the_list_tells_what_was_corrected_and_where(granvik_case, council, approved_on, person):
    correcting.correct(granvik_case, [approved_on], by=person)

    [made] = corrections_of(open_folder(granvik_case, Viewer(person)))

    assert (made.value, made.paper, made.line) == ("2025-04-11", council.paper, approved_on.line)
    assert not made.unplaced


def test_a_correction_without_a_place_is_kept_and_said(granvik_case, person):
    lost = Correction(
        file="granvik.txt", line=1, kind="motion", field="name", value="Alva Birk", called="Ingen Alls"
    )

    correcting.correct(granvik_case, [lost], by=person)

    [made] = corrections_of(open_folder(granvik_case, Viewer(person)))
    assert made.unplaced
