"""Sentences for people: written once in English, said in the reader's language at the screen."""

from collections.abc import Callable, Mapping
from typing import Self

Translate = Callable[[str], str]


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools find what to translate
    """Mark *message* for translation and leave it as it is."""
    return message


class Notice(str):
    """A sentence about the reading: in English as it stands, and with what it takes to say it otherwise.

    Two notices are the same when their English is.
    """

    __slots__ = ("msgid", "values")

    msgid: str
    values: Mapping[str, object]

    def __new__(cls, msgid: str, **values: object) -> Self:
        """Fill the named fields of *msgid*; a field without a value is a KeyError."""
        notice = super().__new__(cls, msgid.format_map(values))
        notice.msgid = msgid
        notice.values = values
        return notice

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        """What a copy in another process is made from."""
        return (self.msgid,), dict(self.values)

    def told(self, translate: Translate) -> str:
        """The sentence in the language of *translate*."""
        return translate(self.msgid).format_map(self.values)
