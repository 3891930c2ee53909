"""Corrections and releases from the command line. Django has to have begun before this module is read."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import cast

from forebygg.accounts.models import SystemUser
from forebygg.accounts.services import system_user
from forebygg.casefile.amending import Anchor, Correction, KindName, anchors, kind
from forebygg.core.errors import CodedError
from forebygg.core.messages import N_
from forebygg.decisions.selectors.folder import open_folder
from forebygg.decisions.selectors.gathered import gathered
from forebygg.decisions.services.correcting import correct
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case, Original
from forebygg.papers.services.releasing import release, withhold


class NoOriginal(CodedError):
    code = "cli.no_original"
    message = N_("The case has no file “{name}”. It has: {known}")


class NoLine(CodedError):
    code = "cli.no_line"
    message = N_("{name} has no line {line}; its last is {last}.")


class NoFact(CodedError):
    code = "cli.no_fact"
    message = N_("Nothing that is called “{kind}” was read from {name}, line {line}. Near it: {near}")


class NoPaper(CodedError):
    code = "cli.no_paper"
    message = N_("The case has no paper {number}. It has: {known}")


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """A fact that was misread, where it stands, and what of it is wrong; no *field*: it is no such fact."""

    original: str
    line: int
    kind: str
    which: int = 0
    field: str = ""
    value: str = ""


def correct_reading(case: Case, wrong: Wrong) -> None:
    """Correct it and read the case again; raises a CodedError that says what there is to correct."""
    of = kind(wrong.kind)
    original = _original(case, wrong.original)
    anchor = _anchor(case, original, wrong)
    correction = Correction(
        **anchor._asdict(),
        act="change" if wrong.field else "remove",
        field=wrong.field,
        value=of.field(wrong.field).typed(wrong.value) if wrong.field else None,
    )
    correct(case, [correction], by=system_user(SystemUser.COMMAND))


def release_papers(case: Case, numbers: Collection[int], *, back: bool) -> list[int]:
    """Show the papers to the public, or with *back* close them to it; all of the case when none is named."""
    known = list(case.papers.order_by("number").values_list("number", flat=True))
    for number in numbers:
        if number not in known:
            raise NoPaper(number=number, known=", ".join(map(str, known)))
    act = withhold if back else release
    return act(case, numbers or known, by=system_user(SystemUser.COMMAND))


def _original(case: Case, name: str) -> Original:
    known = {original.name: original for original in case.originals.all()}
    if name not in known:
        raise NoOriginal(name=name, known=", ".join(known))
    return known[name]


def _anchor(case: Case, original: Original, wrong: Wrong) -> Anchor:
    last = original.text.count("\n") + 1
    if not 1 <= wrong.line <= last:
        raise NoLine(name=original.name, line=wrong.line, last=last)
    name = cast("KindName", wrong.kind)
    if name in {"line", "file", "heading"}:
        return Anchor(original.name, wrong.line, name, wrong.which, "")
    folder = open_folder(case, Viewer(system_user(SystemUser.COMMAND)))
    papers = [paper for paper in folder.papers.values() if paper.original_id == original.pk]
    here = [anchor for anchor, _ in anchors(gathered(folder, papers))]
    for anchor in here:
        if (anchor.line, anchor.kind, anchor.which) == (wrong.line, name, wrong.which):
            return anchor
    nearest = sorted(here, key=lambda anchor: abs(anchor.line - wrong.line))[:5]
    near = ", ".join(f"{anchor.line} {anchor.kind} {anchor.called}".strip() for anchor in nearest)
    raise NoFact(kind=wrong.kind, name=original.name, line=wrong.line, near=near or "–")
