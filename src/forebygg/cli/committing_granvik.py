"""What the invented Granvik has promised in its plan, for the demo. Django has to have begun before."""

import datetime as dt
import secrets
from dataclasses import dataclass, replace
from typing import Final

from forebygg.accounts.models import Municipality, SystemUser, User
from forebygg.accounts.services import invent_person, system_user
from forebygg.commitments.models import Commitment, Ground
from forebygg.commitments.selectors.places import holding
from forebygg.commitments.services.changing import Cited, assign, make
from forebygg.commitments.services.concerning import concern
from forebygg.commitments.services.settling import confirm, reject
from forebygg.commitments.services.terms import Terms
from forebygg.organisation.models import Post, Role, Unit
from forebygg.organisation.services.posts import appoint, relieve
from forebygg.plans.models import Goal, Wording

_SCHOOLS: Final = ("Granviksskolan", "Norra skolan", "Granviks gymnasium")
_YOUNG: Final = (*_SCHOOLS, "Elevhälsan", "Fritidsgården Verkstan", "Barn och familj", "Fältgruppen")
_OFFICES: Final = (
    "Kommunledningskontoret",
    "Utbildningsförvaltningen",
    "Socialförvaltningen",
    "Kultur- och fritidsförvaltningen",
)


@dataclass(frozen=True, kw_only=True)
class _Promise:
    """How its sentence begins, whose it is, whom it concerns, and the words of the goal that it serves."""

    opening: str
    terms: Terms
    board: str
    owner: Role | None = None
    units: tuple[str, ...] = ()
    goal: str = ""


_PROMISES: Final = (
    _Promise(
        opening="Undervisningen ska ge",
        board="Utbildningsnämnden",
        terms=Terms(
            what="Undervisningen ska ge alla elever vana att pröva källor, även i sociala medier.",
            level="general",
            due_on=dt.date(2026, 12, 15),
            rhythm="term",
            evidence="Planering i minst två ämnen per årskurs",
            hours=120,
        ),
        owner=Role.COORDINATOR,
        units=_SCHOOLS,
        goal="vet vad de ska göra",
    ),
    _Promise(
        opening="På alla tre nivåerna",
        board="Socialnämnden",
        terms=Terms(
            what="Socialtjänsten, skolan, elevhälsan och fritidsgårdarna deltar på alla tre nivåerna.",
            counterparts="polisen, hälso- och sjukvården",
        ),
        owner=Role.MEMBER,
        units=_YOUNG,
    ),
    _Promise(
        opening="Det lokala brottsförebyggande rådet",
        board="Kommunstyrelsen",
        terms=Terms(
            what="Rådet samordnar arbetet med föreningar, trossamfund och näringsliv.",
            counterparts="föreningar, trossamfund, näringsliv",
            due_on=dt.date(2026, 6, 1),
            rhythm="quarter",
            evidence="Rådets minnesanteckningar",
            hours=40,
        ),
        owner=Role.MEMBER,
    ),
    _Promise(
        opening="Den som möter barn och unga",
        board="Utbildningsnämnden",
        terms=Terms(
            what="Den som möter barn och unga i sitt arbete får en grundläggande utbildning.",
            level="general",
            due_on=dt.date(2026, 10, 1),
            rhythm="year",
            evidence="Deltagarlistans antal i utbildningsregistret",
            hours=600,
            money=180_000,
        ),
        owner=Role.ANSWERER,
        units=_YOUNG,
        goal="vet vad de ska göra",
    ),
    _Promise(
        opening="Utbildningen ska även erbjudas",
        board="Kultur- och fritidsnämnden",
        terms=Terms(
            what="Föreningar som får bidrag av kommunen erbjuds utbildningen.",
            level="general",
            due_on=dt.date(2026, 9, 30),
            evidence="Inbjudan och antal föreningar",
        ),
        units=("Kultur- och fritidsförvaltningen",),
    ),
    _Promise(
        opening="Utbildningen upprepas",
        board="Kommunstyrelsen",
        terms=Terms(what="Utbildningen upprepas vart tredje år.", due_on=dt.date(2028, 10, 1), money=60_000),
        owner=Role.COORDINATOR,
    ),
    _Promise(
        opening="Kommunen ska erbjuda anhöriga",
        board="Socialnämnden",
        terms=Terms(
            what="Anhöriga erbjuds råd och stöd, även när den de oroar sig för inte själv vill ha hjälp.",
            level="individual",
            rhythm="half_year",
            due_on=dt.date(2026, 6, 30),
            evidence="Antal samtal",
            hours=200,
        ),
        units=("Barn och familj", "Vuxenenheten"),
        goal="får råd och stöd",
    ),
    _Promise(
        opening="Varje förvaltning bör utse",
        board="Kommunstyrelsen",
        terms=Terms(
            what="Varje förvaltning utser en kontaktperson för planen.",
            due_on=dt.date(2025, 12, 1),
            evidence="Beslut om vem det är",
            hours=8,
        ),
        owner=Role.COORDINATOR,
        units=_OFFICES,
    ),
    _Promise(
        opening="Varje förvaltning tar fram",
        board="Kommunstyrelsen",
        terms=Terms(what="Varje förvaltning tar fram de rutiner som saknas.", due_on=dt.date(2026, 12, 31)),
        units=_OFFICES,
    ),
    _Promise(
        opening="Kommunstyrelsen följer upp",
        board="Kommunstyrelsen",
        terms=Terms(
            what="Planen följs upp tillsammans med det lokala brottsförebyggande rådet.",
            due_on=dt.date(2026, 3, 31),
            rhythm="year",
            evidence="Uppföljningen som den redovisas för kommunstyrelsen",
            hours=80,
        ),
        owner=Role.COORDINATOR,
    ),
)
_NONE: Final = ("Insatserna riktas till platser", "Det säger vad insatserna är, inte vad någon ska göra.")
_AUDITORS: Final = _Promise(
    opening="Granskning av arbetet mot våldsbejakande extremism, 2025-05-20",
    board="Kommunstyrelsen",
    terms=Terms(
        what="Kommunstyrelsen för en samlad förteckning över vilka som har gått utbildningen.",
        due_on=dt.date(2026, 12, 31),
        evidence="Förteckningens antal per förvaltning",
    ),
)
# Who has left, and what her post owned.
_LEFT: Final = ("lova.mattsson", "Lova Mattsson", "Elevhälsan")


