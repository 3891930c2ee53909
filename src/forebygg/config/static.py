"""Where the static files of this version belong: in a folder that no other version writes to."""

import hashlib
from importlib import resources
from pathlib import Path


def folder_of_this_version(home: Path) -> Path:
    """Named after what the files hold, so that it changes with them and never otherwise."""
    digest = hashlib.sha256()
    package = Path(str(resources.files("forebygg")))
    for path in sorted(path for path in package.glob("*/static/**/*") if path.is_file()):
        content = hashlib.sha256(path.read_bytes()).digest()
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + content)
    return home / "cache" / "static" / digest.hexdigest()[:16]
