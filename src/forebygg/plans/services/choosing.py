"""Which stored plan the editions in a case's papers belong to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from forebygg.casefile import CaseFile
from forebygg.casefile.comparison.editions import is_edition_of
from forebygg.casefile.facts import Plan as PlanAsRead
from forebygg.papers.models import Case, Paper
from forebygg.plans.models import Edition, Plan
from forebygg.plans.rules import chains
from forebygg.plans.stored import as_read


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """One plan's editions in the case: the plan they belong to, if it is stored, and who holds which already.

    `elsewhere` has the editions that another case's paper holds word for word.
    """

    plan: Plan | None
    documents: Sequence[str]
    elsewhere: Mapping[str, Edition]


def groups(read: CaseFile) -> list[list[str]]:
    """The documents that are editions of one plan, oldest first; those without a date come before."""
    dated = {plan.document for plan in read.plans if plan.date}
    found = chains(
        [(pair.earlier, pair.later) for pair in read.alignments],
        [plan.document for plan in read.plans if plan.document in dated],
    )
    plans = {plan.document: plan for plan in read.plans}
    for plan in read.plans:
        if plan.document not in dated:
            same = [chain for chain in found if any(is_edition_of(plan, plans[name]) for name in chain)]
            if same:
                same[0].insert(0, plan.document)
            else:
                found.append([plan.document])
    return found


def choose(case: Case, read: CaseFile, papers: Mapping[str, Paper]) -> list[Chosen]:
    """For each plan in the papers the stored one that it continues.

    It is the one that the case's own papers belong to since before; else the one whose newest edition is
    called the same and names the same matter.
    """
    stored = [*Edition.objects.of(case.municipality).select_related("plan", "paper")]
    own = {edition.paper_id: edition for edition in stored if edition.paper.case_id == case.pk}
    others = [edition for edition in stored if edition.paper.case_id != case.pk]
    newest = _newest(stored)
    read_plans = {plan.document: plan for plan in read.plans}
    taken: set[int] = set()
    found: list[Chosen] = []
    for documents in groups(read):
        since = [own[papers[name].pk].plan for name in documents if papers[name].pk in own]
        named = (plan for plan, edition in newest if _one_matter(documents, read_plans, edition))
        plan = next((one for one in (*_by_number(since), *named) if one.pk not in taken), None)
        if plan:
            taken.add(plan.pk)
        elsewhere = _elsewhere(
            [read_plans[name] for name in documents if papers[name].pk not in own],
            [edition for edition in others if plan and edition.plan_id == plan.pk],
        )
        found.append(Chosen(plan=plan, documents=documents, elsewhere=elsewhere))
    return found


def _by_number(plans: Sequence[Plan]) -> list[Plan]:
    return sorted(plans, key=lambda plan: plan.number)


def _newest(stored: Sequence[Edition]) -> list[tuple[Plan, Edition]]:
    editions: defaultdict[Plan, list[Edition]] = defaultdict(list)
    for edition in stored:
        editions[edition.plan].append(edition)
    return [(plan, max(editions[plan], key=in_order)) for plan in _by_number([*editions])]


def in_order(edition: Edition) -> tuple[bool, str, int]:
    """By date, those without one first."""
    return edition.date is not None, f"{edition.date}", edition.number


def _one_matter(documents: Sequence[str], read: Mapping[str, PlanAsRead], edition: Edition) -> bool:
    """Told by the titles alone: in one case also the sections' titles tell, but many plans share those.

    A title of one word, such as "Handlingsplan", names no matter.
    """
    stored = PlanAsRead(document="", date=None, title=edition.title)
    titled = [replace(read[name], sections=()) for name in documents if _names_a_matter(read[name].title)]
    return _names_a_matter(edition.title) and any(is_edition_of(plan, stored) for plan in titled)


def _names_a_matter(title: str | None) -> bool:
    return len((title or "").split()) > 1


def _elsewhere(read: Sequence[PlanAsRead], stored: Sequence[Edition]) -> dict[str, Edition]:
    days = {plan.date for plan in read}
    near = [edition for edition in stored if edition.date in days]
    if not near:
        return {}
    texts = as_read(near)
    return {
        plan.document: edition
        for plan in read
        for edition in near
        if edition.date == plan.date and _wording(texts[edition.pk]) == _wording(plan)
    }


def _wording(plan: PlanAsRead) -> list[tuple[str, str, list[str]]]:
    return [
        (section.number, section.title, [sentence.text for sentence in section.sentences])
        for section in plan.sections
    ]
