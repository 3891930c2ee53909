"""What the bodies' items say of one matter, and where the next body's reads differently."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from forebygg.casefile.comparison.likeness import Unit, may_be_noise
from forebygg.casefile.comparison.sentences import match
from forebygg.casefile.facts import BodyChange, ChangeKind, Item
from forebygg.casefile.prose import BULLET, sentences
from forebygg.language.wording import letters


def compare_bodies(items: Sequence[Item]) -> list[BodyChange]:
    """The sentences of description and proposal that differ from one body's item to the next's.

    Items are of one matter when they carry the same registry number, or failing that the same title.
    Readings that differ in a letter or two are left out.
    """
    matters: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        if key := _matter(item):
            matters[key].append(item)
    found: list[BodyChange] = []
    for same in matters.values():
        dated = sorted(same, key=lambda item: (item.date or dt.date.max, item.paragraph))
        # A body that took the matter up twice is heard by what it said last.
        last = [[*run][-1] for _, run in groupby(dated, key=lambda item: item.body)]
        for earlier, later in pairwise(last):
            found.extend(_between(earlier, later))
    return found


def _matter(item: Item) -> str | None:
    if item.registry_number:
        return letters(item.registry_number)
    title = letters(item.title or "")
    return title if len((item.title or "").split()) >= 3 else None


def _between(earlier: Item, later: Item) -> Iterator[BodyChange]:
    if not _texts(earlier) or not _texts(later):
        return
    found = match(_units(earlier), _units(later), {0: 0, 1: 1})
    entries: list[tuple[int, ChangeKind, Unit | None, Unit | None]] = [
        *((after[0].place, "reworded", before[0], after[0]) for before, after in found.reworded),
        *((unit.place, "removed", unit, None) for unit in found.removed),
        *((unit.place, "added", None, unit) for unit in found.added),
    ]
    for _, kind, before, after in sorted(entries, key=lambda entry: entry[0]):
        if before and after and may_be_noise(before.text, after.text):
            continue
        yield BodyChange(
            from_body=earlier.body,
            from_paragraph=earlier.paragraph,
            to_body=later.body,
            to_paragraph=later.paragraph,
            kind=kind,
            before=before.text if before else None,
            after=after.text if after else None,
            before_lines=earlier.lines,
            after_lines=later.lines,
        )


def _texts(item: Item) -> list[tuple[int, str]]:
    described = [(0, item.description)] if item.description else []
    return [*described, *((1, BULLET.sub("", one, count=1)) for one in item.proposal)]


def _units(item: Item) -> list[Unit]:
    found: list[Unit] = []
    for section, text in _texts(item):
        for paragraph in text.split("\n"):
            for sentence in sentences(paragraph):
                found.append(Unit(sentence, item.lines, section, len(found)))
    return found
