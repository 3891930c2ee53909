"""Without the shared folder the bench measures invented papers, and says so."""

from bench import agreement, papers


def test_without_shared_papers_invented_ones_are_read_and_named(monkeypatch, tmp_path):
    monkeypatch.setattr(papers, "SHARED", tmp_path)
    stack = papers.stack("minutes")
    assert "invented" in stack.source
    assert stack.size > 400_000


def test_without_shared_papers_agreement_is_told_as_not_measured(monkeypatch, tmp_path):
    monkeypatch.setattr(agreement, "SHARED", tmp_path)
    (figure,) = agreement.figures()
    assert figure.kept is None


def test_a_stack_is_as_large_as_its_bytes_and_repeats_in_order(monkeypatch, tmp_path):
    monkeypatch.setattr(papers, "SHARED", tmp_path)
    (tmp_path / "minutes").mkdir()
    (tmp_path / "minutes" / "a.txt").write_text("§ 1", "utf-8")
    stack = papers.stack("minutes")
    assert stack.size == 4
    assert stack.times(2) == "§ 1\n§ 1"