def commit_granvik(municipality: Municipality) -> None:
    """Its commitments, whose they are and whom they concern; a second time changes nothing."""
    edition = next(iter(holding(municipality).values()), None)
    if edition is None or Commitment.objects.of(municipality).exists():
        return
    by = system_user(SystemUser.COMMAND)
    units = {unit.name: unit for unit in Unit.objects.of(municipality).standing()}
    goals = list(Goal.objects.of(municipality).current())
    sentences = Wording.objects.filter(edition=edition).values_list("text", "sentence__number")
    left = _left_behind(municipality, units, by)
    for promise in _PROMISES:
        number = next((number for text, number in sentences if text.startswith(promise.opening)), None)
        if number is None:
            continue
        [made] = confirm(edition, {number: [_terms(promise, units, goals)]}, by=by)
        owner = left if promise.owner is Role.ANSWERER else _post(municipality, promise.owner)
        assign(made, owner, None, by=by)
        concern(made, [units[name] for name in promise.units if name in units], by=by)
    opening, because = _NONE
    none = [number for text, number in sentences if text.startswith(opening)]
    if none:
        reject(edition, none, because, by=by)
    terms = _terms(_AUDITORS, units, goals)
    make(terms, Cited(Ground.Kind.RECOMMENDATION, _AUDITORS.opening), within=municipality, by=by)


def _terms(promise: _Promise, units: dict[str, Unit], goals: list[Goal]) -> Terms:
    served = [goal for goal in goals if promise.goal and promise.goal in goal.text]
    return replace(promise.terms, accountable=units.get(promise.board), goals=served)


def _post(municipality: Municipality, role: Role | None) -> Post | None:
    return Post.objects.of(municipality).filter(role=role).order_by("pk").first() if role else None


def _left_behind(municipality: Municipality, units: dict[str, Unit], by: User) -> Post | None:
    """A post that somebody has left, so that nobody holds it."""
    address, name, unit = _LEFT
    if unit not in units:
        return None
    email = f"{address}@{municipality.slug}.example"
    person = invent_person(email, name, password=secrets.token_urlsafe())
    held = appoint(person, Role.ANSWERER, within=municipality, unit=units[unit], by=by)
    relieve(held, by=by)
    return held.post
