import pytest

from tests.cli.commands import forebygg

TEXT = "Det var lugnt i dag.\n\nmen ahmed i 8B\nmår dåligt, ring 070-174 06 05\n"


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_place_and_the_kind_are_told_but_not_the_words(note):
    done = forebygg("privacy", "check", note)

    assert done.returncode == 1
    assert done.stdout == f"{note}:3: namn på en person\n{note}:4: telefonnummer\n"
    assert "aldrig en garanti" in done.stderr


def test_the_words_are_shown_when_asked_for_in_the_persons_language(note):
    done = forebygg("--language", "en", "privacy", "check", note, "--show")

    assert done.returncode == 1
    assert f"{note}:3: name of a person: ahmed → en person\n" in done.stdout
    assert "the social services' own notification form" in done.stdout
    assert "never a guarantee" in done.stderr


def test_a_kind_that_is_found_many_times_is_explained_once(tmp_path):
    path = tmp_path / "many.txt"
    path.write_text("Ahmed ringde.\nYusuf svarade.\n", encoding="utf-8")

    done = forebygg("privacy", "check", path, "--show")

    assert done.stdout.count("nämns vid namn") == 1
    assert "Markerade ställen: 2." in done.stderr


def test_nothing_found_ends_well(tmp_path):
    path = tmp_path / "calm.txt"
    path.write_text("Personalen vill ha mer handledning.\n", encoding="utf-8")

    done = forebygg("privacy", "check", path)

    assert (done.returncode, done.stdout) == (0, "")
    assert "Inget hittades." in done.stderr


def test_a_file_that_cannot_be_read_is_told_and_the_next_is_checked(note, tmp_path):
    done = forebygg("privacy", "check", tmp_path / "gone.txt", note)

    assert done.returncode == 2
    assert "gone.txt" in done.stderr
    assert f"{note}:3:" in done.stdout
