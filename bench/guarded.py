"""The guard's gold: sentences with their labels, read from gold/guard (its README tells how it was made)."""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.papers import SHARED
from bench.sheet import OtherText, Span
from forebygg.privacy.guard import Kind

GOLD: Final = Path(__file__).parent / "gold" / "guard"
HALVES: Final = ("development", "held-out")
_LABEL: Final = re.compile(r"\{(?P<kind>\w+)\|(?P<words>[^}]+)\}")


@dataclass(frozen=True)
class Label:
    """Words that we read as personal data, by their place in the sentence."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence of the gold and its labels."""

    text: str
    labels: tuple[Label, ...]


def parsed(line: str) -> Sentence:
    """A line of the invented sentences: `{kind|words}` is a label."""
    text, labels, end = "", [], 0
    for found in _LABEL.finditer(line):
        text += line[end : found.start()]
        labels.append(Label(Kind(found["kind"]), len(text), len(text) + len(found["words"])))
        text += found["words"]
        end = found.end()
    return Sentence(text + line[end:], tuple(labels))


def invented(half: str) -> list[Sentence]:
    """The invented sentences of one half."""
    return [parsed(line) for line in (GOLD / f"invented-{half}.txt").read_text("utf-8").splitlines()]


def assembled(lines: list[str], spans: list[Span]) -> str:
    """The words that the spans point at, joined by one space but by nothing before a comma or full stop."""
    text = ""
    for line, start, end in spans:
        words = lines[line - 1][start:end]
        text += words if not text or words[0] in ",.;:" else f" {words}"
    return text


def of_minutes(half: str) -> list[Sentence]:
    """One half of the sentences of the shared papers; raises `OtherText` when a paper has changed."""
    sheet = json.loads((GOLD / "minutes.json").read_text("utf-8"))
    papers = {}
    for name, checksum in sheet["files"].items():
        content = (SHARED / name).read_bytes()
        if hashlib.sha256(content).hexdigest() != checksum:
            raise OtherText(name)
        papers[name] = content.decode().split("\n")
    return [
        Sentence(
            assembled(papers[sentence["file"]], sentence["spans"]),
            tuple(Label(Kind(kind), start, end) for kind, start, end in sentence["marks"]),
        )
        for sentence in sheet["sentences"]
        if sentence["half"] == half
    ]
