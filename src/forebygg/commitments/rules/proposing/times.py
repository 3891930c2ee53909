"""When: the words of a sentence that give a day, an end or a rhythm, and what they come to.

"Löpande", "kontinuerligt" and "vid behov" say neither: nobody can be late.
"""

import calendar
import datetime as dt
import re
from typing import Final

from forebygg.commitments.rules.proposing.facts import Rhythm, When
from forebygg.core.dates import MONTHS

_NUMBER: Final = r"(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|\d{1,3})"
_MONTH: Final = "|".join(MONTHS)
_YEAR: Final = r"20\d\d(?:[/–-]\d{2,4})?"
_SEASON: Final = (
    r"(?:våren|hösten|sommaren|vintern|höstterminen|vårterminen|läsåret|verksamhetsåret|"
    r"(?:första|andra|tredje|fjärde|sista)\s(?:kvartalet|halvåret|tertialet))"
)
_PERIOD: Final = (
    r"(?:år|månad|kvartal|tertial|termin|vecka|läsår|halvår|mandatperiod|sommar|vår|höst|vinter|dag|"
    r"arbetsdag|"
    r"vårtermin|hösttermin|budgetår|verksamhetsår|kalenderår|ny\smandatperiod)"
)
_DAY: Final = (
    rf"(?:(?:den\s)?(?P<day>[0-3]?\d)(?::?e)?\s(?P<month>{_MONTH})(?:\s(?P<year>20\d\d))?|"
    rf"(?P<iso_year>20\d\d)-(?P<iso_month>[01]\d)(?:-(?P<iso_day>[0-3]\d))?|"
    rf"(?P<slash_day>[0-3]?\d)/(?P<slash_month>[01]?\d)(?:[\s/-](?P<slash_year>20\d\d))?|"
    rf"(?P<alone_month>{_MONTH})(?:\smånad)?(?:\s(?P<alone_year>20\d\d))?|"
    rf"(?:kvartal|q)\s?(?P<quarter>[1-4])(?:,?\s(?P<quarter_year>20\d\d))?|"
    rf"(?:(?:under|i)\s)?{_SEASON}(?:\s(?:av\s)?{_YEAR})?|(?:utgången\sav\s)?(?:år(?:et|"
    rf"s\sskiftet)?\s)?(?P<bare_year>20\d\d))"
)
_RHYTHM: Final = (
    rf"(?:minst\s|högst\s)?(?:(?:en\sgång|{_NUMBER}\sgånger|ett\smöte|{_NUMBER}\s(?:möten|tillfällen|"
    rf"träffar))"
    rf"\s(?:per|om|i|under|varje|vart)\s?(?:var(?:je|t)\s)?(?:år(?:et)?|månad(?:en)?|kvartal(?:et)?|"
    rf"termin(?:en)?|veckan?|"
    rf"läsår(?:et)?|halvår(?:et)?|mandatperiod(?:en)?|dag)|(?:i\s)?var(?:je|t)\s{_PERIOD}|"
    rf"årlig(?:en|t|a)?|årsvis|(?:halvårs|månads|kvartals|termins|vecko|tertial|läsårs)(?:vis|ligen)|"
    rf"månatlig(?:en|t|a)?|"
    rf"daglig(?:en|a|t)|varannan\s(?:vecka|månad|termin|dag)|vartannat\s(?:år|läsår|kvartal)|"
    rf"vart\s?(?:tredje|fjärde|femte)\sår|var\s(?:tredje|fjärde|sjätte)\smånad|vår\soch\shöst|höst\soch\svår|"
    rf"per\s(?:år|termin|kvartal|månad|läsår)|(?:måndags|tisdags|onsdags|torsdags|fredags|lördags|söndags)"
    rf"(?:-?\soch\s\w+dags)?kvällar|(?:mån|tis|ons|tors|fre|lör|sön)dagar)"
)
_WITHIN: Final = (
    rf"(?:(?:senast\s)?inom\s(?:loppet\sav\s)?{_NUMBER}\s(?:dag(?:ar)?|arbetsdag(?:ar)?|dygn|tim(?:me|"
    rf"mar)|veck(?:a|or)|månad(?:er)?|"
    r"kvartal|år|halvår)|inom\s(?:fjorton|tjugofyra|trettio)\s\w+|samma\s(?:dag|vecka)|"
    r"nästa\s(?:arbetsdag|dag|vecka))"
)
_SENAST: Final = (
    r"(?:senast|före|innan|klar[at]?(?:\ssenast)?|till(?!\soch\smed)|från(?:\soch\smed)?|under|i|vid)"
)
_WHEN: Final = re.compile(
    rf"(?<![\w-])(?:(?P<rhythm>{_RHYTHM})|(?P<within>{_WITHIN})|"
    rf"(?P<end>(?:senast\s)?(?:vid\s|före\s|under\s|till\s)?(?:utgången\sav\s|slutet\sav\s|"
    rf"början\sav\s|det\ssista\skvartalet\s)"
    rf"(?:{_SEASON}\s)?(?:{_MONTH}\s|år\s)?(?:{_YEAR})?|före\s20\d\d\sårs\sutgång|"
    rf"under\smandatperiodens\s\w+\sår)|"
    rf"(?P<at>(?:{_SENAST}\s)?{_DAY})|"
    r"(?P<with>i\ssamband\smed\s(?:års\w+|budget\w*|bokslut\w*|verksamhets\w+|delårs\w+|läsårs\w+|"
    r"termins\w+|skolstart\w*)|"
    r"(?:när|efter\satt)\s\w+\s(?:har\s)?(?:varit\si\skraft|gällt)\si?\s?\w+\sår))(?![\w-])",
    re.IGNORECASE,
)
# Days of something else: what an edition or an agreement is dated, how long a plan holds.
_OF_ANOTHER: Final = re.compile(
    r"(?<!\w)(?:från|sedan|daterad|dnr|lag(?:en)?\s?\(?|kap\.?|§|beslutade|antogs|antagen|"
    r"till\soch\smed|t\.o\.m\.|gäller)\W{0,3}$",
    re.IGNORECASE,
)
_LED: Final = re.compile(rf"({_SENAST})\s", re.IGNORECASE)
_WEAK: Final = frozenset(("från", "vid"))
_TIMES: Final = re.compile(r"(två|2|fyra|4) \w+ (?:per|om|varje|i|under) ?(?:kalender|läs)?år", re.IGNORECASE)
_OFTEN: Final = (
    (re.compile(r"(?<!varannan )månad|månat", re.IGNORECASE), Rhythm.MONTH),
    (re.compile(r"kvartal", re.IGNORECASE), Rhythm.QUARTER),
    (re.compile(r"vartannat (?:läs)?år", re.IGNORECASE), Rhythm.TWO_YEARS),
    (re.compile(r"termin|vår och höst|höst och vår", re.IGNORECASE), Rhythm.TERM),
    (re.compile(r"halvår", re.IGNORECASE), Rhythm.HALF_YEAR),
    (
        re.compile(
            r"(?:var(?:je|t)|per|om|i) ?\w*(?:år|sommar|vår|höst|vinter)(?:et)?$|årlig|årsvis|läsår",
            re.IGNORECASE,
        ),
        Rhythm.YEAR,
    ),
)
_LONGER: Final = re.compile(
    r"vart ?(?:tredje|fjärde|femte)|mandatperiod|var (?:tredje|fjärde|sjätte) månad|varannan|veck|dag",
    re.IGNORECASE,
)


