"""Minutes as municipalities of other habits lay them out; all invented."""

import pytest

from forebygg.casefile.cutting.minutes import parts
from tests.casefile.papers.typed import typed

COVER = """
Kommunstyrelsen
Sammanträdesdatum                                                     Sidan
2023-09-05                                                            1(30)

Plats och tid           Rådhuset kl. 09:00-11:50
Beslutande              Anna Berg (S), Bo Ek (M)
Justering
Justerande              Bo Ek (M)
Plats och tid           Kansliet 2023-09-08
Paragrafer              26-27
Underskrifter
Sekreterare             Eva Fors
Ordförande              Anna Berg (S)

ANSLAG/BEVIS
Organ                   Kommunstyrelsen
Datum när anslaget sätts upp          2023-09-08
"""
ITEMS = """
§ 26   Dnr KS 2023/1
Dagordning

Beslut
Dagordningen godkänns.

§ 27   Dnr KS 2023/2
Handlingsplan

Beslut
Planen antas.
"""


def test_where_the_minutes_are_approved_begins_no_other_cover(kinds):
    assert kinds(COVER) == ["minutes_cover"]
    assert kinds(COVER + ITEMS) == ["minutes"]


def test_a_cover_is_told_by_its_time_when_its_date_stands_in_the_running_head(kinds):
    text = """
        GRANVIKS KOMMUN        PROTOKOLL        Nr 6
        Socialnämnden

        Sammanträdesdatum         2004-06-22
        Sammanträdestid           13.00 - 16.15

        NÄRVARANDE
        Ledamöter                 Anna Berg, ordf (mp)
        Tjg ersättare             Bo Ek (s) för Cia Dal
        Övriga ersättare          Eva Fors (c)
        Paragrafer                70 - 88
        Justering                 Ordföranden samt Anna Berg
        Underskrifter
        Sekreterare               Ulf Gren
        """
    assert kinds(text) == ["minutes_cover"]


def test_the_place_for_the_meeting_opens_a_cover(kinds):
    text = """
        Plats och tid för      Kommunkontoret, tisdag den 23 maj 2006, kl 13.00-17.10
        sammanträdet           Ajournering kl 15.00-15.20
        Beslutande             Anna Berg, s, ordförande
        Övriga deltagande      Eva Fors, kommunchef
        Paragrafer             65-84
        """
    assert kinds(text) == ["minutes_cover"]


def test_a_rule_under_the_decision_leaves_the_reservation_in_the_item(kinds):
    text = (
        ITEMS
        + """
_________________

Reservation
Mot beslutet reserverar sig Anna Berg (S).

Beslutet skickas till
Kommunstyrelsen
"""
    )
    assert kinds(text) == ["minutes"]


def test_a_contents_list_over_two_rows_an_entry_holds_no_items(papers):
    contents = """
Innehållsförteckning
  § 26 Dnr KS 2023/1
         Dagordning ................................ 3
  § 27 Dnr KS 2023/2
         Handlingsplan ............................. 4
"""
    (minutes,) = papers(COVER + contents + ITEMS)
    assert minutes.kind == "minutes"


def test_a_number_between_two_sentences_that_name_persons_is_an_item(papers):
    text = """
        § 61
        Val av justerare

        Beslut
        Anna Berg (S) och Bo Ek (M) utses att justera protokollet.

        § 62
        Interpellation av Cia Dal (L) till Anna Berg (S) om trygghet

        Beslut
        Interpellationen är besvarad.

        § 63
        Anmälningar

        Beslut
        Anmälningarna läggs till handlingarna.
        """
    (minutes,) = papers(text)
    assert minutes.kind == "minutes"


def test_an_item_may_stand_right_under_its_registry_number(kinds):
    text = (
        COVER
        + "\nKS/2023:286\n§ 26  Ändring i bestämmelser för ersättningar\n\nUtskottet beslutar att avslå.\n"
    )
    assert kinds(text) == ["minutes_cover", "minutes_item"]


