import pytest

from forebygg.casefile.papers.items.item import read_item
from tests.casefile.papers.typed import typed


def read(text, body="Kommunstyrelsen"):
    item, unread = read_item("d1", "granvik.txt", typed(f"§ 5\nPlan mot våld\n\n{text}"), body=body)
    assert unread == []
    return item


POINTS = ("Planen antas.", "Planen följs upp varje år.")


@pytest.mark.parametrize(
    "text",
    [
        "Beslut\n1. Planen antas.\n2. Planen följs upp varje år.",
        "Beslut\n1 Planen antas.\n2 Planen följs upp varje år.",
        "Beslut\n1) Planen antas.\n2) Planen följs\nupp varje år.",
        "Beslut\n1.\nPlanen antas.\n2.\nPlanen följs upp varje år.",
        "Beslut\nEnligt förvaltningens förslag:\n1. Planen antas.\n2. Planen följs upp varje år.",
        "Beslut\nPå förslag av ordföranden Anna Berg (S):\n1. Planen antas.\n2. Planen följs upp varje år.",
        "Kommunstyrelsens beslut\n1. Planen antas.\n2. Planen följs upp varje år.",
        "KS beslut\n1. Planen antas.\n2. Planen följs upp varje år.",
        "Beslut i kommunstyrelsen\n1. Planen antas.\n2. Planen följs upp varje år.",
        "Kommunstyrelsens beslut\nKommunstyrelsen beslutar\n1. Planen antas.\n2. Planen följs upp varje år.",
        "Beslut\nKommunstyrelsen beslutar enligt följande:\n1. Planen antas.\n2. Planen följs upp varje år.",
    ],
)
def test_each_point_is_an_entry_with_its_number(text):
    assert read(text).decision == ("1. Planen antas.", "2. Planen följs upp varje år.")


@pytest.mark.parametrize(
    "text",
    [
        "Beslut:\n- Planen antas.\n- Planen följs upp varje år.",
        "BESLUT\n• Planen antas.\n\n• Planen följs upp varje år.",
        "B E S L U T\na) Planen antas.\nb) Planen följs upp varje år.",
        "Beslut\nPlanen antas.\n\nPlanen följs upp varje år.",
        "Beslut\nPlanen antas.\nPlanen följs upp varje år.",
    ],
)
def test_each_paragraph_or_bullet_is_an_entry_without_its_mark(text):
    assert read(text).decision == POINTS


@pytest.mark.parametrize(
    "text",
    [
        "Beslut\nKommunstyrelsen beslutar\natt anta planen,\natt följa upp den, samt\natt avsluta den gamla.",
        "Beslut\nKommunstyrelsen beslutar:\n\natt anta planen\n\natt följa upp den\n\natt avsluta den gamla.",
        "Beslut\nNämnden beslutar\natt anta planen;\natt följa upp den; och\natt avsluta den gamla.",
        "Beslut\natt anta planen\natt följa upp den\natt avsluta den gamla.",
    ],
)
def test_each_att_clause_is_an_entry(text):
    assert read(text).decision == ("att anta planen", "att följa upp den", "att avsluta den gamla.")


def test_a_sentence_that_goes_on_with_att_on_the_next_line_is_one_entry():
    text = (
        "Beslut\nFörvaltningen får i uppdrag att tillsammans med skolorna, socialtjänsten och polisen\n"
        "att ta fram en lägesbild."
    )
    assert len(read(text).decision) == 1


def test_letters_below_a_number_stay_inside_the_point():
    text = "Beslut\n1. Medlen fördelas:\na. till skolan\nb. till fritiden\n2. Beslutet gäller genast."
    assert read(text).decision == (
        "1. Medlen fördelas: a. till skolan b. till fritiden",
        "2. Beslutet gäller genast.",
    )