def when(text: str) -> When:
    """Every time that the text gives; the first day and the first rhythm that can be reckoned with."""
    words: list[str] = []
    due: dt.date | None = None
    rhythm: Rhythm | None = None
    for match in _WHEN.finditer(text):
        if match["at"] and not _counts(text, match):
            continue
        words.append(" ".join(match.group().split()))
        due = due or (_day(match) if match["at"] else None)
        rhythm = rhythm or (_rhythm(match.group()) if match["rhythm"] else None)
    return When(words=tuple(words), due_on=due, rhythm=rhythm)


def _counts(text: str, match: re.Match[str]) -> bool:
    """No day may be another's, and one that no word leads ("senast") must end the text."""
    if _OF_ANOTHER.search(text[max(0, match.start() - 24) : match.start()]):
        return False
    if led := _LED.match(match.group()):
        alone = match["bare_year"] or match["alone_month"]
        return not alone or led[1].casefold() not in _WEAK
    return not text[match.end() :].strip(" .,;)") or text[match.end() :].lstrip().startswith(", därefter")


def _rhythm(words: str) -> Rhythm | None:
    if _LONGER.search(words):
        return None
    if times := _TIMES.search(words):
        return Rhythm.HALF_YEAR if times[1] in {"två", "2"} else Rhythm.QUARTER
    return next((rhythm for pattern, rhythm in _OFTEN if pattern.search(words)), None)


def _day(match: re.Match[str]) -> dt.date | None:
    """The last day that the words allow, where they give the year."""
    for year, month, day in (
        ("year", "month", "day"),
        ("iso_year", "iso_month", "iso_day"),
        ("slash_year", "slash_month", "slash_day"),
        ("alone_year", "alone_month", None),
        ("quarter_year", "quarter", None),
        ("bare_year", None, None),
    ):
        if not match[year]:
            continue
        named = match[month].casefold() if month else "december"
        number = MONTHS.get(named) or int(named) * (3 if month == "quarter" else 1)
        return _last(int(match[year]), number, int(match[day]) if day and match[day] else None)
    return None


def _last(year: int, month: int, day: int | None) -> dt.date | None:
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, day or last) if (day or last) <= last and day != 0 else None