def test_a_contents_list_with_leaders_holds_no_items_though_no_heading_says_so(papers):
    contents = """
§ 26  Dagordning ................................ 4
§ 27  Handlingsplan ............................. 5
§ 28  Bokslut ................................... 9
§ 29  Meddelanden .............................. 11
"""
    (minutes,) = papers(COVER + contents + ITEMS)
    assert minutes.kind == "minutes"


def test_an_item_may_open_a_page_right_under_its_number(kinds):
    assert kinds(COVER.rstrip() + "\n2\n§ 26\n\nDagordning\n\nDagordningen godkänns.\n") == [
        "minutes_cover",
        "minutes_item",
    ]


def test_a_cover_may_open_with_those_who_decide(papers):
    text = """
Kommunstyrelsen                         2018-03-13                                             1

Beslutande                  Anna Berg (S), ordförande
                            Bo Ek (M)
Övriga deltagande           Eva Fors, kommunsekreterare
Utses att justera           Bo Ek (M)
Tid och plats för justering Tisdagen den 20 mars 2018 kl 16.00
Underskrifter  Sekreterare  ................................   Paragrafer 26 - 27
               Ordförande   ................................
"""
    (minutes,) = papers(text + ITEMS)
    assert minutes.kind == "minutes"


def test_the_signatures_under_the_last_item_are_none_of_its_text():
    lines = typed(
        ITEMS + "\nVid protokollet                     Justeras\n\nEva Fors              Anna Berg\n"
    )
    assert [part.kind for part in parts(lines)] == ["item", "item", "cover"]


ACTS = """
KS § 80   Dnr KS 2023/1
Plan mot våld

Beslut
Planen antas.

Ärendet
KSAU § 55/2023

Utskottet beslutade att ställa sig bakom planen.

Au § 84 Sn § 34 2023-03-04

Socialnämnden har yttrat sig.
"""


def test_what_other_bodies_did_is_told_within_the_item(kinds):
    assert kinds(ACTS) == ["minutes_item"]


@pytest.mark.parametrize("head", ["KSAU § 81   Dnr KS 2023/2", "Protokollsutdrag\n\nKSAU § 55/2023"])
def test_another_bodys_paragraph_is_an_item_if_it_follows_or_is_an_extract(kinds, head):
    text = f"{ACTS}\n\n{head}\nBokslut\n\nBeslut\nBokslutet godkänns.\n"
    assert kinds(text) == ["minutes_item", "minutes_item"]


def test_the_acts_of_others_right_under_a_heading_head_no_item():
    text = "Sn § 50\nAu § 84 Sn § 34   Dnr 2016/71\nBudget\n\nBeslut\nBudgeten antas.\n\nSn § 51\nBokslut\n"
    assert [part.paragraph for part in parts(typed(text))] == [50, 51]


def test_a_statement_at_a_pages_head_is_the_items_where_the_next_item_follows(kinds):
    first = "§ 26   Dnr KS 2023/1\nPlan\n\nBeslut\nPlanen antas.\n\fErsättaryttrande\n\nBo Ek (C) instämmer."
    assert kinds(f"{first}\n\n§ 27\nFrågor\n\nInga frågor anmäldes.") == ["minutes"]


def test_numbers_before_their_sign_head_items_where_several_do(papers):
    text = COVER + "\n\n35 §. Mötet öppnas.\n\nOrdföranden hälsar välkommen.\n\n36 § Plan\n\nPlanen antas.\n"
    (minutes,) = papers(text)
    assert minutes.kind == "minutes"
    lines = typed(text)
    assert [part.paragraph for part in parts(lines) if part.kind == "item"] == [35, 36]
    law = typed("§ 5\nPlan\n\nBeslut\nPlanen antas.\n\n14 § Den som bryter mot lagen döms.\n")
    assert [part.paragraph for part in parts(law)] == [5]


def test_a_registry_number_over_an_items_number_begins_the_item():
    text = (
        "KS/2014:1\n\n§ 5\n\nVal\n\nBeslut\nVal görs.\n\nKS/2014:88\n\n§ 6\n\nPlan\n\nBeslut\nPlanen antas.\n"
    )
    first, second = parts(typed(text))[-2:]
    assert second.lines[0].text == "KS/2014:88"
    assert "KS/2014:88" not in [line.text for line in first.lines]
