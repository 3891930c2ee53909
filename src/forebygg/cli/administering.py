"""Accounts from the command line. Django has to have begun before this module is read."""

import secrets
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from forebygg.accounts.links import password_link
from forebygg.accounts.models import Municipality, SystemUser, User
from forebygg.accounts.services import invent_person, system_user
from forebygg.organisation.models import Kind, Role, Unit
from forebygg.organisation.rules import IN_A_UNIT
from forebygg.organisation.services.people import engage
from forebygg.organisation.services.posts import appoint
from forebygg.organisation.services.units import open_unit

# One a role; the board is where somebody answers and somebody keeps the minutes.
PEOPLE: Final = {
    Role.COORDINATOR: "Alva Birk",
    Role.MEMBER: "Bertil Ekdahl",
    Role.ANSWERER: "Cajsa Forsgren",
    Role.REGISTRAR: "Disa Granlund",
    Role.SECRETARY: "Ebbe Hallgren",
    Role.EDITOR: "Frida Isling",
    Role.AUDITOR: "Gustav Järnehed",
    Role.SPECIALIST: "Hedda Kvist",
    Role.WORKING_GROUP: "Ivar Lindmo",
    Role.GUEST: "Juni Mårdh",
    Role.ADMINISTRATOR: "Karl Nordby",
}
BOARD: Final = "Utbildningsnämnden"


def is_address(email: str) -> bool:
    """Whether e-mail could be sent there."""
    try:
        validate_email(email)
    except ValidationError:
        return False
    return True


def make_administrator(email: str, name: str, within: Municipality) -> tuple[User, str]:
    """The person, and the path of their first password: none for whoever has one already."""
    person = engage(email, name, Role.ADMINISTRATOR, within=within, by=system_user(SystemUser.COMMAND))
    return person, "" if person.has_usable_password() else password_link(person)


@dataclass(frozen=True)
class Invented:
    """The demo's people, and the password that all of them have."""

    people: dict[Role, User]
    password: str


@transaction.atomic
def invent_people(within: Municipality) -> Invented:
    """One for each role, with a new password each time, so that it is known to whoever sees it printed.

    Raises SomebodyReal.
    """
    command = system_user(SystemUser.COMMAND)
    password = "-".join(_syllables() for _ in range(3))
    board = Unit.objects.of(within).filter(kind=Kind.BOARD).standing().first()
    board = board or open_unit(BOARD, Kind.BOARD, within=within, by=command)
    people = {}
    for role, name in PEOPLE.items():
        first, last = name.lower().translate(str.maketrans("åäö", "aao")).split()
        person = invent_person(f"{first}.{last}@{within.slug}.example", name, password=password)
        appoint(person, role, within=within, unit=board if role in IN_A_UNIT else None, by=command)
        people[role] = person
    return Invented(people, password)


def _syllables() -> str:
    return "".join(secrets.choice("bdfghjklmnprstv") + secrets.choice("aeiouy") for _ in range(3))
