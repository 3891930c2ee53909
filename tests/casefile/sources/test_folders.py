import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.sources import expand
from forebygg.casefile.sources.folders import natural


@pytest.fixture
def lay(tmp_path):
    """Lay empty files in a folder and give the folder."""

    def put(*names):
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("x")
        return tmp_path

    return put


def names(found, folder):
    return [str(path.relative_to(folder)) for path in found.files]


def test_a_folder_is_read_in_natural_order(lay):
    folder = lay("§ 10.pdf", "§ 2.pdf", "§ 1.txt", "bilaga 3.docx", "Bilaga 12.docx")

    assert names(expand([folder]), folder) == [
        "bilaga 3.docx",
        "Bilaga 12.docx",
        "§ 1.txt",
        "§ 2.pdf",
        "§ 10.pdf",
    ]


def test_folders_within_come_after_the_files_beside_them(lay):
    folder = lay("a/ett.txt", "b.txt", "a/b/tva.PDF")

    assert names(expand([folder]), folder) == ["b.txt", "a/ett.txt", "a/b/tva.PDF"]


def test_hidden_files_and_lock_files_are_left_out_in_silence(lay):
    folder = lay("~$plan.docx", ".dold.txt", ".git/config.txt", "plan.docx")

    assert names(expand([folder]), folder) == ["plan.docx"]
    assert expand([folder]).notices == ()


def test_other_forms_are_left_out_and_named(lay):
    folder = lay("plan.txt", "kalkyl.xlsx")

    assert names(expand([folder]), folder) == ["plan.txt"]
    assert [notice.partition(" is passed over")[0] for notice in expand([folder]).notices] == [
        str(folder / "kalkyl.xlsx")
    ]


def test_a_file_that_is_named_is_kept_whatever_it_is_called(lay):
    folder = lay("protokoll")

    assert expand([folder / "protokoll", folder / "saknas"]).files == (
        folder / "protokoll",
        folder / "saknas",
    )


def test_a_file_is_read_once_however_it_is_reached(lay):
    folder = lay("plan.txt")
    (folder / "lank.txt").symlink_to(folder / "plan.txt")

    assert len(expand([folder / "plan.txt", folder, folder / "." / "plan.txt"]).files) == 1


def test_a_circle_of_links_ends(lay):
    folder = lay("a/plan.txt")
    (folder / "a" / "upp").symlink_to(folder, target_is_directory=True)

    assert names(expand([folder]), folder) == ["a/plan.txt"]


def test_a_folder_that_may_not_be_opened_is_named(lay, monkeypatch):
    folder = lay("plan.txt")

    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    found = expand([folder])

    assert found.files == ()
    assert "Permission denied" in found.notices[0]


def test_a_name_that_no_system_allows_is_left_for_the_reading(tmp_path):
    assert expand([tmp_path / "a\0b"]).files == (tmp_path / "a\0b",)


@given(st.lists(st.text(max_size=8)))
def test_any_names_can_be_put_in_order(some):
    ordered = sorted(some, key=natural)

    assert sorted(ordered, key=natural) == ordered


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_numbers_in_names_count_as_numbers(one, other):
    assert (natural(f"§ {one}") < natural(f"§ {other}")) == (one < other)
