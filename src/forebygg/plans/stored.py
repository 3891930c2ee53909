"""Stored editions in the reader's own form, so that they can be compared with what is read now."""

from collections import defaultdict
from collections.abc import Iterable

from forebygg.casefile.facts import Plan as PlanAsRead
from forebygg.casefile.facts import Section as SectionAsRead
from forebygg.casefile.facts import Sentence as SentenceAsRead
from forebygg.plans.models import Edition, Section, Wording


def as_read(editions: Iterable[Edition]) -> dict[int, PlanAsRead]:
    """The editions by primary key, sections and sentences included. Two queries, however many.

    `document` is the primary key as text; the running text of paragraphs is not restored.
    """
    wanted = [*editions]
    sentences: defaultdict[int, list[SentenceAsRead]] = defaultdict(list)
    for wording in Wording.objects.filter(edition__in=wanted).order_by("edition", "position"):
        sentences[wording.section_id].append(
            SentenceAsRead(text=wording.text, lines=(wording.first_line, wording.last_line))
        )
    sections: defaultdict[int, list[SectionAsRead]] = defaultdict(list)
    for section in Section.objects.filter(edition__in=wanted).order_by("edition", "position"):
        sections[section.edition_id].append(
            SectionAsRead(
                number=section.label,
                title=section.title,
                paragraphs=(),
                sentences=tuple(sentences[section.pk]),
                lines=(section.first_line, section.last_line),
            )
        )
    return {
        edition.pk: PlanAsRead(
            document=f"{edition.pk}",
            date=edition.date,
            title=edition.title or None,
            sections=tuple(sections[edition.pk]),
        )
        for edition in wanted
    }
