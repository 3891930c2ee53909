import shutil

import pytest

from tests.cli.commands import GRANVIK, forebygg


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """An installation with Granvik's case, made once and copied for each test."""
    home = tmp_path_factory.mktemp("installations") / "granvik"
    for arguments in (("municipality", "add", "Granviks kommun"), ("casefile", "import", GRANVIK)):
        done = forebygg(*arguments, home=home)
        assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def home(made, tmp_path):
    """The home of an installation with Granvik's case."""
    return shutil.copytree(made, tmp_path / "home")
