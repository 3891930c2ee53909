"""What the guard marks, why, which channel is the right one, and what may be written instead."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from forebygg.core.messages import N_


class Kind(StrEnum):
    """What the marked words are."""

    PERSONAL_NUMBER = "personal_number"
    LIKE_NUMBER = "like_number"
    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"
    NAME = "name"
    PERSON = "person"
    ADDRESS = "address"
    PLATE = "plate"
    BELIEF = "belief"


KINDS: Final = {
    Kind.PERSONAL_NUMBER: N_("personal number"),
    Kind.LIKE_NUMBER: N_("almost a personal number"),
    Kind.PHONE: N_("telephone number"),
    Kind.EMAIL: N_("e-mail address"),
    Kind.HANDLE: N_("name on a social network"),
    Kind.NAME: N_("name of a person"),
    Kind.PERSON: N_("words that point at one person"),
    Kind.ADDRESS: N_("street address"),
    Kind.PLATE: N_("registration plate"),
    Kind.BELIEF: N_("opinion or faith of a person"),
}


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words that look like personal data: a warning, never a guarantee that what is unmarked is none."""

    start: int
    end: int
    kind: Kind
    reason: str
    """A message to be translated: why the words are marked."""
    channel: str
    """A key of `CHANNELS`: where this belongs instead."""
    suggestion: str
    """Swedish words that may stand instead, so that the sentence can be read; none where they may go."""


WARNING: Final = N_(
    "This is a warning, never a guarantee: personal data may be missed, and what is none may be marked."
)

CHANNELS: Final = {
    "worry": N_(
        "Are you worried about a child? Use the social services' own notification form. What is said there "
        "is protected; what is written here is not."
    ),
    "contacts": N_("Should others be able to reach someone in their work? Put them in the list of contacts."),
    "crime": N_(
        "Is a crime going on, or someone in danger? Call 112. Other crimes are reported to the police."
    ),
    "belief": N_(
        "What a person believes or thinks is not recorded here. If you are worried about a child, use the "
        "social services' own notification form."
    ),
}

REASONS: Final = {
    Kind.PERSONAL_NUMBER: N_("This looks like a personal number. It tells exactly who someone is."),
    Kind.LIKE_NUMBER: N_(
        "This looks almost like a personal number, but its check digit is not right. Is it one with a slip?"
    ),
    Kind.PHONE: N_("This looks like a telephone number. It can lead to one person."),
    Kind.EMAIL: N_("This looks like an e-mail address. It can lead to one person."),
    Kind.HANDLE: N_("This looks like someone's name on a social network. It can lead to one person."),
    Kind.NAME: N_("It looks as if this names someone. What happened can be told without the name."),
    Kind.PERSON: N_(
        "It looks as if this points at one person, even without a name. Others may know who it is."
    ),
    Kind.ADDRESS: N_("This looks like an address. It can tell where someone lives."),
    Kind.PLATE: N_("This looks like a registration plate. It can lead to the owner of the vehicle."),
    Kind.BELIEF: N_(
        "It looks as if this tells what one person believes or thinks. That is never recorded here."
    ),
}

_CHANNEL_OF: Final = {
    Kind.PHONE: "contacts",
    Kind.EMAIL: "contacts",
    Kind.PLATE: "crime",
    Kind.BELIEF: "belief",
}

_INSTEAD: Final = {
    Kind.PERSONAL_NUMBER: "[personnummer borttaget]",
    Kind.LIKE_NUMBER: "[nummer borttaget]",
    Kind.PHONE: "[telefonnummer borttaget]",
    Kind.EMAIL: "[e-postadress borttagen]",
    Kind.HANDLE: "[kontonamn borttaget]",
    Kind.NAME: "en person",
    Kind.PERSON: "en person",
    Kind.ADDRESS: "[adress borttagen]",
    Kind.PLATE: "[registreringsnummer borttaget]",
    Kind.BELIEF: "[uppfattning borttagen]",
}


def mark(kind: Kind, start: int, end: int, *, suggestion: str | None = None) -> Mark:
    """A mark with its kind's reason, channel and suggestion."""
    return Mark(
        start,
        end,
        kind,
        REASONS[kind],
        _CHANNEL_OF.get(kind, "worry"),
        _INSTEAD[kind] if suggestion is None else suggestion,
    )
