"""Ballots (votering, omröstning): their figures in the item, and in the rolls printed as appendices."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from forebygg.casefile.facts import Vote
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.items.sections import Section
from forebygg.casefile.people import persons
from forebygg.casefile.prose import Passage, sentence_spans

NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton "
        "nitton tjugo".split()
    )
} | {"ett": 1, "ingen": 0, "inga": 0, "inget": 0}
_COUNT: Final = rf"\d{{1,3}}|{'|'.join(NUMBERS)}"
_KIND: Final = r"ja|nej|avst[åo]\w*|nedlagda?|frånv\w*|blanka?"
_FIGURE: Final = re.compile(
    rf"(?<![\w./-])(?P<count>{_COUNT})(?:\s+\(\d{{1,3}}\))?\s+(?:st\.?\s+|stycken\s+|ledam(?:öter|ot)\s+|personer\s+|röst(?:er)?\s+)?"
    r"(?:(?:som\s+)?(?:är|var|röstar|röstade|röstat|har röstat|har|som)\s+)?(?:för\s+)?[\"”“'’]?"
    rf"(?P<kind>{_KIND})(?![a-zåäö])"
    rf"|\b(?P<label>{_KIND})[\"”'’]?(?:[- ]?röst(?:er|ar)?|-?sägare|ende)?(?:\s+från\s+att\s+rösta)?"
    r"\s*[:=–-]?\s*\(?(?P<value>\d{1,3})(?!\d|[./]\d|\s*(?:kap|§))(?:\s+(?:röster|ledamöter|st))?\)?",
)
_SIDE: Final = re.compile(
    r"(?<![\w./-])(?P<count>\d{1,3})\s+(?:ledamöter\s+)?(?:röstar|röstade|röster|röst)\s+(?P<side>för|emot|mot)\b",
    re.IGNORECASE,
)
_SAYS: Final = re.compile(
    r"\b(?:röstar?|röstade|röstat)\s+(?:för\s+)?[\"”“']?(?P<kind>ja|nej)\b|\b(?P<abstains>avstår|avstod)\b|"
    r"\b(?P<absent>frånvarande)\b|(?P<list>\b(?:ja|nej)-?(?:röste?r?|sägare)?\b)(?:\s+(?:har\s+)?(?:avge|avgav|avgivit|lämna)\w*\s+av)?\s*:",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(
    r"(?:votering|omröstning)(?:en)?\s+(?:är\s+)?begär|voteringsproposition|omröstningsproposition|"
    r"följande\s+(?:voterings|propositions|omröstnings)ordning"
)
# Looked for first, in small letters: it is cheaper.
_STEMS: Final = ("ja", "nej", "röst", "vot", "avst", "frånv")
_CALLS: Final = ("voter", "röstning", "sordning")
_KINDS: Final = re.compile(r"\b(?:ja|nej|avst|nedlag|frånv|blank)")
_COUNTED: Final = 80  # characters from a count to its kind, with room for wide spaces
_QUOTED: Final = re.compile(r"(?:[Pp]roposition|ordning)[^\"”“:]{0,80}:\s*[\"”“][^\"”“]{0,1000}[\"”“]\.?")
_TOTALS: Final = re.compile(
    r"(?:Summa|Antal|Totalt|Resultat|Röster)\b\D{0,30}(?P<figures>\d{1,3}(?:\s+\d{1,3}){1,3})\s*$"
)
_COLUMN: Final = re.compile(
    r"\b(?:Ja|Nej|Avstår|Avstod|Avstående|Frånvarande|Frånv\.?)(?![\wåäö])", re.IGNORECASE
)
_MARK: Final = re.compile(r"\s[Xx✓](?:\s|$)")
_VOTES: Final = ("ja", "nej", "avstår", "avstod", "frånvarande")
_ROW: Final = re.compile(rf"(?P<who>\S.*?\S)\s+(?P<vote>{'|'.join(_VOTES)})", re.IGNORECASE)


class _Figure(NamedTuple):
    kind: str
    votes: int
    line: int
    counted: bool  # names were counted; a printed figure goes before it


class _Tally:
    """The ballots found so far; the last one may still lack figures."""

    def __init__(self) -> None:
        self.votes: list[dict[str, _Figure]] = []
        self.begun = True

    def begin(self) -> None:
        """Another ballot is called: the next yes or no is not the last ballot's told again."""
        self.begun = True
        if self.votes and not {"yes", "no"} <= self.votes[-1].keys():
            self.votes.pop()

    def add(self, figure: _Figure) -> None:
        if figure.kind in {"yes", "no"}:
            if self.begun or not self.votes or self._differs(figure):
                self.votes.append({})
            self.begun = False
        elif not self.votes:
            return
        old = self.votes[-1].get(figure.kind)
        if old is None or (old.counted and not figure.counted):
            self.votes[-1][figure.kind] = figure

    def fitting(self, table: Sequence[_Figure]) -> Sequence[_Figure]:
        """The table's figures, unless it is another ballot's: the last one has others printed."""
        last = self.votes[-1] if self.votes else {}
        other = any(
            (printed := last.get(figure.kind)) and not printed.counted and printed.votes != figure.votes
            for figure in table
            if figure.kind in {"yes", "no"} and figure.counted
        )
        return [] if other else table

    def _differs(self, figure: _Figure) -> bool:
        old = self.votes[-1].get(figure.kind)
        return old is not None and not old.counted and not figure.counted and old.votes != figure.votes

    def finished(self) -> list[Vote]:
        return [
            Vote(
                yes=vote["yes"].votes,
                no=vote["no"].votes,
                abstain=vote["abstain"].votes if "abstain" in vote else None,
                absent=vote["absent"].votes if "absent" in vote else None,
                line=min(vote["yes"].line, vote["no"].line),
            )
            for vote in self.votes
            if "yes" in vote and "no" in vote
        ]


