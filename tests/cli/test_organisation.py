from tests.cli.commands import forebygg

HEAD = "Enhet;Slag;Ligger under;Personalgrupp;Antal\n"
SAID = {"LANG": "en_GB.UTF-8"}


def test_an_organisation_is_tried_imported_and_known_again(home, tmp_path):
    file = tmp_path / "organisation.csv"
    file.write_text(f"{HEAD}Nämnden;nämnd;;;\nÅsen;skola;Nämnden;lärare;34\n", encoding="cp1252")

    tried = forebygg("organisation", "import", file, "--dry-run", home=home, **SAID)
    first = forebygg("organisation", "import", file, "--municipality", "granvik", home=home, **SAID)
    again = forebygg("organisation", "import", file, home=home, **SAID)

    assert tried.stdout == "Would be: units added 2, units changed 0, staff groups counted 1.\n"
    assert first.stdout == "Units added: 2. Units changed: 0. Staff groups counted: 1.\n"
    assert again.stdout == "Units added: 0. Units changed: 0. Staff groups counted: 0.\n"


def test_every_wrong_row_is_told_and_nothing_is_imported(home, tmp_path):
    file = tmp_path / "organisation.csv"
    file.write_text(f"{HEAD}Ny;nämnd;;;\nFel;nämnd;Ingen;lärare;-3\n", encoding="utf-8")

    said = forebygg("organisation", "import", file, home=home, **SAID)

    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith(f"{file}:3: “-3” is less than nobody.")


def test_a_file_that_is_not_there_is_told(home, tmp_path):
    said = forebygg("organisation", "import", tmp_path / "ingen.xlsx", home=home, **SAID)

    assert said.returncode == 1
    assert "cannot be opened" in said.stderr


def test_a_group_that_seems_to_be_a_person_is_imported_when_somebody_has_checked(home, tmp_path):
    file = tmp_path / "organisation.csv"
    file.write_text(f"{HEAD}Tvivel;nämnd;;Alva Lindberg;1\n", encoding="utf-8")

    doubted = forebygg("organisation", "import", file, home=home, **SAID)
    agreed = forebygg("organisation", "import", file, "--checked", home=home, **SAID)

    assert (doubted.returncode, agreed.returncode) == (1, 0)
    assert "Alva Lindberg" in doubted.stderr
