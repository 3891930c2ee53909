"""What the invented Granvik's units have answered, for the demo. Django has to have begun before."""

import datetime as dt
from collections import defaultdict
from itertools import cycle
from typing import Final
from uuid import uuid4

from forebygg.accounts.models import Municipality, SystemUser, User
from forebygg.accounts.services import system_user
from forebygg.commitments.models import Answer, AnswerLink, Share, State
from forebygg.commitments.permissions import ANSWER
from forebygg.commitments.services.answering import Given, answer
from forebygg.commitments.services.links import answer_by_link, send_link
from forebygg.organisation.models import Holding, Role, Unit

ANSWERED_ON: Final = dt.date(2025, 11, 14)
# What the units say, one after another; None has not answered, as some never have.
_SAID: Final = (
    (State.DONE, "Togs upp på arbetsplatsträffen i oktober. Rutinen ligger på intranätet.", ""),
    (State.UNDER_WAY, "Halva personalen är klar, resten i vår.", ""),
    None,
    (State.NOT_BEGUN, "", "Väntar på att utbildningen upphandlas."),
    (State.DONE, "Beslutat den 3 november.", ""),
    (State.NOT_APPLICABLE, "", "Verksamheten möter inga unga."),
    (State.UNDER_WAY, "Första träffen är hållen.", ""),
)


def answer_for_granvik(municipality: Municipality) -> None:
    """Some in the product, the others by a link each; a second time changes nothing."""
    if Answer.objects.of(municipality).exists():
        return
    said = cycle(_SAID)
    given: dict[Unit, list[Given]] = defaultdict(list)
    shares = Share.objects.of(municipality).current().select_related("commitment", "unit__authority")
    for share in shares.order_by("commitment__number", "unit__number"):
        if told := next(said):
            state, evidence, because = told
            number = share.commitment.number
            given[share.unit].append(
                Given(commitment=number, key=uuid4(), state=state, evidence=evidence, because=because)
            )
    people = Holding.objects.of(municipality).current().filter(post__role=Role.ANSWERER)
    users = [holding.user for holding in people.select_related("user")]
    for unit, answers in given.items():
        unit.municipality = municipality
        _answer(unit, answers, users)


def _answer(unit: Unit, given: list[Given], users: list[User]) -> None:
    """By whoever answers for the unit, else by a link."""
    for user in users:
        if ANSWER.allows(user, within=unit.municipality, at=unit):
            answer(unit, given, on=ANSWERED_ON, by=user)
            return
    link = send_link(unit, _keep_silent, by=system_user(SystemUser.COMMAND))
    answer_by_link(link, given, on=ANSWERED_ON)


def _keep_silent(_link: AnswerLink, _token: str) -> None:
    """Nobody invented reads e-mail."""
