"""A plan without any case papers: its text, how its sections were read, and go.

The text travels in the form from step to step: nothing is stored before the plan is, so nothing is left
behind when somebody changes their mind.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.casefile.errors import SourceError
from forebygg.casefile.facts import Plan as PlanAsRead
from forebygg.casefile.paper import Text
from forebygg.casefile.starting import OutlineLine, as_plan, draft, outline
from forebygg.core.errors import CodedError
from forebygg.decisions import permissions
from forebygg.decisions.forms.starting import KeptForm, SectionsForm, TextForm
from forebygg.decisions.services import Imported, import_papers
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.papers.receiving import Received
from forebygg.plans.models import Edition

# Above so many lines only those around possible headings are shown beside the form.
_SHOWN: Final = 2_000
_AROUND: Final = 3


@require_http_methods(["GET", "POST"])
def start_plan(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - named by the address
    """The steps, told apart by what is posted."""
    gate(request, permissions.IMPORT)
    if request.method != "POST":
        return _first(request, TextForm())
    if "kept" not in request.POST:
        return _given(request)
    kept = KeptForm(request.POST)
    if not kept.is_valid():
        return _first(request, _refused(" ".join(map(str, kept.non_field_errors()))))
    beginning = Beginning(kept.cleaned_data["received"])
    try:
        form = SectionsForm(beginning.outline, request.POST)
        if not form.is_valid() or "create" not in request.POST:
            return _second(request, beginning, form)
        return _created(request, beginning, form)
    except SourceError as error:  # the text that came back is no text
        return _first(request, _refused(error.told(_)))


@dataclass(frozen=True)
class Beginning:
    """A file that is to be a plan, as the reader reads it."""

    received: Received

    @cached_property
    def text(self) -> Text:
        """Its lines. Raises a SourceError."""
        return self.received.read()

    @cached_property
    def outline(self) -> list[OutlineLine]:
        """Its lines that are or could be headings."""
        return outline(self.text)

    def plan(self, form: SectionsForm | None = None) -> PlanAsRead:
        """How it reads: by itself, or with the headings that a person has ticked."""
        if form is None:
            return draft(self.text)
        told = form.cleaned_data
        return draft(
            self.text,
            as_plan(
                self.text.file,
                title=told["title"],
                date=told["date"],
                headings=form.headings,
                read=self.outline,
            ),
        )

    @property
    def lines(self) -> list[tuple[int, str]]:
        """The lines to show beside the form."""
        lines = list(enumerate(self.text.lines, start=1))
        if len(lines) <= _SHOWN:
            return lines
        near = {
            at for line in self.outline for at in range(line.lines[0] - _AROUND, line.lines[1] + _AROUND + 1)
        }
        return [line for line in lines if line[0] in near]


def _first(request: Visit, form: TextForm) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "decisions/start_plan.html", {"form": form}, status=status)


def _refused(why: str) -> TextForm:
    form = TextForm({})
    form.errors.clear()
    form.add_error("text", why)
    return form


def _given(request: Visit) -> HttpResponse:
    """From the text to its sections; what cannot be read comes back with everything typed."""
    form = TextForm(request.POST, request.FILES)
    if not form.is_valid():
        return _first(request, form)
    beginning = Beginning(form.cleaned_data["received"])
    try:
        read = beginning.plan()
        sections = SectionsForm(beginning.outline, initial={"title": read.title or "", "date": read.date})
    except SourceError as error:
        form.add_error("file" if request.FILES else "text", error.told(_))
        return _first(request, form)
    return _second(request, beginning, sections)


def _second(request: Visit, beginning: Beginning, form: SectionsForm) -> HttpResponse:
    told = beginning.plan(form if form.is_bound and form.is_valid() else None)
    context = {
        "form": form,
        "kept": KeptForm.holding(beginning.received),
        "beginning": beginning,
        "sections": told.sections,
        "sentences": sum(len(section.sentences) for section in told.sections),
    }
    return render(request, "decisions/start_plan_sections.html", context, status=422 if form.errors else 200)


def _created(request: Visit, beginning: Beginning, form: SectionsForm) -> HttpResponse:
    """A text that is here already leads to the plan that it is."""
    told = form.cleaned_data
    try:
        imported = import_papers(
            request.municipality,
            [Received(beginning.text.file, beginning.received.data)],
            saying=as_plan(
                beginning.text.file,
                title=told["title"],
                date=told["date"],
                headings=form.headings,
                read=beginning.outline,
            ),
            by=who_acts(request),
        )
    except CodedError as error:
        form.add_error(None, error.told(_))
        return _second(request, beginning, form)
    edition = _edition(imported)
    if not imported.added:
        messages.info(request, _("This text is here already. Nothing was stored again."))
    elif edition:
        messages.success(
            request, _("The plan is started, with {count} sentences.").format(count=edition.wordings.count())
        )
    return redirect(edition or imported.case)


def _edition(imported: Imported) -> Edition | None:
    """The edition that the text became, or that held it word for word before."""
    of = [*imported.added, *imported.unchanged]
    own = Edition.objects.filter(paper__original__in=of)
    copied = Edition.objects.filter(paper__copies__original__in=of)
    return (own.first() or copied.first()) if of else None
