"""Where this installation keeps its database and its secret, when nobody has said otherwise."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path


def default_home(environment: Mapping[str, str] = os.environ) -> Path:
    """The person's own folder for data, as the XDG base directory specification places it."""
    data = environment.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "forebygg"


def kept_secret(home: Path) -> str:
    """The installation's secret key: made the first time, readable by its owner alone."""
    path = home / "secret_key"
    home.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with open(descriptor, "w", encoding="ascii") as file:  # noqa: PTH123 - a descriptor has no path
        file.write(secrets.token_urlsafe(50))
    return path.read_text(encoding="ascii")
