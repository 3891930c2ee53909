import pytest
from bs4 import BeautifulSoup
from django import forms
from django.utils.translation import override

from tests.browsing import faults_of, words


class Form(forms.Form):
    on = forms.DateField(label="Datum", help_text="Som i protokollet.")
    note = forms.CharField(label="Anteckning", required=False)
    outcome = forms.ChoiceField(
        label="Utfall", choices=[("a", "Bifall")], widget=forms.RadioSelect, help_text="Ett."
    )
    sure = forms.BooleanField(label="Jämfört")
    key = forms.CharField(widget=forms.HiddenInput)

    def clean(self):
        self.add_error(None, "Något <stämmer> inte.")


@pytest.fixture
def empty():
    return shown(Form())


@pytest.fixture
def refused():
    return shown(Form({"key": "1"}))


def shown(form):
    with override("sv"):
        return BeautifulSoup(str(form), "html.parser")


def test_every_field_has_its_label(empty):
    for name in ("on", "note", "sure"):
        assert empty.select_one(f"label[for=id_{name}]")
    assert words(empty.legend) == "Utfall"


def test_help_is_read_with_its_field(empty):
    field = empty.find(id="id_on")

    assert words(empty.find(id=field["aria-describedby"])) == "Som i protokollet."


def test_an_error_is_read_with_its_field(refused):
    field = refused.find(id="id_on")

    told = [words(refused.find(id=name)) for name in field["aria-describedby"].split()]
    assert told[0] == "Som i protokollet."
    assert told[1]
    assert field["aria-invalid"] == "true"


def test_the_summary_leads_to_every_field_that_is_wrong(refused):
    links = refused.select(".ds-error-summary a")

    assert [link["href"] for link in links] == ["#id_on", "#id_outcome", "#id_sure"]
    assert all(refused.find(id=link["href"][1:]) for link in links)


def test_the_summary_tells_what_belongs_to_no_field(refused):
    assert "Något <stämmer> inte." in words(refused.select_one(".ds-error-summary"))


def test_a_form_without_faults_has_no_summary(empty):
    assert not empty.select(".ds-error-summary, [aria-invalid]")


def test_only_what_may_be_left_empty_says_so(empty):
    assert len(empty.select("label .quiet")) == 1
    assert empty.select_one("label[for=id_note] .quiet")


def test_what_is_hidden_is_only_itself(empty):
    [hidden] = empty.select("input[type=hidden]")

    assert hidden.find_parent(class_="ds-field") is None


def test_a_form_is_sound_in_a_page(refused):
    page = BeautifulSoup(
        f'<html lang="sv"><title>x – Förebygg</title><h1>x</h1>{refused}</html>', "html.parser"
    )

    assert list(faults_of(page, "sv")) == []
