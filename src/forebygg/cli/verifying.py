"""What `forebygg audit` does. Django has to have begun before this module is read."""

import itertools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import typer
from django.conf import settings

from forebygg.accounts.models import Municipality
from forebygg.audit import protection
from forebygg.audit.heads import ExportedHead, heads_in, kept_at
from forebygg.audit.models import Head
from forebygg.audit.verifying import Chain
from forebygg.cli.whereabouts import NoMunicipality, municipality_called
from forebygg.core.errors import CodedError
from forebygg.core.messages import N_, Translate
from forebygg.web.dates import written_moment

WHOLE = N_("{municipality}: the trail is whole. Entries: {count}. Last hash: {hash}")
EMPTY = N_("{municipality}: nothing has been recorded yet.")
BROKEN = N_("{municipality}: THE TRAIL IS NOT WHOLE.")
MORE = N_("… and more of the same kind; only the first {shown} are listed.")
MET = N_("Heads that were kept agree: {count}, the last of them entry {number} of {at}.")
NOT_COMPARED = N_(
    "No head that was kept elsewhere was given, so it cannot be told whether the whole trail was written "
    "anew. See: forebygg audit verify --help"
)
PROTECTED = N_("The database refuses to change entries.")
UNPROTECTED = N_(
    "THE DATABASE DOES NOT REFUSE TO CHANGE ENTRIES. These triggers are gone or altered: {names}"
)
# So many faults are told; a chain that was rewritten has as many as it has entries.
_SHOWN: Final = 20


class HeadOfAnother(CodedError):
    """A head that was given belongs to no municipality that is verified here."""

    code = "audit.head_of_another"
    message = N_("{file} has a head of “{slug}”, which is not among what is verified.")


class CannotRead(CodedError):
    code = "audit.cannot_read"
    message = N_("{file} cannot be read: {reason}")


def verify_trails(slug: str, files: Sequence[Path], tell: Translate) -> bool:
    """Tell of each municipality's trail whether it is whole, and of the database whether it protects them."""
    given = {path: _heads(path) for path in files}
    chosen = _chosen(slug)
    known = {municipality.slug for municipality in chosen}
    for path, heads in given.items():
        for head in heads:
            if head.municipality not in known:
                raise HeadOfAnother(file=path.name, slug=head.municipality)
    told = list(itertools.chain.from_iterable(given.values()))
    whole = [_verify(municipality, told, tell) for municipality in chosen]
    if names := protection.missing():
        typer.echo(tell(UNPROTECTED).format(names=", ".join(names)))
        return False
    typer.echo(tell(PROTECTED))
    return all(whole)


def _verify(municipality: Municipality, given: Iterable[ExportedHead], tell: Translate) -> bool:
    """One municipality's; beside the heads that were given, those that this installation has kept itself."""
    own = kept_at(settings.HOME / "audit", municipality.slug)
    elsewhere = [head for head in given if head.municipality == municipality.slug]
    chain = Chain(municipality, [*elsewhere, *(_heads(own) if own.exists() else ())])
    faults = 0
    for fault in chain.faults():
        if not faults:
            typer.echo(tell(BROKEN).format(municipality=municipality))
        if faults < _SHOWN:
            typer.echo(f"  {fault.told(tell)}")
        faults += 1
    if faults > _SHOWN:
        typer.echo(f"  {tell(MORE).format(shown=_SHOWN)}")
    if not faults and chain.entries:
        count = chain.entries
        typer.echo(tell(WHOLE).format(municipality=municipality, count=count, hash=chain.hash))
    elif not faults:
        typer.echo(tell(EMPTY).format(municipality=municipality))
    if chain.met:
        last = max(chain.met, key=lambda head: head.number)
        at = written_moment(last.at)
        typer.echo("  " + tell(MET).format(count=len(chain.met), number=last.number, at=at))
    if not elsewhere and chain.entries:
        typer.echo(f"  {tell(NOT_COMPARED)}")
    return not faults


def write_heads(slug: str, out: Path | None) -> None:
    """The head of each trail that has one, a line each, shown or added to a file."""
    heads = Head.objects.filter(municipality__in=_chosen(slug), number__gt=0)
    ordered = heads.select_related("municipality").order_by("municipality__slug")
    lines = [ExportedHead.of(head).line() for head in ordered]
    if out is None:
        for line in lines:
            typer.echo(line)
        return
    try:
        with out.open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        raise CannotRead(file=out, reason=error.strerror) from error


def _chosen(slug: str) -> list[Municipality]:
    """The one that was asked for, or all."""
    if slug:
        return [municipality_called(slug)]
    municipalities = list(Municipality.objects.order_by("slug"))
    if not municipalities:
        raise NoMunicipality
    return municipalities


def _heads(path: Path) -> list[ExportedHead]:
    try:
        return heads_in(path)
    except OSError as error:
        raise CannotRead(file=path, reason=error.strerror) from error
