import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from forebygg.accounts.models import User
from forebygg.commitments.services.changing import end
from forebygg.followup.errors import (
    AnotherIsOpen,
    DaysInDisorder,
    MeetingTooEarly,
    MethodMissing,
    NoEditionInForce,
    NoSuchPoint,
    NotClosed,
    NothingConcluded,
    NothingToClose,
    PointChanged,
    PointsLeft,
    WordsMissing,
    WrongStage,
)
from forebygg.followup.models import Conclusion, FrozenPart, Helped, Note, Point, Round
from forebygg.followup.selectors.figures import figures
from forebygg.followup.selectors.frozen import is_unchanged, parts_of
from forebygg.followup.services.closing import close
from forebygg.followup.services.noting import note
from forebygg.followup.services.planning import Terms, change_round, open_round, plan_round
from forebygg.followup.services.reviewing import Concluded, begin_review, conclude
from forebygg.organisation.errors import FutureDay
from forebygg.organisation.models import Role
from forebygg.organisation.services.posts import appoint
from tests.followup.conftest import AUTUMN, SPRING, concluded

MET = dt.date(2025, 9, 1)


def test_a_round_goes_from_draft_to_closed_and_each_act_leaves_one_entry(spring, closed, events):
    round_ = closed(spring)

    assert (round_.stage, round_.number, round_.edition) == ("closed", 1, 3)
    assert events() == [
        "round_planned",
        "round_opened",
        "review_begun",
        "points_concluded",
        "round_closed",
    ]


def test_a_round_is_opened_for_an_edition_in_force(plan, person):
    draft = plan_round(plan, SPRING, by=person)

    with pytest.raises(NoEditionInForce):
        open_round(draft, by=person)


def test_a_plan_has_one_round_at_a_time(plan, spring, person):
    with pytest.raises(AnotherIsOpen):
        open_round(plan_round(plan, AUTUMN, by=person), by=person)


def test_no_round_ends_before_it_begins(plan, person):
    backwards = Terms(name="Fel", starts_on=MET, ends_on=MET - dt.timedelta(days=1), answers_by=MET)

    with pytest.raises(DaysInDisorder):
        plan_round(plan, backwards, by=person)


def test_days_are_changed_until_the_council_reviews(spring, clerk, anew):
    later = Terms(**{**vars(SPRING), "answers_by": dt.date(2025, 8, 1)})
    change_round(spring, later, by=clerk)
    assert anew(spring).answers_by == dt.date(2025, 8, 1)

    begin_review(spring, met_on=MET, by=clerk)
    with pytest.raises(WrongStage):
        change_round(spring, SPRING, by=clerk)


def test_the_council_meets_on_a_day_of_the_round_that_has_come(spring, clerk):
    with pytest.raises(FutureDay):
        begin_review(spring, met_on=dt.date(2999, 1, 1), by=clerk)
    with pytest.raises(MeetingTooEarly):
        begin_review(spring, met_on=dt.date(2024, 12, 31), by=clerk)


def test_nothing_is_concluded_before_the_review(spring, clerk):
    with pytest.raises(WrongStage):
        conclude(spring, [concluded(1)], by=clerk)


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ([], NothingConcluded),
        ([concluded(1), concluded(99)], NoSuchPoint),
        ([concluded(1), concluded(2, version=1)], PointChanged),
        (
            [concluded(1), Concluded(commitment=2, version=0, conclusion=Conclusion.STOP, words=" ")],
            WordsMissing,
        ),
        (
            [
                Concluded(
                    commitment=1,
                    version=0,
                    conclusion=Conclusion.STOP,
                    words="Nej.",
                    helped=Helped.NO,
                    method="?",
                )
            ],
            MethodMissing,
        ),
    ],
)
def test_of_several_points_none_is_kept_when_one_is_wrong(spring, clerk, told, refusal, events):
    begin_review(spring, met_on=MET, by=clerk)

    with pytest.raises(refusal):
        conclude(spring, told, by=clerk)

    assert not Point.objects.exists()
    assert events()[-1] == "review_begun"


