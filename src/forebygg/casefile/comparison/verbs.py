"""The Swedish verbs by which a paper says that a text was changed, in the forms that tell of the past."""

import re
from typing import Final, Literal

Act = Literal["added", "removed", "replaced", "renamed", "moved", "divided", "joined", "general"]


def _weak(stems: str) -> str:
    """Supine, past and participle, active and passive, of verbs like "komplettera"."""
    return rf"(?:{stems})(?:ats|at|ades|ade|ad|ade)"


def _th(stems: str) -> str:
    """The same of verbs like "införa" and "tillföra"."""
    return rf"(?:{stems})(?:ts|des|de|t|d|da)"


# Each act's verbs; the order matters, since "bytt namn" is told before "bytt".
_ACTS: Final[tuple[tuple[Act, str], ...]] = (
    (
        "renamed",
        (
            r"by(?:tt|tte|ter)\s+(?:namn|rubrik|titel)|(?:fått|fick|getts|givits|gavs)\s+(?:en\s+|ett\s+)?(?:ny(?:tt)?\s+)?"
            r"(?:rubrik(?:en)?|namn(?:et)?|titel(?:n)?)|(?:döpts|döptes|döpt)\s+om|benämnts\s+om"
        ),
    ),
    (
        "divided",
        (rf"(?:delats|delades|delat|delad)(?:\s+upp|\s+in)?|{_weak('uppdel')}|(?:brutits|bröts|lyfts)\s+ut"),
    ),
    (
        "moved",
        rf"{_weak('flytt|placer|omplacer|omnumrer')}|(?:bytt|bytte)\s+plats",
    ),
    (
        "joined",
        r"(?:slagits|slogs|slagit)\s+(?:samman|ihop)|sammanslagits|(?:sammanförts|sammanfördes)",
    ),
    (
        "removed",
        (
            rf"strukits|strukit|ströks|strök|struke[nt]|(?:tagits|togs|tagit|tog)\s+(?:bort|ur)|borttag(?:its|en|et|na)|"
            rf"utgått|utgick|(?:lyfts|lyftes|lyft)\s+bort|{_weak('rader|utelämn|exkluder')}|upphävts"
        ),
    ),
    (
        "replaced",
        (
            r"ersatts|ersatt|ersattes|ersatta|(?:bytts|byttes|bytt)\s+(?:ut|mot|till)|"
            r"(?:ändrats|ändrades|ändrat|ändrad)\s+(?:från|till)"
        ),
    ),
    (
        "added",
        (
            rf"{_weak('kompletter|utök|inarbet|adder|inkluder|infog')}|{_th('tillför|inför')}|"
            rf"(?:lagts|lades|lagt|lade)\s+(?:\S+\s+){{0,4}}?(?:till|in)|tillag(?:ts|t|d|da)|(?:förts|fördes|fört|förde)\s+(?:in|till)|(?:skrivits|skrevs|skrivit)\s+in|inskrive[nt]|"
            r"(?:arbetats|arbetades|arbetat)\s+in|(?:tagits|togs|tagit)\s+(?:in|med)|(?:byggts|byggdes|byggt)\s+(?:ut|på)|"
            r"(?:fått|fick|getts|givits|gavs)(?=\s+(?:ett\s+|en\s+)?egen?t?\s+(?:avsnitt|rubrik|kapitel))|"
            r"(?:försetts|försågs)|tillkommit|(?<=är\s)ny(?:tt|a)?"
        ),
    ),
    (
        "general",
        (
            rf"{_weak('förtydlig|preciser|revider|omarbet|uppdater|omformuler|juster|rediger|aktualiser|bearbet')}|"
            rf"{_weak('korriger|modifier|förenkl|anpass|utveckl|förändr|ändr|förkort')}|"
            r"(?:skrivits|skrevs|skrivit|formulerats|arbetats|arbetat)\s+(?:om|ned|ner)|(?:setts|sågs|sett)\s+över|"
            r"(?:gjorts|gjordes|gjort|vidtagits|vidtogs|skett|skedde)"
        ),
    ),
)
# Sought in small letters: so many forms are found several times as fast so as without regard to case.
VERB: Final = re.compile(
    r"(?<![\w-])(?:" + "|".join(rf"(?P<{act}>{forms})" for act, forms in _ACTS) + r")(?![\w-])"
)
# "Redaktionella ändringar har gjorts": a verb that says nothing by itself needs such a noun.
EMPTY: Final = re.compile(r"gjor(?:ts|des|t)|vidt(?:agits|ogs)|ske(?:tt|dde)", re.IGNORECASE)
EDITS: Final = re.compile(
    r"(?:ändring|justering|förtydligande|rättelse|korrigering|omarbetning|uppdatering|revidering|redigering)\w*",
    re.IGNORECASE,
)
# What such a verb adds stands after "med"; what is put in is the subject of the others.
COMPLETES: Final = re.compile(r"komplett|utök|för(?:setts|sågs)|bygg|tillför", re.IGNORECASE)
# "Kontaktpersonen har fått ett eget avsnitt": the subject names the section.
OWN_PART: Final = re.compile(r"\s+(?:ett\s+|en\s+)?egen?t?\s+(?:avsnitt|rubrik|kapitel)", re.IGNORECASE)
AUXILIARY: Final = re.compile(r"(?<!\w)(?:har|hade|är|var|blev|blivit)(?!\w)", re.IGNORECASE)
# "Den reviderade planen" describes the plan; it does not tell that it was revised just now.
ATTRIBUTE: Final = re.compile(r"(?<!\w)(?:den|det|de|en|ett|denna|detta|dessa|nu|nyligen)\s+$", re.IGNORECASE)
# What is to come, wished for, denied or supposed was not made.
UNMADE: Final = re.compile(
    r"(?<!\w)(?:ska|skall|skulle|bör|borde|kan|kunde|måste|får|behöver|föreslås|önskar|vill|kommer\s+att|inte|ej|"
    r"aldrig|varken|utan\s+att)(?!\w)",
    re.IGNORECASE,
)
DENIED: Final = re.compile(r"(?<!\w)(?:inte|ej|aldrig)(?!\w)", re.IGNORECASE)
SUPPOSED: Final = re.compile(
    r"(?:^|[,;]\s+)(?:om|ifall|innan|när|då|tills|så\s+snart|såvida|under\s+förutsättning\s+att)\s+[^,;]*$",
    re.IGNORECASE,
)
# What a list of changes says without a verb.
ANEW: Final = re.compile(
    r"(?<!\w)(?:ny|nytt|nya|tillägg|tillagd|tillagt|tillagda|tillkommer|kompletterat|kompletterad|infört)(?!\w)",
    re.IGNORECASE,
)
GONE: Final = re.compile(
    r"(?<!\w)(?:borttag\w*|bort|struken|struket|strukna|strukits|utgår|utgått|utgick)(?!\w)", re.IGNORECASE
)
