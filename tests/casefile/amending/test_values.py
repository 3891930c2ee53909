import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.amending import KINDS, CorrectionError, parse
from forebygg.casefile.amending.values import FORMS, HIGHEST, LONGEST

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = [(kind, field) for kind in KINDS.values() for field in kind.fields]


@pytest.mark.parametrize(
    ("kind", "field", "value", "meant"),
    [
        ("document", "date", "2024-05-13", dt.date(2024, 5, 13)),
        ("document", "date", None, None),
        ("document", "title", "  Plan  ", "Plan"),
        ("document", "title", "", None),
        ("document", "signed_by", ["Anna Berg", " "], ("Anna Berg",)),
        ("document", "signed_by", None, ()),
        ("meeting", "starts", "13:30", dt.time(13, 30)),
        ("meeting", "paragraphs", [33, 45], (33, 45)),
        ("attendance", "paragraphs", [[33, 35], [38, 40]], ((33, 35), (38, 40))),
        ("attendance", "serving", False, False),
        ("vote", "yes", 0, 0),
        ("vote", "absent", None, None),
        ("item", "outcome", "sent_back", "sent_back"),
        ("item", "decision", ["Planen antas.\nDen gäller i år."], ("Planen antas.\nDen gäller i år.",)),
    ],
)
def test_a_value_becomes_what_the_fact_holds(kind, field, value, meant):
    assert parse(kind, field, value) == meant


@pytest.mark.parametrize(
    ("kind", "field", "value", "told"),
    [
        ("document", "date", "2025-02-30", "“2025-02-30” is not a date. Write it as 2024-05-13."),
        ("document", "date", "20240513", "“20240513” is not a date. Write it as 2024-05-13."),
        ("document", "date", 2024, "“2024” is not a date. Write it as 2024-05-13."),
        ("meeting", "starts", "25:00", "“25:00” is not a time of day. Write it as 13:30."),
        ("vote", "yes", -1, f"“-1” is not a whole number from 0 to {HIGHEST}. Write it in figures."),
        ("vote", "yes", True, f"“True” is not a whole number from 0 to {HIGHEST}. Write it in figures."),
        ("vote", "no", None, "“No” cannot be empty. Write what the paper says."),
        (
            "meeting",
            "paragraphs",
            [45, 33],
            "“[45, 33]” is not a run of paragraphs. Write the first and the last, as 33–45.",
        ),
        (
            "attendance",
            "role",
            "guest",
            "“guest” is none of the values there are. Choose one of member, substitute, official, absent.",
        ),
        ("attendance", "name", " ", "“Name” cannot be empty. Write what the paper says."),
        (
            "attendance",
            "serving",
            "ja",
            "“ja” is neither true nor false. Write true or false.",
        ),
        ("document", "title", "En\ntvå", "The text is more than one line. Write it on one."),
        ("document", "title", 7, "“7” is not text. Write it in letters and figures."),
        ("document", "signed_by", "Anna", "“Anna” is not a list of texts."),
        ("meeting", "starts", "24:60", "“24:60” is not a time of day. Write it as 13:30."),
        (
            "attendance",
            "paragraphs",
            "33–35",
            "“33–35” is not a list of paragraphs. Write it as 33–35, 38–40.",
        ),
        ("attendance", "paragraphs", [], "“[]” is not a list of paragraphs. Write it as 33–35, 38–40."),
        (
            "vote",
            "yes",
            HIGHEST + 1,
            f"“1000000” is not a whole number from 0 to {HIGHEST}. Write it in figures.",
        ),
        (
            "document",
            "colour",
            "red",
            "“document” has no field “colour”. Choose one of "
            + ", ".join(field.name for field in KINDS["document"].fields)
            + ".",
        ),
    ],
)
def test_a_value_that_does_not_fit_says_what_to_do(kind, field, value, told):
    with pytest.raises(CorrectionError) as raised:
        parse(kind, field, value)

    assert str(raised.value) == told


def test_a_field_that_cannot_be_empty_is_named_in_the_readers_language():
    swedish = {"Name": "Namn", "“{field}” cannot be empty. Write what the paper says.": "”{field}” är tomt."}

    with pytest.raises(CorrectionError) as raised:
        parse("attendance", "name", None)

    assert raised.value.told(swedish.__getitem__) == "”Namn” är tomt."


