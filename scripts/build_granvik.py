"""Make the example case file in its three forms from the papers in scripts/granvik/parts.

Run it after editing a part; with --check it writes nothing and fails when a form is out of date.
"""

import argparse
import io
import sys
import zipfile
from pathlib import Path

from granvik.markup import read_parts
from granvik.pdf import as_pdf
from granvik.plain import as_text
from granvik.word import as_docx

EXAMPLE = Path(__file__).parents[1] / "src/forebygg/casefile/examples/granvik"
FORMS = {"granvik.txt": as_text, "granvik.pdf": as_pdf, "granvik.docx": as_docx}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say which forms are out of date")
    check = parser.parse_args().check
    parts = read_parts()
    made = {EXAMPLE / name: form(parts) for name, form in FORMS.items()}
    stale = [path for path, content in made.items() if not _kept(path, content)]
    for path in stale:
        if check:
            print(f"{path.name} is out of date: run python scripts/build_granvik.py", file=sys.stderr)
        else:
            path.write_bytes(made[path])
    return int(check and bool(stale))


def _kept(path: Path, made: bytes) -> bool:
    """Whether the file holds what was made; the same Word file may be packed otherwise elsewhere."""
    if not path.exists():
        return False
    kept = path.read_bytes()
    return kept == made or (path.suffix == ".docx" and _unpacked(kept) == _unpacked(made))


def _unpacked(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as word:
        return {name: word.read(name) for name in word.namelist()}


if __name__ == "__main__":
    sys.exit(main())