def test_a_point_is_recorded_anew_by_whoever_has_seen_it(spring, clerk):
    begin_review(spring, met_on=MET, by=clerk)
    conclude(spring, [concluded(1)], by=clerk)

    conclude(spring, [concluded(1, Conclusion.STOP, version=1, helped=Helped.NO)], by=clerk)

    point = Point.objects.get()
    assert (point.conclusion, point.helped, point.version) == ("stop", "no", 2)


def test_to_stop_a_commitment_does_not_end_it(spring, promised, clerk):
    begin_review(spring, met_on=MET, by=clerk)
    conclude(spring, [concluded(1, Conclusion.STOP)], by=clerk)

    promised[1].refresh_from_db()
    assert promised[1].ended_on is None


@pytest.mark.parametrize(
    ("role", "act"),
    [
        (Role.MEMBER, "close"),
        (Role.REGISTRAR, "close"),
        (Role.REGISTRAR, "conclude"),
        (Role.AUDITOR, "open"),
    ],
)
def test_only_the_council_and_its_coordinator_hold_rounds(granvik, spring, person, role, act):
    other = User.objects.create(email="rut@granvik.example", name="Rut Hav")
    appoint(other, role, within=granvik, by=person)
    acts = {
        "close": lambda: close(spring, by=other),
        "conclude": lambda: conclude(spring, [concluded(1)], by=other),
        "open": lambda: open_round(spring, by=other),
    }

    with pytest.raises(PermissionDenied):
        acts[act]()


def test_a_member_of_the_council_records_what_it_concluded(granvik, spring, person, clerk):
    begin_review(spring, met_on=MET, by=clerk)
    member = User.objects.create(email="rut@granvik.example", name="Rut Hav")
    appoint(member, Role.MEMBER, within=granvik, by=person)

    [point] = conclude(spring, [concluded(1)], by=member)

    assert point.recorded_by == member


def test_a_command_concludes_nothing(spring, clerk, person):
    begin_review(spring, met_on=MET, by=clerk)

    with pytest.raises(PermissionDenied):
        conclude(spring, [concluded(1)], by=person)


def test_a_round_with_points_left_is_not_closed_and_freezes_nothing(spring, clerk, anew):
    begin_review(spring, met_on=MET, by=clerk)
    conclude(spring, [concluded(1), concluded(2)], by=clerk)

    with pytest.raises(PointsLeft):
        close(spring, by=clerk)

    assert anew(spring).stage == "review"
    assert not FrozenPart.objects.exists()


def test_what_has_been_ended_needs_no_conclusion(spring, promised, clerk):
    begin_review(spring, met_on=MET, by=clerk)
    conclude(spring, [concluded(1), concluded(2)], by=clerk)
    end(promised[3], "Det är gjort.", on=dt.date(2025, 5, 1), by=clerk)

    assert close(spring, by=clerk).is_closed


def test_without_commitments_there_is_nothing_to_close(plan, adopted, person, clerk):
    empty = open_round(plan_round(plan, SPRING, by=person), by=person)
    begin_review(empty, met_on=MET, by=clerk)

    with pytest.raises(NothingToClose):
        close(empty, by=clerk)


def test_later_answers_and_changes_move_no_frozen_figure(spring, say, schools, social_board, closed, anew):
    say(schools, 1, "done")
    say(social_board, 3, "not_begun")
    round_ = closed(spring)
    before = told_by(anew(round_))

    say(schools, 1, "not_begun", dt.date(2025, 10, 1))
    say(social_board, 1, "done", dt.date(2025, 10, 1))
    schools.name = "Nya skolan"
    schools.save()

    assert told_by(anew(round_)) == before
    assert is_unchanged(anew(round_), parts_of(round_))


def told_by(of):
    found = figures(of)
    return [found.boards(), found.points(), found.goals(), found.cells([1, 4])]


