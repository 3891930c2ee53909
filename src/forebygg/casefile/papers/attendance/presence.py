"""Presence by paragraph and by clock: "från och med § 126 kl. 09.05", "§§ 28, 29", "ej § 35"."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Final

from forebygg.casefile.facts import LineRange
from forebygg.core.dates import read_time

_NUMBER: Final = r"\d{1,4}(?:/\d\d(?!\d))?(?!\d|:\w|[.]\d)"
# Advisory councils number their matters as points ("t.o.m. punkt 5").
_SIGN: Final = r"(?:§{1,2}|paragraf(?:er(?:na)?|en)?|punkt(?:er(?:na)?|en)?)\s*"
_THROUGH: Final = r"\s*(?:[-–—]{1,2}|till\s+och\s+med|t\.?\s?o\.?\s?m\.?|till)\s*"
_RANGE: Final = rf"{_NUMBER}(?:{_THROUGH}(?:{_SIGN})?{_NUMBER})?"
_CLOCK: Final = r"(?:kl(?:ockan)?\b\.?\s*\d{1,2}(?:[.:]\d\d)?|\d{1,2}[.:]\d\d)(?!\d)"
_TOKEN: Final = re.compile(
    rf"(?P<list>{_SIGN}{_RANGE}(?:(?:\s*(?:,|&|;|och|samt)\s*){{1,2}}(?:del(?:ar)?\s+av\s+)?(?:{_SIGN})?{_RANGE}(?!\s*[-–]?\s*[^\W\d_]*\s*vice))*"
    rf"(?P<open>\s*[-–—](?=\s*(?:$|[,;)])))?)"
    rf"|(?P<span>{_CLOCK}\s*(?:[-–—]{{1,2}}|till)\s*(?:{_CLOCK}|\d{{1,2}}(?!\d)))"
    rf"|(?P<after>{_CLOCK}\s*[-–—](?=\s*(?:$|[,;)])))|(?P<before>(?<![\w–-])[-–—]\s*{_CLOCK})"
    rf"|(?P<clock>{_CLOCK})"
    r"|(?P<without>(?:\b(?:deltar|deltog|närvarar|närvarade|tjänstgör|tjänstgjorde)\s+)?\b(?:ej|inte|icke)\b"
    r"(?:\s+(?:närvarande|deltagande|tjänstgörande))?|\b(?:för)?utom\b|\bexkl\.?|\bexklusive\b|\bundantaget\b"
    r"|\bmed\s+undantag\s+(?:av|för)\b|\bfrånvarande\b|\bfrånvaro\b|\bjävi?g?\b|\banmäl(?:er|de)\s+jäv\b)"
    r"|(?P<since>\b(?:fr(?:ån|om)\s+och\s+med|fr(?=\.?\s*(?:kl|\d|§))|fr\.?\s?o\.?\s?m\b\.?|from\b\.?|från|anlän(?:der|de|t)|anl\.|ankom(?:mer|st)?"
    r"|inträd(?:er|de)|kom(?:mer)?|tillkom(?:mer)?|ansluter|anslöt)\b)"
    r"|(?P<until>\b(?:(?:fram\s+)?till\s+och\s+med|fram\s+till|t\.?\s?o\.?\s?m\b\.?|tom\b|till|läm(?:nar|nade|nat)|avvek|avviker|avgick|avgår"
    r"|gick|går|utgick|utgår|utträd(?:er|de))\b)"
    r"|(?P<order>\b(?:efter|före|innan|inför)\b)"
    r"|(?P<filler>\b(?:vid|i|under|delar|del|av|behandling(?:en)?|beslut(?:et|en)?|ärende(?:t|na)?|mötet|sammanträdet"
    r"|punkten|och|samt|närvarande|närvarar|närvarade|deltar|deltog|på\s+grund\s+av|p\.?g\.?a\b\.?|jäv|ca|cirka|handläggning(?:en)?)\b"
    r"|[,.;:()]|(?<=\s)[-–—](?=\s))",
    re.IGNORECASE,
)
_DISTANCE: Final = re.compile(
    r"\b(?:på\s+distans|(?:deltar|deltog|närvarar|närvarade)?\s*(?:via|genom|per)\s+(?:teams|zoom|skype|länk|videolänk|"
    r"video|telefon|webb|distans)|digitalt|distans(?:deltagande|närvaro)?)\b",
    re.IGNORECASE,
)
_POINT: Final = re.compile(r"(?<=\d)\s+p(?:unkt)?\.?\s*\d{1,2}\b(?![.:])")  # "§ 5 p 2": within a paragraph
_ABROAD: Final = re.compile(r"distans|digital|via|genom|per\s", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_NUMBERS: Final = re.compile(
    rf"(?P<first>\d{{1,4}})(?:/\d\d)?(?:{_THROUGH}(?:{_SIGN})?(?P<last>\d{{1,4}})(?:/\d\d)?)?", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class Presence:
    """When somebody took part; `rest` is the text without the words that say so.

    `excluded` are the paragraphs without that person; what is left of the meeting follows from its
    range (`within`).
    """

    from_paragraph: int | None = None
    to_paragraph: int | None = None
    from_time: dt.time | None = None
    to_time: dt.time | None = None
    paragraphs: tuple[LineRange, ...] | None = None
    excluded: tuple[LineRange, ...] = ()
    rest: str = ""

    def within(self, meeting: LineRange | None) -> "Presence | None":
        """The same presence without exclusions, or None if the meeting's range would have to be guessed."""
        if not self.excluded:
            return self
        first = self.from_paragraph or (meeting and meeting[0])
        last = self.to_paragraph or (meeting and meeting[1])
        if self.paragraphs is None and (first is None or last is None):
            return None
        base = self.paragraphs or ((first or 0, last or 0),)
        left = tuple(part for whole in base for part in _without(whole, self.excluded))
        if len(left) == 1 and self.paragraphs is None:
            start, end = left[0]
            return replace(
                self,
                from_paragraph=start if start != first else self.from_paragraph,
                to_paragraph=end if end != last else self.to_paragraph,
                excluded=(),
            )
        return replace(self, paragraphs=left, excluded=())


