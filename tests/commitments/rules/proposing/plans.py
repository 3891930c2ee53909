"""Plans for the tests, written as they are read: a heading, then paragraphs of sentences."""

from forebygg.commitments.rules.proposing import Proposal, Standing, propose


def plan(*paragraphs, title="Åtgärder", label="4"):
    """The paragraphs as a section; a paragraph is a sentence, or a list of sentences."""
    sentences = [
        (number, text)
        for number, paragraph in enumerate(paragraphs)
        for text in (paragraph if isinstance(paragraph, list) else [paragraph])
    ]
    return [
        Standing(key=key, text=text, label=label, title=title, paragraph=number)
        for key, (number, text) in enumerate(sentences, start=1)
    ]


def proposed(*paragraphs, **where) -> dict[str, Proposal]:
    """The proposals by their sentence."""
    sentences = plan(*paragraphs, **where)
    texts = {one.key: one.text for one in sentences}
    return {texts[one.key]: one for one in propose(sentences)}


def only(text, **where) -> Proposal | None:
    """What is proposed from a sentence that stands alone."""
    return proposed(text, **where).get(text)


def named(proposal) -> list[tuple[str, str]]:
    """Those who are bound, with their kinds."""
    return [(actor.words, actor.kind.value) for actor in proposal.actors]
