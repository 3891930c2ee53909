"""A figure beside its limit, and the table's verdict."""

import pytest

from bench import __main__ as table
from bench.agreement import folded
from bench.figure import at_least, at_most, not_measured
from forebygg.casefile.facts import Motion


@pytest.mark.parametrize(
    ("figure", "kept"),
    [
        (at_least("speed", 2.0, 2, unit="MB/s"), True),
        (at_least("speed", 1.9, 2, unit="MB/s"), False),
        (at_most("memory", 300, 300, unit="MB"), True),
        (at_most("memory", 301, 300, unit="MB"), False),
        (not_measured("memory", "no /proc"), None),
    ],
)
def test_a_figure_knows_whether_its_limit_is_kept(figure, kept):
    assert figure.kept is kept


def test_a_broken_limit_ends_the_bench_with_one(monkeypatch, capsys):
    monkeypatch.setitem(table.GROUPS, "pdf", lambda: iter([at_most("a PDF", 9, 5, unit="s")]))
    assert table.main(["pdf"]) == 1
    assert "BROKEN" in capsys.readouterr().out


def test_kept_limits_end_the_bench_with_nothing(monkeypatch, capsys):
    monkeypatch.setitem(table.GROUPS, "pdf", lambda: iter([at_most("a PDF", 1, 5, unit="s")]))
    assert table.main(["pdf"]) == 0
    assert "≤ 5 s" in capsys.readouterr().out


def test_an_unknown_group_is_named(capsys):
    assert table.main(["speed"]) == 2
    assert "speed" in capsys.readouterr().err


def test_texts_are_compared_without_white_space_and_closing_stop():
    motion = Motion(name="Alva Granlöv", party="GRP", text="bifall  till\nförslaget.", line=4)
    assert folded([motion]) == [{"name": "Alva Granlöv", "party": "GRP", "text": "bifall till förslaget"}]
