"""What a text that is kept may say of people: each model says so of its text fields, beside them.

    class Need(models.Model):
        texts = Texts(refuse="story", warn="title", names_belong_here={Because.CONTACTS: "whom_to_ask"})

A test fails for a text field that its model does not name, so that nobody forgets to think of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Protocol

from forebygg.core.messages import N_


class Policy(StrEnum):
    """What happens when the guard finds personal data in a text."""

    REFUSE = "refuse"
    """It is not kept."""
    WARN = "warn"
    """It is kept when somebody has looked at what was found and said that it is right."""
    NAMES_BELONG_HERE = "names belong here"
    """Nobody looks: see `Because`."""
    CODE = "code"
    """Nobody looks: the program writes it, not a person."""


class Because(StrEnum):
    """Why names belong in a text."""

    PAPERS = "papers"
    SIGNATORIES = "signatories"
    CONTACTS = "contacts"
    ACCOUNTS = "accounts"
    AUTHORITIES = "authorities"


BECAUSE: Final = {
    Because.PAPERS: N_("Council papers are public, and are kept and corrected as they read."),
    Because.SIGNATORIES: N_("Whoever stands for minutes, a memo or an agreement does so by name."),
    Because.CONTACTS: N_("The list of contacts is there so that someone can be reached in their work."),
    Because.ACCOUNTS: N_("Whoever works in the product does so in their own name."),
    Because.AUTHORITIES: N_("It is the name of a municipality or another authority, not of a person."),
}


class UndeclaredTextError(LookupError):
    """A model does not say of a text field whether names belong there."""


@dataclass(frozen=True, kw_only=True)
class Texts:
    """Of each text field of a model, what it may say of people. Names of fields, with spaces between."""

    refuse: str = ""
    warn: str = ""
    names_belong_here: Mapping[Because, str] = field(default_factory=dict)
    codes: str = ""

    def __iter__(self) -> Iterator[tuple[str, Policy, Because | None]]:
        """Every name, as often as it stands here, with its policy and, where names belong, the reason."""
        for policy, names in (
            (Policy.REFUSE, self.refuse),
            (Policy.WARN, self.warn),
            (Policy.CODE, self.codes),
        ):
            yield from ((name, policy, None) for name in names.split())
        for because, names in self.names_belong_here.items():
            yield from ((name, Policy.NAMES_BELONG_HERE, because) for name in names.split())

    def policy(self, name: str) -> Policy:
        """That of the field. Raises UndeclaredTextError."""
        for declared, policy, _because in self:
            if declared == name:
                return policy
        raise UndeclaredTextError(name)


class SaysOfTexts(Protocol):
    """A model that has text fields."""

    texts: Texts
