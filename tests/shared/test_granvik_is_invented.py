"""Nobody in the example is called what anybody in the real test papers is called."""

import json
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


def test_nobody_in_granvik_bears_the_name_of_a_person_in_the_shared_papers():
    sheet = json.loads((ROOT / "tests/data/granvik_expected.json").read_text(encoding="utf-8"))
    invented = {person["name"] for meeting in sheet["meetings"] for person in meeting["attendance"]}
    real = " ".join(
        " ".join(path.read_text(encoding="utf-8").split())
        for folder in ("casefile", "minutes")
        for path in sorted((SHARED / folder).glob("*.txt"))
    )

    assert {name for name in invented if name in real} == set()
