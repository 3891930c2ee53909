"""Spans of the gold sheet are resolved as its README says."""

import json

import pytest

from bench import sheet


def test_spans_are_joined_by_one_space_and_keep_a_hyphen_at_a_line_end():
    read = sheet.spelled_out(["Beslut om program-", "met för Granvik"])
    assert read([[1, 7, 18], [2, 0, 3]]) == "om program- met"


def test_a_sheet_read_from_another_text_is_refused(tmp_path, monkeypatch):
    (tmp_path / "granvik.txt").write_text("§ 1 Ärendenummer GR-1", "utf-8")
    path = tmp_path / "items.json"
    path.write_text(json.dumps({"files": {"granvik.txt": "0" * 64}, "items": []}), "utf-8")
    monkeypatch.setattr(sheet, "SHEET", path)
    with pytest.raises(sheet.OtherText):
        sheet.read_sheet(tmp_path)
