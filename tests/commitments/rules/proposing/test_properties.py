from hypothesis import given, settings
from hypothesis import strategies as st

from forebygg.commitments.rules.proposing import Standing, match, propose

PIECES = st.sampled_from(
    (
        "Socialnämnden polisen Vi ska bör kan får inte att som när om av för och , . : ; ( ) - – 1. a) "
        "Ansvar: Åtgärd: \t | senast 2026-06-30 31/02 varje år erbjuder revideras ta fram barn- kultur- "
        "kommun Granviks den har är i ß İ \x00 §"
    ).split(" ")
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join))
SENTENCES = st.lists(
    st.builds(
        lambda text, label, title, paragraph: {
            "text": text,
            "label": label,
            "title": title,
            "paragraph": paragraph,
        },
        TEXTS,
        st.sampled_from(["", "1", "1.1", "1.1.1", ".", "x"]),
        st.one_of(TEXTS, st.sampled_from(["Mål", "Socialnämnden", "Åtgärder", "Ord"])),
        st.integers(0, 5),
    ),
    max_size=8,
).map(lambda rows: [Standing(key=key, **row) for key, row in enumerate(rows)])


@given(SENTENCES)
@settings(deadline=None, max_examples=150)
def test_any_sentences_give_proposals_of_their_own_and_the_same_each_time(sentences):
    proposals = propose(sentences)

    keys = [proposal.key for proposal in proposals]
    assert keys == sorted(set(keys) & {one.key for one in sentences})
    assert all(not actor.outside for proposal in proposals for actor in proposal.actors)
    assert proposals == propose(sentences)


@given(TEXTS, st.lists(st.tuples(st.integers(), TEXTS, st.just("board")), max_size=5))
@settings(deadline=None, max_examples=100)
def test_any_words_match_one_of_the_names_or_none(words, names):
    assert match(words, names) in {None, *(key for key, *_ in names)}
