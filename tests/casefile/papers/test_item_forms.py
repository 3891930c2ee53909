"""Items as municipalities of other habits write them; all invented."""

import datetime as dt

import pytest

from forebygg.casefile.papers.items.item import read_item
from tests.casefile.papers.typed import typed


def item_of(text):
    return read_item("d1", "granvik.txt", typed(text))[0]


def read(text):
    return item_of(f"§ 5\nPlan mot våld\n\n{text}")


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        (
            "PROTOKOLLSUTDRAG\n\nKommunstyrelsens arbetsutskott   2023-03-14\n\n",
            "arbetsutskott",
            "2023-03-14",
        ),
        ("Utdrag ur\nKommunfullmäktiges protokoll   2023-03-27\n\n", "Kommunfullmäktige", "2023-03-27"),
        ("Granvik\nProtokollsutdrag\nSocialnämnden\nden 3 maj 2023\n", "Socialnämnden", "2023-05-03"),
    ],
)
def test_an_extract_tells_body_and_date_over_its_paragraph(head, body, date):
    item = item_of(f"{head}§ 5\nPlan mot våld")
    assert (item.paragraph, item.title) == (5, "Plan mot våld")
    assert item.body is not None
    assert item.body.endswith(body)
    assert item.date == dt.date.fromisoformat(date)


def test_an_extracts_own_head_goes_before_the_bodies_its_headings_quote():
    item = item_of(
        "Protokollsutdrag\nKommunstyrelsens arbetsutskott   2023-03-14\n\n§ 5\nPlan mot våld\n\n"
        "Arbetsutskottets förslag till kommunstyrelsen\nPlanen antas."
    )
    assert item.body == "Kommunstyrelsens arbetsutskott"


def test_a_title_ends_where_the_body_decides_on_the_next_line():
    item = item_of("§ 5 Plan mot våld\nDirektionen beslutar\natt anta planen\natt följa upp den varje år")
    assert item.title == "Plan mot våld"
    assert item.decision == ("att anta planen", "att följa upp den varje år")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Nämnden fastställer dagordningen.", "decided"),
        ("Kommunfullmäktige utser Anna Berg (S) att justera protokollet.", "decided"),
        ("Vice ordföranden Anna Berg (S) utses att justera protokollet.", "decided"),
        ("Protokollet från 2023-04-14 läggs till handlingarna.", "noted"),
        (
            "Chefen redogör för ärendet.\nDirektionen beslutar att bordlägga ärendet till nästa möte.",
            "tabled",
        ),
    ],
)
def test_a_decision_without_heading_is_told_by_its_sentence(text, outcome):
    item = read(text)
    assert item.decision == (text.rpartition("\n")[2],)
    assert item.outcome == outcome


@pytest.mark.parametrize(
    "text", ["Inga frågor anmäldes.", "Anna Berg (S) informerar om läget.", "Ärendet bordlades i mars."]
)
def test_a_sentence_that_tells_of_no_act_is_no_decision(text):
    assert read(text).decision == ()


def test_bullets_under_what_is_sent_back_are_its_details():
    item = read(
        "Kommunstyrelsen beslutar att\n\nåterremittera ärendet till kontoret med uppdrag att\n"
        "- belysa skolans roll, samt\n- återkomma i mars."
    )
    assert item.outcome == "sent_back"
    assert len(item.decision) == 1
    assert item.decision[0].endswith("- återkomma i mars.")


def test_a_clause_that_proposes_leads_in_the_clauses_after_it():
    item = read(
        "Kommunstyrelsen beslutar\n\natt godkänna avtalet, samt\n\natt föreslå kommunfullmäktige besluta\n\n"
        "att anta planen."
    )
    assert item.decision == ("att godkänna avtalet",)
    assert item.proposal == ("att anta planen.",)


def test_the_words_following_lead_in_with_a_full_stop_too():
    item = read("Beslut\nKommunstyrelsen beslutar följande.\n\n1. Planen antas.")
    assert item.decision == ("1. Planen antas.",)


def test_who_leaves_for_a_conflict_is_no_part_of_the_decision():
    item = read(
        "Beslut\nÄrendet bordläggs.\n\nAnna Berg (S) anmäler jäv och deltar varken i handläggningen av "
        "eller beslutet i ärendet."
    )
    assert item.decision == ("Ärendet bordläggs.",)
    assert item.conflicts == ("Anna Berg",)