def test_letters_in_a_column_of_their_own_do_not_part_the_point():
    text = "Beslut\n1. Uppdragen avslutas.\na.\n\nb.\n\nDet första uppdraget.\n\nDet andra uppdraget."
    assert read(text).decision == ("1. Uppdragen avslutas. a. b. Det första uppdraget. Det andra uppdraget.",)


def test_a_points_second_paragraph_belongs_to_it_when_the_numbers_run_on():
    text = "Beslut\n1. Planen antas.\n\nDen gäller till 2028.\n\n2. Beslutet gäller genast."
    assert read(text).decision == ("1. Planen antas. Den gäller till 2028.", "2. Beslutet gäller genast.")


def test_a_page_break_inside_a_point_does_not_part_it():
    text = "Beslut\n1. Planen antas och gäller\n\ntill 2028.\n2. Beslutet gäller genast."
    assert read(text).decision == ("1. Planen antas och gäller till 2028.", "2. Beslutet gäller genast.")


def test_a_year_or_a_date_at_the_start_of_a_line_is_no_point():
    text = "Beslut\n1. Planen för åren 2024 och\n2025 antas den\n3 mars.\n2. Beslutet gäller."
    assert read(text).decision == (
        "1. Planen för åren 2024 och 2025 antas den 3 mars.",
        "2. Beslutet gäller.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Beslut\nNämnden tillstyrker det och föreslår att\nkommunfullmäktige beslutar:\nPlanen antas.",
        "Beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\n1. Planen antas.",
        "Beslut\nKommunstyrelsen beslutar föreslå kommunfullmäktige besluta att\n- Planen antas.",
        "Kommunstyrelsens förslag till kommunfullmäktige\n- Planen antas.",
        "Kommunstyrelsens förslag till beslut i kommunfullmäktige\nPlanen antas.",
        "Kommunstyrelsens förslag till kommunfullmäktiges beslut\nFullmäktige beslutar\n1. Planen antas.",
        "Kommunstyrelsens förslag till kommunstyrelsen för förslag\ntill kommunfullmäktige\n1. Planen antas.",
        "Förslag till kommunfullmäktige\nPlanen antas.",
        "KS förslag till kommunfullmäktige\nPlanen antas.",
    ],
)
def test_what_is_proposed_to_the_next_body_is_no_decision(text):
    item = read(text)
    said = tuple(text.removeprefix("1. ") for text in item.proposal)
    assert (item.decision, said, item.outcome) == ((), ("Planen antas.",), "decided")


@pytest.mark.parametrize(
    "text",
    [
        "Beslut\nKommunstyrelsen föreslår att kommunfullmäktige antar planen.",
        "Beslut\nKommunstyrelsen föreslår kommunfullmäktige att anta planen.",
        "Beslut\nAtt föreslå kommunfullmäktige att anta planen.",
    ],
)
def test_a_sentence_that_proposes_is_a_proposal(text):
    item = read(text)
    assert (len(item.decision), len(item.proposal)) == (0, 1)


def test_numbers_run_on_over_proposal_and_decision():
    text = (
        "Arbetsutskottets förslag till kommunstyrelsen\n1. Planen antas.\n\n"
        "Arbetsutskottets beslut\n2. Planen kompletteras före behandlingen."
    )
    item = read(text, body="Kommunstyrelsens arbetsutskott")
    assert (item.proposal, item.decision) == (
        ("1. Planen antas.",),
        ("2. Planen kompletteras före behandlingen.",),
    )


def test_a_body_may_decide_for_itself_after_what_it_proposes():
    text = (
        "Beslut\nArbetsutskottet föreslår kommunstyrelsen besluta\n1. Planen antas.\n\n"
        "Arbetsutskottet beslutar för egen del\n2. Planen kompletteras."
    )
    item = read(text, body="Arbetsutskottet")
    assert (item.proposal, item.decision) == (("1. Planen antas.",), ("2. Planen kompletteras.",))