def ranges(text: str) -> list[LineRange]:
    """Inclusive ranges, neighbours joined: "28, 29 och 33–35" is two."""
    pairs = ((int(match["first"]), int(match["last"] or match["first"])) for match in _NUMBERS.finditer(text))
    return _joined([(first, last) for first, last in pairs if first <= last])


def _joined(found: list[LineRange]) -> list[LineRange]:
    """In order, each paragraph once, neighbours as one range."""
    joined: list[LineRange] = []
    for first, last in sorted(found):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _without(whole: LineRange, holes: tuple[LineRange, ...]) -> list[LineRange]:
    left, start = [], whole[0]
    for first, last in sorted(holes):
        if last < start or first > whole[1]:
            continue
        if first > start:
            left.append((start, first - 1))
        start = last + 1
    return [*left, (start, whole[1])] if start <= whole[1] else left


def read_presence(text: str) -> Presence:
    """The presence that a line of the list of attendance tells, and what else stands on the line."""
    if not text.strip(" ,."):
        return Presence(rest=text)
    if _ABROAD.search(text):
        text = _DISTANCE.sub(" ", text)
    if not _DIGIT.search(text):
        return Presence(rest=text)
    text = _POINT.sub("", text)
    reading = _Reading(text)
    for token in _TOKEN.finditer(text):
        reading.take(token)
    return reading.result()


