"""Keeps the translations in step with the code: `python -m scripts.messages update` or `check`.

Every message of the code is to be there in every language, translated, with the same named values.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from scripts.build_messages import compile_messages

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "forebygg"
LOCALE = SOURCE / "locale"
HEAD = """\
msgid ""
msgstr ""
"Project-Id-Version: forebygg\\n"
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def template() -> Catalog:
    """Every message in the code. Only files are named, not lines, so that a moved line changes nothing."""
    catalog = Catalog(project="forebygg", charset="utf-8")
    found = extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS, comment_tags=["Translators:"])
    for file, _, message, comments, context in found:
        catalog.add(message, None, [(f"src/forebygg/{file}", 0)], auto_comments=comments, context=context)
    return catalog


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def written(catalog: Catalog) -> bytes:
    """Without dates and addresses in its head: a catalogue changes when a message does."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=110, omit_header=True, include_lineno=False, ignore_obsolete=True)
    head = HEAD.format(language=catalog.locale_identifier, plurals=catalog.plural_forms)
    return head.encode() + buffer.getvalue()


def catalogues() -> list[Path]:
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def update() -> None:
    for path in catalogues():
        catalog = read(path)
        catalog.update(template(), no_fuzzy_matching=True, update_creation_date=False)
        path.write_bytes(written(catalog))
    compile_messages(LOCALE)


def _texts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def faults_of(message: Message) -> Iterator[str]:
    texts = _texts(message.string)
    if not all(texts):
        yield "not translated"
    elif message.fuzzy:
        yield "marked fuzzy"
    else:
        named = set[str]().union(*map(_values, _texts(message.id)))
        if any(not _values(text) <= named for text in texts):
            yield "names a value that the message does not have"
        if named - set[str]().union(*map(_values, texts)):
            yield "leaves out a value of the message"


def faults() -> Iterator[str]:
    """What keeps a language from being complete, a line each, as `file: fault: message`."""
    messages = {message.id for message in template() if message.id}
    for path in catalogues():
        catalog = read(path)
        name = path.relative_to(ROOT)
        translated = {message.id for message in catalog if message.id}
        for message in catalog:
            if message.id in messages:
                yield from (f"{name}: {fault}: {_texts(message.id)[0]}" for fault in faults_of(message))
        yield from (f"{name}: missing (make messages): {_texts(key)[0]}" for key in messages - translated)
        yield from (
            f"{name}: no longer in the code (make messages): {_texts(key)[0]}"
            for key in translated - messages
        )


def main(act: str) -> int:
    if act == "update":
        update()
    found = sorted(faults())
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
