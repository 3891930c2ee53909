import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.papers.attendance.lists import Listed
from forebygg.casefile.papers.attendance.reading import read_attendance, read_roll
from forebygg.casefile.papers.covers.fields import Field
from tests.casefile.papers.typed import typed


def listed(field, text):
    return Listed(field=field, lines=tuple(typed(text)))


def read(field, text, meeting=(1, 20)):
    people, unread = read_attendance([listed(field, text)], meeting)
    assert unread == []
    return people


def one(field, text):
    (person,) = read(field, text)
    return person


@pytest.mark.parametrize(
    ("text", "name", "party", "title"),
    [
        ("Anna Berg (S)", "Anna Berg", "S", None),
        ("Anna Berg (S), ordförande", "Anna Berg", "S", "ordförande"),
        ("Anna Berg (S) 1:e vice ordförande", "Anna Berg", "S", "1:e vice ordförande"),
        ("Ordförande Anna Berg (S)", "Anna Berg", "S", "Ordförande"),
        ("Anna Berg, ordförande (S)", "Anna Berg", "S", "ordförande"),
        ("Anna Berg (Granvikspartiet), 2:e vice ordf.", "Anna Berg", "Granvikspartiet", "2:e vice ordf."),
        ("Anna Berg (-)", "Anna Berg", None, None),
        ("Berg, Anna (S)", "Anna Berg", "S", None),
        ("Anna Berg, S", "Anna Berg", "S", None),
        ("Anna Berg S", "Anna Berg", "S", None),
        ("Anna Berg\tS\tOrdförande\tX", "Anna Berg", "S", "Ordförande"),
        ("1. Anna Berg (S)", "Anna Berg", "S", None),
        ("• Anna Berg (S), på distans", "Anna Berg", "S", None),
        ("Anna Berg", "Anna Berg", None, None),
    ],
)
def test_a_member_is_read_in_every_form(text, name, party, title):
    person = one(Field.MEMBERS, text)

    assert (person.name, person.party, person.title) == (name, party, title)
    assert (person.role, person.serving) == ("member", True)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg (S), tjänstgörande ersättare för Bo Ek (M)",
        "Anna Berg (S) ersätter Bo Ek (M)",
        "Anna Berg (S) för Bo Ek (M)",
        "Anna Berg (S) tjg ers för Bo Ek (M)",
        "Anna Berg (S), tjänstgör i stället för Bo Ek (M)",
        "Anna Berg (S) istf Bo Ek (M)",
        "Anna Berg (S), tjänstgörande ersättare för ledamoten Bo Ek",
        "Anna Berg (S), tjänstgörande\nersättare för Bo Ek (M)",
        "Anna Berg (S), tjänstgörande ersättare för\nBo Ek (M)",
    ],
)
@pytest.mark.parametrize("field", [Field.MEMBERS, Field.SUBSTITUTES, Field.SERVING_SUBSTITUTES])
def test_a_serving_substitute_names_whom_she_replaces(text, field):
    person = one(field, text)

    assert (person.name, person.party, person.replaces) == ("Anna Berg", "S", "Bo Ek")
    assert (person.role, person.serving, person.title) == ("substitute", True, None)


@pytest.mark.parametrize(
    "text", ["Anna Berg (S)", "Anna Berg (S), ej tjänstgörande", "Anna Berg (S), ersättare"]
)
def test_a_substitute_who_only_listens_does_not_serve(text):
    person = one(Field.SUBSTITUTES, text)

    assert (person.role, person.serving, person.title) == ("substitute", False, None)


@pytest.mark.parametrize(
    "text", ["Anna Berg (S), frånvarande", "Anna Berg (S) förhindrad", "Anna Berg (S) (ej närvarande)"]
)
def test_a_member_who_is_said_to_be_away_is_absent(text):
    person = one(Field.MEMBERS, text)

    assert (person.role, person.serving, person.title) == ("absent", False, None)


def test_a_substitute_who_serves_without_a_name_beside_serves():
    assert one(Field.SUBSTITUTES, "Anna Berg (S), tjänstgörande").serving


