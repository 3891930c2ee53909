"""Keeps the translations in step with the code: `python -m scripts.messages update` or `check`.

Every message of the code and the templates is to be there in every language, translated, with the same named
values.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

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
ONE, PLURAL, CONTEXT, PLURAL_CONTEXT = (1,), (1, 2), ((1, "c"), 2), ((1, "c"), 2, 3)
# The names that `_` stands for in our modules, and those that `templatize` writes.
KEYWORDS = {
    **dict.fromkeys(["_", "N_", "gettext", "gettext_lazy", "gettext_noop"], ONE),
    **dict.fromkeys(["ngettext", "ngettext_lazy"], PLURAL),
    **dict.fromkeys(["pgettext", "pgettext_lazy"], CONTEXT),
    **dict.fromkeys(["npgettext", "npgettext_lazy"], PLURAL_CONTEXT),
}
METHODS = [
    ("**.py", "python"),
    ("**/templates/**.html", "scripts.messages:in_template"),
    ("**/templates/**.txt", "scripts.messages:in_template"),
]
PERCENT = re.compile(r"%(?:%|\((\w+)\)[a-z])")

Key = tuple[str | None, str]


def in_template(file: BytesIO, *how: object, options: object) -> Iterator[tuple[object, ...]]:
    """The messages of a Django template, as Babel wants them from an extractor.

    `templatize` turns everything but the messages into blanks, which Python would take for indentation.
    """
    python = templatize(file.read().decode("utf-8"))
    lines = "\n".join(line.strip() for line in python.splitlines())
    yield from extract_python(BytesIO(lines.encode("utf-8")), *how, options)


def template() -> Catalog:
    """Every message in the code. Only files are named, not lines, so that a moved line changes nothing."""
    catalog = Catalog(project="forebygg", charset="utf-8")
    found = extract_from_dir(SOURCE, METHODS, keywords=KEYWORDS, comment_tags=["Translators"])
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


def _texts(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _key(message: Message) -> Key:
    """By what a message is looked up: its context, and its words in the singular."""
    return message.context, _texts(message.id)[0]


def _by_key(catalog: Catalog) -> dict[Key, Message]:
    return {_key(message): message for message in catalog if message.id}


def _is_percent(message: Message) -> bool:
    """Whether the values are set in as `%(name)s` (templates) rather than as `{name}` (code)."""
    return any(PERCENT.search(text) for text in _texts(message.id))


def _values(text: str, *, percent: bool) -> set[str]:
    """The named values of *text*; ValueError when a brace or percent sign stands alone."""
    if not percent:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    if "%" in PERCENT.sub("", text):
        raise ValueError(text)
    return {found[1] for found in PERCENT.finditer(text) if found[1]}


def faults_of(message: Message, forms: int = 2) -> Iterator[str]:
    """What is wrong with one translation, in a language with so many plural *forms*."""
    texts, percent = _texts(message.string), _is_percent(message)
    if not all(texts) or len(texts) != (forms if message.pluralizable else 1):
        yield "not translated"
    elif message.fuzzy:
        yield "marked fuzzy"
    else:
        named = set[str]().union(*(_values(text, percent=percent) for text in _texts(message.id)))
        try:
            said = [_values(text, percent=percent) for text in texts]
        except ValueError:
            yield "has a brace or a percent sign that stands alone"
            return
        if any(not names <= named for names in said):
            yield "names a value that the message does not have"
        if named - set[str]().union(*said):
            yield "leaves out a value of the message"
        if message.pluralizable and not named:
            # Said alone elsewhere it would go untranslated: a catalogue keeps plurals apart.
            yield "counts without naming the number"


def faults() -> Iterator[str]:
    """What keeps a language from being complete, a line each, as `file: fault: message`."""
    messages = _by_key(template())
    for path in catalogues():
        catalog = read(path)
        name, translated = path.relative_to(ROOT), _by_key(catalog)
        for key, message in translated.items():
            told = [] if key in messages else ["no longer in the code (make messages)"]
            if not told and _texts(message.id) != _texts(messages[key].id):
                told = ["has another plural (make messages)"]
            yield from (
                f"{name}: {fault}: {key[1]}" for fault in told or faults_of(message, catalog.num_plurals)
            )
        missing = messages.keys() - translated.keys()
        yield from (f"{name}: missing (make messages): {key[1]}" for key in missing)


def main(act: str) -> int:
    if act == "update":
        update()
    found = sorted(faults())
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
