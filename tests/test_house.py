"""What the project promises about itself: its files, its names, its installation."""

import hashlib
import os
import re
import subprocess
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.messages import faults

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BINARY = {".pdf", ".docx", ".mo", ".png", ".gz"}
NOT_OURS = {".git", ".venv", "__pycache__", ".hypothesis", "build", "dist", "htmlcov"}

# Spelled apart, so that this file does not name what it forbids.
INDEX_HOSTS = re.compile("|".join(["pypi" + r"\.org", "pythonhosted" + r"\.org", "npmjs" + r"\.(org|com)"]))
WORKING_PLACES = re.compile(r"(?<![\w.~-])/(?:work|" + r"root|home/\w+|Users/\w+|tmp)/\w")


def written_files():
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in NOT_OURS and not name.endswith("_cache")]
        yield from (Path(folder, name) for name in files if Path(name).suffix not in BINARY)


def lines_with(pattern):
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in written_files()
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        )
        if pattern.search(line)
    ]


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def pinned(name):
    """Package → its pinned line."""
    lines = [line.removesuffix("\\").strip() for line in text(name).splitlines() if re.match(r"[a-z]", line)]
    requirements = [Requirement(line) for line in lines]
    return {canonicalize_name(requirement.name): requirement for requirement in requirements}


def test_the_version_is_the_newest_in_the_changelog():
    newest = re.search(r"^## (\d+\.\d+\.\d+) – \d{4}-\d\d-\d\d$", text("CHANGELOG.md"), re.MULTILINE)

    assert version("forebygg") == newest[1]


def test_publiccode_tells_the_same_version_and_date_as_the_changelog():
    public = yaml.safe_load(text("publiccode.yml"))

    assert f"## {public['softwareVersion']} – {public['releaseDate']}" in text("CHANGELOG.md")


def test_publiccode_tells_the_same_licence_as_the_package():
    assert yaml.safe_load(text("publiccode.yml"))["legal"]["license"] == SETTINGS["project"]["license"]


def test_the_licence_is_the_whole_eupl():
    licence = text("LICENSE")

    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in licence
    assert all(re.search(rf"^{article}\.\s?\w", licence, re.MULTILINE) for article in range(1, 16))
    assert "Appendix" in licence


def test_no_file_names_the_host_of_a_package_index():
    assert lines_with(INDEX_HOSTS) == []


def test_no_file_names_a_place_on_the_machine_it_was_written_on():
    assert lines_with(WORKING_PLACES) == []


def test_no_lock_file_is_kept():
    ignored = text(".gitignore").splitlines()

    assert "uv.lock" in ignored


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-checker.txt"])
def test_every_pinned_package_has_hashes_and_no_address(name):
    blocks = re.split(r"\n(?=[a-z])", text(name).partition("\n")[2])

    assert all(re.search(r"^[\w.-]+==\S+", block) and "--hash=sha256:" in block for block in blocks)
    assert "://" not in text(name)


def test_a_developer_runs_the_versions_that_a_user_does():
    user, developer = pinned("requirements.txt"), pinned("requirements-dev.txt")

    assert user.items() <= {name: developer.get(name) for name in user}.items()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("requirements.txt", SETTINGS["project"]["dependencies"]),
        ("requirements.txt", SETTINGS["dependency-groups"]["build"]),
        ("requirements.txt", SETTINGS["build-system"]["requires"]),
        ("requirements-dev.txt", SETTINGS["dependency-groups"]["dev"]),
        ("requirements-checker.txt", SETTINGS["dependency-groups"]["checker"]),
    ],
)
def test_every_wanted_package_is_pinned_at_a_version_that_suits(name, wanted):
    pins = pinned(name)

    for requirement in map(Requirement, wanted):
        [pin] = pins[canonicalize_name(requirement.name)].specifier
        assert requirement.specifier.contains(pin.version), requirement


def test_every_runtime_dependency_is_imported():
    modules = {
        "chunspell": "hunspell",
        "chunspell-next": "hunspell",
        "django-allauth": "allauth",
        "django-csp": "csp",
        "python-docx": "docx",
        "psycopg": "forebygg",  # Django imports it, for those who name a PostgreSQL
    }
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))

    for requirement in map(Requirement, SETTINGS["project"]["dependencies"]):
        module = modules.get(requirement.name, requirement.name.replace("-", "_"))
        # Settings name some by a string.
        assert re.search(rf'^\s*(?:from|import) {module}\b|"{module}\.', code, re.MULTILINE), requirement.name


def test_the_dictionary_is_the_one_its_page_names():
    folder = ROOT / "src/forebygg/language/data"
    named = dict(
        re.findall(
            r"\| `([\w.]+)` \| `([0-9a-f]{64})` \|", (folder / "README.md").read_text(encoding="utf-8")
        )
    )

    assert set(named) == {path.name for path in folder.iterdir() if path.suffix in {".aff", ".dic"}}
    assert named == {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in named}


def test_every_message_has_its_swedish():
    assert sorted(faults()) == []


def test_no_module_is_longer_than_three_hundred_lines():
    long = {
        str(path.relative_to(ROOT)): count
        for folder in ("src", "bench", "scripts")
        for path in (ROOT / folder).rglob("*.py")
        if path.parent.name != "migrations"  # written by makemigrations
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }

    assert long == {}


def test_no_module_is_named_after_nothing_in_particular():
    vague = {"utils", "util", "helpers", "mixins", "constants", "common", "misc", "managers"}

    assert [path.name for path in (ROOT / "src").rglob("*") if path.stem in vague] == []


def test_every_page_that_a_document_links_to_is_there():
    pages = [path for path in written_files() if path.suffix == ".md"]

    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert broken == []


def test_decisions_are_numbered_without_gaps():
    pages = sorted((ROOT / "docs/adr").glob("*.md"))

    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    assert all(page.read_text(encoding="utf-8").startswith(f"# {page.name[:4]}. ") for page in pages)


def test_make_help_names_every_target_of_the_makefile():
    targets = re.search(r"^\.PHONY: (.*)$", text("Makefile"), re.MULTILINE)[1].split()

    told = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert re.findall(r"^make (\w+)", told, re.MULTILINE) == targets


def test_ci_runs_the_tests_as_the_readme_says():
    ci = text(".ci/run")

    assert "make test" in text("README.md")
    assert re.search(r"^make test\b", ci, re.MULTILINE)
    assert "set -euo pipefail" in ci


def test_hooks_fetch_nothing():
    repositories = yaml.safe_load(text(".pre-commit-config.yaml"))["repos"]

    assert [repository["repo"] for repository in repositories] == ["local"]
