"""Running text: lines joined over line ends and page breaks, and cut into sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Final

from forebygg.casefile.paper import Line

# The signs that stand before list points; the last ones are what symbol fonts leave in extracted text.
BULLETS: Final = "-–—•●▪◦*·‣■□➢►✓\uf0b7\uf0a7\uf0d8\uf0fc"
BULLET: Final = re.compile(rf"(?:[{BULLETS}]\s*(?=\s)|o\s+|\(?(?:\d{{1,2}}|[a-zåäö])[.)]\s+)\s*")
POINT: Final = re.compile(r"\(?(?P<number>\d{1,2})[.)]\s+(?P<text>\S.*)")
_ENDS: Final = (".", "!", "?", ":", ";", "”", '"', "…")
# Abbreviations after which a capital does not begin a new sentence. Source: Svenska skrivregler, § 7.
_ABBREVIATED: Final = frozenset(
    "bl.a bl ca d.v.s dvs dr e.d ev ex f.d f.n fr.o.m fr.om forts fig g.m i.o.m ang avd kap kl kr m.a.o m.fl "
    "mfl m.m mm max min mom nr nuv o.d o.dyl obs osv o.s.v p.g.a pga prof resp s sid s.k s.a.s st str t.ex "
    "tex t.o.m tom t.v tel tr u.a u.å vol vd äv ö art bil inkl exkl enl jfr kungl dnr ung adj ordf sekr "
    "tjg".split()
)
_BREAK: Final = re.compile(r"([.!?…][\"”’»)]*+)\s++(?=[\"”’»(–-]?\s?[A-ZÅÄÖÉÜ0-9§])")
# Most texts end their sentences with full stops alone, and one sign is found quicker than any of four.
_STOP: Final = re.compile(_BREAK.pattern.replace("[.!?…]", r"\.", 1))
_KEEPS_HYPHEN: Final = ("och ", "eller ", "samt ", "respektive ", "som ", "till ")
# A line that ends in one of these has not ended its sentence, whatever the next line begins with.
_UNFINISHED: Final = (
    ",", " och", " samt", " till", " av", " från", " för", " i", " på", " att", " med", " den", " om", " mot",
)  # fmt: skip


_TEXT: Final = itemgetter(1)


class Passage:
    """Running text that remembers which line each stretch of it came from.

    Most passages are only read; where their lines and sentences begin is looked for when it is asked.
    """

    __slots__ = ("_quoted", "_spans", "_starts", "lines", "text")

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.text = flowed(lines)
        self._starts: list[tuple[int, int]] | None = None
        self._spans: list[tuple[int, int]] | None = None
        self._quoted: list[tuple[int, int]] | None = None

    @property
    def starts(self) -> list[tuple[int, int]]:
        """The offset at which each line begins, with its number."""
        if self._starts is None:
            written = [line for line in self.lines if line.text]
            self._starts = [(0, line.number) for line in written[:1]]
            at = 0
            for before, after in pairwise(written):
                joint = _joint(before.text, after.text)
                at += len(before.text) + (-1 if joint is None else len(joint))
                self._starts.append((at, after.number))
        return self._starts

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of each sentence; see `sentence_spans`."""
        if self._spans is None:
            self._spans = sentence_spans(self.text)
        return self._spans

    @property
    def quoted(self) -> list[tuple[int, int]]:
        """Start and end of each sentence, those inside one pair of quotation marks kept together."""
        if self._quoted is None:
            self._quoted = _quoted_spans(self.text, self.spans)
        return self._quoted

    def line_at(self, offset: int) -> int:
        """The number of the line that the character at this offset stood on."""
        return self.starts[max(bisect_right(self.starts, (offset, 1 << 62)) - 1, 0)][1]


def flowed(lines: Sequence[Line]) -> str:
    """The lines as one running text, words divided at a line end made whole again.

    "brotts-" + "förebyggande" becomes one word, while "demokrati-" + "och" and "IT-" + "stöd" keep their
    hyphens.
    """
    if len(lines) == 1:
        return lines[0].text
    texts = [line.text for line in lines if line.text]
    whole = "\n".join(texts)
    if "-\n" not in whole and "–\n" not in whole:
        return whole.replace("\n", " ")
    parts = texts[:1]
    for before, after in pairwise(texts):
        joint = _joint(before, after)
        if joint is None:
            parts[-1] = before[:-1]
        parts += (joint or "", after)
    return "".join(parts)


