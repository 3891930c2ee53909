import hashlib
import re
from pathlib import Path

import forebygg.web

STATIC = Path(forebygg.web.__file__).parent / "static" / "web"
VENDOR = STATIC / "vendor"


def test_designsystemet_is_the_one_its_page_names():
    page = (VENDOR / "README.md").read_text(encoding="utf-8")
    named = dict(re.findall(r"\| `([\w.-]+)` \| `([0-9a-f]{64})` \|", page))

    assert set(named) == {path.name for path in VENDOR.glob("*.css")}
    assert named == {name: hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() for name in named}


def test_its_licence_is_there():
    assert "Digitaliseringsdirektoratet" in (VENDOR / "LICENSE").read_text(encoding="utf-8")


def test_no_style_fetches_from_another_host():
    addresses = [
        address
        for path in STATIC.rglob("*.css")
        for address in re.findall(r"(?:url\(|@import)\s*[\"']?(?!data:)([^\"')\s]+)", path.read_text("utf-8"))
    ]

    assert addresses == []


def test_every_class_of_our_style_is_explained_by_a_tag_or_the_page_of_parts():
    """A style that nothing uses is left over from something."""
    style = re.sub(r"/\*.*?\*/", "", (STATIC / "forebygg.css").read_text("utf-8"), flags=re.DOTALL)
    style = re.sub(r"url\(.*?\)|\d\.\d", "", style)
    classes = {name for name in re.findall(r"\.([a-z][\w-]*)", style) if not name.startswith("ds-")}
    source = Path(forebygg.web.__file__).parents[1]
    parts = Path(__file__).parents[1] / "browser" / "parts.html"
    files = [*source.rglob("*.html"), *source.rglob("templatetags/*.py"), parts]
    used = "\n".join(path.read_text("utf-8") for path in files)

    assert {name for name in classes if not re.search(rf"\b{name}\b", used)} == set()