def test_an_election_put_off_beside_a_release_leaves_the_matter_decided():
    item = read(
        "Beslut\n1. Kommunfullmäktige befriar Anna Berg (S) från uppdraget.\n2. Frågan om val bordläggs."
    )
    assert item.outcome == "decided"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Berg (S) med stöd av Bo Ek (M) och Cia Dal (L): Bifall.", ["Anna Berg", "Bo Ek", "Cia Dal"]),
        ("Anna Berg (S) - bifall till förslaget.\nBo Ek (M) - avslag.", ["Anna Berg", "Bo Ek"]),
        ("Anna Berg: Bifall till förslaget.\n\nBo Ek: Avslag.", ["Anna Berg", "Bo Ek"]),
    ],
)  # fmt: skip
def test_motions_are_told_by_a_name_and_a_sign(text, names):
    assert [motion.name for motion in read(f"Yrkanden\n{text}").motions] == names


def test_what_stands_under_proposal_is_moved_when_it_says_by_whom():
    item = read(
        "Förslag\nAnna Berg (S) föreslår bifall till förslaget.\n\nKommunstyrelsens beslut\nPlanen antas."
    )
    assert [(motion.name, motion.text) for motion in item.motions] == [
        ("Anna Berg", "bifall till förslaget.")
    ]
    assert item.proposal == ()


def test_a_motion_begins_after_the_comma_that_parts_it_from_the_verb():
    item = read("Yrkanden\nAnna Berg (S) yrkar, som ett tillägg, att planen utvärderas.")
    assert item.motions[0].text == "som ett tillägg, att planen utvärderas."


def test_figures_told_in_words_and_digits_are_one_figure():
    item = read("Votering\nVotering utfaller med tio (10) ja-röster mot tre (3) nej-röster.")
    assert [(vote.yes, vote.no) for vote in item.votes] == [(10, 3)]


def test_a_roll_of_another_ballot_adds_nothing_to_the_last_one():
    item = read(
        "Omröstningsresultat\nMed 25 ja-röster och 36 nej-röster avslås tillägget.\n\n"
        "Ledamöter           Parti      Ja   Nej   Avst   Frånv\n"
        "Anna Berg           (S)              X\n"
        "Bo Ek               (M)        X\n"
        "Cia Dal             (L)                           X"
    )
    assert [(vote.yes, vote.no, vote.absent) for vote in item.votes] == [(25, 36, None)]


def test_a_note_is_told_by_whom_it_comes_from():
    item = read('Protokollsanteckning\nFrån Anna Berg (S) "Vi anser att planen är otillräcklig."')
    assert [(note.name, note.party) for note in item.statements] == [("Anna Berg", "S")]


def test_a_substitutes_statement_is_a_statement_and_ends_the_reservation():
    item = read(
        "Reservation\nAnna Berg (S) reserverar sig mot beslutet.\n\n"
        "Särskilt uttalande\nBo Ek (M) hänvisar till sitt uttalande.\n\n"
        "Ersättaryttrande\nCia Dal (L) instämmer i förslaget."
    )
    assert item.reservations == ("Anna Berg (S) reserverar sig mot beslutet.",)
    assert [(said.kind, said.name) for said in item.statements] == [
        ("särskilt yttrande", "Bo Ek"),
        ("yttrande", "Cia Dal"),
    ]


def test_a_registry_number_may_end_with_its_year():
    item = item_of("Ks § 5                    Ks 478/07\n\nPlan mot våld\n\nBeslut\nPlanen antas.")
    assert (item.registry_number, item.title) == ("Ks 478/07", "Plan mot våld")


def test_the_chairs_remarks_tell_who_the_chair_is():
    item = read(
        "Ordförandeutlåtande\nKommunstyrelsens ordförande Anna Berg (S) lämnar följande ordförandeutlåtande: "
        "Året har varit bra. Tack."
    )
    assert [(said.name, said.party, said.text) for said in item.statements] == [
        ("Anna Berg", "S", "Året har varit bra. Tack.")
    ]


