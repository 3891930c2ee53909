import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.sources.encodings import decode, is_wide

SENTENCE = "Kommunfullmäktige beslutar på Åsa Öbergs förslag – enligt § 12."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_needs_no_mention(encoding):
    assert decode(SENTENCE.encode(encoding)) == (SENTENCE, None)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-16", "utf-16"), ("utf-16-le", "utf-16"), ("utf-16-be", "utf-16"), ("utf-32", "utf-32")],
)
def test_wide_encodings_are_read_and_named(encoding, name):
    assert decode(SENTENCE.encode(encoding)) == (SENTENCE, name)


@pytest.mark.parametrize("encoding", ["cp850", "mac-roman", "cp1252"])
def test_swedish_letters_of_old_systems_come_out_right(encoding):
    text = "Kommunfullmäktige beslutar på Åsa Öbergs förslag"

    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize(
    ("encoding", "name"), [("cp1252", "windows-1252"), ("cp850", "cp850"), ("mac-roman", "mac-roman")]
)
def test_the_encoding_that_was_found_is_named(encoding, name):
    assert decode("på förslag av nämnden".encode(encoding))[1] == name


def test_dashes_and_quotes_of_windows_are_not_taken_for_letters_of_dos():
    text = "”Nej”, sade hon – och åter ”nej” – „så är det”."

    assert decode(text.encode("cp1252")) == (text, "windows-1252")


def test_a_byte_that_windows_leaves_undefined_is_read_as_latin_1_reads_it():
    text, name = decode("på\x81 förslag".encode("latin-1"))

    assert (text, name) == ("på\x81 förslag", "iso-8859-1")


def test_files_joined_without_heed_to_their_encodings_are_read_line_by_line():
    data = "på förslag\n".encode() + "av nämnden\n".encode("cp1252")

    assert decode(data) == ("på förslag\nav nämnden\n", "utf-8 + windows-1252")


def test_plain_text_is_not_taken_for_a_wide_encoding():
    assert not is_wide(SENTENCE.encode())


@given(st.binary(max_size=300))
def test_any_bytes_yield_characters(data):
    text, _ = decode(data)

    text.encode()


@given(st.text(alphabet="abcdeåäöÅÄÖé §12().\n", min_size=1, max_size=200))
def test_what_windows_wrote_comes_back(text):
    text = "Nämnden föreslår " + text

    assert decode(text.encode("cp1252"))[0] == text
