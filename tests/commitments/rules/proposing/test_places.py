from forebygg.commitments.rules.proposing import Reason, Strength, propose
from tests.commitments.rules.proposing.plans import named, only, plan, proposed


def test_points_inherit_who_and_how_from_their_head():
    found = proposed(
        "Socialnämnden ska:", "kartlägga läget varje år", "inte registrera åsikter", "Planen gäller alla."
    )

    assert [(named(one), one.strength, one.why.reason) for one in found.values()] == [
        ([("Socialnämnden", "board")], Strength.SHALL, Reason.IN_HEAD)
    ] * 2
    assert [one.refusal for one in found.values()] == [False, True]
    assert {one.head for one in found.values()} == {"Socialnämnden ska:"}


def test_a_head_ends_where_the_list_does():
    found = proposed(
        "Kommunstyrelsen:", "Grundkurs för alla", ["Vi har en samordnare.", "HR bör ordna kurser."]
    )

    assert {text: named(one) for text, one in found.items()} == {
        "Grundkurs för alla": [("Kommunstyrelsen", "board")],
        "HR bör ordna kurser.": [("HR", "unit")],
    }


def test_a_list_of_goals_or_examples_promises_nothing():
    assert not proposed("Planen ska", "göra ansvaret tydligt", "ge stöd")
    assert not proposed("Målet är att:", "öka kunskapen", "minska oron", title="Inriktning")
    assert not proposed("Tecken att vara uppmärksam på:", "ändrat umgänge", "intresse för vapen")
    assert not proposed("att öka kunskapen", "att tydliggöra ansvaret", title="Syfte")


def test_the_head_itself_is_the_promise_where_the_points_are_its_contents():
    found = proposed("Rutinen ska innehålla:", "kontaktvägar", "ansvar")

    assert [*found] == ["Rutinen ska innehålla:"]


def test_those_answerable_count_for_what_names_nobody_below_them():
    found = proposed(
        "Ansvar: Barn- och utbildningsnämnden",
        "1. Rektorerna går igenom rutinen varje höst.",
        "2. Ta fram ett material om källkritik.",
        "Ansvar: Kultur- och fritidsnämnden",
        "3. Bidrag betalas bara ut till den som har skrivit under villkoren.",
    )

    assert [named(one) for one in found.values()] == [
        [("Rektorerna", "role")],
        [("Barn- och utbildningsnämnden", "board")],
        [("Kultur- och fritidsnämnden", "board")],
    ]


def test_those_answerable_at_the_end_count_for_what_stands_above():
    found = proposed(
        "Rutinen uppdateras varje år.", "Insatser:", "Informera cheferna", "Ansvarig: kommunikationschefen"
    )
    record = proposed(
        "Åtgärd: Ta fram en kurs", "Ansvarig: HR-chefen", "Tidplan: våren 2026", "Åtgärd: Dialogmöten"
    )
    bracket = only("Grundutbildning två gånger om året (HR-avdelningen).", title="HR")

    assert {named(one)[0][0] for one in found.values()} == {"kommunikationschefen"}
    assert [(named(one), one.when.words) for one in record.values()] == [
        ([("HR-chefen", "role")], ("våren 2026",)),
        ([], ()),
    ]
    assert named(bracket) == [("HR-avdelningen", "unit")]


def test_the_heading_answers_for_what_names_nobody():
    proposal = only("Rutiner för oro ska finnas.", title="Socialnämndens ansvar", label="8")
    nested = propose(
        [
            *plan("Nämnden deltar i nätverket.", title="Socialnämnden", label="5"),
            *plan("Rutiner ska finnas.", title="Rutiner", label="5.1"),
        ]
    )

    assert (named(proposal), proposal.why.reason) == ([("Socialnämnden", "board")], Reason.IN_HEADING)
    assert [named(one) for one in nested] == [[("Socialnämnden", "board")]] * 2


def test_a_table_is_read_by_its_columns():
    found = proposed(
        "Åtgärd\tAnsvarig\tKlart\tIndikator",
        "Kartlägga miljöer med polisen\tSocialnämnden\tjuni 2026, därefter årligen\tantal",
        "Nattvandring\tFöräldraföreningarna\tfredagar\t",
    )

    [row] = found.values()
    assert (row.what, named(row)) == ("Kartlägga miljöer med polisen", [("Socialnämnden", "board")])
    assert (str(row.when.due_on), row.when.rhythm) == ("2026-06-30", "year")
    assert [actor.words for actor in row.counterparts] == ["polisen"]


def test_a_table_without_a_head_is_read_by_what_its_cells_hold():
    [row] = proposed("3\tTillsyn av lokaler\tKultur- och fritidsnämnden\tkvartalsvis").values()

    assert (row.what, named(row), row.when.rhythm) == (
        "Tillsyn av lokaler",
        [("Kultur- och fritidsnämnden", "board")],
        "quarter",
    )


def test_words_explained_are_no_commitments():
    assert not proposed("Lägesbild: en beskrivning som ska bygga på källor.", title="Ord i planen")
