from tests.cli.test_casefile_read import ITEM, forebygg


def test_the_demo_tells_who_moved_what_and_which_changes_nobody_declared():
    done = forebygg("demo")

    assert done.returncode == 0
    assert "Yrkande av Torbjörn Rydqvist (S), Kommunstyrelsens arbetsutskott § 17" in done.stdout
    assert "inte redovisad" in done.stdout
    assert "Granvik är påhittat" in done.stdout


def test_the_demo_reads_a_folder_of_ones_own_as_one_case(tmp_path):
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(ITEM.replace("§ 7", f"§ {number}"), encoding="utf-8")

    done = forebygg("demo", tmp_path)

    assert done.returncode == 0
    assert "KS 2024/00007" in done.stdout
    assert "Granvik är påhittat" not in done.stdout


def test_the_demo_says_so_when_there_is_nothing_to_read(tmp_path):
    done = forebygg("demo", tmp_path)

    assert done.returncode == 1
    assert str(tmp_path) in done.stderr
