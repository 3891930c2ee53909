import pytest

from tests.cli.commands import forebygg, serving
from tests.cli.test_casefile_read import ITEM


@pytest.fixture
def folder(tmp_path):
    """A person's own papers."""
    papers = tmp_path / "Hedviks ärende"
    papers.mkdir()
    for number in (1, 2):
        (papers / f"{number}.txt").write_text(ITEM.replace("§ 7", f"§ {number}"), encoding="utf-8")
    return papers


def test_the_demo_tells_who_moved_what_and_which_changes_nobody_declared(tmp_path):
    done = forebygg("demo", "--no-serve", home=tmp_path)

    assert done.returncode == 0
    assert "Yrkande av Torbjörn Rydqvist (S), Kommunstyrelsens arbetsutskott § 17" in done.stdout
    assert "inte redovisad" in done.stdout
    assert "Granvik är påhittat" in done.stdout


def test_the_demo_opens_the_case_and_shows_its_papers_to_the_public(tmp_path):
    with serving(tmp_path, command="demo") as demo:
        case, public = demo.get("/granvik/cases/1/"), demo.get("/public/granvik/cases/1/")

        demo.wait_until(lambda: f"http://127.0.0.1:{demo.port}/granvik/cases/1/" in demo.said())

    assert (case.status, public.status) == (200, 200)


def test_the_demo_can_be_run_again(tmp_path, folder):
    for _ in range(2):
        assert forebygg("demo", "--no-serve", home=tmp_path).returncode == 0
        assert forebygg("demo", "--no-serve", folder, home=tmp_path).returncode == 0

    listed = forebygg("municipality", "list", home=tmp_path)

    assert listed.stdout == "granvik\tGranviks kommun\nhedviks-arende-papper\tHedviks ärende\n"


def test_the_demo_tells_and_opens_a_folder_of_ones_own_as_one_case(tmp_path, folder):
    with serving(tmp_path, folder, command="demo") as demo:
        demo.wait_until(lambda: "http://" in demo.said())
        case = demo.get("/hedviks-arende-papper/cases/1/")
        told = demo.said()

    assert "KS 2024/00007" in told
    assert "Granvik är påhittat" not in told
    # Nothing of one's own is public, so one is led to log in first.
    assert case.status == 404
    assert "/account/login/?next=/hedviks-arende-papper/cases/1/" in told


def test_the_demo_goes_on_without_a_paper_that_cannot_be_read(tmp_path, folder):
    (folder / "bad.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n")

    done = forebygg("demo", "--no-serve", folder, home=tmp_path)

    assert done.returncode == 0
    assert done.stderr.startswith(f"{folder / 'bad.pdf'}: ")
    assert "KS 2024/00007" in done.stdout


def test_the_demo_says_so_when_there_is_nothing_to_read(tmp_path):
    (tmp_path / "empty").mkdir()

    done = forebygg("demo", tmp_path / "empty", home=tmp_path)

    assert done.returncode == 1
    assert str(tmp_path / "empty") in done.stderr


def test_what_is_invented_never_comes_into_a_database_of_ones_own(tmp_path):
    real = f"sqlite:///{tmp_path / 'real.sqlite3'}"

    forebygg("demo", "--no-serve", home=tmp_path, FOREBYGG_DATABASE_URL=real)

    assert (tmp_path / "forebygg.sqlite3").exists()
    assert not (tmp_path / "real.sqlite3").exists()


def test_the_demo_keeps_its_papers_in_a_home_of_its_own(tmp_path):
    forebygg("demo", "--no-serve", XDG_DATA_HOME=str(tmp_path))

    assert [path.name for path in (tmp_path / "forebygg").iterdir()] == ["demo"]
