import pytest

from forebygg.casefile.comparison.substance import actors, as_printed, duties, references


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Polisen och närpolisen deltar.", {"polis", "närpolis"}),
        ("Skolan samarbetar med socialtjänst och elevhälsa.", {"skol", "socialtjänst", "elevhäls"}),
        ("Det lokala brottsförebyggande rådet leder arbetet.", {"råd"}),
        ("Anhöriga får råd och stöd.", set()),
        ("Rektorn och fritidsledarna möter unga.", {"rekt", "fritidsled"}),
    ],
)
def test_those_who_act_are_found_by_what_they_are_called(text, found):
    assert actors(text) == found


def test_definite_and_indefinite_forms_are_one_actor():
    assert actors("polis") == actors("polisen")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Förvaltningen ska ta fram rutiner.", {"must": 1}),
        ("Nämnden bör följa upp.", {"should": 1}),
        ("Rådet ansvarar för uppföljningen och ska rapportera.", {"answers": 1, "must": 1}),
        ("Skolan arbetar förebyggande.", {}),
    ],
)
def test_duties_are_counted_by_their_strength(text, found):
    assert duties(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rutinerna ska följa kommunens riktlinje för sekretess.", {"riktlinj sekretess"}),
        ("Med hänvisning till den brottsförebyggande policyn ansvarar rådet.", {"brottsförebygg policy"}),
        ("Enligt skollagen (2010:800) ska rektorn agera.", {"skollag", "2010:800"}),
        ("Där det inte finns riktlinjer tas sådana fram.", set()),
        ("Handlingsplanen gäller alla.", set()),
    ],
)
def test_other_documents_are_references_and_the_plan_itself_is_none(text, found):
    assert references(text) == found


def test_what_was_found_is_printed_as_the_text_has_it():
    text = "Med hänvisning till den brottsförebyggande policyn ansvarar polisen."

    assert as_printed(references(text) | actors(text), text) == ["brottsförebyggande policyn", "polisen"]
