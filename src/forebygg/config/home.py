"""Where this installation keeps its database and its secret, when nobody has said otherwise."""

import contextlib
import os
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path


def default_home(environment: Mapping[str, str] = os.environ) -> Path:
    """The person's own folder for data, as the XDG base directory specification places it."""
    data = environment.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "forebygg"


def kept_secret(home: Path) -> str:
    """The installation's secret key: made the first time, readable by its owner alone.

    Of several processes that start at once, the first to have written it wins.
    """
    path = home / "secret_key"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        descriptor, written = tempfile.mkstemp(dir=home)
        with open(descriptor, "w", encoding="ascii") as file:  # noqa: PTH123 - a descriptor has no path
            file.write(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):
            os.link(written, path)
        Path(written).unlink()
    return path.read_text(encoding="ascii").strip()


def mail_folder(home: Path) -> Path:
    """Where e-mails are written when no server sends them: links to new passwords are for nobody else."""
    folder = home / "mail"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
