"""The words of which page furniture is made, and which of them a line consists of."""

import re
from typing import Final, TypeAlias

from forebygg.casefile.bodies import body_at
from forebygg.language.wording import in_any_case

Kind: TypeAlias = int

PAGE: Final = 1  # "3 (90)", "Sida 3 av 90"
PAGE_LABEL: Final = 2  # "Sida" over its number
PROTOCOL: Final = 4  # "Protokoll nr 2", "SAMMANTRÄDESPROTOKOLL"
DATE_LABEL: Final = 8  # "Sammanträdesdatum"
DATE: Final = 16
BODY: Final = 32
LOGOTYPE: Final = 64  # "Granviks kommun"
FOOT: Final = 128  # "Justerandes sign", "Utdragsbestyrkande"
RULE: Final = 256  # table rules and dotted lines to sign on
EXTRACT: Final = 1024  # "Protokollsutdrag": over an extract, but also over those it is sent to
NUMBERED: Final = 512  # a title with its page number: "Handlingsplan mot våld 3 (12)"

_LONGEST: Final = 120
_LONGEST_UNPARTED: Final = 76
# One of these stands in every line that names a body, a place, a protocol, a page or a month.
_HINT: Final = re.compile(
    r"nämnd|styrelse|fullmäktig|utskott|beredning|råd|protokoll|kommun|stad|sid|sammanträde|möte|blad|region|"
    r"datum|presidi|kommitté|delegation|direktion|revis"
)
# And so it ends, unless in a figure; but after "för", "mot", "i" and "region" any name may come.
_LAST: Final = frozenset(
    f"{word}{ending}"[-3:]
    for word in (
        "sid sida sidan sidnr blad protokoll utdrag för från datum dag dato kommun stad köping fullmäktige "
        "styrelse styrelsen nämnd nämnden utskott utskottet beredning beredningen råd rådet presidium "
        "presidiet kommitté kommittén delegation delegationen direktion direktionen revisorer revisorerna"
    ).split()
    for ending in ("", "s")
)
_MONTHS: Final = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
ISO_OR_WRITTEN: Final = (
    r"(?:19|20)\d\d-\d\d-\d\d|(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+)?(?:den\s+)?\d\d?\s+"
    rf"(?:{_MONTHS})\s+(?:19|20)\d\d"
)
_BODY_HEAD: Final = (
    r"(?:fullmäktige|styrelsen?|nämnd(?:en)?|utskott(?:et)?|beredning(?:en)?|råd(?:et)?|presidium|presidiet|"
    r"kommitté(?:n)?|delegation(?:en)?|direktion(?:en)?|revisorer(?:na)?)"
)
_LABEL: Final = r"(?:organ|instans|nämnd|styrelse|beslutsinstans):?\s+"
# A row of a notice ("Organ  Kommunstyrelsen"): it tells what a running head tells, but is text.
LABELLED: Final = re.compile(_LABEL, re.IGNORECASE)
# Matched against small letters: IGNORECASE tries each alternative to its end and takes twice as long.
_TOKEN: Final = re.compile(
    rf"""\s*[,;|•·/–-]?\s*(?:
    (?P<page>(?:(?:sid(?:a|an|nr|nummer)?|blad)\.?\s*:?\s*)?(?P<number>\d{{1,4}})\s?(?:[(\[]|av\s|/\s?(?=\d+$))\s?
        (?P<total>\d{{1,4}})\s?[)\]]?(?!\S)|(?:sid(?:a|an|nr)?|blad)\.?\s*:?\s*\d{{1,4}}(?!\S)
        |(?:(?<=\s\s)|(?<=\t))\d{{1,3}}$)
    |(?P<page_label>(?:sida|sid|sidan|sidnr|blad)\.?:?(?!\S))
    |(?P<protocol>(?:sammanträdes|mötes|besluts)?protokoll(?:sutdrag)?(?!\w)(?:\s+(?:för|från))?
        (?:,?\s*(?:nr|nummer)\.?\s*\d[\d:/-]*|\s\d{{1,3}}(?:[:/]\d+)?(?!\S|\s*\())?)
    |(?P<date_label>(?:sammanträdes|mötes)(?:datum|dag|dato)\s*:?(?!\w))
    |(?P<date>(?:datum:?\s+)?(?:{ISO_OR_WRITTEN})(?![\w-]))
    |(?P<logotype>(?:[a-zåäöé][\w-]+\s(?:kommun|stad|stads|köping)|region\s[a-zåäö]+)(?!\w))
    |(?:{_LABEL})?
        (?P<body>(?:[a-zåäö][\w-]*+,?\s(?:[\w-]++,?\s){{0,4}}?)?[\w-]*{_BODY_HEAD}(?:s(?!\w))?
        (?:\s[\w-]*{_BODY_HEAD})?
        (?:\s(?:för|mot|i)\s[\w-]+(?:(?:,\s|\soch\s|\ssamt\s)[\w-]+){{0,3}})?
        (?![\w-]))
    )\s*:?""",
    re.VERBOSE,
)
# What opens a line of figures: a page of so many, or a date. Cheap: seats and clock times are told by it.
_FIGURES: Final = re.compile(r"\d{1,4}\s?(?:[(\[]|av\s|/)|(?:19|20)\d\d-|\d\d?\s+[jfmasondJFMASOND]")
_BITS: Final = {
    "page": PAGE,
    "page_label": PAGE_LABEL,
    "protocol": PROTOCOL,
    "date_label": DATE_LABEL,
    "date": DATE,
    "logotype": LOGOTYPE,
    "body": BODY,
}
# The foot where chair and approvers initial each page, and where an extract is attested.
_FOOT: Final = re.compile(
    r"(?:justera(?:nde|re|rna|ndes|res|rnas)s?|ordf(?:\.|örandens?|örandes)?|just\.?|sekr(?:\.|eterarens)?)\s*"
    r"sign(?:\.|atur(?:er)?)?(?!\w).{0,90}$"
    r"|utdrags?\s?-?bestyrkande(?!\w).{0,60}$|utdraget\s+bestyrk(?:s|es|t)(?!\w).{0,60}$"
    r"|rätt\s+utdraget\s+(?:intygar|bestyrk).{0,60}$",
    re.IGNORECASE,
)
# Their first letters: cheap, and most lines begin otherwise.
_OPENS_FOOT: Final = in_any_case(("jus", "ord", "sek", "utd", "rät"))
_ENDS_PAGE: Final = frozenset(")]0123456789")
_NO_HEAD_ENDS: Final = frozenset(".,;-")
# "sid 3", "granviks kommun": all else that begins small is text.
_BEGIN_SMALL: Final = _OPENS_FOOT | {"sid"}
_PLACES: Final = in_any_case(("mmun", "stad"))
# What signing services print at the foot of each page.
_SIGNED: Final = re.compile(
    r"(?:det\s+här\s+|detta\s+)dokument(?:et)?\s+(?:är|har)\s+(?:digitalt|elektroniskt|undertecknats?|signera)"
    r"(?!\w).{0,60}$|transaktions?(?:identitet|-?id)?\s?:?\s+\w{12,}$|(?:verifikat|signatur(?:refe?rens)?)\s*:\s+\S{12,}$",
    re.IGNORECASE,
)
_SIGNED_FIRST: Final = ("Det här dok", "Detta dok", "Transaktion", "Verifikat:", "Signatur")
_RULE: Final = frozenset("-_—–=|+~* \t")
_DOTS: Final = frozenset(".…·_ \t")
_COUNTED: Final = re.compile(r"(\d{1,4}) \((\d{1,4})\)")  # as most pages are numbered
_DASHED_PAGE: Final = re.compile(r"[-–—]\s*\d{1,3}\s*[-–—]$")
_TAIL: Final = re.compile(
    r"\s(?:sid(?:a|an)?\.?\s*)?(\d{1,3})\s?(?:[(\[]|av\s)(\d{1,3})[)\]]?$", re.IGNORECASE
)


