"""A form with texts that the guard looks through, as a browser without scripts meets it."""

import logging
import time

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.http import QueryDict
from django.utils.translation import override

from forebygg.privacy.texts import Because, Texts
from forebygg.web.texts import LONGEST, GuardedText, OpenText
from tests.browsing import faults_of, words

TOLD = "Vi behöver mer stöd.\r\n\r\nDet var ahmed igen, ring 070-174 06 05."
CALM = "Vi behöver mer stöd på fritidsgården."


class Need:
    texts = Texts(warn="title wish", refuse="story", names_belong_here={Because.CONTACTS: "whom"})


class NeedForm(forms.Form):
    title = GuardedText(Need, "title", label="Rubrik", max_length=40, widget=forms.TextInput)
    wish = GuardedText(Need, "wish", label="Behov", required=False)
    story = GuardedText(Need, "story", label="Händelse", required=False, help_text="Inga namn.")
    whom = OpenText(Need, "whom", label="Vem svarar?", required=False)
    on = forms.DateField(label="Dag", required=False)


def form(initial=None, prefix=None, **typed):
    """The form with what was typed."""
    data = QueryDict(mutable=True)
    data.update({"title": "Fler händer", **typed} if prefix is None else typed)
    return NeedForm(data, initial=initial, prefix=prefix)


def shown(of, language="sv"):
    with override(language):
        return BeautifulSoup(str(of), "html.parser")


def box(page, name="wish"):
    """The box that says that the text may stand."""
    return page.select_one(f"input[name={name}-agree]")


def test_a_text_without_personal_data_is_kept_as_it_was_typed():
    told = form(wish=CALM, story=f"  {CALM}\r\n")

    assert told.is_valid()
    assert (told.cleaned_data["wish"], told.cleaned_data["story"]) == (CALM, CALM)
    assert not shown(told).select(".seen, mark, [aria-invalid]")


def test_what_was_typed_comes_back_whole():
    page = shown(form(wish=TOLD))

    assert page.find(id="id_wish").get_text().strip() == TOLD.replace("\r\n", "\n")


def test_the_words_are_marked_in_their_lines_with_their_kind_in_words():
    seen = shown(form(wish=TOLD)).select_one(".seen")

    assert [words(mark) for mark in seen.select("mark")] == ["ahmed", "070-174 06 05"]
    assert [words(kind) for kind in seen.select(".kind")] == ["(namn på en person)", "(telefonnummer)"]
    assert [words(at) for at in seen.select(".at")] == ["rad 3"]
    assert all(mark["lang"] == "sv" for mark in seen.select("mark"))


def test_in_one_line_no_line_is_counted():
    seen = shown(form(title="Samtal med ahmed")).select_one(".seen")

    assert words(seen.mark) == "ahmed"
    assert not seen.select(".at")


def test_it_says_why_and_where_each_thing_belongs():
    seen = words(shown(form(wish=TOLD)).select_one(".seen"))

    assert "Det ser ut som om någon nämns vid namn" in seen
    assert "socialtjänstens eget formulär för orosanmälan" in seen
    assert "kontakterna" in seen
    assert "aldrig en garanti" in seen


def test_only_the_emergency_number_is_ever_given():
    typed = "Bilen ABC12D stod där. Ahmed är muslim. a@b.se 121212-1212 @kalle Storgatan 3"

    said = shown(form(wish=typed)).select_one(".seen")
    for quoted in said.select("ol"):
        quoted.decompose()

    assert {part.strip(".,()") for part in words(said).split() if any(map(str.isdigit, part))} <= {
        "112",
        "2",
        "3",
    }


def test_it_is_said_in_the_visitors_language():
    page = shown(form(wish=TOLD), "en")

    assert words(page.find(id="errors")) == "Read this once more before it is saved"
    assert words(page.select_one(".seen .kind")) == "(name of a person)"
    assert "social services" in words(page.select_one(".seen"))


