"""`{% load decisions %}`: how meetings, decisions and law are said on a page."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from django import template
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from forebygg.decisions.models import Attendance, Item
from forebygg.decisions.rules.motions import Became
from forebygg.decisions.rules.presence import Presence
from forebygg.decisions.selectors.search import ItemRow
from forebygg.law.board import AppealTime, Clock, Kept
from forebygg.law.cards import Card
from forebygg.law.natures import Assessment, Nature
from forebygg.law.rules import Deadline
from forebygg.web.dates import written_day
from forebygg.web.html import NOTHING, Html, together
from forebygg.web.marks import STATES, Mark

register = template.Library()

_OUTCOMES: Final = {
    "decided": Mark(_("decided"), "check", "success"),
    "sent_back": Mark(_("sent back"), "half", "info"),
    "tabled": Mark(_("tabled"), "ring", "neutral"),
    "withdrawn": Mark(_("withdrawn"), "dash", "neutral"),
    "noted": Mark(_("noted"), "dot", "neutral"),
}
_FATES: Final = {
    Became.CARRIED: STATES["carried"],
    Became.IN_PART: Mark(_("carried in part"), "half", "info"),
    Became.REJECTED: STATES["rejected"],
    Became.WITHDRAWN: Mark(_("taken back"), "dash", "neutral"),
    Became.UNTOLD: Mark(_("the minutes do not say what became of it"), "ring", "neutral"),
}
_NATURES: Final = {
    Nature.APPEALABLE: ("diamond", "info"),
    Nature.PREPARATORY: ("half", "neutral"),
    Nature.BOTH: ("diamond", "info"),
    Nature.NOTHING_DECIDED: ("dash", "neutral"),
    Nature.UNKNOWN: ("ring", "neutral"),
}
_KEPT: Final = {
    Kept.IN_TIME: ("check", "success"),
    Kept.LATE: ("triangle", "warning"),
    Kept.EARLY: ("triangle", "warning"),
    Kept.UNCERTAIN: ("ring", "neutral"),
}
_CLOCKS: Final = {
    Clock.NOT_STARTED: Mark(_("has not begun"), "ring", "neutral"),
    Clock.RUNNING: Mark(_("running"), "half", "info"),
    Clock.ENDED: Mark(_("ended"), "check", "neutral"),
    Clock.CUT_SHORT: Mark(_("notice came down early"), "triangle", "warning"),
}
_CARD: Final = Html(
    '<details class="law"><summary>{name}, {provision}{mark}</summary>\n<p>{text}</p>\n'
    '<p class="quiet">{standing} {source}</p></details>'
)
_PARAGRAPH: Final = Html("<p>{part}</p>")
_UNCHECKED: Final = Html(" {mark}")
_PRESENCES: Final = {
    Presence.SERVES: _("serves"),
    Presence.ATTENDS: _("present"),
    Presence.AWAY: _("away"),
}


class Named(Protocol):
    """Somebody with or without a party."""

    name: str
    party: str


# -- marks ------------------------------------------------------------------------------------------------


@register.simple_tag
def outcome(item: Item | ItemRow) -> SafeString:
    """What the body did with the matter; nothing where the paper does not say."""
    return _OUTCOMES[item.outcome].html if item.outcome else NOTHING


@register.simple_tag
def fate(became: Became) -> SafeString:
    """What became of a motion."""
    return _FATES[became].html


@register.simple_tag
def nature(assessment: Assessment) -> SafeString:
    """Whether an item may be appealed."""
    shape, tone = _NATURES[assessment.nature]
    return Mark(gettext(assessment.nature.label), shape, tone).html


@register.simple_tag
def kept(how: Kept | None) -> SafeString:
    """Whether a day was in time."""
    if how is None:
        return NOTHING
    shape, tone = _KEPT[how]
    return Mark(gettext(how.label), shape, tone).html


@register.simple_tag
def clock(time: AppealTime) -> SafeString:
    """Where the time to appeal stands, in a word."""
    return _CLOCKS[time.clock].html


@register.filter
def presence(how: Presence) -> str | Promise:
    """How somebody was there, in a word."""
    return _PRESENCES[how]


# -- people, bodies, paragraphs, times --------------------------------------------------------------------


@register.filter
def called(person: Named) -> str:
    """The name with its party: "Tove Rönnlid (MP)"."""
    return f"{person.name} ({person.party})" if person.party else person.name


@register.filter
def persons(people: Sequence[Named]) -> str:
    """Everybody in one phrase: "A (S), B (M) and C (V)"."""
    names = [called(person) for person in people]
    if len(names) < 2:
        return "".join(names)
    return gettext("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


@register.filter
def inline(body: str) -> str:
    """The body's name inside a sentence: Swedish writes it small there."""
    swedish = (get_language() or "").startswith("sv")
    return body[:1].lower() + body[1:] if swedish else body