def kind_of(line: str) -> Kind:
    """What the whole line consists of, as a sum of kinds; 0 if any of it is something else."""
    if not line or len(line) > _LONGEST:
        return 0
    first, last = line[0], line[-1]
    paged = last in _ENDS_PAGE
    opening = line[:3]
    if first.islower() and not paged and opening not in _BEGIN_SMALL and line[-4:] not in _PLACES:
        return 0  # as most lines
    if opening in _OPENS_FOOT and _FOOT.match(line):
        return FOOT
    if first in "DTVS" and (kind := _of_words(line)):
        return kind
    if not first.isalnum() or first.isdecimal():
        return _of_figures(line) if first.isalnum() else _of_signs(line)
    return 0 if last in _NO_HEAD_ENDS else _of_head(line)


def _of_figures(line: str) -> Kind:
    """A page of so many, or a date; seats and counts are figures alone, and there are many of them."""
    if page := _COUNTED.fullmatch(line):
        return PAGE if int(page[1]) <= int(page[2]) else 0
    heads = not line.isdecimal() and _FIGURES.match(line) is not None
    return _of_tokens(line, line.lower()) if heads else _numbered(line)


def _of_head(line: str) -> Kind:
    """What a row that is neither figures nor signs may consist of."""
    low = line.lower()
    return _of_tokens(line, low) if _may_be_head(line, low) else _numbered(line)


