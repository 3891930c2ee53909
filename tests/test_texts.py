"""Every text that is kept says whether names belong there, and every form does as it says (docs/texts.md)."""

import ast
import re
from collections import Counter
from importlib import import_module
from itertools import groupby
from pathlib import Path

import pytest
from django import forms
from django.apps import apps
from django.db import models

from forebygg.privacy.texts import BECAUSE, Policy, Texts
from forebygg.web.texts import GuardedText, OpenText

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/forebygg"
PAGE = (ROOT / "docs/texts.md").read_text(encoding="utf-8")
OURS = [model for model in apps.get_models() if model.__module__.startswith("forebygg.")]
# What takes one form only, and cannot hold what somebody has to tell.
SHAPED = (
    forms.EmailField,
    forms.GenericIPAddressField,
    forms.RegexField,
    forms.SlugField,
    forms.URLField,
    forms.UUIDField,
)
UNTOLD = (forms.HiddenInput, forms.PasswordInput)
TEXT_FIELDS = (models.CharField, models.TextField, models.JSONField)


def must_declare(field):
    """Whether a person's own words can stand in the field: not among choices, not in an address."""
    return isinstance(field, TEXT_FIELDS) and not isinstance(field, models.SlugField) and not field.choices


def texts_of(model):
    """What the model declares; one without text fields may say nothing."""
    return getattr(model, "texts", Texts())


def form_classes():
    """Every form of every app."""
    for path in sorted(SOURCE.glob("*/forms*")):
        for module in [path] if path.is_file() else sorted(path.glob("*.py")):
            name = ".".join(module.relative_to(SOURCE.parent).with_suffix("").parts)
            for found in vars(import_module(name)).values():
                if isinstance(found, type) and issubclass(found, forms.BaseForm) and found.__module__ == name:
                    yield found


def plain_texts(tree):
    """Where a module makes or extends a text field of Django's that a person can type in."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from (base.lineno for base in node.bases if ast.unparse(base).endswith("forms.CharField"))
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"forms.CharField", "forms.JSONField"}:
            widgets = [ast.unparse(keyword.value) for keyword in node.keywords if keyword.arg == "widget"]
            untold = any(re.match(r"forms\.(HiddenInput|PasswordInput)\b", widget) for widget in widgets)
            yield from () if untold else (node.lineno,)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_model_says_of_every_text_whether_names_belong_there(model):
    declared = {name for name, _policy, _because in texts_of(model)}

    assert {field.name for field in model._meta.fields if must_declare(field)} <= declared


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_model_says_one_thing_of_a_text_that_it_has(model):
    declared = Counter(name for name, _policy, _because in texts_of(model))

    assert set(declared) <= {field.name for field in model._meta.fields if isinstance(field, TEXT_FIELDS)}
    assert set(declared.values()) <= {1}


@pytest.mark.parametrize("form", [*form_classes()], ids=lambda form: form.__name__)
def test_a_form_asks_for_texts_as_their_models_say(form):
    typed = {
        name: type(field)
        for name, field in form.base_fields.items()
        if isinstance(field, forms.CharField) and not isinstance(field, SHAPED)
        if not isinstance(field.widget, UNTOLD)
    }

    assert [name for name, kind in typed.items() if not issubclass(kind, GuardedText | OpenText)] == []


def test_forms_are_found_at_all():
    assert {"SectionsForm", "TextForm", "FactForm"} <= {form.__name__ for form in form_classes()}


def test_no_form_makes_a_text_field_of_its_own():
    modules = [path for path in SOURCE.rglob("*.py") if path.relative_to(SOURCE).parts[0] != "web"]

    found = {path: [*plain_texts(ast.parse(path.read_text(encoding="utf-8")))] for path in modules}

    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("x = forms.CharField(label='x')", [1]),
        ("class X(forms.CharField): pass", [1]),
        ("x = forms.CharField(widget=forms.HiddenInput)", []),
        ("x = forms.CharField(widget=forms.PasswordInput({'autofocus': True}))", []),
        ("x = forms.EmailField()", []),
        ("x = OpenText(Paper, 'title')", []),
    ],
)
def test_a_text_field_of_its_own_is_found(code, lines):
    assert [*plain_texts(ast.parse(code))] == lines


def declared_in_the_product():
    """Policy or reason → model → its texts."""
    rows = sorted(
        (because or policy, model._meta.label, name)
        for model in OURS
        for name, policy, because in texts_of(model)
        if policy is not Policy.CODE
    )
    return {
        why: {label: [name for *_, name in some] for label, some in groupby(of_one, key=lambda row: row[1])}
        for why, of_one in groupby(rows, key=lambda row: row[0])
    }


def told_on_the_page():
    """The same, as docs/texts.md tells it under each heading."""
    parts = dict(re.findall(r"^### `([\w ]+)`\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
    return {
        why: {
            label: sorted(re.findall(r"`(\w+)`", names))
            for label, names in re.findall(r"^- `(\w+\.\w+)`: (.+(?:\n  .+)*)", part, re.MULTILINE)
        }
        for why, part in parts.items()
    }


def test_the_page_lists_what_the_models_say():
    assert {why: models for why, models in told_on_the_page().items() if models} == declared_in_the_product()


def test_the_page_gives_every_reason_in_its_words():
    page = " ".join(PAGE.split())

    assert [words for words in BECAUSE.values() if words not in page] == []
