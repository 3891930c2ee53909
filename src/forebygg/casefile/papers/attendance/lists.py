"""Lists of names: the lines that belong together are one entry, whatever the page did to them.

An entry may wrap ("…, kontoret,↵kommunstyrelseförvaltningen, § 165"), run on over several persons, or be
broken by page furniture and blank lines in between.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from forebygg.casefile.paper import Line
from forebygg.casefile.papers.covers.fields import Field
from forebygg.casefile.people import NAME, is_organisation

_BULLET: Final = re.compile(r"(?:\d{1,3}[.)]\s*|\d{1,3}\s+|[-–•·o]\s+)(?=[A-ZÅÄÖÉ])")
# Cells of a list that name nobody: a reference to the list, a vacancy, the head or a mark of a column.
NOBODY: Final = re.compile(
    r"(?:[-–—*]+|\*+\s*[=):–-]?\s*(?:tjg|tj\.|tjänst|ers|=).*|(?:ingen|inga)(?!-|\s+(?-i:[A-ZÅÄÖ]))\b.*|vakan\w*\b.*|(?:se|enligt|framgår|jfr)\b.*|bilaga\b.*|x|parti|namn|närv(?:aro|\.)?|"
    r"ja|nej|avst(?:år|\.)?|funktion|titel|roll|anm(?:ärkning|\.)?|§+|"
    r"\(?\d+\s*(?:st|närvarande|ledamöter|ersättare|personer)\)?.*)[.,:]?",
    re.IGNORECASE,
)
# A line that goes on with the one before: small letter, paragraph sign, or words of presence and service.
_GOES_ON: Final = re.compile(
    r"[a-zåäö§(&]|(?i:från\s+och\s+med|till\s+och\s+med|fr\.?o\.?m|t\.?o\.?m(?=[.\s]*(?:§|kl|\d))|kl\b|klockan|"
    r"tjänstgörande\s+ersättare\s+(?:för|i\s?stället)|tjänstgör\b|ersätter\b|för\s|i\s?stället\s+för|"
    r"närvarande\s+§|ej\s+§|utom\s+§|anlände|avvek)"
)
_NAME_STARTS_SMALL: Final = re.compile(
    r"(?:d[aeiou]|al|el|af|von|van|de\s+la|van\s+der|von\s+der)[\s-][A-ZÅÄÖ]|d['’][A-Z]"
)
_UNFINISHED: Final = re.compile(
    r"(?:[,(/&-]|\b(?:för|och|samt|ersätter|ersatte|istf|av|med|kl\.?|klockan|vid|från|till|i|vice)|§{1,2})\s*$",
    re.IGNORECASE,
)
# "Anna Berg (S), Bo Ek (M), Cia": a run of names whose last one goes on below.
_NAME_CUT: Final = re.compile(
    r"\)[^()]*(?:,|;|\boch|\bsamt)\s+[A-ZÅÄÖÉ][\w'’.-]*(?: [A-ZÅÄÖÉ][\w'’.-]*){0,3}$"
)
_OFFICE_LAST: Final = re.compile(r"(?i:ordf(?:örande)?\.?|ledamot|gruppledare|ersättare)$")
# "… ersätter Dan": only the given name of the one replaced; the rest of it stands below.
_REPLACED_CUT: Final = re.compile(
    r"(?i:\bersätter|\bistf\.?|\bi\s?stället\s+för|\bför)\s+[A-ZÅÄÖÉ][\w'’.-]*$"
)
_REST_OF_NAME: Final = re.compile(r"[A-ZÅÄÖÉ][\w'’.-]*(?: [A-ZÅÄÖÉ][\w'’.-]*){0,2}\s*\(")
_UNFINISHED_OVER_A_BREAK: Final = (",", "-", " för", " och", " §", " §§")
# The words for what an official is, alone or as the last part of a compound.
POST: Final = re.compile(
    r"[\w-]*(?:direktör|chef|sekreterare|strateg|samordnare|handläggare|ekonom|jurist|utredare|ledare|controller|"
    r"rektor|arkitekt|ingenjör|planerare|konsult|revisor|registrator|utvecklare|specialist|rådgivare|assistent|"
    r"administratör|koordinator|kommunikatör|pedagog|ordförande|ledamot|ersättare|kommunalråd|oppositionsråd|ombud|"
    r"expert|analytiker|polis|fältare|kurator|psykolog|föredragande|biträdande|tillförordnad|strategen|lärare|"
    r"praktikant|tolk|vd|representant|företrädare)(?:en|n|t|a|er|erna)?",
    re.IGNORECASE,
)
_POST_AND_NAME: Final = re.compile(rf"[A-ZÅÄÖ](?:[^,;§(]*\s)?(?P<post>[\w-]+)\s+{NAME}")
# "…, sekreterare Eva" or "…, enhetschef": a post before a name that goes on below.
_POST_CUT: Final = re.compile(r"(?:[,;]|\boch|\bsamt)\s+(?P<post>[\w-]+)(?P<given>\s[A-ZÅÄÖÉ][\w'’-]*)?$")
_NAME: Final = re.compile(rf"{NAME}(?=\s*(?:$|[,;(/–-]|§|[a-zåäö]|\d))")
# Guests without names: "Två elever från Parkskolan".
_UNNAMED: Final = re.compile(
    r"(?:\d{1,2}|Två|Tre|Fyra|Fem|Sex|Sju|Åtta|Några|Flera|Ett\s+antal|En\s+grupp)\s+[a-zåäö]|"
    r"(?:Elever|Representanter|Företrädare|Åhörare)\b|[A-ZÅÄÖ][a-zåäö]+(?:er|ar|or)\s+från\s"
)
_NEXT_CELL: Final = re.compile(rf"(?:\t|\s{{2,}})(?={NAME})")
_LOOSE_DASH: Final = re.compile(r"(?:^|(?<=\s))[–—-]+|[–—-]+(?=\s*$)(?<![\wåäö]-)")
_KEEPS_HYPHEN: Final = ("och ", "eller ", "samt ")

# Words that say nothing beyond what the list itself says.
_NOISE: Final = re.compile(
    r"(?:(?:på\s+grund\s+av|p\.?\s?g\.?\s?a\.?)?\s*jäv|närvarande|närvarar|närvarade|närvaro|deltar|deltog|deltagit|"
    r"ledamot|ordinarie(?:\s+ledamot)?|del(?:ar)?\s+av(?:\s+(?:mötet|sammanträdet))?|delvis|och|samt|under|vid|"
    r"efter|fram|därefter|på\s+vakant\s+plats|x|i|\*+|[-–—])",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Listed:
    """Lines of a list of attendance that stand under one heading; `heading` is its words, casefolded."""

    field: Field
    lines: tuple[Line, ...]
    heading: str = ""


class Entry(NamedTuple):
    """The text of lines that belong together, and where in the text each line begins."""

    text: str
    starts: tuple[tuple[int, Line], ...]

    def line_at(self, position: int) -> int:
        """The number of the line on which the text at *position* stands."""
        place = bisect_right(self.starts, position, key=lambda start: start[0])
        return self.starts[max(0, place - 1)][1].number

    def after(self, position: int) -> "Entry":
        """The entry from *position* on."""
        starts = tuple((max(0, start - position), line) for start, line in self.starts)
        return Entry(self.text[position:], starts)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that the entry was built from."""
        return tuple(line for _, line in self.starts)