def test_what_the_body_decides_and_what_it_proposes_may_share_one_heading():
    text = (
        "Beslut\nEnligt förvaltningens förslag:\nRedovisningen antecknas.\n"
        "Kommunstyrelsen tillstyrker det och föreslår att kommunfullmäktige beslutar:\nUppdraget avslutas."
    )
    item = read(text)
    assert (item.decision, item.proposal) == (("Redovisningen antecknas.",), ("Uppdraget avslutas.",))


@pytest.mark.parametrize(
    "quoted",
    [
        "Förslag till beslut\nPlanen avslås.",
        "Arbetsutskottets förslag till kommunstyrelsen\nPlanen avslås.",
        "Kommunledningskontorets förslag till beslut\nPlanen avslås.",
        "Arbetsutskottets beslut 2024-02-01 § 12\nPlanen avslås.",
    ],
)
def test_what_was_laid_before_the_body_is_not_its_own_act(quoted):
    item = read(f"{quoted}\n\nKommunstyrelsens beslut\nPlanen antas.")
    assert (item.decision, item.proposal) == (("Planen antas.",), ())


def test_a_proposal_alone_is_what_the_body_proposes():
    item = read("Förslag till beslut\nKommunfullmäktige antar planen.", body="Arbetsutskottet")
    assert item.proposal == ("Kommunfullmäktige antar planen.",)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Beslut\nPlanen antas.", "decided"),
        ("Beslut\nÄrendet bordläggs till sammanträdet den 7 februari.", "tabled"),
        ("Beslut\nKommunstyrelsen beslutar att bordlägga ärendet.", "tabled"),
        ("Beslut\nInterpellationen får ställas.\nInterpellationen bordläggs.", "tabled"),
        ("Beslut\nRapporten godkänns.\nPunkt 2–8 bordläggs till nästa möte.", "decided"),
        ("Beslut\nMotionerna under paragraferna 8–9 bordläggs.\nAnmälningarna antecknas.", "decided"),
        ("Beslut\nÄrendet återremitteras till förvaltningen för komplettering.", "sent_back"),
        ("Beslut\natt återremittera ärendet\natt förvaltningen redovisar kostnaderna", "sent_back"),
        ("Beslut\nÄrendet utgår.", "withdrawn"),
        ("Beslut\nMotionen dras tillbaka.", "withdrawn"),
        ("Beslut\nAntecknas.", "noted"),
        ("Beslut\n- Informationen noteras", "noted"),
        ("Beslut\nNämnden lägger rapporten till handlingarna.", "noted"),
        ("Beslut\nNämnden godkänner informationen och lägger den till handlingarna.", "noted"),
        ("Beslut\nKommunstyrelsen tackar för informationen.", "noted"),
        ("Beslut\nRedovisningen antecknas och förklaras fullgjord.", "decided"),
        ("Beslut\nRedovisningen antecknas.\nPlanen antas.", "decided"),
        ("Kommunstyrelsens förslag till kommunfullmäktige\nRedovisningen antecknas.", "decided"),
        ("Information\nSäkerhetschefen berättar.", None),
    ],
)
def test_the_outcome_is_what_the_decision_says(text, outcome):
    assert read(text).outcome == outcome


@pytest.mark.parametrize(
    "sentence",
    [
        "Omsorgsnämnden beslutar att anta planen.",
        "Nämnden beslutar enligt förvaltningens förslag.",
        "Kommunstyrelsen godkänner redovisningen.",
    ],
)
def test_a_decision_without_a_heading_is_found_in_the_text(sentence):
    item = read(f"Förvaltningen har tagit fram en plan.\n\n{sentence}", body="Omsorgsnämnden")
    assert (item.decision, item.description) == ((sentence,), "Förvaltningen har tagit fram en plan.")


def test_a_decision_in_att_clauses_without_a_heading_is_found_in_the_text():
    text = "Förvaltningen har en plan.\n\nNämnden beslutar\n\natt anta planen\n\natt följa upp den"
    item = read(text, body="Omsorgsnämnden")
    assert item.decision == ("att anta planen", "att följa upp den")


