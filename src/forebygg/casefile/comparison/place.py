"""Whether a declaration speaks of the section where a change stands."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from forebygg.casefile.comparison.likeness import content_of
from forebygg.casefile.comparison.telling import Declaration
from forebygg.casefile.facts import Change, Plan, Section
from forebygg.language.stems import akin
from forebygg.language.wording import letters, wording

_ORDINALS: Final = {
    "första": 0, "andra": 1, "tredje": 2, "fjärde": 3, "femte": 4, "sjätte": 5, "sista": -1, "näst sista": -2,
}  # fmt: skip
_ORDINAL: Final = rf"(?<!\w)(?P<ordinal>{'|'.join(reversed(_ORDINALS))})\s+(?P<unit>stycket|meningen|punkten)"
_NUMBERED: Final = r"(?:i|under)\s+(?:avsnitt(?:et)?|kapitel|punkt)\s+(?P<number>\d{1,2}(?:\.\d{1,2})*)"
# "andra stycket i avsnitt 2", "i avsnitt 2 stryks andra stycket"
_COUNTED: Final = (
    re.compile(rf"{_ORDINAL}\s+{_NUMBERED}", re.IGNORECASE),
    re.compile(rf"(?<!\w){_NUMBERED}\s[^.;]{{0,40}}?{_ORDINAL}", re.IGNORECASE),
)


class Places:
    """The sections of the editions, by number and by title."""

    def __init__(self, plans: Mapping[str, Plan]) -> None:
        self._plans = plans
        self._sections: dict[tuple[str, str], Section] = {
            (name, section.number or section.title): section
            for name, plan in plans.items()
            for section in plan.sections
        }

    def within(self, one: Declaration, change: Change) -> bool:
        """The declaration names the change's section or one above it, or no section at all."""
        if not one.names_section:
            return True
        if one.numbers:
            return any(
                change.section == number or change.section.startswith(f"{number}.") for number in one.numbers
            )
        return any(is_named(title, one.section) for title in self._titles(change))

    def split_off(self, phrase: str, numbers: Sequence[str], change: Change) -> bool:
        """The change is a title, or a sentence under it, that came out of the section so named."""
        before = self._plans.get(change.from_document)
        if not before or change.kind not in {"added", "moved"}:
            return False
        told = {
            wording(sentence.text)
            for section in before.sections
            if (section.number in numbers if numbers else is_named(section.title, phrase))
            for sentence in section.sentences
        }
        if change.kind == "moved":
            return wording(change.after or "") in told
        section = self._sections.get((change.to_document, change.section))
        if not section or change.after != section.title:
            return False
        return any(wording(sentence.text) in told for sentence in section.sentences)

    def is_counted(self, text: str, change: Change) -> bool:
        """The text names the change's place by counting: "andra stycket i avsnitt 2"."""
        for match in (match for pattern in _COUNTED for match in pattern.finditer(text)):
            document, told = (
                (change.from_document, change.before) if change.before else (change.to_document, change.after)
            )
            section = self._sections.get((document, match["number"]))
            if section and told:
                place = _ORDINALS[match["ordinal"].casefold()]
                units = (
                    section.paragraphs
                    if match["unit"].casefold() == "stycket"
                    else [sentence.text for sentence in section.sentences]
                )
                if -len(units) <= place < len(units) and wording(told) in wording(units[place]):
                    return True
        return False

    def is_title_gone(self, change: Change) -> bool:
        """The change is a section's title that the later edition does not have."""
        section = self._sections.get((change.from_document, change.section))
        return change.kind == "removed" and section is not None and change.before == section.title

    def _titles(self, change: Change) -> list[str]:
        """The section's titles in either edition, and those of the sections above it."""
        found = [change.before or "", change.after or ""] if change.kind in {"renamed", "moved"} else []
        document = change.from_document if change.kind == "removed" else change.to_document
        number = change.section
        while number:
            section = self._sections.get((document, number))
            if section:
                found.append(section.title)
            number = number.rpartition(".")[0] if number[0].isdigit() else ""
        return [title for title in found if title]


def is_named(title: str, phrase: str) -> bool:
    """The phrase holds the title, as printed or in other forms of its words."""
    if letters(title) and letters(title) in letters(phrase):
        return True
    named, own = content_of(phrase), content_of(title)
    return bool(own) and all(any(akin(word, other) for other in named) for word in own)
