import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.people import bare_name, is_organisation, persons


def named(text):
    return [(person.name, person.party) for person in persons(text)]


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Anna Berg (S)", "Anna Berg", "S"),
        ("Anna-Lisa Berg-Ek (MP)", "Anna-Lisa Berg-Ek", "MP"),
        ("Fredrika af Granholt (M)", "Fredrika af Granholt", "M"),
        ("Bo van der Berg (SD)", "Bo van der Berg", "SD"),
        ("Carl J. Ek (L)", "Carl J. Ek", "L"),
        ("J.-O. Ek (C)", "J.-O. Ek", "C"),
        ("Siobhán O’Connor (V)", "Siobhán O’Connor", "V"),
        ("Šejla Čović (FiB)", "Šejla Čović", "FiB"),
        ("Maria del Carmen Ek (KD)", "Maria del Carmen Ek", "KD"),
        ("Ali al-Hakim (S)", "Ali al-Hakim", "S"),
        ("Anna Berg (Granvikspartiet)", "Anna Berg", "Granvikspartiet"),
        ("Anna Berg (Vägen till Granvik)", "Anna Berg", "Vägen till Granvik"),
        ("Anna Berg (s)", "Anna Berg", "s"),
        ("Anna Berg, (S)", "Anna Berg", "S"),
        ("Anna Berg( S )", "Anna Berg", "S"),
        ("Louis De Ek (M)", "Louis De Ek", "M"),
        ("Alla Ek (F!)", "Alla Ek", "F!"),
        ("Anna Berg (-)", "Anna Berg", None),
        ("Anna Berg (politisk vilde)", "Anna Berg", None),
    ],
)
def test_a_person_is_read_with_the_party(text, name, party):
    assert named(text) == [(name, party)]


@pytest.mark.parametrize(
    "before",
    [
        "Därefter yrkar ",
        "Därefter ",
        "Även ",
        "Ordföranden ",
        "Förste vice ordföranden ",
        "Enligt ",
        "Motion av ",
        "Kommunalrådet ",
        "Interpellation från ",
        "KS ",
        "Beslut fattas. ",
        "Yrkande: ",
        "Ledamoten ",
        "”",
        "- ",
        "1. ",
    ],
)
def test_words_before_the_name_are_no_part_of_it(before):
    assert named(f"{before}Anna Berg (S)") == [("Anna Berg", "S")]


@pytest.mark.parametrize(
    "text",
    [
        "Svenska Röda Korset (SRK)",
        "Granviks Energi AB (GEAB)",
        "Berg (S)",
        "Anna Berg (2023:55)",
        "Anna Berg (ordförande)",
        "Anna Berg (Ordförande)",
        "planen (bilaga)",
        "Anna Berg",
    ],
)
def test_what_is_no_person_with_a_party_is_not_read_as_one(text):
    assert named(text) == []


def test_several_persons_are_read_in_order():
    text = "Anna Berg (S), Bo Ek (M) och Cia Dal (V) yrkar bifall."

    assert named(text) == [("Anna Berg", "S"), ("Bo Ek", "M"), ("Cia Dal", "V")]


def test_a_party_that_several_share_is_given_to_each():
    assert named("Anna Berg, Bo Ek och Cia Dal (samtliga S)") == [
        ("Anna Berg", "S"),
        ("Bo Ek", "S"),
        ("Cia Dal", "S"),
    ]


def test_a_genitive_is_the_person_whom_the_text_names_elsewhere():
    text = "Anna Berg (S) yrkar bifall. Ordföranden ställer Anna Bergs (S) yrkande mot Bo Fors (M) yrkande."

    assert named(text) == [("Anna Berg", "S"), ("Anna Berg", "S"), ("Bo Fors", "M")]


def test_names_do_not_run_over_columns():
    assert named("Kommunhuset Granvik\tAnna Berg (S)") == [("Anna Berg", "S")]


def test_a_person_stands_where_the_text_says():
    (person,) = persons("Sedan yrkar Anna Berg (S) avslag.")

    assert (person.start, person.end) == (12, 25)


@pytest.mark.parametrize("text", ["ordföranden Anna Berg", "1:e vice ordförande Anna Berg", "Anna Berg"])
def test_a_bare_name_has_no_office(text):
    assert bare_name(text) == "Anna Berg"


def test_an_organisation_is_known_by_its_words():
    assert is_organisation("Samordningsförbundet Norra Granvik")
    assert not is_organisation("Anna Berg")


@given(st.text(alphabet="ABab .,()-\n\tåÅ", max_size=80))
def test_every_person_stands_in_the_text(text):
    for person in persons(text):
        assert person.name.split()[0] in text[person.start : person.end]


def test_a_very_long_line_is_read_in_passing():
    text = "Anna Berg (S) " * 20_000 + "(" * 100_000 + "A" * 100_000

    assert len(persons(text)) == 20_000