@register.filter
def paragraphs(span: tuple[int, int]) -> str:
    """Paragraphs as minutes number them: "§ 41", "§§ 30–43"."""
    first, last = span
    return f"§ {first}" if first == last else f"§§ {first}–{last}"


@register.simple_tag
def span(first: int, last: int | None) -> str:
    """The same of a first and a last paragraph."""
    return paragraphs((first, first if last is None else last))


@register.filter
def oclock(value: dt.time | None) -> str:
    """18.30 in Swedish, 18:30 in English."""
    if value is None:
        return ""
    return f"{value:%H.%M}" if (get_language() or "").startswith("sv") else f"{value:%H:%M}"


@register.filter
def while_there(person: Attendance) -> str:
    """When somebody was there, if not the whole meeting: "from § 47, 09.20"."""
    if person.paragraphs:
        return "§§ " + ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in person.paragraphs)
    since = _when(person.from_paragraph, person.from_time)
    until = _when(person.to_paragraph, person.to_time)
    if since and since == until:
        return since
    parts = [gettext("from {when}").format(when=since)] if since else []
    parts += [gettext("to {when}").format(when=until)] if until else []
    return ", ".join(parts)


def _when(paragraph: int | None, at: dt.time | None) -> str:
    return ", ".join([*([f"§ {paragraph}"] if paragraph else []), *([oclock(at)] if at else [])])


# -- law --------------------------------------------------------------------------------------------------


@register.simple_tag
def lawcard(card: Card) -> SafeString:
    """What a provision says, opened when asked for; if nobody has read it in the statute, that is said."""
    language = get_language() or "sv"
    standing = gettext(card.standing.msgid).format_map(_written(card.standing.values))
    return _CARD(
        name=card.statute.name(language),
        provision=card.provision(language),
        mark=NOTHING if card.is_verified else _UNCHECKED(mark=Mark(standing, "triangle", "warning").html),
        text=card.text(language),
        standing=standing,
        source=card.source(language),
    )


@register.simple_tag
def appeal_sentence(time: AppealTime) -> str:
    """Where the time to appeal stands, in a sentence."""
    told = time.sentence
    return gettext(told.msgid).format_map(_written(told.values))


@register.simple_tag
def put_off(deadline: Deadline) -> str:
    """The days off that moved the last day: "22 March 2025 (Saturday), 23 March 2025 (Sunday)"."""
    language = get_language() or "sv"
    return ", ".join(f"{written_day(one.day)} ({one.name(language)})" for one in deadline.put_off_because)


def _written(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: written_day(value) if isinstance(value, dt.date) else value for name, value in values.items()
    }


# -- the record's own words -------------------------------------------------------------------------------


@register.filter
def said_paragraphs(text: str) -> SafeString:
    """A stored text, its paragraphs apart."""
    parts: Iterable[str] = (part.strip() for part in text.split("\n\n"))
    return together(_PARAGRAPH(part=part) for part in parts if part)
