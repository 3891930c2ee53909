"""Only an app's own services write its tables (docs/architecture.md)."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src/forebygg"
WRITING = {
    "bulk_create",
    "bulk_update",
    "create",
    "delete",
    "get_or_create",
    "save",
    "update",
    "update_or_create",
}
MODULES = [
    path
    for path in SOURCE.rglob("*.py")
    if "migrations" not in path.parts and "forebygg" in path.parts and "objects" in path.read_text("utf-8")
]


def models_of(tree):
    """The models that the module imports, each with its app."""
    return {
        alias.asname or alias.name: node.module.split(".")[1]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        if (node.module or "").endswith(".models")
        for alias in node.names
    }


def begins_with(node):
    """The name that a chain of calls and attributes begins with, when it goes through `objects`."""
    through = False
    while isinstance(node, ast.Call | ast.Attribute):
        through = through or (isinstance(node, ast.Attribute) and node.attr == "objects")
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if through and isinstance(node, ast.Name) else None


def writes(path):
    """The app whose table is written, and the line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    models = models_of(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITING:
            name = begins_with(node.func)
            if name in models:
                yield models[name], node.lineno


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.relative_to(SOURCE)}")
def test_a_table_is_written_by_its_own_apps_services(path):
    app, *inner = path.relative_to(SOURCE).parts
    is_service = inner[0].removesuffix(".py") in {"services", "recording"}

    assert [(of, line) for of, line in writes(path) if of != app or not is_service] == []


def test_writing_is_found_at_all():
    assert [*writes(SOURCE / "papers/services/keeping.py")]