def test_a_substitute_may_replace_two_members_in_turn():
    first, second = read(
        Field.MEMBERS, "Anna Berg (S) tjänstgör för Bo Ek (M) t.o.m. § 4, därefter för Cia Dal (L)"
    )

    assert (first.replaces, first.to_paragraph) == ("Bo Ek", 4)
    assert (second.replaces, second.from_paragraph) == ("Cia Dal", 5)


def test_a_member_who_is_replaced_for_some_paragraphs_is_present_for_the_others():
    member, substitute = read(Field.MEMBERS, "Anna Berg (S), ersätts av Bo Ek (S) §§ 5–7")

    assert (member.name, member.paragraphs) == ("Anna Berg", ((1, 4), (8, 20)))
    assert (substitute.name, substitute.replaces) == ("Bo Ek", "Anna Berg")
    assert (substitute.from_paragraph, substitute.to_paragraph) == (5, 7)


def test_a_member_who_is_replaced_all_the_meeting_is_absent():
    member, substitute = read(Field.MEMBERS, "Anna Berg (S), ersätts av Bo Ek (S)")

    assert (member.role, member.serving) == ("absent", False)
    assert substitute.serving


def test_a_late_member_is_present_from_her_paragraph():
    person = one(Field.MEMBERS, "Anna Berg (S), från och med § 12 kl. 09.05")

    assert (person.from_paragraph, person.from_time) == (12, dt.time(9, 5))
    assert person.title is None


def test_presence_of_a_substitute_is_the_substitutes():
    person = one(Field.MEMBERS, "Anna Berg (S) ersätter Bo Ek (M) §§ 5-8")

    assert (person.from_paragraph, person.to_paragraph) == (5, 8)


def test_a_conflict_of_interest_leaves_the_other_paragraphs():
    person = one(Field.MEMBERS, "Anna Berg (S), deltar ej § 5 p.g.a. jäv")

    assert (person.paragraphs, person.title) == (((1, 4), (6, 20)), None)


def test_an_exception_that_cannot_be_counted_out_is_reported_beside_the_person():
    people, unread = read_attendance([listed(Field.MEMBERS, "Anna Berg (S), ej § 5")], None)

    assert [person.name for person in people] == ["Anna Berg"]
    assert [line.text for line in unread] == ["Anna Berg (S), ej § 5"]


def test_several_members_on_a_line_and_over_line_ends_are_each_read():
    people = read(
        Field.MEMBERS,
        """
        Anna Berg (S), ordförande, Bo Ek (M), Cia
        Dal (V), Dan Ed (C) och Eva Fors
        (SD)
        """,
    )

    assert [(person.name, person.party) for person in people] == [
        ("Anna Berg", "S"),
        ("Bo Ek", "M"),
        ("Cia Dal", "V"),
        ("Dan Ed", "C"),
        ("Eva Fors", "SD"),
    ]
    assert [person.line for person in people] == [1, 1, 1, 2, 2]


def test_a_member_without_a_party_stands_beside_one_with_a_party():
    people = read(Field.MEMBERS, "Anna Berg, Bo Ek (M)")

    assert [(person.name, person.party) for person in people] == [("Anna Berg", None), ("Bo Ek", "M")]


@pytest.mark.parametrize("gap", ["\t", "      "])
def test_two_members_beside_each_other_are_both_read(gap):
    people = read(Field.MEMBERS, f"Anna Berg (S){gap}Bo Ek (M), vice ordförande")

    assert [(person.name, person.title) for person in people] == [
        ("Anna Berg", None),
        ("Bo Ek", "vice ordförande"),
    ]


def test_a_list_by_party_gives_each_the_party_over_the_name():
    people = read(Field.MEMBERS, "Socialdemokraterna\nAnna Berg\nBo Ek\nModeraterna (M)\nCia Dal, ordförande")

    assert [(person.name, person.party) for person in people] == [
        ("Anna Berg", "S"),
        ("Bo Ek", "S"),
        ("Cia Dal", "M"),
    ]