def entries(listed: Listed) -> Iterator[Entry]:
    """The list's entries, in order; lines that name nobody are left out."""
    group: list[Line] = []
    blank = False
    for line in listed.lines:
        if not line.text:
            blank = True
            continue
        if group and _joins(group[-1].text, line.text, listed.field, blank=blank):
            group.append(line)
        else:
            yield from _closed(group)
            group = [line]
        blank = False
    yield from _closed(group)


def by_cell(listed: Iterable[Entry]) -> Iterator[Entry]:
    """The entries with each name of a row of columns an entry of its own."""
    for entry in listed:
        at = 0
        for gap in _NEXT_CELL.finditer(entry.text):
            yield Entry(entry.text[at : gap.start()], ((0, entry.starts[0][1]),))
            at = gap.end()
        yield Entry(entry.text[at:], ((0, entry.starts[0][1]),)) if at else entry


def _closed(group: list[Line]) -> Iterator[Entry]:
    if group and not (len(group) == 1 and _names_nobody(group[0].text)):
        yield _entry(group)


def _names_nobody(text: str) -> bool:
    return all(NOBODY.fullmatch(cell.strip()) for cell in re.split(r"\t|\s{2,}", text) if cell.strip())


def _joins(last: str, text: str, field: Field, *, blank: bool) -> bool:
    if _UNFINISHED.search(last):
        return not blank or last.endswith(_UNFINISHED_OVER_A_BREAK)
    if blank or NOBODY.fullmatch(last) or (field is Field.OFFICIALS and _UNNAMED.match(text)):
        return False
    if _GOES_ON.match(text):
        return not _NAME_STARTS_SMALL.match(text)
    if field is Field.OFFICIALS and _breaks_off(last):
        return True
    if field is Field.OFFICIALS and "," in last:
        titled = _POST_AND_NAME.match(text)
        name = _NAME.match(text)
        begins = (titled and POST.fullmatch(titled["post"])) or (name and not is_organisation(name.group()))
        return not begins
    cut = (_NAME_CUT.search(last) and not _OFFICE_LAST.search(last)) or (
        _REPLACED_CUT.search(last) and _REST_OF_NAME.match(text)
    )
    return (field is not Field.OFFICIALS and bool(cut)) or last.count("(") > last.count(")")


def _breaks_off(last: str) -> bool:
    """Whether a run of posts and names ("…, chef Eva Fors, ekonom") breaks off before a name is whole."""
    post = _POST_CUT.search(last)
    if not post or not POST.fullmatch(post["post"]):
        return False
    *_, before = last[: post.start()].split(",")
    before = before.strip()
    if post["given"] and _NAME.fullmatch(before):
        return False  # "Bo Ek, chef Förebyggande": the name stands first, and the post is whole
    named = _POST_AND_NAME.fullmatch(before[:1].upper() + before[1:])
    return bool(post["given"] or (named and POST.fullmatch(named["post"])))


def _entry(group: list[Line]) -> Entry:
    text, starts = "", []
    for line in group:
        bullet = _BULLET.match(line.text)
        piece = line.text[bullet.end() :] if bullet else line.text
        if text.endswith("-") and text[-2:-1].isalpha():
            if piece[:1].islower() and not piece.startswith(_KEEPS_HYPHEN):
                text = text[:-1]  # a word divided at the line's end
            elif piece.startswith(_KEEPS_HYPHEN):
                text += " "
        elif text:
            text += " "
        starts.append((len(text), line))
        text += piece
    return Entry(text, tuple(starts))


def segments(text: str) -> list[str]:
    """What stands between the commas, without the words that say nothing of the person."""
    parts = re.split(r"\s*[,;\t]\s*|\s{2,}|\s+[-–—]\s+", text)
    cleaned = (" ".join(_LOOSE_DASH.sub(" ", part).split()).strip(" :*") for part in parts)
    return [part for part in cleaned if part.strip(".") and not _NOISE.fullmatch(part)]
