"""Which language the person at the screen reads, and sentences in it."""

import gettext
import os
from collections.abc import Mapping, Sequence
from enum import StrEnum
from importlib import resources
from typing import Annotated, Final

import typer

from forebygg.core.messages import Translate


class Language(StrEnum):
    """A language that every sentence is written in."""

    SV = "sv"
    EN = "en"


LanguageOption = Annotated[
    Language | None,
    typer.Option("--language", help="sv (svenska), en (English)", show_default=False, show_choices=False),
]
_OPTION: Final = "--language"


def chosen(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Language:
    """The language asked for by option, by FOREBYGG_LANGUAGE or by the machine's locale; else Swedish."""
    asked = [
        *_option(arguments),
        environment.get("FOREBYGG_LANGUAGE", ""),
        *(environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")),
    ]
    return next(
        (Language(two) for name in asked if (two := name[:2].casefold()) in list(Language)), Language.SV
    )


def _option(arguments: Sequence[str]) -> list[str]:
    found = [argument.partition("=")[2] for argument in arguments if argument.startswith(f"{_OPTION}=")]
    if _OPTION in arguments[:-1]:
        found.append(arguments[arguments.index(_OPTION) + 1])
    return found


def translation(language: str) -> Translate:
    """From the English sentence to the language's; one that is not compiled yet is told in English."""
    with resources.as_file(resources.files("forebygg") / "locale") as folder:
        return gettext.translation("django", folder, languages=[language], fallback=True).gettext
