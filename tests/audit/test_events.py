import ast
import datetime as dt
import string
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

import pytest
from django.apps import apps
from django.utils.translation import override

import forebygg
from forebygg.audit.events import Event, fields, told
from forebygg.audit.references import Checksum, Code, Refers, UserKey, is_free, refers_to
from forebygg.organisation.models import Role

assert apps.ready
OURS = [kind for kind in Event.kinds.values() if kind.__module__.startswith("forebygg.")]
SOURCE = Path(forebygg.__file__).parent
SERVICES = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for path in SOURCE.rglob("*.py")
    if "services" in path.relative_to(SOURCE).with_suffix("").parts
}
# The events that each service names, but for where they come from.
RECORDED = {
    path: {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    for path, tree in SERVICES.items()
}
ACTS = {
    path: [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        if not node.name.startswith("_") and "by" in [one.arg for one in node.args.kwonlyargs]
    ]
    for path, tree in SERVICES.items()
}
# What other acts do, or ask, on their way, and record themselves.
PARTS_OF_ACTS = {
    "organisation/services/people.py: engage",
    "papers/services/amending.py: keep_corrections",
    "papers/services/keeping.py: keep",
    "papers/services/secrecy.py: require_keeper",
}


def records(act, path):
    """Whether the function records an event, itself or by what it calls in its module."""
    own = {node.name: node for node in SERVICES[path].body if isinstance(node, ast.FunctionDef)}
    seen, left = set(), [act]
    while left:
        function = left.pop()
        seen.add(function.name)
        called = {
            node.func.id
            for node in ast.walk(function)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        if "record" in called:
            return True
        left.extend(own[name] for name in called & {*own} - seen)
    return False


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.name)
def test_a_sentence_names_only_fields_of_its_event(kind):
    for sentence in filter(None, [kind.sentence, kind.of_one]):
        named = {name for _, name, _, _ in string.Formatter().parse(str(sentence)) if name}

        assert named
        assert named <= {*fields(kind.name)}


@pytest.mark.parametrize("kind", [kind for kind in OURS if kind.of_one], ids=lambda kind: kind.name)
def test_one_is_told_of_as_one(kind):
    assert kind.counts in fields(kind.name)
    with override("en"):
        assert told(kind.name, {kind.counts: [3]}).startswith(str(kind.of_one).partition("{")[0] + "3")
        assert told(kind.name, {kind.counts: [3, 4]}).startswith(str(kind.sentence).partition("{")[0])


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.name)
def test_no_field_of_an_event_can_hold_words_that_somebody_wrote(kind):
    assert {field: hint for field, hint in fields(kind.name).items() if is_free(hint)} == {}


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.name)
def test_an_event_is_told_in_both_languages(kind):
    told = {}
    for language in ("sv", "en"):
        with override(language):
            told[language] = str(kind.sentence)

    assert told["sv"] != told["en"]


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.name)
def test_an_event_is_recorded_by_some_service(kind):
    assert any(kind.__name__ in names for names in RECORDED.values())


def test_every_act_of_a_service_is_recorded():
    """Whatever takes the one who acts records, or leaves it to another act in the same transaction."""
    silent = {
        f"{path.relative_to(SOURCE)}: {act.name}"
        for path, acts in ACTS.items()
        for act in acts
        if not records(act, path)
    }

    assert silent == PARTS_OF_ACTS


@pytest.mark.parametrize("hint", [str, Any, dict[str, int], list[str], str | None, object, dict])
def test_a_type_that_could_hold_words_is_found(hint):
    assert is_free(hint)


@pytest.mark.parametrize(
    "hint",
    [
        int,
        bool,
        dt.date,
        UserKey,
        Checksum,
        list[UserKey],
        tuple[Checksum, ...],
        int | None,
        Literal["a"],
        Role,
    ],
)
def test_a_type_that_cannot_is_not(hint):
    assert not is_free(hint)


@dataclass(frozen=True, kw_only=True)
class DoorsLocked(Event):
    name: ClassVar = "tests.doors_locked"
    sentence: ClassVar = "locked {doors} for {user}"

    doors: list[Annotated[str, Code("[a-z]+ [0-9]+"), Refers("tests.door")]]
    user: UserKey


def test_a_text_that_is_no_code_is_not_recorded():
    assert DoorsLocked(doors=["north 1"], user=3).data() == {"doors": ["north 1"], "user": 3}
    with pytest.raises(ValueError, match="doors is not written as it should be"):
        DoorsLocked(doors=["north 1", "Alva Birk has the key"], user=3).data()


def test_a_field_says_what_it_refers_to():
    assert {name: refers_to(hint) for name, hint in fields("tests.doors_locked").items()} == {
        "doors": "tests.door",
        "user": "accounts.user",
    }


def test_several_are_listed_as_one_says_them():
    with override("en"):
        assert told("tests.doors_locked", {"doors": ["a 1", "b 2", "c 3"], "user": 3}) == (
            "locked a 1, b 2 and c 3 for 3"
        )


def test_an_entry_from_before_an_event_had_a_field_is_still_told():
    assert told("tests.doors_locked", {"doors": ["a 1"]}) == "locked a 1 for …"


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.name)
def test_an_event_is_named_after_its_app(kind):
    app, _, act = kind.name.partition(".")

    assert kind.__module__ == f"forebygg.{app}.events"
    assert act.isidentifier()


@dataclass(frozen=True, kw_only=True)
class DayChosen(Event):
    name: ClassVar = "tests.day_chosen"
    sentence: ClassVar = "chose {day}"

    day: dt.date


def test_a_date_is_held_as_json_holds_it():
    assert DayChosen(day=dt.date(2025, 3, 31)).data() == {"day": "2025-03-31"}


def test_an_entry_is_told_by_its_sentence():
    assert told("tests.day_chosen", {"day": "2025-03-31"}) == "chose 31 mars 2025"


def test_an_event_that_is_no_more_is_told_by_its_name():
    assert told("tests.forgotten", {}) == "tests.forgotten"


def test_two_events_cannot_have_one_name():
    with pytest.raises(TypeError, match=r"tests\.day_chosen"):

        class Another(Event):
            name = "tests.day_chosen"
            sentence = "chose another"
