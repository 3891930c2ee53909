"""How the invented Granvik has followed up its plan, for the demo. Django has to have begun before."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import uuid4

from forebygg.accounts.models import Municipality, SystemUser, User
from forebygg.accounts.services import system_user
from forebygg.commitments.models import AnswerLink, Commitment, Share, State
from forebygg.commitments.permissions import ANSWER
from forebygg.commitments.services.answering import Given, answer
from forebygg.commitments.services.changing import end
from forebygg.commitments.services.links import answer_by_link, send_link
from forebygg.followup.models import Conclusion, Helped, Round
from forebygg.followup.permissions import CLOSE
from forebygg.followup.services.closing import close
from forebygg.followup.services.noting import note
from forebygg.followup.services.planning import Terms, open_round, plan_round
from forebygg.followup.services.reviewing import Concluded, begin_review, conclude
from forebygg.indicators.models import Indicator
from forebygg.indicators.services import Measured, record_outcome
from forebygg.organisation.models import Holding, Role, Unit
from forebygg.plans.selectors.adoptions import in_force_editions

_AUTUMN: Final = Terms(
    name="Uppföljning hösten 2025",
    starts_on=dt.date(2025, 7, 1),
    ends_on=dt.date(2025, 12, 31),
    answers_by=dt.date(2026, 1, 15),
)
_SPRING: Final = Terms(
    name="Uppföljning våren 2026",
    starts_on=dt.date(2026, 1, 1),
    ends_on=dt.date(2026, 6, 30),
    answers_by=dt.date(2026, 8, 31),
)
_MET_ON: Final = dt.date(2026, 2, 10)
_ANSWERED_ON: Final = dt.date(2026, 5, 20)


@dataclass(frozen=True, kw_only=True)
class _Said:
    """What the council says of the commitment whose words hold `about`."""

    about: str
    conclusion: Conclusion
    words: str
    helped: Helped = Helped.UNKNOWN
    method: str = ""
    source: str = ""


_OTHERS: Final = _Said(
    about="",
    conclusion=Conclusion.CONTINUE,
    words="Arbetet är på väg. Det är för tidigt att säga om det har effekt.",
)
_COUNCIL: Final = (
    _Said(
        about="grundläggande utbildning",
        conclusion=Conclusion.CONTINUE,
        words="Fler vet vart de ska vända sig. Utbildningen fortsätter, först för vikarier.",
        helped=Helped.PARTLY,
        method="Samma fråga före och efter, samma år som utbildningen",
        source="Medarbetarenkäten, fråga 14",
    ),
    _Said(
        about="Föreningar som får bidrag",
        conclusion=Conclusion.STOP,
        words="Ingen förening har anmält sig på två år. Föreningsrådet vill hellre bjuda in till egna möten.",
        helped=Helped.NO,
        method="Antal anmälda, och samtal med föreningsrådet",
        source="Kultur- och fritidsförvaltningens anmälningslista",
    ),
    _Said(
        about="råd och stöd",
        conclusion=Conclusion.CHANGE,
        words="Samtalen blir färre, och anhöriga hittar inte dit. Stödet ska gå att nå även på kvällen.",
        helped=Helped.NO,
        method="Antal samtal per halvår",
        source="Familjerådgivningens statistik",
    ),
)
_NOTE: Final = (
    "Fritidsgården Verkstan var klar med utbildningen redan i december.",
    "Svaret skickades på papper och kom fram efter att omgången hade stängts.",
)
_BY_LINK: Final = ("Granviksskolan", "Elevhälsan", "Fältgruppen")
# The talks with relatives stand still in the spring: a goal that came no nearer.
_STILL: Final = ("Samtal i stödet", dt.date(2026, 2, 1), Decimal(13), "Familjerådgivningens statistik")


def follow_up_granvik(municipality: Municipality) -> None:
    """One closed round and one open; a second time changes nothing. Without its people there are none."""
    plan = next(iter(in_force_editions(municipality).values()), None)
    coordinator = _holder(municipality, Role.COORDINATOR)
    if plan is None or coordinator is None or Round.objects.of(municipality).exists():
        return
    if not CLOSE.allows(coordinator, within=municipality):
        return
    autumn = open_round(plan_round(plan.plan, _AUTUMN, by=coordinator), by=coordinator)
    begin_review(autumn, met_on=_MET_ON, by=coordinator)
    conclude(autumn, _concluded(municipality), by=coordinator)
    autumn = close(autumn, by=coordinator)
    note(autumn, *_NOTE, by=coordinator)
    _stop(municipality, coordinator)
    _measure(municipality)
    open_round(plan_round(plan.plan, _SPRING, by=coordinator), by=coordinator)
    _answer_again(municipality)


def _concluded(municipality: Municipality) -> Sequence[Concluded]:
    told = []
    for commitment in Commitment.objects.of(municipality).standing().order_by("number"):
        said = next((one for one in _COUNCIL if one.about in commitment.what), _OTHERS)
        told.append(
            Concluded(
                commitment=commitment.number,
                version=0,
                conclusion=said.conclusion,
                words=said.words,
                helped=said.helped,
                method=said.method,
                source=said.source,
            )
        )
    return told


def _stop(municipality: Municipality, by: User) -> None:
    """What the council advised, by the act that ends a commitment."""
    advised = next(said for said in _COUNCIL if said.conclusion is Conclusion.STOP)
    found = Commitment.objects.of(municipality).standing().select_related("municipality")
    for commitment in found.filter(what__contains=advised.about):
        end(commitment, advised.words, on=dt.date(2026, 3, 2), by=by)


def _measure(municipality: Municipality) -> None:
    name, on, value, source = _STILL
    indicators = Indicator.objects.of(municipality).filter(name__startswith=name)
    for indicator in indicators.select_related("municipality"):
        measured = Measured(on=on, value=value, source=source)
        record_outcome(indicator, measured, by=system_user(SystemUser.COMMAND))


def _answer_again(municipality: Municipality) -> None:
    """Half a year later some stand further on, some the same, and one answers for the first time."""
    people = Holding.objects.of(municipality).current().filter(post__role=Role.ANSWERER)
    users = [holding.user for holding in people.select_related("user").order_by("pk")]
    shares = Share.objects.of(municipality).current().select_related("commitment", "unit__authority")
    anew: dict[Unit, list[Given]] = defaultdict(list)
    for share in shares.order_by("commitment__number", "unit__number"):
        anew[share.unit].append(_anew(share))
    for unit, given in anew.items():
        unit.municipality = municipality
        by = next((one for one in users if ANSWER.allows(one, within=municipality, at=unit)), None)
        if by is not None:
            answer(unit, given, on=_ANSWERED_ON, by=by)
        elif unit.name in _BY_LINK:
            link = send_link(unit, _keep_silent, by=system_user(SystemUser.COMMAND))
            answer_by_link(link, given, on=_ANSWERED_ON)


def _keep_silent(_link: AnswerLink, _token: str) -> None:
    """Nobody invented reads e-mail."""


def _anew(share: Share) -> Given:
    further = {"": State.NOT_BEGUN, State.NOT_BEGUN: State.UNDER_WAY, State.UNDER_WAY: State.DONE}
    state = State(further.get(share.state, share.state))
    return Given(
        commitment=share.commitment.number,
        key=uuid4(),
        state=state,
        evidence="Genomgång på arbetsplatsträffen i maj." if state is State.DONE else "",
        because="Verksamheten möter inga unga." if state is State.NOT_APPLICABLE else "",
    )


def _holder(municipality: Municipality, role: Role) -> User | None:
    held = Holding.objects.of(municipality).current().filter(post__role=role, post__unit=None)
    found = held.select_related("user").order_by("pk").first()
    return found.user if found else None