def test_the_summary_leads_to_the_field_and_the_field_is_described_by_its_error():
    page = shown(form(wish=TOLD))
    field = page.find(id="id_wish")

    assert page.select_one('.ds-error-summary a[href="#id_wish"]')
    assert field["aria-invalid"] == "true"
    assert "namn på en person" in words(page.find(id=field["aria-describedby"].split()[-1]))


def test_the_marks_are_a_group_that_names_its_field():
    page = shown(form(wish=TOLD, story=TOLD))

    groups = page.select("[role=group]")
    names = [words(page.find(id=group["aria-labelledby"])) for group in groups]
    assert [name.rpartition(": ")[2] for name in names] == ["Behov", "Händelse"]


def test_a_page_with_every_sort_of_fault_is_sound():
    told = form(title="Samtal med ahmed", wish=TOLD, story=TOLD, on="i går")
    page = BeautifulSoup(
        f'<html lang="sv"><title>x – Förebygg</title><h1>x</h1>{shown(told)}</html>', "html.parser"
    )

    assert list(faults_of(page, "sv")) == []
    assert words(page.find(id="errors")) == "Det här behöver rättas"
    assert len(page.select(".ds-error-summary a")) == 4


# -- saving anyway ---------------------------------------------------------------------------------------


def test_the_box_is_there_only_when_something_is_found_and_never_ticked():
    assert box(shown(form(wish=CALM))) is None
    assert "checked" not in box(shown(form(wish=TOLD))).attrs


def test_who_ticks_the_box_may_save():
    agreed = box(shown(form(wish=TOLD)))["value"]

    assert form(wish=TOLD, **{"wish-agree": agreed}).is_valid()


def test_the_tick_holds_for_less_but_for_nothing_else():
    agreed = box(shown(form(wish=TOLD)))["value"]

    assert form(wish="Det var ahmed igen.", **{"wish-agree": agreed}).is_valid()
    assert not form(wish=f"{TOLD} Och fatima.", **{"wish-agree": agreed}).is_valid()


@pytest.mark.parametrize("guessed", ["1", "on", "true", ""])
def test_a_tick_that_was_never_offered_holds_for_nothing(guessed):
    assert not form(wish=TOLD, **{"wish-agree": guessed}).is_valid()


def test_the_tick_does_not_tell_what_was_marked():
    assert "ahmed" not in str(box(shown(form(wish=TOLD)))).lower()


def test_what_was_kept_before_is_not_asked_about_again():
    assert form(initial={"wish": TOLD}, wish=f"Nytt: {TOLD}").is_valid()
    assert not form(initial={"wish": TOLD}, wish=f"{TOLD} Och fatima.").is_valid()


def test_a_sensitive_text_cannot_be_saved_anyway():
    agreed = box(shown(form(wish=TOLD)))["value"]
    told = form(initial={"story": TOLD}, story=TOLD, **{"story-agree": agreed})

    assert not told.is_valid()
    assert box(shown(told), "story") is None
    assert "kan inte sparas här" in words(shown(told).find(id="id_story_error"))


# -- rewriting -------------------------------------------------------------------------------------------


def test_the_button_puts_the_suggestions_in_the_text_and_saves_nothing():
    told = form(wish=TOLD, **{"wish-rewrite": "1"})
    page = shown(told)

    assert not told.is_valid()
    text = page.find(id="id_wish").get_text()
    assert "ahmed" not in text
    assert "[telefonnummer borttaget]" in text
    assert "Vi behöver mer stöd." in text
    assert "inget är sparat än" in words(page.find(id="id_wish_error"))
    assert "aria-invalid" not in page.find(id="id_wish").attrs


def test_what_was_rewritten_can_be_saved():
    text = shown(form(story=TOLD, **{"story-rewrite": "1"})).find(id="id_story").get_text()

    assert form(story=text).is_valid()


