"""The page the story is told on: headings, indented lines, dates in the reader's language."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from babel.dates import format_date
from rich.console import Console
from rich.text import Text

from forebygg.casefile import CaseFile
from forebygg.casefile.facts import LineRange, Place
from forebygg.cli.language import translation
from forebygg.core.messages import N_

PAPERS = {
    "plan": N_("edition of the plan"),
    "memo": N_("memo"),
    "minutes": N_("minutes"),
    "minutes_cover": N_("cover pages"),
    "minutes_item": N_("item"),
    "statement": N_("statement"),
    "other": N_("other paper"),
}
_SHOWN = 3


@dataclass(frozen=True)
class Page:
    """Where the story is written, and in which language."""

    console: Console
    case: CaseFile
    language: str

    def say(self, message: str, **values: object) -> str:
        """The message in the reader's language, its values set in."""
        return translation(self.language)(message).format_map(values)

    def day(self, day: dt.date) -> str:
        """22 november 2026."""
        return format_date(day, "d MMMM y", locale=self.language)

    def gap(self) -> None:
        """Air."""
        self.console.print()

    def heading(self, message: str) -> None:
        """A heading with air above it; underlined, so that it shows without colour."""
        text = self.say(message)
        self.gap()
        self.console.print(Text(text, style="bold"))
        self.console.print(Text("─" * len(text), style="dim"))

    def line(self, text: str, *, depth: int = 0, style: str = "") -> None:
        """One line, wrapped under its own indentation."""
        self._wrapped(" " * 2 * depth, text, style)

    def row(self, head: str, text: str, *, width: int, style: str = "") -> None:
        """A short head and a text beside it, the text wrapped under itself."""
        self._wrapped(f"{head:<{width}}  ", text, style)

    def _wrapped(self, head: str, text: str, style: str) -> None:
        lines = Text(text, style=style).wrap(self.console, max(20, self.console.width - len(head)))
        for index, line in enumerate(lines):
            line.rstrip()
            self.console.print(Text(head if index == 0 else " " * len(head)) + line, soft_wrap=True)

    def wheres(self, places: Sequence[Place]) -> str:
        """The first few places, and how many more there are."""
        shown = list(dict.fromkeys(self.where(place.file, place.lines) for place in places))
        more = self.say(N_("and {count} more"), count=len(shown) - _SHOWN) if len(shown) > _SHOWN else ""
        return ", ".join(filter(None, [*shown[:_SHOWN], more]))

    def where(self, file: str, lines: LineRange) -> str:
        """File and lines, in the form editors open."""
        several = len({document.file for document in self.case.documents}) > 1
        span = f"{lines[0]}" if lines[0] == lines[1] else f"{lines[0]}–{lines[1]}"
        if several:
            return f"{file}:{span}"
        return self.say(N_("line {span}") if lines[0] == lines[1] else N_("lines {span}"), span=span)


def listed(parts: Sequence[str], last: str) -> str:
    """The parts with commas between them, and *last* before the last: A, B and C."""
    return f" {last} ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""
