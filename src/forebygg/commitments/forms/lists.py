"""A coordinator's list on its way: what its columns are, whom it means, which rows to leave out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.commitments.errors import ColumnTwice, NoMeasureColumn
from forebygg.commitments.rules.lists.heads import Column
from forebygg.commitments.rules.lists.measures import rows_named
from forebygg.commitments.selectors.lists.comparing import ReadAs
from forebygg.commitments.selectors.lists.meaning import NOBODY, Organisation, Said
from forebygg.commitments.selectors.lists.table import Table
from forebygg.core.errors import CodedError
from forebygg.organisation.forms.importing import CarriedForm

COLUMNS: Final = {
    Column.WHAT: _("The measure: what is to be done"),
    Column.MARK: _("Its number in the list"),
    Column.ACCOUNTABLE: _("Accountable board or company"),
    Column.OWNER: _("Who owns it"),
    Column.UNITS: _("Units concerned"),
    Column.DUE: _("When it is due"),
    Column.RHYTHM: _("How often"),
    Column.LEVEL: _("Level"),
    Column.GOALS: _("Goals that it serves"),
    Column.EVIDENCE: _("What counts as evidence"),
    Column.COUNTERPARTS: _("Counterparts"),
    Column.HOURS: _("Hours needed"),
    Column.MONEY: _("Money needed, in kronor"),
    Column.STATUS: _("Where it stands, in the list’s words"),
}
_MOST_ASKED: Final = 200


class ListForm(CarriedForm):
    """The file, its name, and the row that its heads stand in."""

    called = forms.CharField(widget=forms.HiddenInput, max_length=200, required=False)
    head = forms.IntegerField(widget=forms.HiddenInput, required=False)


class LeaveForm(forms.Form):
    """Rows that are to be left out."""

    out = forms.RegexField(
        r"^[\d\s,–-]*$",
        label=_("Rows to leave out"),
        required=False,
        max_length=500,
        help_text=_("The numbers of the rows in the file, for example: 3, 17–20."),
        error_messages={"invalid": _("Write numbers of rows, for example: 3, 17–20.")},
    )

    def clean_out(self) -> frozenset[int]:
        """The numbers."""
        rows = rows_named(self.cleaned_data["out"])
        if rows is None:
            raise forms.ValidationError(gettext("Write numbers of rows, for example: 3, 17–20."))
        return rows


def columns_of(table: Table, data: QueryDict) -> list[Column | None]:
    """What somebody has chosen that the columns are. Raises NoMeasureColumn, ColumnTwice."""
    told = [data.get(f"c{place}", "") for place in range(len(table.heads))]
    columns = [Column(one) if one in {*Column} else None for one in told]
    if Column.WHAT not in columns:
        raise NoMeasureColumn
    for column in Column:
        if columns.count(column) > 1:
            raise ColumnTwice(column=str(COLUMNS[column]))
    return columns


def are_chosen(data: QueryDict) -> bool:
    """Whether anything has been said of the columns."""
    return "c0" in data


class ColumnRow:
    """A column of the file as the page asks about it."""

    def __init__(self, table: Table, place: int, chosen: Column | None) -> None:
        self.name, self.head = f"c{place}", table.heads[place]
        self.values, self.chosen = table.first_values(place), chosen or ""

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [("", gettext("Not used")), *((column.value, str(words)) for column, words in COLUMNS.items())]


class Question:
    """Whom the words of a list mean, as the page asks."""

    def __init__(self, said: Said, organisation: Organisation) -> None:
        self.said, self._organisation = said, organisation
        self.code = said.meant.code if said.meant else ""
        self.column = COLUMNS[said.column]

    @property
    def choices(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """In groups; the first has no name."""
        known, column = self._organisation, self.said.column
        first = [("", gettext("Leave it open")), (NOBODY, gettext("Nobody here"))]
        if column is Column.ACCOUNTABLE:
            return [
                ("", first),
                (gettext("Boards"), [(f"unit-{one.number}", one.name) for one in known.boards]),
            ]
        posts = [(f"post-{post.pk}", capfirst(str(post))) for post, _held in known.posts]
        units = [(f"unit-{one.number}", one.name) for one in known.units]
        under = [(f"under-{one.number}", one.name) for one in known.boards]
        groups = [
            (gettext("Every unit of a board"), under),
            (gettext("A unit"), units),
        ]
        if column is Column.OWNER:
            groups.insert(0, (gettext("A post"), posts))
        return [("", first), *groups]


def questions(said: Sequence[Said], organisation: Organisation) -> list[Question]:
    """As many as a page can ask."""
    return [Question(one, organisation) for one in said[:_MOST_ASKED]]


def chosen_in(data: QueryDict) -> Mapping[str, str]:
    """Whom words mean, as was sent."""
    return {name: value for name in data if name.startswith("w-") and (value := data.get(name, ""))}


def carried(data: QueryDict, but: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """What goes on to the next step unseen."""
    for name in data:
        if (name.startswith("w-") or (name[:1] == "c" and name[1:].isdecimal())) and name not in but:
            yield name, data.get(name, "")


def read_as(columns: Sequence[Column | None], data: QueryDict, leave: frozenset[int]) -> ReadAs:
    """All that has been said of how to read the list."""
    return ReadAs(columns, chosen_in(data), leave)


def told(error: CodedError) -> str:
    """In the reader's language."""
    return error.told(gettext)