def test_an_unknown_kind_says_which_there_are():
    with pytest.raises(CorrectionError, match=r"“clerk” cannot be corrected\. Choose one of line, file"):
        parse("clerk", "name", "Anna")


def test_a_text_longer_than_any_paper_is_refused():
    with pytest.raises(CorrectionError, match=f"{LONGEST + 1} characters long"):
        parse("item", "description", "a" * (LONGEST + 1))


def test_text_is_kept_as_papers_are_read():
    assert parse("item", "description", "En\xa0å\r\nrad\x00") == "En å\nrad\ufffd"


def test_a_half_character_is_replaced():
    assert parse("document", "title", "Plan \ud800") == "Plan ?"


def attempt(act, *given):
    """What the act gives, or nothing where it refuses with advice."""
    try:
        return [act(*given)]
    except CorrectionError as error:
        return [] if str(error) else pytest.fail("refused without advice")


@given(st.sampled_from(FIELDS), JSON)
def test_a_value_is_parsed_or_refused_with_advice(known, value):
    kind, field = known

    for parsed in attempt(parse, kind.name, field.name, value):
        assert field.parse(field.value(parsed)) == parsed


@given(st.sampled_from(FIELDS), st.text(max_size=40))
def test_what_a_person_types_is_understood_or_refused_with_advice(known, typed):
    _, field = known

    for value in attempt(field.typed, typed):
        for parsed in attempt(field.parse, value):
            assert field.parse(field.typed(field.shown(field.value(parsed)))) == parsed


@pytest.mark.parametrize(
    ("of", "typed", "value"),
    [
        ("date", "den 13 maj 2024", "2024-05-13"),
        ("date", " 2024-05-13 ", "2024-05-13"),
        ("date", "", None),
        ("time", "13.30", "13:30"),
        ("time", "", None),
        ("number", "12", 12),
        ("number", " ", None),
        ("paragraphs", "33–45", [33, 45]),
        ("paragraphs", "§§ 33-45", [33, 45]),
        ("paragraphs", "33", [33, 33]),
        ("paragraphs", "", None),
        ("ranges", " ", None),
        ("truth", "", None),
        ("ranges", "33–35, 38 och 40-41", [[33, 35], [38, 38], [40, 41]]),
        ("truth", "true", True),
        ("truth", "false", False),
        ("names", "Anna Berg\r\n\r\nBo Ask ", ["Anna Berg", "Bo Ask"]),
        ("texts", "Planen antas.\r\n\r\nDen gäller\r\ni år.", ["Planen antas.", "Den gäller\ni år."]),
        ("text", " Plan ", "Plan"),
        ("text", "", None),
    ],
)
def test_what_a_person_types(of, typed, value):
    assert FORMS[of].typed(typed) == value


@pytest.mark.parametrize(
    ("of", "typed"),
    [
        ("date", "30 februari"),
        ("time", "halv två"),
        ("number", "tolv"),
        ("number", "12345678"),
        ("paragraphs", "alla"),
        ("paragraphs", "45–33"),
        ("ranges", "33–35, resten"),
        ("truth", "ja"),
    ],
)
def test_what_nobody_can_mean_is_refused(of, typed):
    with pytest.raises(CorrectionError):
        FORMS[of].typed(typed)


@pytest.mark.parametrize(
    ("of", "value", "shown"),
    [
        ("text", None, ""),
        ("number", 12, "12"),
        ("truth", True, "true"),
        ("truth", None, ""),
        ("paragraphs", [33, 45], "33–45"),
        ("paragraphs", [33, 33], "33"),
        ("ranges", [[33, 35], [38, 38]], "33–35, 38"),
        ("paragraphs", None, ""),
        ("ranges", None, ""),
        ("names", None, ""),
        ("names", ["Anna Berg", "Bo Ask"], "Anna Berg\nBo Ask"),
        ("texts", ["Planen antas.", "Den gäller."], "Planen antas.\n\nDen gäller."),
    ],
)
def test_how_a_value_is_shown(of, value, shown):
    assert FORMS[of].shown(value) == shown
