"""docs/architecture.md draws the layers that import-linter holds us to."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = SETTINGS["tool"]["importlinter"]["contracts"]
LAYERED = {
    name: contract
    for contract in CONTRACTS
    if contract["type"] == "layers"
    for name in contract["containers"]
}
GRAPHS = {
    name: graph
    for names, graph in re.findall(r"<!-- layers: ([\w. ]+) -->\n```\n(.*?)\n```", PAGE, re.DOTALL)
    for name in names.split()
}
# Whatever changes rows, on a manager, a queryset or an instance.
WRITING = {
    "save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
}  # fmt: skip


def drawn(graph):
    return [[name.strip() for name in layer.split("│")] for layer in graph.splitlines()]


def contracted(contract):
    return [[name.strip(" ()") for name in layer.split("|")] for layer in contract["layers"]]


def test_every_layered_package_is_drawn():
    assert set(GRAPHS) == set(LAYERED)


@pytest.mark.parametrize("package", sorted(GRAPHS))
def test_the_graph_on_the_page_is_the_contract(package):
    assert drawn(GRAPHS[package]) == contracted(LAYERED[package])


@pytest.mark.parametrize("package", ["forebygg", "forebygg.casefile"])
def test_a_layered_package_has_no_module_outside_its_layers(package):
    assert LAYERED[package]["exhaustive"] is True


def writes_rows(call):
    """Whether the call changes rows: `case.save()`, `case.papers.update(…)`, but not `seen.update(other)`."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in WRITING:
        return False
    if call.func.attr in {"update", "create"}:
        return not call.args and bool(call.keywords)
    return not (call.func.attr in {"delete", "save"} and call.args)


def test_only_services_write_rows():
    allowed = re.compile(r"/(services|migrations)[/.]|/audit/recording\.py$")
    modules = [path for path in (ROOT / "src/forebygg").rglob("*.py") if not allowed.search(path.as_posix())]

    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and writes_rows(node)
    ]

    assert found == []


def test_no_reader_may_import_django():
    [contract] = [contract for contract in CONTRACTS if contract["type"] == "forbidden"]

    assert "django" in contract["forbidden_modules"]
    assert {"forebygg.core", "forebygg.language", "forebygg.casefile"} <= set(contract["source_modules"])
