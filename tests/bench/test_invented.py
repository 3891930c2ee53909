"""What the bench reads when it measures growth is what it says it is."""

import datetime as dt

from bench.invented import copies, editions, minutes


def test_the_same_seed_gives_the_same_papers():
    assert minutes(seed=3, items=5) == minutes(seed=3, items=5)
    assert editions(seed=3, count=2) == editions(seed=3, count=2)


def test_each_edition_has_its_own_date_and_a_noisy_copy():
    papers = editions(seed=1, count=3)
    assert len(papers) == 6
    for number in range(3):
        original, copy = papers[2 * number][1], papers[2 * number + 1][1]
        day = (dt.date(2001, 1, 1) + dt.timedelta(days=number)).isoformat()
        assert original.split("\n")[2] == copy.split("\n")[2] == day
        assert sum(one != other for one, other in zip(original.split(), copy.split(), strict=True)) in {
            1,
            2,
            3,
        }


def test_copies_agree_in_all_but_a_few_letters():
    (_, first), *others = copies(seed=2, count=4)
    assert all(len(text) == len(first) and text != first for _, text in others)