def test_what_follows_the_clauses_of_a_sentence_is_told_apart_from_them():
    item = read(
        "Nämnden beslöt\natt bevilja bidrag, samt\natt avslå ansökan.\nAnna Berg (C) anmälde jäv.\n"
        "Bo Ek (M) yrkade bifall till ansökan. Ordföranden ställde proposition och fann att den avslagits."
    )
    assert item.decision == ("att bevilja bidrag", "att avslå ansökan.")
    assert item.conflicts == ("Anna Berg",)
    assert [(motion.name, motion.text) for motion in item.motions] == [("Bo Ek", "bifall till ansökan.")]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("Dagordningen fastställdes.", "decided"), ("Nämnden tackade för informationen.", "noted")],
)
def test_a_decision_may_be_told_afterwards(text, outcome):
    item = read(text)
    assert (item.decision, item.outcome) == ((text,), outcome)


def test_the_bodys_own_treatment_holds_its_motions():
    item = read_item(
        "d1",
        "granvik.txt",
        typed(
            "§ 5\nPlan mot våld\n\nKommunfullmäktiges beslut\natt anta planen.\n\n"
            "Kommunfullmäktiges behandling\nAnna Berg (S) yrkar bifall.\n\n"
            "Kommunstyrelsens behandling\nBo Ek (M) yrkade avslag."
        ),
        body="Kommunfullmäktige",
    )[0]
    assert [motion.name for motion in item.motions] == ["Anna Berg"]


def test_votes_for_and_against_are_yes_and_no():
    item = read("Voteringsresultat\n19 röstar för återremiss, 25 röstar emot och 1 ledamot är frånvarande.")
    assert [(vote.yes, vote.no, vote.absent) for vote in item.votes] == [(19, 25, 1)]


def test_votes_for_one_and_for_the_other_are_neither_yes_nor_no():
    assert read("Votering\n4 röster för ordförandens förslag och 2 röster för Bo Eks förslag.").votes == ()


@pytest.mark.parametrize(
    "lead",
    ["Anna Berg (L) lämnar särskilt yttrande:", "Anna Berg (L) anför:", "Anna Berg (L) lämnar följande:"],
)
def test_a_statement_is_what_stands_after_the_colon(lead):
    item = read(f"Särskilt yttrande\n{lead} ”Frågan bör följas.”")
    assert [(said.name, said.text) for said in item.statements] == [("Anna Berg", "”Frågan bör följas.”")]


@pytest.mark.parametrize("gap", ["\t", "    "])
def test_a_clause_may_stand_in_a_column_beside_its_att(gap):
    item = read(f"Kommunstyrelsen beslutar\n\natt{gap}anta planen, samt\n\natt{gap}sända den till nämnderna.")
    assert item.decision == ("att anta planen", "att sända den till nämnderna.")


def test_the_names_of_those_in_conflict_may_follow_a_colon():
    item = read(
        "Jäv\n\nPå grund av jäv deltar inte följande ledamöter i beslutet:\n\n"
        "Anna Berg (S) och Bo Ek (M). Cia Dal (C) tjänstgör."
    )
    assert item.conflicts == ("Anna Berg", "Bo Ek")


def test_a_motions_last_bullet_may_stand_right_above_the_next_mover():
    item = read(
        "Yrkanden\nAnna Berg (S) yrkar följande ändringar:\n- Mål 3 stryks.\n- Mål 4 läggs till.\n"
        "Bo Ek (M) yrkar att planen antas."
    )
    assert [(one.name, one.text) for one in item.motions] == [
        ("Anna Berg", "följande ändringar: - Mål 3 stryks. - Mål 4 läggs till."),
        ("Bo Ek", "att planen antas."),
    ]


def test_a_proposal_below_a_list_of_papers_is_told_by_its_points():
    item = read(
        "Handlingar\nTjänsteskrivelse, 2023-08-10\nBudgetförslag\n\nFörvaltningens förslag till beslut\n\n"
        "1. Planen antas.\n\nBeslut\nPlanen antas."
    )
    assert item.papers == ("Tjänsteskrivelse, 2023-08-10", "Budgetförslag")
    assert item.earlier == "Förvaltningens förslag till beslut\n\n1. Planen antas."


