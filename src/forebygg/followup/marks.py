"""How a round, a commitment and a goal stand: a word, with a shape that tells the same."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from forebygg.followup.models import Conclusion, Helped
from forebygg.followup.rules.differing import Difference
from forebygg.followup.rules.doing import Done
from forebygg.followup.rules.nearing import Movement
from forebygg.followup.rules.stages import Stage
from forebygg.web.marks import Mark

STAGES: Final = {
    Stage.DRAFT.value: Mark(_("draft"), "ring", "neutral"),
    Stage.OPEN.value: Mark(_("open for answers"), "half", "info"),
    Stage.REVIEW.value: Mark(_("being reviewed"), "diamond", "info"),
    Stage.CLOSED.value: Mark(_("closed"), "lock", "neutral"),
}
DONE: Final = {
    Done.ALL.value: Mark(_("done by all"), "check", "success"),
    Done.SOME.value: Mark(_("done by some"), "half", "info"),
    Done.NONE.value: Mark(_("done by none"), "ring", "warning"),
    Done.UNANSWERED.value: Mark(_("nobody has answered"), "triangle", "warning"),
    Done.NOBODY.value: Mark(_("concerns no unit"), "dash", "neutral"),
}
HELPED: Final = {
    Helped.YES.value: Mark(_("has helped"), "check", "success"),
    Helped.PARTLY.value: Mark(_("has helped partly"), "half", "info"),
    Helped.NO.value: Mark(_("has not helped"), "cross", "warning"),
    Helped.UNKNOWN.value: Mark(_("not yet known"), "ring", "neutral"),
    "": Mark(_("not judged"), "dash", "neutral"),
}
CONCLUSIONS: Final = {
    Conclusion.CONTINUE.value: Mark(_("continue"), "check", "success"),
    Conclusion.CHANGE.value: Mark(Conclusion.CHANGE.label, "diamond", "info"),
    Conclusion.STOP.value: Mark(_("stop"), "cross", "warning"),
    "": Mark(_("left to review"), "ring", "neutral"),
}
MOVEMENTS: Final = {
    Movement.REACHED.value: Mark(_("target reached"), "check", "success"),
    Movement.NEARER.value: Mark(_("came nearer"), "half", "info"),
    Movement.NO_NEARER.value: Mark(_("came no nearer"), "triangle", "warning"),
    Movement.FURTHER.value: Mark(_("went further away"), "cross", "danger"),
    Movement.FIRST.value: Mark(_("measured for the first time"), "dot", "neutral"),
    Movement.NOT_MEASURED.value: Mark(_("not measured"), "ring", "neutral"),
}
DIFFERENCES: Final = {
    Difference.CHANGED.value: Mark(_("stands otherwise"), "diamond", "info"),
    Difference.FIRST_ANSWER.value: Mark(_("answered for the first time"), "check", "success"),
    Difference.ANSWERED_SAME.value: Mark(_("answered again, the same"), "dot", "neutral"),
    Difference.NEW_COMMITMENT.value: Mark(_("the commitment is new"), "square", "info"),
    Difference.UNIT_ADDED.value: Mark(_("the unit was added"), "square", "info"),
    Difference.ENDED.value: Mark(_("the commitment has ended"), "dash", "neutral"),
    Difference.UNIT_GONE.value: Mark(_("no longer concerns the unit"), "dash", "neutral"),
    Difference.STILL_NEVER.value: Mark(_("still never answered"), "triangle", "warning"),
    Difference.SAME.value: Mark(_("nothing has been said since"), "ring", "neutral"),
}
LATE: Final = Mark(_("late"), "triangle", "danger")