class _Reading:
    """Follows the words from left to right: a marker ("t.o.m.") says what the next value means."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._mode: str | None = None
        self._mode_at = 0
        self._order = 0
        self._end = 0
        self._valued = False
        self._consumed: list[tuple[int, int]] = []
        self._times: dict[str, dt.time | None] = {}
        self._bounds: dict[str, int] = {}
        self._listed: list[LineRange] = []
        self._just_listed: list[LineRange] = []
        self._single = True
        self._excluded: list[LineRange] = []

    def take(self, token: re.Match[str]) -> None:
        if self._text[self._end : token.start()].strip():
            self._mode, self._order, self._just_listed = None, 0, []
        self._end = token.end()
        match kind := token.lastgroup:
            case "since" | "until" | "without":
                if kind == "without" and self._mode == "without" and not self._valued:
                    return
                if token.group().casefold().startswith("jäv") and self._just_listed:
                    self._excluded += self._just_listed  # "§ 5 på grund av jäv"
                    del self._listed[-len(self._just_listed) :]
                self._mode, self._mode_at, self._order, self._valued = kind, token.start(), 0, False
            case "order":
                self._order = 1 if token.group().casefold() == "efter" else -1
            case "list":
                self._paragraphs(token)
            case "span":
                self._clock_span(token)
            case "after" | "before":
                self._times["since" if kind == "after" else "until"] = _time(token.group().strip("-–— "))
                self._consume(token)
            case "clock":
                self._clock(token)

    def _consume(self, token: re.Match[str]) -> None:
        start = self._mode_at if self._mode and not self._valued else token.start()
        self._consumed.append((start, token.end()))
        self._valued = True

    def _paragraphs(self, token: re.Match[str]) -> None:
        found = ranges(token["list"])
        if not found:
            return
        first, last = found[0][0], found[-1][1]
        match self._mode:
            case "since":
                self._bounds["since"] = first + 1 if self._order > 0 else first
                if last > first:
                    self._bounds["until"] = last
                    self._consume(token)
                    self._mode = "until"  # a clock that follows tells when the person left
                    return
            case "until":
                self._bounds["until"] = last - 1 if self._order < 0 else last
            case "without":
                self._excluded += found
            case _:
                if token["open"]:
                    self._bounds["since"] = first
                else:
                    self._single = (
                        self._single
                        and not self._listed
                        and not re.search(r"\d\s*(?:,|och|samt|&|;)", token["list"])
                    )
                    self._listed += found
                    self._just_listed = found
        self._consume(token)

    def _clock_span(self, token: re.Match[str]) -> None:
        first, last = re.split(r"\s*(?:[-–—]{1,2}|till)\s*", token["span"], maxsplit=1)
        self._times |= {"since": _time(first), "until": _time(last)}
        self._consume(token)

    def _clock(self, token: re.Match[str]) -> None:
        if self._mode in {"since", "until"}:
            self._times[self._mode] = _time(token["clock"])
            self._consume(token)
        elif self._listed:
            self._consume(token)  # "§ 52 kl. 10.05": a clock that says neither from nor to

    def result(self) -> Presence:
        since, until = self._bounds.get("since"), self._bounds.get("until")
        paragraphs: tuple[LineRange, ...] | None = None
        if self._listed:
            listed = _joined(self._listed)
            since = listed[0][0] if since is None else since
            until = listed[-1][1] if until is None else until
            if not (self._single and len(listed) == 1):
                paragraphs = tuple(listed)
        return Presence(
            from_paragraph=since,
            to_paragraph=until,
            from_time=self._times.get("since"),
            to_time=self._times.get("until"),
            paragraphs=paragraphs,
            excluded=tuple(self._excluded),
            rest=self._rest(),
        )

    def _rest(self) -> str:
        pieces, at = [], 0
        for start, end in self._consumed:
            pieces.append(self._text[at:start])
            at = max(at, end)
        pieces.append(self._text[at:])
        return " , ".join(pieces) if self._consumed else self._text


def _time(text: str) -> dt.time | None:
    digits = re.sub(r"(?i)^kl(?:ockan)?\.?\s*", "", text.strip())
    return read_time(digits if re.search(r"[.:]", digits) else f"{digits}.00")
