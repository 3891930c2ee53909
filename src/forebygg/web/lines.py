"""Links to lines of a paper: every value has one to the lines it was read from."""

from typing import Final, Protocol

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from forebygg.web.html import NOTHING, Html

_LINK: Final = Html('<a class="lines" href="{url}">{words}<span class="ds-sr-only">{where}</span></a>')


class Lined(Protocol):
    """Something that is shown line by line."""

    def get_line_url(self, line: int) -> str: ...


class LineLinks:
    """For as many links as a page has: what they all say is translated once.

    The paper's name is there for those who hear the link alone.
    """

    def __init__(self) -> None:
        self.one, self.many = _("line {first}"), _("lines {first}–{last}")
        self.where = _(" in {paper}")

    def __call__(self, paper: Lined | None, first: int | None, last: int | None = None) -> SafeString:
        """Nothing without a paper or a line."""
        if paper is None or first is None:
            return NOTHING
        words = self.one if last is None or last == first else self.many
        return _LINK(
            url=paper.get_line_url(first),
            words=words.format(first=first, last=last),
            where=self.where.format(paper=paper),
        )