def test_a_heading_decides_before_the_text_does():
    item = read("Kommunstyrelsen beslutade i maj att ta fram en plan.\n\nBeslut\nPlanen antas.")
    assert item.decision == ("Planen antas.",)
    assert item.description == "Kommunstyrelsen beslutade i maj att ta fram en plan."


def test_a_reservation_among_the_points_is_no_point():
    item = read("Beslut\n1. Planen antas.\n\nBo Ek (M) reserverar sig mot beslutet.")
    assert (item.decision, item.reservations) == (
        ("1. Planen antas.",),
        ("Bo Ek (M) reserverar sig mot beslutet.",),
    )


def test_bodies_that_decide_in_capital_letters_are_told_apart():
    text = (
        "Chefen berättar.\n\nARBETSUTSKOTTET BESLUTAR\n\natt notera informationen.\n\n"
        "OMSORGSNÄMNDEN BESLUTAR\n\natt anta planen,\natt följa upp den."
    )
    item = read(text, body=None)
    assert (item.body, item.decision) == ("Omsorgsnämnden", ("att anta planen", "att följa upp den."))
    assert "notera informationen" in item.earlier


def test_a_decision_heading_straight_under_a_list_ends_the_description():
    item = read("Ärendet\n• Bron\n• Torget\nKommunstyrelsens beslut\n\nDagordningen godkänns.")
    assert (item.description, item.decision) == ("• Bron\n\n• Torget", ("Dagordningen godkänns.",))


def test_what_another_body_proposed_is_kept_as_earlier_treatment():
    item = read("Arbetsutskottets förslag\nPlanen avslås.\n\nKommunstyrelsens beslut\nPlanen antas.")
    assert item.earlier == "Arbetsutskottets förslag\n\nPlanen avslås."


def test_a_rule_drawn_below_the_decision_is_no_entry():
    assert read("Beslut\n- Planen antas.\n\n_________").decision == ("Planen antas.",)


def test_bullets_of_symbol_fonts_are_bullets():
    assert read("Beslut\n\uf0b7 Planen antas.\n\uf0b7 Den gäller.").decision == (
        "Planen antas.",
        "Den gäller.",
    )


def test_what_is_listed_below_a_noting_is_no_decision():
    item = read("Beslut\nAntecknas.\nFöljande motioner har inkommit:\nMotion om bron\nMotion om torget")
    assert (item.decision, item.outcome) == (("Antecknas.",), "noted")
    assert item.description == "Följande motioner har inkommit: Motion om bron Motion om torget"


def test_a_decision_at_the_end_of_the_description_is_found():
    item = read("Ärendet\nEn plan finns.\n\nNämnden beslutar att anta planen.", body="Omsorgsnämnden")
    assert (item.description, item.decision) == ("En plan finns.", ("Nämnden beslutar att anta planen.",))


def test_a_decision_of_long_ago_is_description():
    item = read("Kommunstyrelsen beslutade den 3 maj 2023 att ta fram en plan. Arbetet pågår.")
    assert (item.decision, item.outcome) == ((), None)


def test_dashes_below_an_att_clause_stay_inside_it():
    item = read("Beslut\nKommunstyrelsen beslutar\natt uppdra åt nämnderna\n- att spara\n- att rapportera")
    assert item.decision == ("att uppdra åt nämnderna - att spara - att rapportera",)


def test_an_office_that_proposes_is_not_the_body_that_meets():
    item = read("Förvaltningens förslag till beslut\nPlanen avslås.\n\nBeslut\nPlanen antas.", body=None)
    assert (item.body, item.decision, item.proposal) == (None, ("Planen antas.",), ())


def test_a_decision_for_another_body_to_adopt_is_a_proposal():
    item = read("Beslut – för fastställande i kommunfullmäktige\n1. Planen antas.", body="Arbetsutskottet")

    assert (item.decision, item.proposal) == ((), ("1. Planen antas.",))
