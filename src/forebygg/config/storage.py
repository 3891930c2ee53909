"""The static files as they are served: hashed and compressed once collected, until then as they lie."""

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Final

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder, get_finders
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

# How long another version that still runs may go on reading its own folder.
KEPT_DAYS: Final = 30


class OwnFiles(AppDirectoriesFinder):
    """Finds our own apps' files; of those of others our pages need none."""

    def __init__(self) -> None:
        ours = [app.name for app in apps.get_app_configs() if app.name.startswith("forebygg.")]
        super().__init__(ours)


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Gives names with a hash in them, which browsers keep for ever."""

    def stored_name(self, name: str) -> str:
        """The plain name, which whitenoise finds in the package, where nothing is collected: in tests."""
        stored: str = super().stored_name(name) if self.hashed_files else name
        return stored


def collect() -> None:
    """Collect the files into the folder of this version, unless they are there.

    They are written beside it and then moved in one step: the folder is empty or whole.
    """
    folder = Path(settings.STATIC_ROOT)
    if not any(folder.iterdir()):
        fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix="new-"))
        try:
            _write(fresh)
            fresh.chmod(0o755)
            # It fails when another process was first, whose files are the same.
            with contextlib.suppress(OSError):
                fresh.replace(folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    os.utime(folder)
    _forget(folder.parent)


def _write(folder: Path) -> None:
    """Raises what the processing raises, such as for a stylesheet that names a file that is not there."""
    found: dict[str, Storage] = {}
    for finder in get_finders():
        for path, storage in finder.list([]):
            found.setdefault(path, storage)
    target = StaticStorage(location=folder, file_permissions_mode=0o644)
    for path, storage in found.items():
        with storage.open(path) as file:
            target.save(path, file)
    for _, _, processed in target.post_process({path: (target, path) for path in found}):
        if isinstance(processed, Exception):
            raise processed


def _forget(folders: Path) -> None:
    oldest = time.time() - KEPT_DAYS * 24 * 60 * 60
    for folder in folders.iterdir():
        if folder.stat().st_mtime < oldest:
            shutil.rmtree(folder, ignore_errors=True)
