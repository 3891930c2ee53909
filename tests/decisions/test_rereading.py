"""A case that is read again: what has not changed keeps its rows, its numbers and its identity."""

import pytest

from forebygg.casefile.amending import Correction
from forebygg.decisions.models import Item, Meeting
from forebygg.decisions.selectors.lines import lines_of
from forebygg.decisions.services.correcting import correct, reread
from forebygg.papers.models import Case, Paper
from forebygg.plans.models import Edition, Wording
from tests.contents import contents

ACTS = {"papers.Case", "audit.Entry", "audit.Head"}


def stored():
    return {label: rows for label, rows in contents().items() if label not in ACTS}


def line_of(case, text, *, paper=None):
    """The number of the first line that holds the text, in the paper or the whole original."""
    lines = case.originals.get().text.split("\n")
    first = paper.first_line - 1 if paper else 0
    return next(number for number, line in enumerate(lines[first:], start=first + 1) if text in line)


@pytest.fixture
def editions(granvik_case):
    return [*Edition.objects.filter(paper__case=granvik_case).order_by("date").select_related("paper")]


def test_reading_again_writes_no_row_anew(granvik_case, person):
    before = stored()

    reread(granvik_case, by=person)

    assert stored() == before


def test_reading_again_counts_up_the_case_and_names_the_reader(granvik_case, person):
    before = granvik_case.revision
    Case.objects.update(read_by="0.0.1")

    reread(granvik_case, by=person)

    granvik_case.refresh_from_db()
    assert granvik_case.revision == before + 1
    assert granvik_case.read_by != "0.0.1"


def test_a_sentence_that_was_misread_keeps_its_identity(granvik_case, editions, person):
    second = editions[1]
    wording = second.wordings.get(text__startswith="Polisens uppgifter är")
    line = line_of(granvik_case, "Polisens uppgifter är", paper=second.paper)
    [printed] = lines_of([second.paper]).of(second.paper, line, line)
    told = printed.replace("Polisens uppgifter är", "Polisens uppgift är")

    correct(granvik_case, [said(line, "line", "text", told)], by=person)

    again = second.wordings.get(text__startswith="Polisens uppgift är")
    assert again.sentence_id == wording.sentence_id
    assert not second.changes.filter(after__startswith="Polisens uppgift").exists()


def said(line, kind, field, value):
    return Correction(file="granvik.txt", line=line, kind=kind, field=field, value=value)


def identities():
    return {*Wording.objects.values_list("edition", "text", "sentence")}


def test_sentences_keep_their_identity_when_a_heading_is_taken_away(granvik_case, editions, person):
    before = identities()
    section = editions[2].sections.get(label="4")

    correct(
        granvik_case,
        [Correction(file="granvik.txt", line=section.first_line, kind="heading", act="remove")],
        by=person,
    )

    kept = before & identities()
    assert len(before - kept) <= 1  # the heading may have become part of a sentence
    assert editions[2].sections.count() == 15 - 1


def test_only_the_sentences_of_the_part_read_again_are_written(granvik_case, editions, person):
    first = [*editions[0].wordings.values_list("pk", "position", "text", "sentence")]
    line = line_of(granvik_case, "Polisens uppgifter är", paper=editions[1].paper)

    correct(granvik_case, [said(line, "line", "text", "")], by=person)

    assert [*editions[0].wordings.values_list("pk", "position", "text", "sentence")] == first


def test_when_an_edition_proves_to_be_none_the_others_sentences_live_on(granvik_case, editions, person):
    others = [editions[0].pk, editions[2].pk]
    before = {one for one in identities() if one[0] in others}

    correct(granvik_case, [said(editions[1].paper.first_line, "document", "kind", "other")], by=person)

    assert [edition.pk for edition in Edition.objects.order_by("date")] == others
    assert identities() == before


def test_a_released_paper_that_is_something_else_than_it_was_is_closed(granvik_released, editions, person):
    closed = editions[0].paper

    correct(granvik_released, [said(closed.first_line, "document", "kind", "other")], by=person)

    assert [paper.number for paper in Paper.objects.filter(released_at=None)] == [closed.number]


def test_papers_keep_their_numbers_when_a_file_is_one_paper_after_all(granvik_case, person):
    highest = granvik_case.last_paper

    correct(granvik_case, [said(1, "file", "kind", "minutes")], by=person)

    [paper] = granvik_case.papers.all()
    granvik_case.refresh_from_db()
    assert paper.number > highest or paper.first_line == 1
    assert granvik_case.last_paper >= highest


def test_what_stood_in_papers_that_are_no_more_is_gone(granvik_case, person):
    correct(granvik_case, [said(1, "file", "kind", "other")], by=person)

    assert not Meeting.objects.filter(case=granvik_case).exists()
    assert not Item.objects.filter(case=granvik_case).exists()
    assert not Edition.objects.filter(paper__case=granvik_case).exists()
