import datetime as dt
import string
from dataclasses import dataclass, fields
from typing import ClassVar

import pytest
from django.apps import apps

from forebygg.audit.events import Event, told

assert apps.ready
OURS = [kind for kind in Event.kinds.values() if kind.__module__.startswith("forebygg.")]


@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.name)
def test_a_sentence_names_only_fields_of_its_event(kind):
    named = {name for _, name, _, _ in string.Formatter().parse(str(kind.sentence)) if name}

    assert named
    assert named <= {field.name for field in fields(kind)}


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