@pytest.mark.parametrize(
    "text", ["Se närvarolista", "Enligt bifogad lista", "Vakant", "Vakant (V)", "–", "Ingen"]
)
def test_a_line_that_names_nobody_is_understood(text):
    assert read(Field.MEMBERS, text) == ()


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Bo Ek, kommundirektör", "Bo Ek", "kommundirektör"),
        ("Bo Ek, chef fastighetsenheten, kommunkontoret", "Bo Ek", "chef fastighetsenheten, kommunkontoret"),
        ("Bo Ek, chef konsult- och\nservicekontoret", "Bo Ek", "chef konsult- och servicekontoret"),
        ("Bo Ek, förbundschef, Samordningsförbundet Norra Granvik", "Bo Ek",
         "förbundschef, Samordningsförbundet Norra Granvik"),
        ("Kommundirektör Bo Ek", "Bo Ek", "Kommundirektör"),
        ("Bo Ek kommundirektör", "Bo Ek", "kommundirektör"),
        ("Bo Ek (kommundirektör)", "Bo Ek", "kommundirektör"),
        ("Bo Ek\tkommundirektör", "Bo Ek", "kommundirektör"),
        ("Bo Ek, HR", "Bo Ek", "HR"),
        ("Bo Ek (Vision)", "Bo Ek", "Vision"),
        ("Bo Ek", "Bo Ek", None),
    ],
)  # fmt: skip
def test_an_official_is_read_with_the_title_as_printed(text, name, title):
    person = one(Field.OFFICIALS, text)

    assert (person.name, person.title, person.party) == (name, title, None)
    assert (person.role, person.serving) == ("official", False)


def test_an_officials_presence_is_no_part_of_the_title():
    person = one(Field.OFFICIALS, "Bo Ek, ekonomichef, kommunkontoret, § 5 - 8")

    assert (person.title, person.from_paragraph, person.to_paragraph) == ("ekonomichef, kommunkontoret", 5, 8)


@pytest.mark.parametrize("text", ["Bo Ek, politisk sekreterare, M", "Bo Ek (M), politisk sekreterare"])
def test_a_political_secretary_has_a_party_and_is_an_official(text):
    person = one(Field.OFFICIALS, text)

    assert (person.role, person.title, person.party) == ("official", "politisk sekreterare", "M")


def test_a_local_partys_letters_are_known_from_the_elected_of_the_paper():
    people, _ = read_attendance(
        [listed(Field.OFFICIALS, "Bo Ek (GRP), insynsplats"), listed(Field.ABSENT, "Anna Berg (GRP)")], None
    )

    assert people[0].party == "GRP"


def test_several_officials_on_a_line_are_each_read():
    people = read(
        Field.OFFICIALS,
        "Socialchef Anna Berg, enhetschef Bo Ek (§§ 3–5), Cia Dal, rektor och Dan Ed, nämndsekreterare",
    )

    assert [(person.name, person.title) for person in people] == [
        ("Anna Berg", "Socialchef"),
        ("Bo Ek", "enhetschef"),
        ("Cia Dal", "rektor"),
        ("Dan Ed", "nämndsekreterare"),
    ]
    assert people[1].to_paragraph == 5


def test_the_absent_do_not_serve():
    people = read(Field.ABSENT, "Anna Berg (S), Bo Ek (M)")

    assert [(person.role, person.serving) for person in people] == [("absent", False)] * 2


def test_whoever_serves_all_the_meeting_and_is_listed_again_is_one_person():
    people, _ = read_attendance(
        [
            listed(Field.SERVING_SUBSTITUTES, "Anna Berg (S) för Bo Ek (M)"),
            listed(Field.SUBSTITUTES, "Anna Berg (S)\nCia Dal (V)"),
        ],
        None,
    )

    assert [person.name for person in people] == ["Anna Berg", "Cia Dal"]


def test_substitutes_listed_beside_those_who_do_not_serve_are_those_who_do():
    people, _ = read_attendance(
        [
            Listed(field=Field.SUBSTITUTES, lines=tuple(typed("Anna Berg (S)")), heading="ersättare"),
            Listed(
                field=Field.SUBSTITUTES, lines=tuple(typed("Bo Ek (M)")), heading="ej tjänstgörande ersättare"
            ),
        ],
        None,
    )

    assert [(person.name, person.serving) for person in people] == [("Anna Berg", True), ("Bo Ek", False)]


