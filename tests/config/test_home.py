import stat
import threading

from forebygg.config.home import default_home, kept_secret


def test_data_lies_where_the_person_keeps_such_things(tmp_path):
    assert default_home({"XDG_DATA_HOME": str(tmp_path)}) == tmp_path / "forebygg"
    assert default_home({}).parts[-3:] == (".local", "share", "forebygg")


def test_the_secret_is_made_once_and_for_the_owner_alone(tmp_path):
    secret = kept_secret(tmp_path / "home")

    assert kept_secret(tmp_path / "home") == secret
    assert len(secret) > 50
    assert stat.S_IMODE((tmp_path / "home/secret_key").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["secret_key"]


def test_all_that_begin_at_once_have_the_same_secret(tmp_path):
    secrets = []
    ready = threading.Barrier(8)

    def begin():
        ready.wait()
        secrets.append(kept_secret(tmp_path))

    threads = [threading.Thread(target=begin) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(secrets) == 8
    assert len(set(secrets)) == 1
