import pytest

from tests.cli.commands import forebygg

SPRING = """\
enhet;hot;klotter;Totalt
Granskolan;9;12;21
Tallskolan;7;11;18
Totalt;16;23;39
"""
AUTUMN = """\
enhet;hot;klotter;Totalt
Granskolan;9;12;21
Tallskolan;7;11;18
Ekskolan;2;8;10
Totalt;18;31;49
"""


@pytest.fixture
def sheets(tmp_path):
    for name, text in (("spring", SPRING), ("autumn", AUTUMN)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_table_is_printed_with_what_is_small_hidden(sheets):
    done = forebygg("privacy", "suppress", sheets / "autumn.csv")

    assert done.returncode == 0
    assert "Ekskolan;..;..;10" in done.stdout
    assert f"{sheets / 'autumn.csv'}:4: Ekskolan · hot: Så få" in done.stderr


def test_a_table_with_nothing_small_is_printed_as_it_was(sheets):
    assert forebygg("privacy", "suppress", sheets / "spring.csv").stdout == SPRING


def test_two_tables_do_not_give_away_the_unit_that_was_added(sheets):
    kept = sheets / "kept.csv"
    forebygg("privacy", "suppress", sheets / "spring.csv", "--keep", kept)

    done = forebygg("--language", "en", "privacy", "suppress", sheets / "autumn.csv", "--already", kept)

    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "Totalt;..;..;49"
    assert "Together with what was shown earlier" in done.stderr


def test_what_an_earlier_table_gave_away_is_told_of(sheets):
    careless = sheets / "careless.csv"
    careless.write_text(AUTUMN.replace("Ekskolan;2", "Ekskolan;[2]"), encoding="utf-8")

    done = forebygg("privacy", "suppress", sheets / "autumn.csv", "--already", careless)

    assert done.returncode == 1
    assert "Ekskolan · hot: tidigare tabeller" in done.stderr


def test_a_kept_table_is_never_written_over(sheets):
    done = forebygg("privacy", "suppress", sheets / "autumn.csv", "--keep", sheets / "spring.csv")

    assert done.returncode == 2
    assert done.stdout == ""
    assert (sheets / "spring.csv").read_text(encoding="utf-8") == SPRING


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SPRING.replace("39", "40"), "delar"),
        (SPRING.replace("16", "-16"), "-16"),
        (SPRING.replace(";39", ""), "Rad 4"),
    ],
)
def test_a_table_that_is_wrong_is_refused_with_what_to_do(tmp_path, text, said):
    path = tmp_path / "wrong.csv"
    path.write_text(text, encoding="utf-8")

    done = forebygg("privacy", "suppress", path)

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_file_that_is_not_there_is_told_of(tmp_path):
    done = forebygg("privacy", "suppress", tmp_path / "nothing.csv")

    assert done.returncode == 2
    assert str(tmp_path / "nothing.csv") in done.stderr
