"""A small case of Granviks kommun in one file, and how it is read with corrections."""

from dataclasses import replace

from forebygg.casefile import read_texts
from forebygg.casefile.amending import Correction, anchors
from forebygg.casefile.paper import Text

FILE = "granvik.txt"
PAPERS = """SAMMANTRÄDESPROTOKOLL

Kommunstyrelsen

Sammanträdesdatum\t2024-05-13

Plats och tid\tRådhuset, kl. 13.00–15.00

Beslutande

Anna Berg (S), ordförande
Bo Ask (M)
Cia Dal (C)

Övriga närvarande

Disa Ek, säkerhetssamordnare

Justeringsdatum\t2024-05-15

Paragrafer\t44–64

Justerandes sign\tUtdragsbestyrkande

ANSLAG/BEVIS

Organ\tKommunstyrelsen
Sammanträdesdatum\t2024-05-13
Anslaget sätts upp\t2024-05-16
Anslaget tas ned\t2024-06-07
Protokollet förvaras\tKansliet

§ 45

Dnr KS 2024/00100

Handlingsplan mot våldsbejakande extremism

Kommunstyrelsens beslut

- Handlingsplan mot våldsbejakande extremism antas.

Beskrivning av ärendet

Kommunkontoret har tagit fram ett förslag. Planen har kompletterats med polisen under rubriken samverkan.

Yrkande

Bo Ask (M) och Cia Dal (C) yrkar bifall till förslaget.

Beslutsgång

Ordföranden ställer proposition på förslaget och finner att det antas.

Votering begärs. Med 9 ja-röster mot 4 nej-röster beslutar kommunstyrelsen enligt förslaget.

Protokollsanteckning

Eva Ek (V): Planen borde ha gått på remiss.

Justerandes sign\tUtdragsbestyrkande

Handlingsplan mot våldsbejakande extremism

2024-02-01

Innehåll

1 Bakgrund.....2
2 Samverkan.....2

1 Bakgrund

Planen gäller alla nämnder. Kommunfullmäktige antar planen.

2 Samverkan

Rådet samordnar arbetet med andra aktörer.

Handlingsplan mot våldsbejakande extremism

2024-05-01

Innehåll

1 Bakgrund.....2
2 Samverkan.....2

1 Bakgrund

Planen gäller alla nämnder. Kommunfullmäktige antar planen.

2 Samverkan

Rådet samordnar arbetet med polisen och andra aktörer.
"""


def text(papers=PAPERS, file=FILE):
    return Text(file=file, form="text", lines=tuple(papers.split("\n")))


def line_of(words, papers=PAPERS, nth=0):
    """The number of the nth line that holds the words."""
    return [number for number, line in enumerate(papers.split("\n"), start=1) if words in line][nth]


def correction(words, kind, *, nth=0, **said):
    return Correction(file=FILE, line=line_of(words, nth=nth), kind=kind, **said)


def change(words, kind, field, value, **said):
    return correction(words, kind, field=field, value=value, **said)


def read(*corrections, papers=PAPERS):
    return read_texts([text(papers)], corrections)


def anchored(case, kind, called=""):
    """The anchor of the only fact of that kind that is called so."""
    [found] = [anchor for anchor, _ in anchors(case) if anchor.kind == kind and called in anchor.called]
    return found._asdict()


def bare(case):
    return replace(case, unplaced=())
