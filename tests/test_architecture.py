"""docs/architecture.md draws the layers that import-linter holds us to."""

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
GRAPHS = dict(re.findall(r"<!-- layers: ([\w.]+) -->\n```\n(.*?)\n```", PAGE, re.DOTALL))


def drawn(graph):
    return [[name.strip() for name in layer.split("│")] for layer in graph.splitlines()]


def contracted(contract):
    return [[name.strip(" ()") for name in layer.split("|")] for layer in contract["layers"]]


def test_every_layered_package_is_drawn():
    assert set(GRAPHS) == set(LAYERED)


@pytest.mark.parametrize("package", sorted(GRAPHS))
def test_the_graph_on_the_page_is_the_contract(package):
    assert drawn(GRAPHS[package]) == contracted(LAYERED[package])


@pytest.mark.parametrize("package", sorted(LAYERED))
def test_a_layered_package_has_no_module_outside_its_layers(package):
    assert LAYERED[package]["exhaustive"] is True


def test_no_reader_may_import_django():
    [contract] = [contract for contract in CONTRACTS if contract["type"] == "forbidden"]

    assert "django" in contract["forbidden_modules"]
    assert {"forebygg.core", "forebygg.language", "forebygg.casefile"} <= set(contract["source_modules"])