def test_what_was_frozen_is_what_the_pages_showed_just_before(spring, say, goal, schools, clerk, anew):
    say(schools, 1, "done")
    begin_review(spring, met_on=MET, by=clerk)
    conclude(spring, [concluded(number) for number in (1, 2, 3)], by=clerk)
    before = told_by(anew(spring))

    close(spring, by=clerk)

    assert told_by(anew(spring)) == before
    assert [cell for cell in before[3] if cell.answer] == [(1, 3, "done", "2025-03-01", 1, True)]


@pytest.mark.parametrize(
    "change",
    [
        lambda of: Round.objects.filter(pk=of.pk).update(name="En annan"),
        lambda of: Round.objects.filter(pk=of.pk).update(stage="review", closed_at=None),
        lambda of: FrozenPart.objects.filter(round=of).update(content=[]),
        lambda of: FrozenPart.objects.filter(round=of).delete(),
        lambda of: Note.objects.filter(round=of).update(text="Något annat."),
    ],
    ids=["name", "stage", "part", "parts", "note"],
)
def test_the_database_refuses_to_change_what_was_frozen(spring, closed, clerk, change):
    round_ = closed(spring)
    note(round_, "Norra skolan var klar.", "Svaret kom på papper.", by=clerk)

    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        change(round_)


def test_a_changed_part_is_found_by_its_checksum(spring, closed):
    round_ = closed(spring)
    parts = parts_of(round_)

    parts["commitments"][0]["what"] = "Något annat."

    assert not is_unchanged(round_, parts)


def test_a_closed_round_is_corrected_by_a_note_with_its_reason(spring, closed, clerk, events):
    round_ = closed(spring)

    note(round_, "Norra skolan var klar.", "Svaret kom på papper.", by=clerk)
    second = note(round_, "Södra skolan också.", "Samma sak.", by=clerk)

    assert second.number == 2
    assert events()[-2:] == ["note_added", "note_added"]


def test_an_open_round_takes_no_notes(spring, clerk):
    with pytest.raises(NotClosed):
        note(spring, "Fel.", "Därför.", by=clerk)


def test_an_answer_belongs_to_one_round_though_both_were_on_one_day(
    spring, say, schools, closed, autumn, anew
):
    day = dt.date(2025, 7, 10)
    say(schools, 1, "done", day)
    closed(spring)
    say(schools, 2, "done", day)
    second = anew(autumn())

    answered = {cell.commitment for cell in figures(second).cells([1]) if cell.in_round}
    [board] = [board for board in figures(second).boards() if board.number == 1]

    assert answered == {2}
    assert (board.asked, board.answered, board.earlier, board.never) == (2, 1, 1, 0)


def test_what_a_unit_said_before_the_round_is_no_answer_in_it(spring, say, schools, anew):
    say(schools, 1, "done", dt.date(2024, 11, 1))

    [board] = [board for board in figures(anew(spring)).boards() if board.number == 1]

    assert (board.answered, board.earlier, board.never) == (0, 1, 1)


def test_commitments_of_another_plan_are_no_part_of_a_round(granvik, plan, promised, spring, anew):
    other = plan.__class__.objects.create(municipality=granvik, number=2, title="En annan plan")
    promised[2].plan, promised[3].plan = other, None
    promised[2].save()
    promised[3].save()

    assert [point.number for point in figures(anew(spring)).points()] == [1, 3]


def test_figures_take_as_many_queries_however_much_there_is(
    spring, promised, say, schools, anew, django_assert_num_queries
):
    say(schools, 1, "done")
    of = anew(spring)
    for number in range(10, 20):
        promised[1].pk, promised[1].number = None, number
        promised[1].save()

    with django_assert_num_queries(4):
        figures(of).boards()
    with django_assert_num_queries(5):
        figures(of).points()
    with django_assert_num_queries(2):
        figures(of).cells([1, 4])
