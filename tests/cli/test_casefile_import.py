import sqlite3

from forebygg.cli.importing import Import, import_files
from tests.cli.commands import GRANVIK, forebygg
from tests.cli.test_casefile_read import ITEM

ENGLISH = {"LANG": "en_GB.UTF-8"}
THERE = "Case 1, Handlingsplan mot våldsbejakande extremism: files added: 0; there already: 1.\n"


def cases(home):
    with sqlite3.connect(home / "forebygg.sqlite3") as connection:
        return connection.execute(
            "SELECT number, registry_number FROM papers_case ORDER BY number"
        ).fetchall()


def paper(folder, name, *, number="KS 2024/00007", title="Val av ombud"):
    folder.mkdir(exist_ok=True)
    path = folder / name
    text = ITEM.replace("KS 2024/00007", number).replace("Val av ombud", title)
    path.write_text(text, encoding="utf-8")
    return path


def test_papers_that_are_there_already_change_nothing(home):
    before = cases(home)

    done = forebygg("casefile", "import", GRANVIK, home=home, **ENGLISH)

    assert (done.returncode, done.stdout, done.stderr) == (0, THERE, "")
    assert cases(home) == before


def test_the_command_acts_as_a_user_of_the_system_and_leaves_an_entry(home):
    with sqlite3.connect(home / "forebygg.sqlite3") as connection:
        acted = connection.execute(
            "SELECT event, system FROM audit_entry JOIN accounts_user ON accounts_user.id = by_id"
        ).fetchall()

    assert acted == [
        ("organisation.municipality_founded", "command"),
        ("decisions.papers_imported", "command"),
    ]


def test_files_named_together_are_one_case(home, tmp_path):
    one = paper(tmp_path / "papers", "1.txt")
    other = paper(tmp_path / "papers", "2.txt", title="Val av ersättare")

    done = forebygg("casefile", "import", one, other, home=home, **ENGLISH)

    assert done.stdout.endswith("files added: 2; there already: 0.\n")
    assert len(cases(home)) == 2


def test_each_file_is_a_case_of_its_own_when_asked(home, tmp_path):
    for number in (10, 9):
        paper(tmp_path / "papers", f"{number}.txt", number=f"KS 2024/000{number:02}")

    done = forebygg("casefile", "import", "--each", tmp_path / "papers", home=home)

    assert done.returncode == 0
    assert cases(home)[1:] == [(2, "KS 2024/00009"), (3, "KS 2024/00010")]


def test_nothing_is_imported_when_one_paper_of_a_case_cannot_be_read(granvik, tmp_path, capsys):
    files = [paper(tmp_path / "papers", "1.txt"), tmp_path / "gone.txt"]

    done = import_files(Import(files=files, municipality=granvik), "en")

    assert done == ([], False)
    assert capsys.readouterr().err == (
        f"{tmp_path / 'gone.txt'}: There is no such file. Check the name and the folder.\n"
        "Nothing was imported: half a case would mislead.\n"
    )


def test_the_other_cases_are_imported_when_a_file_cannot_be_read(home, tmp_path):
    paper(tmp_path / "papers", "1.txt")
    (tmp_path / "papers" / "bad.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n")

    done = forebygg("casefile", "import", "--each", tmp_path / "papers", home=home)

    assert done.returncode == 1
    assert done.stderr.startswith(f"{tmp_path / 'papers' / 'bad.pdf'}: ")
    assert len(cases(home)) == 2


def test_papers_can_be_put_into_a_case_by_its_number(granvik_case, tmp_path, capsys):
    loose = tmp_path / "loose.txt"
    loose.write_text("Yttrande\n\nVi har inget att erinra mot förslaget.\n", encoding="utf-8")

    wanted = Import(files=[loose], municipality=granvik_case.municipality, case=granvik_case)
    [imported], whole = import_files(wanted, "en")

    assert whole
    assert imported.case == granvik_case
    assert capsys.readouterr().out.endswith("files added: 1; there already: 0.\n")


def test_papers_go_into_the_municipality_that_is_named(home):
    forebygg("municipality", "add", "Hedviks kommun", home=home)

    unsaid = forebygg("casefile", "import", GRANVIK, home=home, **ENGLISH)
    said = forebygg("casefile", "import", GRANVIK, "--municipality", "hedvik", home=home, **ENGLISH)

    assert unsaid.returncode == 1
    assert unsaid.stderr.endswith("Say which with --municipality: granvik, hedvik\n")
    assert said.stdout.endswith("files added: 1; there already: 0.\n")


def test_an_empty_folder_is_told(granvik, tmp_path, capsys):
    done = import_files(Import(files=[tmp_path], municipality=granvik), "en")

    assert done == ([], False)
    assert capsys.readouterr().err.startswith(f"{tmp_path}: There is no paper to read here.")


def test_papers_are_shown_to_the_public_at_once_when_asked(home, tmp_path):
    done = forebygg("casefile", "import", "--release", paper(tmp_path / "papers", "1.txt"), home=home)

    with sqlite3.connect(home / "forebygg.sqlite3") as connection:
        shown = connection.execute(
            "SELECT case_id, released_at IS NOT NULL, count(*) FROM papers_paper GROUP BY 1, 2"
        ).fetchall()
    assert done.returncode == 0
    assert [(case, released) for case, released, _ in shown] == [(1, 0), (2, 1)]