def _of_words(line: str) -> Kind:
    """What a signing service prints, or the label of a head's date on a line of its own."""
    if line.startswith(_SIGNED_FIRST) and _SIGNED.match(line):
        return FOOT
    return DATE if line.rstrip(": ") == "Datum" else 0


def _of_tokens(line: str, low: str) -> Kind:
    kind = 0
    end = 0
    while end < len(low):
        match = _TOKEN.match(low, end)
        if not match or match.end() == end:
            return _numbered(line)
        group = match.lastgroup or ""
        if match["number"] and int(match["number"]) > int(match["total"]):
            return 0
        kind |= _BITS["page" if group in {"number", "total"} else group]
        if group == "protocol" and "utdrag" in match.group():
            kind = kind & ~PROTOCOL | EXTRACT
        end = match.end()
    return 0 if kind == BODY and not line[0].isupper() else kind


def _may_be_head(line: str, low: str) -> bool:
    """Cheap: most lines are running text, and running text is long or begins small."""
    if len(line) > _LONGEST_UNPARTED and "\t" not in line and "  " not in line:
        return False
    if not line[0].isupper() and line[:3] != "sid" and line[-4:] not in _PLACES:
        return False
    ends = low[-1] in _ENDS_PAGE or low.rstrip(":./ \t")[-3:] in _LAST
    named = ends or " för " in low or " mot " in low or " i " in low or "region " in low or "\t" in low
    return named and _HINT.search(low) is not None


def _numbered(line: str) -> Kind:
    """Whether the line ends in its page's number; the brackets that most lines end in hold a party."""
    last = line[-1]
    if last not in _ENDS_PAGE or not (last.isdecimal() or line[-2:-1].isdecimal()):
        return 0
    return PAGE | NUMBERED if _TAIL.search(line) else 0


def _of_signs(line: str) -> Kind:
    if _DASHED_PAGE.match(line):
        return PAGE
    signs = set(line)
    return RULE if len(line) > 2 and (signs <= _RULE or (len(line) > 4 and signs <= _DOTS)) else 0


def body_in(line: str) -> str | None:
    """The meeting body that a line of a running head names, in its base form."""
    end = 0
    low = line.lower()  # no casefold: every letter keeps its place
    while match := _TOKEN.match(low, end):
        if match["body"]:
            body = line[slice(*match.span("body"))]
            body = body.capitalize() if body.isupper() else body
            return body_at(body) or body
        end = match.end()
    return None


def numbered_title(line: str) -> str:
    """The title that a line carries beside its page number."""
    return _TAIL.sub("", line)


def page_of(line: str) -> tuple[int, int] | None:
    """The page that a title's line gives, and of how many."""
    match = _TAIL.search(line)
    return (int(match[1]), int(match[2])) if match else None
