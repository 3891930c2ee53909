"""A spreadsheet with the organisation: the file, then the same file on its way through the preview."""

import base64
import binascii
import zlib
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forebygg.organisation.forms.units import DayField
from forebygg.organisation.spreadsheets import LARGEST


class UploadForm(forms.Form):
    """A spreadsheet as somebody has it."""

    file = forms.FileField(
        label=gettext_lazy("Spreadsheet"),
        help_text=gettext_lazy("Excel (XLSX) or CSV, at most 10 MB and 100,000 rows."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
    )

    def clean_file(self) -> bytes:
        """Its bytes, unless there are too many."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("This is more than 10 MB. Divide it, one board a file."))
        data: bytes = file.read()
        return data


class FileForm(UploadForm):
    """The file, and the day of its counts."""

    counted_on = DayField(
        label=gettext_lazy("The staff was counted on"),
        help_text=gettext_lazy("The day that the numbers of people are true for."),
    )


class CarriedForm(forms.Form):
    """The file carried through the preview, packed, so that nothing is stored before somebody says so."""

    kept = forms.CharField(widget=forms.HiddenInput)

    def clean_kept(self) -> bytes:
        """The file it was; what does not unpack, or unpacks to too much, was lost on the way."""
        unpacking = zlib.decompressobj()
        try:
            packed = base64.b64decode(self.cleaned_data["kept"], validate=True)
            data = unpacking.decompress(packed, LARGEST + 1)
        except (binascii.Error, ValueError, zlib.error):
            data = b""
        if not data or len(data) > LARGEST:
            raise forms.ValidationError(_("The file was lost on the way. Choose it again."))
        return data

    @staticmethod
    def packed(data: bytes) -> str:
        """The file as the form carries it."""
        return base64.b64encode(zlib.compress(data)).decode()


class KeptForm(CarriedForm):
    """With the day of its counts."""

    counted_on = forms.DateField(widget=forms.HiddenInput)

    @classmethod
    def holding(cls, data: bytes, told: dict[str, Any]) -> "KeptForm":
        """The form that carries the file, and the day."""
        return cls(initial={"kept": cls.packed(data), "counted_on": told["counted_on"].isoformat()})
