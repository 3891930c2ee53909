"""A case's papers as the reader takes them, and its guests."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db.models import Count, QuerySet

from forebygg.accounts.models import Municipality
from forebygg.casefile.amending import Correction
from forebygg.casefile.paper import Form, Text
from forebygg.core.messages import Notice
from forebygg.organisation.models import Holding, Role
from forebygg.papers.models import Case, Invitation, Original
from forebygg.papers.rules import one_number


def texts(case: Case) -> list[Text]:
    """The texts of the case's originals, in the order in which they came."""
    return [text_of(original) for original in case.originals.order_by("pk")]


def text_of(original: Original) -> Text:
    """What was found in the file when it came; nothing is extracted again."""
    form: Form = original.form  # type: ignore[assignment]
    return Text(
        file=original.name,
        form=form,
        lines=tuple(original.text.split("\n")),
        encoding=original.encoding or None,
        notices=tuple(map(_notice, original.notices)),
    )


def corrections(case: Case) -> list[Correction]:
    """What people have said that the papers say, oldest first."""
    return [row.told() for row in case.corrections.select_related("original").defer("original__text")]


def _notice(kept: Mapping[str, object]) -> Notice:
    values = kept["values"]
    return Notice(str(kept["msgid"]), **(values if isinstance(values, dict) else {}))


def case_holding(municipality: Municipality, checksums: Iterable[str]) -> Case | None:
    """The first case that has all the files."""
    wanted = [*checksums]
    sharing = Case.objects.of(municipality).filter(originals__sha256__in=wanted)
    counted = sharing.annotate(shared=Count("originals")).filter(shared=len(wanted))
    return counted.order_by("number").first()


def case_of(municipality: Municipality, registry_number: str | None, checksums: Iterable[str]) -> Case | None:
    """The case to which papers belong that nobody has named one for; None for a case of their own.

    It is the first one with the registry number that the papers carry. Failing that, it is the one that
    has most of the files, unless that bears another number than the papers do.
    """
    number = one_number(registry_number)
    if number:
        for case in Case.objects.of(municipality).exclude(registry_number="").order_by("number"):
            if one_number(case.registry_number) == number:
                return case
    sharing = Case.objects.of(municipality).filter(originals__sha256__in=[*checksums])
    counted = sharing.annotate(shared=Count("originals")).order_by("-shared", "number")
    return next((case for case in counted if not number or not case.registry_number), None)


def guests_of(case: Case, on: dt.date) -> list[Invitation]:
    """Who sees the case as a guest that day, by name. One query."""
    rows = Invitation.objects.filter(case=case).holding(on)
    return list(rows.select_related("guest__user", "authority", "invited_by").order_by("guest__user__name"))


def possible_guests(case: Case, on: dt.date) -> QuerySet[Holding, Holding]:
    """The municipality's guests who do not see the case that day."""
    seeing = Invitation.objects.filter(case=case).holding(on)
    guests = Holding.objects.of(case.municipality).current()
    guests = guests.filter(post__role=Role.GUEST, user__is_active=True).exclude(pk__in=seeing.values("guest"))
    return guests.select_related("user").order_by("user__name", "pk")