def read_votes(sections: Sequence[Section]) -> list[Vote]:
    """Every ballot with its figures, in order; each of the sections may hold one or more.

    A figure is what the paper prints; where it prints none, the names under "röstar ja" are counted.
    """
    tally = _Tally()
    for section in sections:
        tally.begin()
        if "nej" not in section.folded and "röst" not in section.folded:
            continue
        for text in section.passages:
            for figure in _figures(text):
                if figure is None:
                    tally.begin()
                else:
                    tally.add(figure)
        for figure in tally.fitting(_table(section.lines)):
            tally.add(figure)
    return tally.finished()


def _figures(text: Passage) -> Iterator[_Figure | None]:
    """The figures of each sentence; None where another ballot is called for."""
    plain, spans = text.text, text.spans
    if ("ordning" in plain or "roposition" in plain) and _QUOTED.search(plain):
        plain = _QUOTED.sub(lambda match: " " * len(match[0]), plain)
        spans = sentence_spans(plain)
    for start, end in spans:
        sentence = plain[start:end]
        folded = sentence.lower()  # no casefold: every letter keeps its place
        if not any(map(folded.__contains__, _STEMS)):
            continue
        if any(map(folded.__contains__, _CALLS)) and _BEGINS.search(folded):
            yield None
        if not (told := _KINDS.search(folded)):
            continue
        begin = max(0, told.start() - _COUNTED)
        printed = [
            _figure(match, text.line_at(start + match.start())) for match in _FIGURE.finditer(folded, begin)
        ]
        if {"yes", "no"}.isdisjoint([figure.kind for figure in printed]):
            printed = [*_for_and_against(sentence, text.line_at(start)), *printed]
        if printed:
            yield from printed
        elif said := _counted(sentence, text.line_at(start)):
            yield from said


def _for_and_against(sentence: str, line: int) -> list[_Figure]:
    """The figures of "19 röstar för återremiss, 25 röstar emot"; none unless both sides are told."""
    told = "mot" in sentence.casefold()
    found = {match["side"].casefold(): match["count"] for match in _SIDE.finditer(sentence)} if told else {}
    against = found.get("emot") or found.get("mot")
    if "för" not in found or against is None:
        return []
    return [
        _Figure("yes", int(found["för"]), line, counted=False),
        _Figure("no", int(against), line, counted=False),
    ]


def _figure(match: re.Match[str], line: int) -> _Figure:
    word = (match["count"] or match["value"]).casefold()
    return _Figure(
        vote_kind(match["kind"] or match["label"]),
        NUMBERS[word] if word in NUMBERS else int(word),
        line,
        counted=False,
    )


def vote_kind(word: str) -> str:
    folded = word.casefold()
    if folded.startswith("ja"):
        return "yes"
    if folded.startswith("nej"):
        return "no"
    return "absent" if folded.startswith("fr") else "abstain"


def _counted(sentence: str, line: int) -> list[_Figure]:
    """Names in a sentence that says how they voted."""
    says = list(_SAYS.finditer(sentence))
    if not says or "(" not in sentence:
        return []
    named = persons(sentence)
    if not named:
        return []
    found: list[_Figure] = []
    at = 0
    for index, match in enumerate(says):
        word = match["kind"] or match["abstains"] or match["absent"] or match["list"] or ""
        following = says[index + 1].start() if index + 1 < len(says) else len(sentence)
        before = [person for person in named if at <= person.start and person.end <= match.start()]
        after = [person for person in named if match.end() <= person.start and person.end <= following]
        leads = sentence[match.end() :].lstrip("”\"' ").startswith(":") or match["list"] is not None
        people = after if leads or not before else before
        if people:
            found.append(_Figure(vote_kind(word), len(people), line, counted=True))
        at = following if people is after else match.end()
    return found


def _table(lines: Sequence[Line]) -> list[_Figure]:
    """A list with one row a member: its totals, or its rows counted."""
    header: list[re.Match[str]] = []
    totals: dict[str, int] = {}
    rows: dict[str, int] = {}
    at = 0
    for line in lines:
        text = line.text
        if not text or len(text) > 200:
            continue
        folded = text.casefold()
        columns = list(_COLUMN.finditer(text)) if "ja" in folded else []
        if len(columns) > 1 and not any(sign in text for sign in '.;”"') and not any(map(str.isdigit, text)):
            header, at = columns, at or line.number
        elif header and (match := _TOTALS.fullmatch(text)):
            values = match["figures"].split()
            totals = {vote_kind(column[0]): int(value) for column, value in zip(header, values, strict=False)}
        elif header and (mark := _MARK.search(text)):
            nearest = min(header, key=lambda column: abs(column.start() - mark.start()))
            rows[vote_kind(nearest[0])] = rows.get(vote_kind(nearest[0]), 0) + 1
        elif (
            "(" in text and folded.endswith(_VOTES) and (row := _ROW.fullmatch(text)) and persons(row["who"])
        ):
            rows[vote_kind(row["vote"])] = rows.get(vote_kind(row["vote"]), 0) + 1
            at = at or line.number
    if rows.get("yes") and not rows.get("no") and header:
        rows["no"] = 0
    return [_Figure(kind, count, at, counted=not totals) for kind, count in (totals or rows).items()]
