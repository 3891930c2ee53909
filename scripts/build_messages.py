"""Compiles the translations while the package is built, so that every install speaks Swedish.

A machine need not have msgfmt: Babel does it.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_messages(locale: Path) -> list[Path]:
    """Writes a .mo beside each .po under *locale*."""
    compiled = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.parts[-3])
        target = source.with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, catalog)
        compiled.append(target)
    return compiled


class MessagesHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling's names)
        compile_messages(Path(self.root, "src", "forebygg", "locale"))
