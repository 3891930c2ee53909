"""Pieces of HTML put together without a template."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, override
from hypothesis import given
from hypothesis import strategies as st

from forebygg.web.html import Html, escaped, phrase, together

ITEM = Html("<li>{words}</li>")


@given(st.text())
def test_whatever_a_paper_says_is_words_and_no_html(said):
    inside = ITEM(words=said).removeprefix("<li>").removesuffix("</li>")

    assert not set(inside) & set("<>\"'")


def test_a_piece_may_stand_in_a_piece():
    assert ITEM(words=ITEM(words="1 < 2")) == "<li><li>1 &lt; 2</li></li>"


def test_a_piece_is_html_to_templates_too():
    assert isinstance(ITEM(words="a"), SafeString)


def test_braces_in_a_paper_stay_braces():
    assert ITEM(words="{words} {0}") == "<li>{words} {0}</li>"


def test_what_is_no_text_is_shown_as_it_writes_itself():
    assert ITEM(words=12) == "<li>12</li>"


def test_words_are_translated_when_they_are_put_in():
    with override("sv"):
        assert escaped(gettext_lazy("carried")) == "bifallet"


def test_pieces_stand_in_a_row_with_ours_between():
    assert together([ITEM(words="a"), ITEM(words="b")], ", ") == "<li>a</li>, <li>b</li>"


def test_what_is_put_into_a_phrase_is_escaped_and_the_phrase_is_not():
    assert phrase("<b>%(count)s</b> of %(what)s", count=2, what="<i>") == "<b>2</b> of &lt;i&gt;"
