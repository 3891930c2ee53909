import os
import time
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import get_finders

from forebygg.config import storage
from forebygg.config.static import folder_of_this_version

SHEET = "web/forebygg.css"


@pytest.fixture
def folder(tmp_path, settings):
    """Where this version's files belong; nothing is collected yet."""
    folder = folder_of_this_version(tmp_path)
    folder.mkdir(parents=True)
    settings.STATIC_ROOT = folder
    return folder


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_folder_is_named_after_every_file_that_is_collected():
    package = Path(storage.__file__).parents[1]
    found = {(package / found.path(path)) for finder in get_finders() for path, found in finder.list([])}

    assert found == {path for path in package.glob("*/static/**/*") if path.is_file()}


def test_what_is_collected_has_its_hash_in_its_name_and_is_compressed(folder):
    storage.collect()

    address = storage.StaticStorage(location=folder, base_url="/static/").url(SHEET)
    name = address.removeprefix("/static/")
    assert name != SHEET
    assert {name, f"{name}.gz"} <= set(names(folder))


def test_until_it_is_collected_a_file_is_called_as_in_the_package(folder):
    assert storage.StaticStorage(location=folder, base_url="/static/").url(SHEET) == f"/static/{SHEET}"


def test_collecting_again_writes_nothing(folder, monkeypatch):
    storage.collect()
    before = names(folder)
    monkeypatch.setattr(storage, "_write", None)

    storage.collect()

    assert names(folder) == before


def test_the_first_of_two_that_collect_at_once_wins(folder, monkeypatch):
    write = storage._write

    def meanwhile(fresh):
        write(fresh)
        (folder / "of-the-other.txt").touch()

    monkeypatch.setattr(storage, "_write", meanwhile)

    storage.collect()

    assert names(folder) == ["of-the-other.txt"]
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_failure_leaves_nothing_behind(folder, monkeypatch):
    def fail(fresh):
        (fresh / "half.css").touch()
        message = "a stylesheet names a file that is not there"
        raise ValueError(message)

    monkeypatch.setattr(storage, "_write", fail)

    with pytest.raises(ValueError, match="not there"):
        storage.collect()

    assert names(folder.parent) == []


def test_the_folders_of_versions_long_gone_are_removed(folder):
    old, recent = folder.parent / "old", folder.parent / "recent"
    old.mkdir()
    recent.mkdir()
    long_ago = time.time() - (storage.KEPT_DAYS + 1) * 24 * 60 * 60
    os.utime(old, (long_ago, long_ago))

    storage.collect()

    assert {path.name for path in folder.parent.iterdir()} == {folder.name, "recent"}
