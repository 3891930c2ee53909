"""Draws the guard's lists of names out of two openly licensed packages, unpacked in a folder.

`python -m scripts.guard_lists FOLDER`, where FOLDER holds `faker/` and `nomquamgender/` as their wheels do
(versions and licences: src/forebygg/privacy/data/README.md). Nothing of them is needed at run time.
"""

import ast
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from forebygg.language.words import is_word
from forebygg.privacy.guard.words import folded

DATA: Final = Path(__file__).parents[1] / "src/forebygg/privacy/data"
# How many of the package's sources must know a first name: below five it holds much that is none.
SOME: Final = 5
MANY: Final = 12
NAME: Final = re.compile(r"[a-zåäö]{2,}")


def of_provider(path: Path, *words: str) -> Iterator[str]:
    """The strings in the module's variables that are named after one of *words* (first_names_female, …)."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            name = target.id if isinstance(target, ast.Name) else ""
            if (
                node.value
                and any(word in name for word in words)
                and not re.search("prefix|suffix|format", name)
            ):
                for part in ast.walk(node.value):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield from part.value.replace("-", " ").split()


def kept(names: Iterable[str]) -> set[str]:
    """Latin names as the guard compares them: in lower case, foreign accents taken off."""
    return {name for name in map(folded, names) if NAME.fullmatch(name)}


def write(name: str, names: Iterable[str]) -> None:
    """One name a line, sorted, so that a new edition shows what it changes."""
    (DATA / name).write_text("\n".join(sorted(names)) + "\n", "utf-8")


def main(folder: Path) -> None:
    """Write the five lists."""
    providers = folder / "faker/providers/person"
    swedish = kept(of_provider(providers / "sv_SE/__init__.py", "first"))
    surnames = kept(
        name for path in providers.glob("*/__init__.py") for name in of_provider(path, "last", "surname")
    )
    swedish_surnames = kept(of_provider(providers / "sv_SE/__init__.py", "last"))
    sources = {
        name: values[0]
        for name, values in json.loads((folder / "nomquamgender/name_data.json").read_text("utf-8")).items()
        if values[0] >= SOME and NAME.fullmatch(name)
    }
    write("first_names_sweden.txt", swedish)
    write("first_names_many.txt", {name for name, count in sources.items() if count >= MANY} - swedish)
    write("first_names_some.txt", {name for name, count in sources.items() if count < MANY} - swedish)
    write("surnames_sweden.txt", swedish_surnames)
    write("surnames.txt", surnames - swedish_surnames)
    write("ordinary.txt", filter(is_word, swedish | swedish_surnames | surnames | sources.keys()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
