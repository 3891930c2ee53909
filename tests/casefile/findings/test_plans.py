import pytest

from tests.casefile.findings.writing import found, plan, rows

ALL = "socialtjänsten, skolan, polisen och biblioteken"
LEVELS = [
    ("1 Insatser för alla", f"På denna nivå arbetar {ALL}."),
    ("2 Insatser för grupper", f"På denna nivå arbetar {ALL}."),
    ("3 Insatser för enskilda", "På denna nivå arbetar socialtjänsten, skolan och polisen."),
]


def test_an_actor_named_in_most_lists_but_one_is_missing_there():
    papers = [plan("2024-01-10", LEVELS)]

    [finding] = found("actor_missing", *papers)

    assert finding["values"] == {"actor": "biblioteken", "sections": "1, 2", "missing_in": "3"}
    assert rows(finding, *papers)[0] == LEVELS[2][1]


def test_an_actor_named_in_half_of_the_lists_is_not_missing_in_the_others():
    sections = [*LEVELS, ("4 Uppföljning", "Här arbetar socialtjänsten, skolan och polisen.")]

    assert found("actor_missing", plan("2024-01-10", sections)) == []


@pytest.mark.parametrize(
    "prose",
    [
        "Rådet startar arbetsgrupper för personalen samt utbildning till medarbetare och rektorer.",
        "Polisen informerar socialtjänsten om det som skolan behöver veta.",
    ],
)
def test_a_sentence_that_names_actors_without_listing_them_is_no_list(prose):
    assert found("actor_missing", plan("2024-01-10", [*LEVELS[:2], ("3 Rutiner", prose)])) == []


def test_actors_set_as_points_are_a_list():
    points = "- socialtjänsten\n- skolan\n- polisen"

    [finding] = found("actor_missing", plan("2024-01-10", [*LEVELS[:2], ("3 Samverkan", points)]))

    assert finding["values"]["missing_in"] == "3"


def test_only_the_latest_edition_that_leaves_the_actor_out_is_raised():
    [finding] = found("actor_missing", plan("2024-01-10", LEVELS), plan("2024-02-10", LEVELS))

    assert finding["document"] == "d2"


SECTIONS = [
    ("1 Inledning", "Planen gäller alla nämnder och förvaltningar i kommunen."),
    ("2 Stöd till närstående", "Kommunen ger råd och stöd till familjer."),
]


def test_an_entry_of_the_contents_that_reads_otherwise_than_its_section_is_raised():
    papers = [plan("2024-01-10", SECTIONS, ["1\tInledning", "2\tStöd till anhöriga"])]

    [finding] = found("contents_differ", *papers)

    assert finding["values"] == {"difference": "2 Stöd till anhöriga ≠ 2 Stöd till närstående"}
    assert rows(finding, *papers) == ["2\tStöd till anhöriga.....2", "2 Stöd till närstående"]


def test_a_section_that_the_contents_lack_is_raised():
    more = [*SECTIONS, ("3 Uppföljning", "Planen följs upp av kommunstyrelsen varje år.")]
    contents = ["1\tInledning", "2\tStöd till närstående"]

    [finding] = found("contents_differ", plan("2024-01-10", more, contents))

    assert finding["values"] == {"difference": "– ≠ 3 Uppföljning"}


def test_contents_that_agree_but_for_case_and_spacing_raise_nothing():
    contents = ["1\tINLEDNING", "2\tStöd till  närstående"]

    assert found("contents_differ", plan("2024-01-10", SECTIONS, contents)) == []


def test_parts_that_bear_other_names_than_they_are_listed_by_are_raised():
    sections = [
        (
            "1 Nivåer",
            "Arbetet delas in i nivåer:\n\n1. Generella och övergripande insatser\n2. Riktade insatser",
        ),
        ("1.1 Generella insatser", "Insatserna når alla som bor i kommunen."),
        ("1.2 Riktade insatser", "Insatserna når den som behöver mer stöd."),
    ]

    [finding] = found("term_differs", plan("2024-01-10", sections))

    assert finding["values"] == {
        "listed_in": "1",
        "term": "Generella och övergripande insatser",
        "section": "1.1",
        "other": "Generella insatser",
    }


def test_parts_that_bear_the_names_they_are_listed_by_raise_nothing():
    sections = [
        ("1 Nivåer", "Arbetet delas in i nivåer:\n\n1. Generella insatser\n2. Riktade insatser"),
        ("1.1 Generella insatser", "Insatserna når alla som bor i kommunen."),
        ("1.2 Riktade insatser", "Insatserna når den som behöver mer stöd."),
    ]

    assert found("term_differs", plan("2024-01-10", sections)) == []


YOUNG = ("1 Utgångspunkter", "Med unga menas i planen personer som inte har fyllt 21 år.")


def test_a_term_defined_by_one_age_and_glossed_by_another_is_raised():
    gloss = ("2 Stöd", "Stöd till unga anhöriga, det vill säga personer under 25 år, ges av mottagningen.")

    [finding] = found("term_differs", plan("2024-01-10", [YOUNG, gloss]))

    assert (finding["values"]["listed_in"], finding["values"]["section"]) == ("1", "2")


def test_a_term_glossed_by_the_age_it_is_defined_by_raises_nothing():
    gloss = ("2 Stöd", "Stöd till unga anhöriga, det vill säga personer under 21 år, ges av mottagningen.")

    assert found("term_differs", plan("2024-01-10", [YOUNG, gloss])) == []


def test_one_term_defined_in_two_ways_is_raised():
    first = ("1 Inledning", "Våldsbejakande extremism är ett samlingsnamn för miljöer som bejakar våld.")
    second = ("2 Begrepp", "Med våldsbejakande extremism avses ideologier som vill ändra samhället med hot.")

    [finding] = found("term_differs", plan("2024-01-10", [first, second]))

    assert (finding["values"]["term"], finding["values"]["other"]) == (first[1], second[1])


def test_a_sentence_that_only_says_what_follows_defines_nothing():
    first = ("1 Inledning", "Planen gäller alla. Detta innebär att alla nämnder ansvarar för arbetet.")
    second = ("2 Samverkan", "Rådet samordnar. Detta innebär att polisen deltar i arbetet.")

    assert found("term_differs", plan("2024-01-10", [first, second])) == []


def test_contents_of_which_most_are_not_found_are_not_held_against_the_paper():
    contents = [f"{number}\tRubrik {number}" for number in range(1, 7)]

    assert found("contents_differ", plan("2024-01-10", SECTIONS, contents)) == []


def test_a_new_title_whose_text_keeps_the_old_term_is_raised():
    text = "Kommunen ska erbjuda anhöriga råd och stöd."
    papers = (
        plan("2024-01-10", [("1 Stöd till anhöriga", text)]),
        plan("2024-02-10", [("1 Stöd till närstående", text)]),
    )

    [finding] = found("term_differs", *papers)

    assert (finding["values"]["term"], finding["values"]["other"]) == ("Stöd till närstående", text)


def test_a_new_title_whose_text_uses_the_new_term_raises_nothing():
    before = [("1 Stöd till anhöriga", "Kommunen ska erbjuda anhöriga råd och stöd.")]
    after = [("1 Stöd till närstående", "Kommunen ska erbjuda närstående råd och stöd.")]

    assert found("term_differs", plan("2024-01-10", before), plan("2024-02-10", after)) == []
