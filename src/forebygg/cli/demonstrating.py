"""The demo's papers into its own database. Django has to have begun before this module is read."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from django.utils import timezone

from forebygg.accounts.errors import SomebodyReal
from forebygg.accounts.models import SystemUser, User
from forebygg.accounts.services import system_user
from forebygg.casefile.paper import Text
from forebygg.casefile.sources import bytes_of
from forebygg.cli.answering_granvik import answer_for_granvik
from forebygg.cli.committing_granvik import commit_granvik
from forebygg.cli.deciding_granvik import decide_for_granvik
from forebygg.cli.following_granvik import follow_up_granvik
from forebygg.cli.municipality import address_of
from forebygg.cli.organising_granvik import organise_granvik
from forebygg.cli.planning_granvik import plan_for_granvik
from forebygg.cli.planning_years_of_granvik import plan_years_of_granvik
from forebygg.decisions.services import import_papers
from forebygg.organisation.services.municipalities import found_municipality
from forebygg.papers.models import Case, Invitation
from forebygg.papers.receiving import Received
from forebygg.papers.rules import file_name, storable
from forebygg.papers.selectors import possible_guests
from forebygg.papers.services.inviting import invite
from forebygg.papers.services.releasing import release

GRANVIK = ("granvik", "Granviks kommun")
STAY: Final = dt.timedelta(days=90)


@dataclass(frozen=True)
class _Read(Received):
    """A file whose text is known already."""

    text: Text = field(kw_only=True, compare=False)

    def read(self, *, ocr: bool = False) -> Text:  # noqa: ARG002 - what is read is read
        """As the store wants it: a name without its folder, characters that every database takes."""
        lines = tuple(map(storable, self.text.lines))
        return replace(self.text, file=file_name(self.name), lines=lines)


def import_granvik(text: Text, path: Path) -> Case:
    """Granvik's case, all of it shown to the public as its council would have it; its units and goals."""
    case = _import(*GRANVIK, [_Read(text.file, bytes_of(path), text=text)])
    organise_granvik(case.municipality)
    plan_for_granvik(case.municipality)
    numbers = case.papers.values_list("number", flat=True)
    release(case, list(numbers), by=system_user(SystemUser.COMMAND))
    return case


def let_granvik_promise(case: Case) -> None:
    """What its plan promises, once there are people to own it. A second time changes nothing."""
    with suppress(SomebodyReal):  # nobody is invented among the real
        commit_granvik(case.municipality)
        answer_for_granvik(case.municipality)
        follow_up_granvik(case.municipality)
        plan_years_of_granvik(case.municipality, today=timezone.localdate())
        decide_for_granvik(case.municipality)


def invite_guest(case: Case, guest: User) -> dt.date:
    """Let the invented guest see the demo's case; the last day of that. A second time changes nothing."""
    today = timezone.localdate()
    for holding in possible_guests(case, today).filter(user=guest):
        invite(case, holding, last_day=today + STAY, by=system_user(SystemUser.COMMAND))
    return Invitation.objects.filter(case=case).holding(today).get(guest__user=guest).last_day


def import_own(folder: Path, texts: Sequence[Text]) -> Case:
    """The person's own papers: a municipality for each folder, and nothing shown to the public."""
    name = folder.resolve().name or folder.resolve().anchor
    files = [_Read(text.file, bytes_of(Path(text.file)), text=text) for text in texts]
    return _import(address_of(f"{name}-papper"), name, files)


def _import(slug: str, name: str, files: Sequence[Received]) -> Case:
    command = system_user(SystemUser.COMMAND)
    municipality = found_municipality(slug, name[:100], by=command)
    return import_papers(municipality, files, by=command).case
