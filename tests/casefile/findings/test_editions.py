from tests.casefile.findings.writing import found, item, plan, rows

RULES = "2 Riktlinjer och rutiner"
BEFORE = plan(
    "2024-01-10",
    [
        ("1 Inledning", "Planen gäller alla nämnder. Kommunfullmäktige antar planen."),
        (RULES, "Rutinerna ska följa kommunens riktlinje för sekretess och vara kända av all personal."),
    ],
)
CLARIFIED = item(
    52,
    ("Kommunstyrelsens beslut", "Ärendet överlämnas."),
    ("Beskrivning av ärendet", "Avsnittet Riktlinjer och rutiner har förtydligats."),
)


def after(text, first="Planen gäller alla nämnder. Kommunfullmäktige antar planen."):
    return plan("2024-02-20", [("1 Inledning", first), (RULES, text)])


def test_changes_that_no_paper_speaks_of_are_counted():
    papers = (
        BEFORE,
        after("Rutinerna ska vara kända av all personal som arbetar med barn.", "Planen gäller alla."),
    )

    [finding] = found("undeclared_changes", *papers)

    assert finding["values"] == {"count": "3", "earlier": "2024-01-10", "later": "2024-02-20"}


def test_equal_editions_have_no_undeclared_change():
    same = BEFORE.replace("2024-01-10", "2024-02-20")

    assert found("undeclared_changes", BEFORE, same) == []


def test_what_may_be_reading_noise_is_said_to_be_so():
    noisy = BEFORE.replace("2024-01-10", "2024-02-20").replace("sekretess", "sekretoss")

    [finding] = found("undeclared_changes", BEFORE, noisy)

    assert finding["text"].endswith("At least one of them may be reading noise.")


def test_a_clarified_section_that_lost_a_reference_is_declared_as_less():
    papers = BEFORE, CLARIFIED, after("Rutinerna ska vara korta och kända av all personal.")

    [finding] = found("declared_as_less", *papers)

    assert finding["values"] == {
        "section": "2",
        "declaration": "Avsnittet Riktlinjer och rutiner har förtydligats.",
        "came": "–",
        "went": "riktlinje för sekretess",
    }
    assert rows(finding, *papers) == [
        "Avsnittet Riktlinjer och rutiner har förtydligats.",
        "Rutinerna ska följa kommunens riktlinje för sekretess och vara kända av all personal.",
        "Rutinerna ska vara korta och kända av all personal.",
    ]


def test_a_clarified_section_with_a_weaker_duty_is_declared_as_less_in_printed_words():
    weaker = after("Rutinerna bör följa kommunens riktlinje för sekretess och vara kända av all personal.")

    [finding] = found("declared_as_less", BEFORE, CLARIFIED, weaker)

    assert (finding["values"]["came"], finding["values"]["went"]) == ("bör", "ska")


def test_a_clarified_section_with_another_actor_is_declared_as_less():
    more = after(
        "Rutinerna ska följa kommunens riktlinje för sekretess och vara kända av all personal och av polisen."
    )

    [finding] = found("declared_as_less", BEFORE, CLARIFIED, more)

    assert (finding["values"]["came"], finding["values"]["went"]) == ("polisen", "–")


def test_a_clarified_section_that_binds_the_same_is_rightly_declared():
    clearer = after(
        "Rutinerna ska följa kommunens riktlinje för sekretess och vara väl kända av all personal."
    )

    assert found("declared_as_less", BEFORE, CLARIFIED, clearer) == []


def test_a_change_in_another_section_is_not_held_against_the_declaration():
    elsewhere = after(
        "Rutinerna ska följa kommunens riktlinje för sekretess och vara kända av all personal.",
        "Planen bör gälla alla nämnder. Kommunfullmäktige antar planen.",
    )

    assert found("declared_as_less", BEFORE, CLARIFIED, elsewhere) == []


def test_a_reference_that_the_later_edition_has_lost_is_raised():
    papers = BEFORE, after("Rutinerna ska vara korta och kända av all personal.")

    [finding] = found("reference_lost", *papers)

    assert finding["values"] == {"reference": "riktlinje för sekretess", "section": "2"}


def test_a_reference_that_moved_to_another_section_is_not_lost():
    moved = after(
        "Rutinerna ska vara korta och kända av all personal.",
        "Planen gäller alla nämnder, som kommunens riktlinje för sekretess. Kommunfullmäktige antar planen.",
    )

    assert found("reference_lost", BEFORE, moved) == []


def test_a_declaration_is_held_against_the_editions_it_speaks_of():
    first = BEFORE.replace("2024-01-10", "2023-11-10").replace("Rutinerna ska", "Rutinerna bör")
    later = after("Rutinerna ska vara korta och kända av all personal.")

    [finding] = found("declared_as_less", first, BEFORE, CLARIFIED, later)

    assert (finding["values"]["came"], finding["values"]["went"]) == ("–", "riktlinje för sekretess")
