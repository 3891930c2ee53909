import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROW = re.compile(
    r"^\| (?P<swedish>[^|]+) \| `(?P<identifier>\w+)` \| (?P<meaning>[^|]+) \| (?P<source>[^|]+) \|$",
    re.MULTILINE,
)
ROWS = [match.groupdict() for match in ROW.finditer((ROOT / "docs/glossary.md").read_text(encoding="utf-8"))]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*.py")))


def doubles(words):
    return [word for word, count in Counter(words).items() if count > 1]


def test_no_row_of_the_glossary_is_malformed():
    lines = (ROOT / "docs/glossary.md").read_text(encoding="utf-8").splitlines()

    rows = [line for line in lines if line.startswith("| ") and not line.startswith("| Swedish")]

    assert len(rows) == len(ROWS)


def test_no_identifier_names_two_concepts():
    assert doubles(row["identifier"] for row in ROWS) == []


def test_no_swedish_term_has_two_identifiers():
    assert doubles(term.strip() for row in ROWS for term in row["swedish"].split(",")) == []


@pytest.mark.parametrize("identifier", [row["identifier"] for row in ROWS])
def test_an_identifier_of_the_glossary_is_used_in_the_code(identifier):
    spelled = identifier.replace("_", "[_ ]?")

    assert re.search(rf"(?i)(?<![a-z]){spelled}(?:s|es)?(?![a-z])", CODE)
