"""Errors that say, in the reader's language, what is wrong and what to do about it."""

from collections.abc import Callable
from typing import ClassVar, Self

from forebygg.core.messages import Translate


def _again(kind: "Callable[..., CodedError]", values: dict[str, object]) -> "CodedError":
    return kind(**values)


class CodedError(Exception):
    """An error with a stable code, named values and one translatable sentence.

    `str()` gives the sentence in English. The code is for programs, the sentence for people.
    """

    code: ClassVar[str]
    message: ClassVar[str]

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.message.format_map(values))

    def __reduce__(self) -> tuple[Callable[..., "CodedError"], tuple[type[Self], dict[str, object]]]:
        """Travel between processes: the papers of a folder are read on all cores."""
        return _again, (type(self), self.values)

    def told(self, translate: Translate) -> str:
        """The sentence in the language of *translate*."""
        return translate(self.message).format_map(self.values)
