"""`{% load attendance %}`: who was there, as a table. A council has a hundred members."""

from typing import Final

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from forebygg.decisions.models import Attendance
from forebygg.decisions.rules.presence import Presence
from forebygg.decisions.selectors.attendance import Group, PersonRow, Roll
from forebygg.decisions.templatetags.decisions import called, presence, while_there
from forebygg.papers.models import Paper
from forebygg.web.html import NOTHING, Html, phrase, together
from forebygg.web.lines import LineLinks
from forebygg.web.marks import STATES

register = template.Library()

_GROUP: Final = Html(
    '<tbody class="roll">\n<tr class="group"><th scope="rowgroup" colspan="{columns}">{title} '
    '<span class="quiet">{count}</span></th></tr>\n{rows}</tbody>'
)
_PERSON: Final = Html(
    '<tr>\n<th scope="row">{called}{title}{replaced}{when}</th>\n{presence}\n<td>{lines}</td>\n</tr>'
)
_TITLE: Final = Html('<br><span class="quiet" lang="sv">{title}</span>')
_BELOW: Final = Html('<br><span class="quiet">{words}</span>')
_RUN: Final = Html('<td colspan="{columns}" class="run" data-presence="{presence}"><span>{words}</span></td>')
_WORDS: Final = Html("<td>{words}</td>")
_QUIET: Final = Html('<span class="quiet">{words}</span>')


@register.simple_tag
def attendance(roll: Roll, paper: Paper) -> SafeString:
    """Group by group who was there; the *paper* is the one that the list stands in."""
    rows = _Rows(roll, paper)
    return together(map(rows.of, roll.groups))


class _Rows:
    """The rows of one roll: the words that come again and again are translated once."""

    def __init__(self, roll: Roll, paper: Paper) -> None:
        self.roll, self.paper, self.lines = roll, paper, LineLinks()
        self.presences = {one: presence(one) for one in Presence}
        self.replaced = _("for %(member)s")
        self.whole = _QUIET(words=_("the whole meeting"))

    def of(self, group: Group) -> SafeString:
        """Everybody of one capacity."""
        return _GROUP(
            columns=len(self.roll.columns) + 2 if self.roll.is_table else 3,
            title=group.title,
            count=len(group.rows),
            rows=together(map(self._person, group.rows)),
        )

    def _person(self, row: PersonRow) -> SafeString:
        person = row.person
        is_timed = self.roll.is_table and (person.from_time or person.to_time)
        return _PERSON(
            called=called(person),
            title=_TITLE(title=person.title) if person.title else NOTHING,
            replaced=_BELOW(words=phrase(self.replaced, member=person.replaces))
            if person.replaces
            else NOTHING,
            when=_BELOW(words=while_there(person)) if is_timed else NOTHING,
            presence=self._runs(row) if self.roll.is_table else _WORDS(words=self._when(person)),
            lines=self.lines(self.paper, person.line),
        )

    def _runs(self, row: PersonRow) -> SafeString:
        return together(
            _RUN(columns=run.columns, presence=run.presence, words=self.presences[run.presence])
            for run in row.runs
        )

    def _when(self, person: Attendance) -> SafeString | str:
        if person.role == Attendance.Role.ABSENT:
            return STATES["absent"].html
        return while_there(person) or self.whole
