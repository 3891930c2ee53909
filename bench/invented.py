"""Invented papers of Granviks kommun in any number: minutes, plan editions and noisy copies of them.

The same seed always gives the same paper, so two runs measure the same thing.
"""

import datetime as dt
import random
from typing import Final

PEOPLE: Final = tuple(
    f"{first} {last} ({party})"
    for first, last, party in zip(
        "Alva Birk Cajsa Disa Egil Fanny Gorm Hilma Ivar Jorun".split(),
        "Granlöv Vikmark Almgård Sundhagen Bergtorp Norrvall Dalfors Lindtegen Högmo Åsbrink".split(),
        "S M GRP V C L KD MP SD GRP".split(),
        strict=True,
    )
)
ACTORS: Final = (
    "Socialnämnden, Barn- och utbildningsnämnden, Kultur- och fritidsnämnden, Säkerhetssamordnaren, "
    "Fältgruppen, Elevhälsan, Biblioteken, Räddningstjänsten, Medborgarkontoret, Fritidsgårdarna"
).split(", ")
DUTIES: Final = (
    "följer upp, samordnar, redovisar, utvecklar, dokumenterar, prövar, beskriver, planerar, stärker, "
    "utvärderar"
).split(", ")
MATTERS: Final = (
    "stödet till anhöriga, utbildningen av personal, de förebyggande insatserna, samverkan med föreningar, "
    "rutinerna vid oro, den lokala lägesbilden, arbetet i skolan, trygghetsvandringarna, mötesplatserna, "
    "informationen till invånarna"
).split(", ")
TIMES: Final = (
    "varje år, varje halvår, inför budgeten, i årsrapporten, efter varje termin, tillsammans med polisen, "
    "i dialog med föräldrarna, enligt reglementet, inom sitt ansvarsområde, i nära samarbete med regionen"
).split(", ")
SECTIONS: Final = (
    "Bakgrund, Syfte, Utgångspunkter, Samverkan, Utbildning, Insatser vid oro, Stöd till anhöriga, "
    "Stöd till verksamheter, Uppföljning, Särskilda insatser"
).split(", ")


def sentence(chance: random.Random) -> str:
    """One of ten thousand sentences about who does what, and when."""
    return (
        " ".join([chance.choice(ACTORS), chance.choice(DUTIES), chance.choice(MATTERS), chance.choice(TIMES)])
        + "."
    )


def paragraph(chance: random.Random, *, sentences: int = 4) -> str:
    """Some sentences, broken into lines as a word processor breaks them."""
    words = " ".join(sentence(chance) for _ in range(sentences)).split()
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + len(word) > 85:
            lines.append(word)
        else:
            lines[-1] += " " + word
    return "\n".join(lines)


def item(chance: random.Random, number: int, *, year: int) -> str:
    """One matter with motions, order of decision, ballot and reservation."""
    one, two, three = chance.sample(PEOPLE, 3)
    yes = chance.randint(20, 40)
    matter = chance.choice(MATTERS)
    return f"""§ {number} Dnr KS {year}/{number:05d}

Redovisning av {matter} i Granviks kommun
Beslut

1. {paragraph(chance)}
2. {paragraph(chance, sentences=2)}

Ärendet

{paragraph(chance, sentences=8)}

Handlingar

Tjänsteskrivelse den {number % 28 + 1} januari {year}.
Yrkande från GRP den {number % 28 + 1} februari {year}.

Yrkanden

{one} och {two} yrkar bifall till förvaltningens förslag.
{three} yrkar avslag på yrkande från GRP.

Propositionsordning

Ordföranden ställer propositioner på yrkandena och finner att förvaltningens förslag bifallits.

Omröstning

Omröstningen utfaller med {yes} Ja mot {61 - yes} Nej.

Reservation

{three} reserverar sig mot beslutet till förmån för det egna yrkandet.

Protokollsutdrag skickas till
Socialnämnden

"""


def minutes(*, seed: int, items: int) -> str:
    """The minutes of one meeting, with a running head on every third item's page."""
    chance = random.Random(seed)
    head = f"Kommunstyrelsen\n\nProtokoll nr 3\nSammanträdesdatum: 2024-03-{seed % 28 + 1:02d}\n\n"
    pages = {number: f"\f{number // 3 + 1} ({items // 3 + 1})\n\n{head}" for number in range(3, items + 1, 3)}
    return "".join(pages.get(number, "") + item(chance, number, year=2024) for number in range(1, items + 1))


def plan_text(sections: list[list[str]], *, on: dt.date) -> str:
    """A plan edition of that date, one line a sentence."""
    parts = ["Handlingsplan mot våldsbejakande extremism", "", on.isoformat(), "", "Granviks kommun", ""]
    for number, (title, sentences) in enumerate(zip(SECTIONS, sections, strict=True), start=1):
        parts += [f"{number} {title}", "", *sentences, ""]
    return "\n".join(parts)


def misread(text: str, chance: random.Random, *, letters: int) -> str:
    """The text as a scanner misreads it: some letters of its body exchanged for their neighbours."""
    first = text.index(SECTIONS[0])
    marks = list(text)
    places = [place for place in range(first, len(marks)) if marks[place].islower()]
    for place in chance.sample(places, letters):
        marks[place] = "e" if marks[place] == "c" else "c"
    return "".join(marks)


def editions(*, seed: int, count: int) -> list[tuple[str, str]]:
    """`count` editions a day apart, each changed from the one before, and after each its noisy copy."""
    chance = random.Random(seed)
    sections = [[sentence(chance) for _ in range(6)] for _ in SECTIONS]
    papers = []
    for number in range(count):
        text = plan_text(sections, on=dt.date(2001, 1, 1) + dt.timedelta(days=number))
        papers.append((f"edition-{number:05d}.txt", text))
        papers.append((f"edition-{number:05d}-copy.txt", misread(text, chance, letters=3)))
        sections = [list(sentences) for sentences in sections]
        for sentences in chance.sample(sections, 4):
            sentences[chance.randrange(len(sentences))] = sentence(chance)
    return papers


def copies(*, seed: int, count: int) -> list[tuple[str, str]]:
    """One edition `count` times, each time misread elsewhere: the hardest case for finding copies."""
    chance = random.Random(seed)
    text = plan_text([[sentence(chance) for _ in range(6)] for _ in SECTIONS], on=dt.date(2024, 3, 1))
    return [(f"copy-{number:05d}.txt", misread(text, chance, letters=3)) for number in range(count)]
