"""A plan from its text alone: the text or a file, then which of its lines are headings."""

import base64
import binascii
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forebygg.casefile.starting import OutlineLine
from forebygg.papers.models import Original
from forebygg.papers.receiving import Received
from forebygg.papers.rules import file_name
from forebygg.plans.models import Plan, Section
from forebygg.web.texts import GuardedText, OpenText

LARGEST: Final = 5_000_000  # bytes; a plan is some tens of kilobytes of text
_LONGEST_TITLE: Final = 500


class TextForm(forms.Form):
    """What the plan says: pasted, or in a file."""

    text = OpenText(
        Original,
        "text",
        label=gettext_lazy("The plan’s text"),
        help_text=gettext_lazy("Copy the whole plan, headings and all, and paste it here."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "lang": "sv", "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=gettext_lazy("or a file"),
        help_text=gettext_lazy("Text, PDF or Word (DOCX), at most 5 MB."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".txt,.md,.pdf,.docx"}),
    )

    def clean(self) -> dict[str, Any]:
        """Exactly one of the two, neither empty nor too large."""
        cleaned = super().clean() or {}
        text, file = cleaned.get("text") or "", cleaned.get("file")
        if self.errors:
            return cleaned
        if text.strip() and file:
            self.add_error(
                "file", _("Give the text or a file, not both. Choose the file again or clear the text.")
            )
        elif not text.strip() and not file:
            self.add_error("text", _("There is no text yet. Paste the plan here, or choose a file."))
        elif (file.size if file else len(text.encode())) > LARGEST:
            message = _("This is more than 5 MB. Give the plan alone, without its appendices.")
            self.add_error("file" if file else "text", message)
        else:
            cleaned["received"] = _from_file(file) if file else _from_text(text)
        return cleaned


def _from_text(text: str) -> Received:
    """Browsers end lines in two characters, files in one."""
    return Received(file_name(_("pasted text.txt")), text.replace("\r\n", "\n").encode())


def _from_file(file: UploadedFile[bytes]) -> Received:
    return Received(file_name(file.name or ""), file.read())


class KeptForm(forms.Form):
    """The text carried from step to step, so that nothing is stored before the plan is."""

    kept_name = forms.CharField(widget=forms.HiddenInput, max_length=255)
    kept = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """The file it was."""
        cleaned = super().clean() or {}
        try:
            data = base64.b64decode(cleaned.get("kept", ""), validate=True)
        except (binascii.Error, ValueError):
            data = b""
        if not data or len(data) > LARGEST:
            raise forms.ValidationError(_("The text was lost on the way. Paste it again."))
        cleaned["received"] = Received(file_name(cleaned.get("kept_name", "")), data)
        return cleaned

    @classmethod
    def holding(cls, received: Received) -> "KeptForm":
        """The form that carries the file."""
        data = base64.b64encode(received.data).decode()
        return cls(initial={"kept_name": received.name, "kept": data})


@dataclass(frozen=True)
class Candidate:
    """A line that is or could be a heading, as its three fields show it now, and what they are called."""

    line: OutlineLine
    is_taken: bool
    number: str
    title: str
    called: Mapping[str, str]
    errors: Sequence[str] = ()

    @property
    def at(self) -> int:
        """The number of its first line, which its fields' names end with."""
        return self.line.lines[0]


class SectionsForm(forms.Form):
    """What the plan is called, its day, and which of its lines are headings."""

    title = GuardedText(
        Plan,
        "title",
        label=gettext_lazy("What the plan is called"),
        help_text="",
        max_length=_LONGEST_TITLE,
        widget=forms.TextInput(attrs={"lang": "sv"}),
    )
    date = forms.DateField(
        label=gettext_lazy("Its day"),
        help_text=gettext_lazy(
            "The day that is printed on it, or when it was adopted. It places this edition among others."
        ),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def __init__(
        self,
        outline: Sequence[OutlineLine],
        data: Mapping[str, Any] | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        first: dict[str, Any] = {f"heading-{line.lines[0]}": line.taken for line in outline}
        first |= {f"number-{line.lines[0]}": line.number for line in outline}
        first |= {f"title-{line.lines[0]}": line.title for line in outline}
        super().__init__(data, initial=first | dict(initial or {}))
        self.outline = outline
        for line in outline:
            at = line.lines[0]
            self.fields[f"heading-{at}"] = forms.BooleanField(
                label=_("Line {line} is a heading").format(line=at), required=False
            )
            self.fields[f"number-{at}"] = OpenText(
                Section,
                "label",
                label=_("Number of the heading on line {line}").format(line=at),
                required=False,
                max_length=20,
            )
            self.fields[f"title-{at}"] = OpenText(
                Section,
                "title",
                label=_("Title of the heading on line {line}").format(line=at),
                required=False,
                max_length=_LONGEST_TITLE,
            )

    @property
    def candidates(self) -> Iterator[Candidate]:
        """The lines in order. Hundreds of fields take seconds to render one by one, so the page sets them."""
        for line in self.outline:
            names = {part: f"{part}-{line.lines[0]}" for part in ("heading", "number", "title")}
            told = {part: self._shown(name) for part, name in names.items()}
            yield Candidate(
                line,
                is_taken=bool(told["heading"]),
                number=str(told["number"] or ""),
                title=str(told["title"] or ""),
                called={part: str(self.fields[name].label) for part, name in names.items()},
                errors=[str(error) for error in self.errors.get(names["title"], ())],
            )

    def _shown(self, name: str) -> object:
        """What was typed, or what the reader read."""
        return self.data.get(name) if self.is_bound else self.initial.get(name)

    @property
    def headings(self) -> list[tuple[int, str, str]]:
        """Line, number and title of those that are ticked."""
        told = self.cleaned_data
        return [
            (at, told[f"number-{at}"], told[f"title-{at}"])
            for at in (line.lines[0] for line in self.outline)
            if told[f"heading-{at}"]
        ]

    def clean(self) -> dict[str, Any]:
        """A heading has a title."""
        cleaned = super().clean() or {}
        for line in self.outline:
            at = line.lines[0]
            if cleaned.get(f"heading-{at}") and not cleaned.get(f"title-{at}"):
                self.add_error(f"title-{at}", _("Say what the heading reads, or untick it."))
        return cleaned
