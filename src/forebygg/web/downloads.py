"""What is fetched by programs and may be large: it never lies in memory as a whole."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Any, Final

from django.http import FileResponse

Json = dict[str, Any]
# So much is handed to the server at a time.
BLOCK: Final = 64 * 1024


def json_download(parts: Iterable[tuple[str, Json | Iterator[Json]]], filename: str) -> FileResponse:
    """The JSON object of these parts as a file to keep.

    It is written out before a byte of it is sent. So what breaks on the way becomes an error that the visitor
    sees: had the answer begun, the server would end it as though it were whole. And whoever reads slowly
    holds no query open.
    """
    with ExitStack() as broken:
        file = broken.enter_context(tempfile.TemporaryFile())
        file.writelines(map(str.encode, written(parts)))
        file.seek(0)
        broken.pop_all()
    answer = FileResponse(file, as_attachment=True, filename=filename, content_type="application/json")
    answer.block_size = BLOCK
    return answer


def written(parts: Iterable[tuple[str, Json | Iterator[Json]]]) -> Iterator[str]:
    """The text of a JSON object, piece by piece, as `json.dumps` writes it with an indent of one."""
    before = "{\n "
    for name, part in parts:
        yield f"{before}{_indented(name, 1)}: "
        before = ",\n "
        if isinstance(part, dict):
            yield _indented(part, 1)
        else:
            yield from _listed(part)
    yield "\n}"


def _listed(entries: Iterator[Json]) -> Iterator[str]:
    before = "[\n  "
    for entry in entries:
        yield before + _indented(entry, 2)
        before = ",\n  "
    yield "[]" if before.startswith("[") else "\n ]"


def _indented(value: object, deep: int) -> str:
    """Line breaks inside a text are escaped, so that every one that is there begins a line."""
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * deep)