def _joint(before: str, after: str) -> str | None:
    """What stands between a line and the next; None when the hyphen at its end falls away."""
    if before[-1] not in "-–" or len(before) < 2:
        return " "
    inner = before[-2]
    if inner.isdigit() and after[0].isdigit():
        return ""
    if before[-1] != "-" or not inner.isalpha() or after.startswith(_KEEPS_HYPHEN):
        return " "
    if after[0].islower() and inner.islower() and before[-3:-2].isalpha():
        return None
    return ""


def flowing(lines: Sequence[Line]) -> list[list[Line]]:
    """Paragraphs as the writer meant them: a page break inside a sentence does not part it.

    A group that starts in lower case continues one that has not ended, and so does any group after a line
    that breaks off at a comma or a preposition; a list point is its own group, and so is an att-clause
    after another.
    """
    groups: list[list[Line]] = []
    parted = True  # by a blank line
    for line in lines:
        text = line.text
        if not text:
            parted = True
            continue
        first = text[0]
        # Few lines begin as if they were points.
        pointed = not first.isalpha() or first == "o" or text[1:2] in ".)"
        if not groups or (pointed and BULLET.match(text)):
            groups.append([line])
            parted = False
        elif not parted:
            groups[-1].append(line)
        else:
            parted = False
            last = groups[-1][-1].text
            if (
                not last.endswith(_ENDS)
                and (first.islower() or last.endswith(_UNFINISHED))
                and not (text.startswith("att ") and groups[-1][0].text.startswith(("att ", "Att ")))
            ):
                groups[-1].append(line)
            else:
                groups.append([line])
    return groups


def passages(lines: Sequence[Line]) -> list[Passage]:
    """The lines' paragraphs (see `flowing`) as running text."""
    return list(map(Passage, flowing(lines)))


def measure(lines: Iterable[Line], *, least: int = 72) -> int:
    """How many characters a full line of this text holds; `least` where it has only short ones."""
    return max(least, max(map(len, map(_TEXT, lines)), default=0))


def ends_early(line: str, following: str, width: int) -> bool:
    """Whether the writer ended the line on purpose: the next word would have had room on it.

    Lines of proportional type hold unequal numbers of characters, so a tenth of the measure is left over.
    """
    first, _, _ = following[:80].partition(" ")
    return len(line) + 1 + len(first) <= width * 0.9


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, in order; Swedish abbreviations and list numbers do not end one."""
    spans: list[tuple[int, int]] = []
    start = 0
    plain = "!" not in text and "?" not in text and "…" not in text
    for match in (_STOP if plain else _BREAK).finditer(text):
        at, end = match.span(1)
        if text[at] == "." and _is_abbreviation(text[max(start, at - 23) : at]):
            continue
        spans.append((start, end))
        start = match.end()
    end = len(text.rstrip())
    if end > start:
        spans.append((start, end))
    return spans


def _quoted_spans(text: str, plain: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if "”" not in text and "“" not in text and '"' not in text:
        return plain
    spans: list[tuple[int, int]] = []
    opened = False
    for start, end in plain:
        if opened:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        quotes = text.count("”", start, end) + text.count("“", start, end) + text.count('"', start, end)
        opened ^= bool(quotes % 2)
    return spans


def sentences(text: str) -> list[str]:
    """The text's sentences, in order, nothing lost; see `sentence_spans`."""
    return [text[start:end].strip() for start, end in sentence_spans(text)]


def _is_abbreviation(before: str) -> bool:
    """Whether the full stop after these words, which begin the sentence, only shortens the last one."""
    left, _, word = before.rpartition(" ")
    word = word.lstrip("(\"”'")
    if word.isdigit() and len(word) < 3:
        return not left.strip() or left.rstrip().endswith((":", ";"))
    if len(word) == 1 and word.isupper():
        # An initial follows another name ("Anna B. Berg"); a party letter ends its sentence ("från D.").
        return not left.strip() or left.rpartition(" ")[2][:1].isupper()
    return word.casefold() in _ABBREVIATED