def test_what_is_rewritten_points_at_nobody_either():
    page = shown(form(title="Samtal med Kevin Berg i 8B", **{"title-rewrite": "1"}))

    assert page.find(id="id_title")["value"] == "Samtal med en person"


def test_one_text_is_rewritten_and_the_others_are_left():
    page = shown(form(wish=TOLD, story=TOLD, whom="Karin Ek", **{"wish-rewrite": "1"}))

    assert "ahmed" in page.find(id="id_story").get_text()
    assert page.find(id="id_whom")["value"] == "Karin Ek"
    assert len(page.select(".seen")) == 1


def test_enter_in_a_field_never_rewrites():
    first = shown(form(title="Samtal med ahmed", wish=TOLD)).select_one("button[type=submit]")

    assert "name" not in first.attrs
    assert (first["tabindex"], first["aria-hidden"]) == ("-1", "true")


def test_fields_of_a_form_with_a_prefix_have_answers_of_their_own():
    page = shown(form(prefix="a", **{"a-title": "Samtal med ahmed"}))
    agreed = page.select_one("input[name=a-title-agree]")["value"]

    assert form(prefix="a", **{"a-title": "Samtal med ahmed", "a-title-agree": agreed}).is_valid()


# -- sizes, and what is left behind ------------------------------------------------------------------------


def test_a_pasted_text_is_never_cut_in_silence():
    told = form(title="Ett behov av stöd som är alldeles för långt för en rubrik")
    page = shown(told)

    assert "maxlength" not in page.find(id="id_title").attrs
    assert "plats för 40" in words(page.find(id="id_title_error"))
    assert page.find(id="id_title")["value"].endswith("rubrik")


def test_a_text_that_is_too_long_says_how_far_it_was_looked_through():
    page = shown(form(wish=f"Det var ahmed. {CALM * 1000} Och fatima."))

    assert "10\xa0000" in page.find(id="id_wish_error").get_text()
    assert [words(mark) for mark in page.select(".seen mark")] == ["ahmed"]
    assert "Bara de första 10 000 tecknen" in words(page.select_one(".seen"))


@pytest.mark.parametrize("piece", ["Storgatan 1 ", "ahmed och ", "ahmed\n", "a", "å-", "121212-1212 "])
def test_a_megabyte_is_answered_within_a_second(piece):
    shown(form(wish="ahmed"))  # the lists are read once
    text = piece * (1_000_000 // len(piece))
    start = time.process_time()

    page = shown(form(wish=text))

    assert time.process_time() - start < 1
    assert len(page.find(id="id_wish").get_text()) > LONGEST


def test_a_page_of_marks_is_quoted_in_part_and_the_rest_is_counted():
    seen = shown(form(wish="\n".join(["Det var ahmed."] * 40))).select_one(".seen")

    assert len(seen.select("mark")) == 12
    assert "28 rader till" in words(seen)


def test_the_next_person_at_the_screen_is_offered_nothing():
    assert shown(form()).find(id="id_title")["autocomplete"] == "off"


def test_what_was_refused_is_in_no_log(caplog):
    caplog.set_level(logging.DEBUG)

    page = shown(form(story=TOLD))

    assert page.select(".seen")
    assert not any("ahmed" in record.getMessage() for record in caplog.records)


# -- what a form may ask for -------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "name"), [(GuardedText, "whom"), (OpenText, "story"), (OpenText, "wish")])
def test_a_field_for_another_sort_of_text_cannot_be_made(kind, name):
    with pytest.raises(TypeError, match=name):
        kind(Need, name)


def test_a_text_that_is_not_declared_cannot_be_asked_for():
    with pytest.raises(LookupError, match="wsh"):
        GuardedText(Need, "wsh")


def test_names_stand_where_they_belong():
    told = form(whom="Karin Ek, 070-174 06 05")

    assert told.is_valid()
    assert told.cleaned_data["whom"] == "Karin Ek, 070-174 06 05"
