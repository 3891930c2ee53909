"""The papers that are measured: the shared minutes where they lie, otherwise invented ones."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.invented import minutes
from forebygg.casefile.paper import Text

SHARED: Final = Path(__file__).resolve().parents[2] / "shared"


@dataclass(frozen=True, kw_only=True)
class Stack:
    """Papers to read and where they come from, to be said beside every figure."""

    texts: tuple[tuple[str, str], ...]
    source: str

    @property
    def size(self) -> int:
        """Bytes of UTF-8."""
        return sum(len(text.encode()) for _, text in self.texts)

    def times(self, factor: int) -> str:
        """All the texts after one another, as one text, `factor` times."""
        return "\n".join([text for _, text in self.texts] * factor)


def as_text(name: str, content: str) -> Text:
    """The content as the text sources give it: lines parted by line feeds only."""
    return Text(file=name, form="text", lines=tuple(content.split("\n")))


def stack(*folders: str) -> Stack:
    """The texts of those shared folders, or invented minutes of about the same size."""
    files = [path for folder in folders for path in sorted((SHARED / folder).glob("*.txt"))]
    if files:
        return Stack(
            texts=tuple((path.name, path.read_text("utf-8")) for path in files), source="shared papers"
        )
    return Stack(
        texts=tuple((f"granvik-{year}.txt", minutes(seed=year, items=120)) for year in range(2018, 2025)),
        source="invented papers, no shared folder",
    )
