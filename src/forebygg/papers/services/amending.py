"""Corrections are kept with the originals that they correct."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from forebygg.accounts.models import User
from forebygg.casefile.amending import Correction
from forebygg.papers.models import Case
from forebygg.papers.models import Correction as Stored
from forebygg.papers.selectors import texts


def as_printed(case: Case, corrections: Sequence[Correction]) -> list[Correction]:
    """The corrections, each with its line as it stands in the original, by which it is found again."""
    lines = {text.file: text.lines for text in texts(case)} if corrections else {}
    return [replace(one, printed=lines[one.file][one.line - 1]) for one in corrections]


def with_corrections(standing: Sequence[Correction], new: Sequence[Correction]) -> list[Correction]:
    """The standing ones and the new; of two on the same field of the same fact the new one stays."""
    new = [_as_read(one, standing) for one in new]
    places = {_place(one) for one in new}
    return [*(one for one in standing if _place(one) not in places), *new]


def _as_read(one: Correction, standing: Sequence[Correction]) -> Correction:
    """The correction, its fact called as it was read though a standing one has given it another name."""
    for other in standing:
        if (other.value, *_fact(other)) == (one.called, *_fact(one)):
            return replace(one, called=other.called)
    return one


def _fact(one: Correction) -> tuple[object, ...]:
    return one.file, one.line, one.kind, one.which


def _place(one: Correction) -> tuple[object, ...]:
    # Several missed facts may belong on one line: each addition has a place of its own.
    added = one.value if one.act == "add" else None
    return *_fact(one), one.act, one.field, one.called, repr(added)


def keep_corrections(
    case: Case, corrections: Sequence[Correction], *, unplaced: Collection[Correction], by: User
) -> None:
    """Make these the corrections of the case; `unplaced` are those whose fact the reader no longer finds."""
    originals = {original.name: original for original in case.originals.defer("text")}
    standing = {_key(row.told()): row for row in case.corrections.select_related("original")}
    wanted = {_key(one): one for one in corrections}
    lost = {_key(one) for one in unplaced}
    case.corrections.filter(pk__in=[row.pk for key, row in standing.items() if key not in wanted]).delete()
    for placed in (False, True):
        rows = [row.pk for key, row in standing.items() if (key not in lost) is placed]
        case.corrections.filter(pk__in=rows, unplaced=placed).update(unplaced=not placed)
    Stored.objects.bulk_create(
        Stored(
            municipality=case.municipality,
            case=case,
            original=originals[one.file],
            line=one.line,
            act=one.act,
            kind=one.kind,
            which=one.which,
            called=one.called,
            printed=one.printed,
            field=one.field,
            value=one.value,
            unplaced=key in lost,
            made_by=by,
        )
        for key, one in wanted.items()
        if key not in standing
    )


def _key(one: Correction) -> str:
    return repr(one.as_json())