@pytest.mark.parametrize("mark", ["§", "§."])
def test_the_number_may_stand_before_its_sign(mark):
    item = item_of(f"36 {mark} Plan mot våld\n\nDirektionen beslutar:\n\nAnta planen.")
    assert (item.paragraph, item.title, item.body) == (36, "Plan mot våld", "Direktionen")
    assert item.decision == ("Anta planen.",)


def test_a_registry_number_may_stand_over_the_number_or_be_left_out():
    item = item_of("KS/2014:88\n\n§ 5\n\nPlan mot våld\n\nBeslut\nPlanen antas.")
    assert (item.registry_number, item.title) == ("KS/2014:88", "Plan mot våld")
    assert item_of("§ 5     Dnr\n\nPlan mot våld\n\nBeslut\nPlanen antas.").title == "Plan mot våld"


def test_what_is_proposed_may_stand_under_an_empty_heading_of_the_decision():
    item = read("Beslut\n\nFörslag till kommunfullmäktige\n\n1. Planen antas.\n\n2. Policyn upphävs.")
    assert item.proposal == ("1. Planen antas.", "2. Policyn upphävs.")
    assert item.decision == ()


def test_clauses_after_an_att_that_hands_on_are_proposed():
    item = read("Nämnden beslutar\n\natt föreslå kommunfullmäktige\n\natt motionen avslås.")
    assert (item.decision, item.proposal) == ((), ("att motionen avslås.",))


def test_the_order_of_decision_may_follow_what_was_moved_on_the_day():
    item = read(
        "Beslut\nPlanen antas.\n\nDagens sammanträde\nAnna Berg (S) yrkar bifall till planen.\n\n"
        "Ordföranden ställer proposition på yrkandet och finner att det bifalls."
    )
    assert item.order == "Ordföranden ställer proposition på yrkandet och finner att det bifalls."


@pytest.mark.parametrize(
    ("lead", "act"), [("Nämnden beslutar", "decision"), ("Nämnden föreslår fullmäktige besluta", "proposal")]
)
def test_a_lead_ends_a_list_of_papers(lead, act):
    item = read(f"Beslutsunderlag\nTjänsteskrivelse, 2023-08-10\n\n{lead}\n\natt anta planen.")
    assert item.papers == ("Tjänsteskrivelse, 2023-08-10",)
    assert getattr(item, act) == ("att anta planen.",)


def test_what_was_done_with_a_proposal_may_be_told_under_it():
    item = read(
        "Arbetsutskottets förslag till kommunstyrelsen\n\nMotionen anses besvarad.\n\n"
        "Bo Ek (M) yrkar bifall till motionen.\n\n"
        "Ordföranden ställer proposition på förslagen och finner att motionen besvaras.\n\n"
        "Kommunstyrelsens beslut\n\natt anse motionen besvarad."
    )
    assert [(one.name, one.text) for one in item.motions] == [("Bo Ek", "bifall till motionen.")]
    assert item.order == "Ordföranden ställer proposition på förslagen och finner att motionen besvaras."
    assert item.earlier == "Arbetsutskottets förslag till kommunstyrelsen\n\nMotionen anses besvarad."


def test_who_moves_may_be_named_without_a_party():
    item = read("Beslut\nPlanen antas.\n\nYrkanden\nBo Ek yrkar avslag på planen.")
    assert [(one.name, one.party, one.text) for one in item.motions] == [("Bo Ek", None, "avslag på planen.")]


def test_a_list_of_those_who_spoke_is_no_statement():
    assert read("Beslut\nPlanen antas.\n\nYttranden\nBo Ek (M), Cia Dal, Eva Fors").statements == ()


def test_the_heading_of_a_reservation_may_name_who_makes_it():
    assert read("Beslut\nPlanen antas.\n\nReservation, Bo Ek (m)").reservations == ("Bo Ek (m)",)


def test_a_title_may_end_with_a_full_stop_above_the_text():
    item = item_of(
        "§ 5\nGodkännande av kungörelsen.\nKungörelsen har varit införd i tidningen.\n\nBeslut\nDen godkänns."
    )
    assert (item.title, item.description) == (
        "Godkännande av kungörelsen",
        "Kungörelsen har varit införd i tidningen.",
    )


def test_att_may_be_spaced_out():
    assert read("Beslut\nNämnden beslutar\na t t   anta planen.").decision == ("att anta planen.",)