def test_a_line_that_is_no_person_is_reported():
    people, unread = read_attendance([listed(Field.MEMBERS, "Anna Berg (S)\n\noläsligt här")], None)

    assert [person.name for person in people] == ["Anna Berg"]
    assert [line.text for line in unread] == ["oläsligt här"]


def test_an_appendix_of_lists_is_read_as_lists():
    people, _ = read_roll(typed("Bilaga 1\nNärvarolista\nLedamöter\nAnna Berg (S)\nErsättare\nBo Ek (M)"))

    assert [(person.name, person.role) for person in people] == [
        ("Anna Berg", "member"),
        ("Bo Ek", "substitute"),
    ]


def test_an_appendix_of_something_else_names_nobody_and_loses_nothing():
    people, unread = read_roll(typed("Bilaga 2\n\nSkrivelse från Anna Berg (S)"))

    assert people == ()
    assert [line.number for line in unread] == [1, 3]


LINES = st.lists(
    st.text(alphabet="AnBo Ekr(S),§12–för\t.", min_size=1, max_size=40).map(str.strip), min_size=1, max_size=8
)


@given(LINES, st.sampled_from([Field.MEMBERS, Field.SUBSTITUTES, Field.OFFICIALS, Field.ABSENT]))
def test_every_line_gives_a_person_or_names_nobody_or_is_reported(rows, field):
    lines = typed("\n".join(rows))

    people, unread = read_attendance([Listed(field=field, lines=tuple(lines))], (1, 20))

    numbers = {line.number for line in lines}
    assert {person.line for person in people} <= numbers
    assert {line.number for line in unread} <= numbers


def test_officials_named_in_the_same_breath_as_the_substitutes_are_officials():
    people = read(
        Field.SUBSTITUTES,
        "Anna Berg (S) ej § 5, Bo Ek (L)\nsamt sekreterare Cia Dal, rektor Dan Ed §§ 3-4, jurist Eva Fors",
    )

    assert [(person.name, person.role, person.title) for person in people] == [
        ("Anna Berg", "substitute", None),
        ("Bo Ek", "substitute", None),
        ("Cia Dal", "official", "sekreterare"),
        ("Dan Ed", "official", "rektor"),
        ("Eva Fors", "official", "jurist"),
    ]


def test_a_star_marks_those_who_serve_when_the_list_says_so():
    text = "*Anna Berg (S)\nBo Ek (M)\n* = tjänstgörande ersättare"

    assert [(person.role, person.serving) for person in read(Field.MEMBERS, text)] == [
        ("substitute", True),
        ("member", True),
    ]


def test_a_star_that_nothing_explains_says_nothing():
    assert one(Field.MEMBERS, "*Anna Berg (S)").role == "member"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Tf. socialchef Bo Ek", "Tf. socialchef"),
        ("Individ- och familjeomsorgschef Bo Ek", "Individ- och familjeomsorgschef"),
        ("Administrativ chef Bo Ek", "Administrativ chef"),
        ("projektledare för Hamnstaden Bo Ek", "projektledare för Hamnstaden"),
        ("vice ordförande i utbildningsnämnden Bo Ek", "vice ordförande i utbildningsnämnden"),
    ],
)
def test_a_post_of_several_words_may_stand_before_the_name(text, title):
    person = one(Field.OFFICIALS, text)

    assert (person.name, person.title) == ("Bo Ek", title)


def test_officials_listed_with_the_post_first_stay_apart():
    people = read(
        Field.OFFICIALS, "Socialchef Anna Berg §§ 3, 5\nUtredare Bo Ek\nIndivid- och vuxenchef Cia Dal"
    )

    assert [person.name for person in people] == ["Anna Berg", "Bo Ek", "Cia Dal"]


def test_members_of_a_council_of_advice_are_listed_with_posts_and_organisations():
    people = read(
        Field.PRESENT, "Anna Berg, vice ordförande, t.o.m. punkt 5\nBo Ek, AB Bostäder\nCia Dal, polisen"
    )

    assert [(person.name, person.title) for person in people] == [
        ("Anna Berg", "vice ordförande"),
        ("Bo Ek", "AB Bostäder"),
        ("Cia Dal", "polisen"),
    ]
    assert people[0].to_paragraph == 5
