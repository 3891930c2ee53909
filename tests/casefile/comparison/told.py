"""Invented items of the bodies that an invented plan passed."""

import datetime as dt

from forebygg.casefile.comparison.declarations import declarations
from forebygg.casefile.comparison.declaring import declared
from forebygg.casefile.comparison.editions import compare_editions
from forebygg.casefile.comparison.movers import moved
from forebygg.casefile.facts import Document, Item, Motion
from tests.casefile.papers.editions import plan

EARLIER = """
Handlingsplan mot våldsbejakande extremism

2024-11-08

1 Bakgrund

Planen gäller alla nämnder.

2 Riktade insatser

Socialtjänst, skola och fritidsgårdar arbetar på denna nivå. Kommunen ansvarar för stödet.

3 Metodutveckling

Kommunen ska följa utvecklingen av metoder.

4 Särskilda insatser

Varje förvaltning skriver de rutiner som saknas. Rutinerna ska följa kommunens policy för sekretess.
"""


def item(
    description=None, *, date=dt.date(2025, 3, 5), decision=(), motions=(), name="i1", body="Kommunstyrelsen"
):
    return Item(
        document=name,
        file="granvik.txt",
        body=body,
        date=date,
        paragraph=52,
        title="Handlingsplan mot våldsbejakande extremism",
        registry_number="KS 2024/00412",
        description=description,
        decision=tuple(decision),
        motions=tuple(Motion(name=who, party="S", text=text, line=1) for who, text in motions),
        lines=(1, 2),
    )


def edited(edits, items, later_on="2025-02-20"):
    text = EARLIER.replace("2024-11-08", later_on)
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    plans = [plan(EARLIER, "d1"), plan(text, "d2")]
    documents = [
        Document(id=one.document, file="granvik.txt", kind="minutes_item", lines=(1, 2)) for one in items
    ]
    said = declarations(documents, items, {}, plans)
    return moved(declared(compare_editions(*plans), said, plans, items), items, plans)
