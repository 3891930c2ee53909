import datetime as dt
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.papers.covers.cover import read_cover
from tests.casefile.papers.typed import typed

PLAIN = """
    Datum 2024-11-20
    Tid 18:00–19:35
    Plats Lilla salen, Rådhuset

    Beslutande Se närvarolista

    Justeringens plats
    och tid Kommunkansliet 2024-11-25

    Paragrafer 24 - 29

    Sekreterare


    Eva Trygg

    Ordförande


    Tove Rönn

    Justerande

    Lena Wik

    ANSLAG / BEVIS

    Protokollet är justerat. Justeringen har tillkännagivits genom anslag.
    Observera att anslagstiden inte är samma sak som överklagandetiden.

    Organ Beredningen för trygghet och mångfald
    Sammanträdesdatum 2024-11-20
    Datum då anslaget sätts upp 2024-11-28
    Datum då anslaget tas ned 2024-12-20
    Förvaringsplats för protokollet Kommunkansliets arkiv

    Underskrift

    Eva Trygg
"""
IN_COLUMNS = """
    Granviks kommun
    SAMMANTRÄDESPROTOKOLL                                 Sida
    Beredningen för trygghet och mångfald                 1 (25)
    Sammanträdesdatum
    2024-11-20

    Plats och tid        Lilla salen, Rådhuset, klockan 18.00–19.35, ajournering 18.40–18.50
    Beslutande           Ledamöter
                         Tove Rönn (MP), ordförande
                         Lena Wik (S)
    Utses att justera    Lena Wik
    Justeringens plats och tid    Kommunkansliet 2024-11-25
    Underskrifter  Sekreterare ...........................  Paragrafer 24-29
                   Eva Trygg
                   Ordförande ............................
                   Tove Rönn
                   Justerande ............................
                   Lena Wik
    ANSLAG/BEVIS
    Organ                Beredningen för trygghet och mångfald
    Datum för anslags uppsättande  2024-11-28     Datum för anslags nedtagande  2024-12-20
    Förvaringsplats för protokollet   Kommunkansliets arkiv
"""
UNDER_THE_LABELS = """
    Beredningen för trygghet och mångfald
    Protokoll 2024-11-20
    Plats och tid
    Lilla salen, Rådhuset, 20 november 2024, kl. 18.00-19.35
    Utsedd justerare
    Lena Wik (S)
    Tid och plats för justering
    Kommunkansliet, måndagen den 25 november 2024
    Paragrafer
    24-29
    Sekreterare
    Paragrafer 24-29
    Eva Trygg
    Ordförande
    Tove Rönn
    Digital signatur
    Justerare
    Lena Wik
    Anslag/bevis
    Nämnd
    Beredningen för trygghet och mångfald
    Datum för publicering
    2024-11-28
    Datum för avpublicering
    2024-12-20
    Förvaringsplats
    Kommunkansliets arkiv
"""
WITH_COLONS = """
    Protokoll (nr 3)
    Organ: Beredningen för trygghet och mångfald
    Sammanträdesdatum: onsdagen den 20 november 2024
    Tid: kl. 18:00 till 19:35
    Plats: Lilla salen, Rådhuset
    Paragrafer: §§ 24–29
    Justeringsdag: 2024-11-25
    Vid protokollet: Eva Trygg
    Ordförande: Tove Rönn
    Justerare: Lena Wik
    Anslagsdatum: 2024-11-28
    Anslaget tas ner: 2024-12-20
    Protokollet förvaras på: Kommunkansliets arkiv
"""


@pytest.fixture(params=[PLAIN, IN_COLUMNS, UNDER_THE_LABELS, WITH_COLONS])
def cover(request):
    meeting, unread = read_cover("d1", typed(request.param))
    assert unread == []
    return meeting


def read(text, **known):
    return read_cover("d1", typed(text), **known)


def meeting(text):
    found, unread = read(text)
    assert unread == []
    return found


def test_the_meeting_is_read_in_every_layout(cover):
    assert cover.body == "Beredningen för trygghet och mångfald"
    assert (cover.date, cover.starts, cover.ends) == (dt.date(2024, 11, 20), dt.time(18), dt.time(19, 35))
    assert cover.place == "Lilla salen, Rådhuset"
    assert cover.paragraphs == (24, 29)


def test_those_who_sign_are_read_in_every_layout(cover):
    assert (cover.secretary, cover.chair, cover.approvers) == ("Eva Trygg", "Tove Rönn", ("Lena Wik",))
    assert (cover.approved_on, cover.derived) == (dt.date(2024, 11, 25), ())


def test_the_notice_is_read_in_every_layout(cover):
    assert (cover.notice.posted, cover.notice.removed) == (dt.date(2024, 11, 28), dt.date(2024, 12, 20))
    assert cover.notice.kept_at == "Kommunkansliets arkiv"


def test_a_day_of_approval_without_year_follows_from_the_meeting():
    found = meeting("Sammanträdesdatum 2024-11-20\nJusteringens plats och tid Onsdagen den 27 november")

    assert (found.approved_on, found.derived) == (dt.date(2024, 11, 27), ("approved_on",))


def test_minutes_approved_at_once_were_approved_on_the_day_of_the_meeting():
    found = meeting("Sammanträdesdatum 2024-11-20\nJustering Omedelbart efter sammanträdet")

    assert (found.approved_on, found.derived) == (dt.date(2024, 11, 20), ("approved_on",))


def test_a_day_whose_weekday_disagrees_is_no_day_of_approval():
    found, _ = read("Sammanträdesdatum 2024-11-20\nJusteringsdag Måndagen den 27 november")

    assert (found.approved_on, found.derived) == (None, ())


@pytest.mark.parametrize(
    ("text", "approvers"),
    [
        ("Utses att justera Anna Berg (S) och Bo Ek (M)", ("Anna Berg", "Bo Ek")),
        ("Utses att justera Anna Berg med Bo Ek som ersättare", ("Anna Berg",)),
        ("Justerare Anna Berg tillsammans med ordföranden", ("Anna Berg",)),
        ("Justerande\tAnna Berg\tBo Ek", ("Anna Berg", "Bo Ek")),
        ("Utses att justera Anna Berg och Bo Ek\nJusterande Anna Berg Bo Ek", ("Anna Berg", "Bo Ek")),
        ("Justerat den 27 mars 2023\n\nAnna Berg", ("Anna Berg",)),
    ],
)
def test_those_who_approve_are_named_once(text, approvers):
    found = meeting(f"{text}\nBeslutande\nAnna Berg (S)\nBo Ek (M)")

    assert found.approvers == approvers


def test_the_chair_is_the_one_who_is_listed_as_such_when_no_one_has_signed():
    assert meeting("Beslutande\nBo Ek (M), vice ordförande\nAnna Berg (S), ordförande").chair == "Anna Berg"


def test_a_body_may_stand_in_the_title_alone():
    assert meeting("Sammanträdesprotokoll för Kommunstyrelsens arbetsutskott").body == (
        "Kommunstyrelsens arbetsutskott"
    )


def test_a_title_may_tell_day_hour_and_place():
    found = meeting("Kommunstyrelsen\nonsdagen den 22 mars 2023 kl. 15.00–15.45 i Rådhuset")

    assert (found.date, found.starts, found.place) == (dt.date(2023, 3, 22), dt.time(15), "Rådhuset")


def test_furniture_gives_the_body_and_is_never_unread():
    lines = typed(
        "Kommunstyrelsen\nProtokoll nr 2\nTid 09:00", furniture=("Kommunstyrelsen", "Protokoll nr 2")
    )

    found, unread = read_cover("d1", lines)

    assert found.body == "Kommunstyrelsen"
    assert unread == []


@pytest.mark.parametrize(
    "text",
    [
        "Anslaget under tiden 2024-01-19--2024-02-12",
        "Uppsatt den 19/1 2024 Nedtas den 12/2 2024",
        "ANSLAG\nJusteringen har anslagits 2024-01-19. Anslaget tas ned 2024-02-12.",
        "Datum då\nanslaget sätts upp 2024-01-19\nDatum då\nanslaget tas ned 2024-02-12",
    ],
)
def test_a_notice_may_be_told_in_other_ways(text):
    found, _ = read(text)

    assert (found.notice.posted, found.notice.removed) == (dt.date(2024, 1, 19), dt.date(2024, 2, 12))


def test_labels_first_and_values_after_them_are_matched_by_what_they_are():
    found = meeting("Datum\nTid\nPlats\n2024-11-20\n18:00–19:35\nLilla salen")

    assert (found.date, found.starts, found.place) == (dt.date(2024, 11, 20), dt.time(18), "Lilla salen")


def test_signers_under_a_row_of_roles_are_matched_in_order():
    found = meeting("Sekreterare\tOrdförande\tJusterande\nEva Trygg\tTove Rönn\tLena Wik")

    assert (found.secretary, found.chair, found.approvers) == ("Eva Trygg", "Tove Rönn", ("Lena Wik",))


def test_lists_beside_each_other_stay_apart():
    found = meeting("Ledamöter\tErsättare\nAnna Berg (S)\tBo Ek (S)\nCia Dal (M)\nPlats Ås")

    assert [(person.name, person.role) for person in found.attendance] == [
        ("Anna Berg", "member"),
        ("Cia Dal", "member"),
        ("Bo Ek", "substitute"),
    ]


def test_a_list_goes_on_after_the_page_has_ended():
    lines = typed(
        "Beslutande\nAnna Berg (S)\nJusterandes sign\n\nGranviks kommun\nSida 2 (31)\n\nBo Ek (M)",
        furniture=("Justerandes sign", "Sida 2 (31)"),
    )

    found, unread = read_cover("d1", lines)

    assert [person.name for person in found.attendance] == ["Anna Berg", "Bo Ek"]
    assert unread == []


def test_an_office_may_head_its_holder():
    found = meeting("Närvarande:\nOrdförande:\nAnna Berg (S)\nÖvriga ledamöter:\nBo Ek (M)")

    assert [(person.name, person.title) for person in found.attendance] == [
        ("Anna Berg", "ordförande"),
        ("Bo Ek", None),
    ]


def test_an_exception_is_counted_from_the_items_when_the_cover_gives_no_range():
    found, unread = read("Beslutande\nAnna Berg (S), ej § 5", items=(4, 9))

    assert found.attendance[0].paragraphs == ((4, 4), (6, 9))
    assert unread == []


def test_what_the_cover_does_not_say_is_none():
    found = meeting("Kommunstyrelsen")

    assert (found.date, found.starts, found.place, found.paragraphs) == (None, None, None, None)
    assert (found.approved_on, found.notice, found.chair, found.secretary) == (None, None, None, None)
    assert (found.approvers, found.attendance, found.derived) == ((), (), ())


def test_a_line_that_no_rule_understands_is_reported():
    _, unread = read("Datum 2024-11-20\n\nParkering finns på gården")

    assert [line.text for line in unread] == ["Parkering finns på gården"]


def test_nothing_at_all_is_no_meeting_and_no_fault():
    found, unread = read_cover("d1", [])

    assert (found.body, found.lines, unread) == (None, (0, 0), [])


WORDS = st.sampled_from(
    [
        "\t",
        *"""
    Datum Tid Plats 2024-11-20 18:00–19:35 Beslutande Ersättare Övriga Anna Berg (S) , Justerande Sekreterare
    Ordförande Paragrafer 24-29 § 25 ANSLAG Organ Kommunstyrelsen ... och tid för Onsdagen den 27 november
    """.split(),
    ]
)
ROWS = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=15)


@given(ROWS)
def test_whatever_is_printed_only_its_own_lines_are_reported(rows):
    lines = typed("\n".join(rows))

    found, unread = read_cover("d1", lines)

    assert set(unread) <= set(lines)
    assert {person.line for person in found.attendance} <= {line.number for line in lines}


@given(st.text(max_size=400))
def test_no_text_makes_the_reading_of_a_cover_fail(text):
    read_cover("d1", typed(text))


def test_the_same_meeting_moved_to_another_day_is_the_same_meeting_moved():
    first, _ = read(PLAIN)
    moved = dedent(PLAIN).replace("2024-11", "2031-11").replace("2024-12", "2031-12")

    second, _ = read(moved)

    assert second.date == first.date.replace(year=2031)
    assert second.notice.removed == first.notice.removed.replace(year=2031)
    assert second.attendance == first.attendance


def test_signers_may_carry_their_roles_after_their_names():
    found = meeting("Underskrifter\nEva Trygg, sekreterare\nTove Rönn (MP), ordförande\nLena Wik, justerare")

    assert (found.secretary, found.chair, found.approvers) == ("Eva Trygg", "Tove Rönn", ("Lena Wik",))


def test_whoever_signed_approved_though_another_was_appointed():
    found = meeting("Utses att justera Anna Berg (S)\nJusterande\nBo Ek")

    assert found.approvers == ("Bo Ek",)


def test_the_second_place_and_time_is_that_of_the_approval():
    found = meeting(
        "Plats och tid: Ekskolan, kl. 18:30-21:00\nJustering: Anna Berg och Bo Ek med Cia Dal som ersättare\n"
        "Plats och tid: Kommunkontoret den 18 juni 2019 kl. 15:00"
    )

    assert (found.place, found.starts) == ("Ekskolan", dt.time(18, 30))
    assert (found.approved_on, found.approvers) == (dt.date(2019, 6, 18), ("Anna Berg", "Bo Ek"))


def test_an_adjournment_is_no_part_of_the_meetings_hours():
    found = meeting(
        "Plats och tid Ekskolan, kl. 18.30–21.00\nSammanträdet ajournerades 19.00–19.10 under § 4"
    )

    assert (found.starts, found.ends, found.place) == (dt.time(18, 30), dt.time(21), "Ekskolan")


def test_labels_split_side_by_side_are_made_whole():
    found = meeting("Datum för\tDatum för\nanslags uppsättande\t2019-06-19\tanslags nedtagande\t2019-07-11")

    assert (found.notice.posted, found.notice.removed) == (dt.date(2019, 6, 19), dt.date(2019, 7, 11))


def test_a_secretary_among_the_officials_does_not_end_their_list():
    found = meeting("Övriga närvarande\nBo Ek, socialchef\nNämndsekreterare Eva Trygg\nUtredare Cia Dal")

    assert [person.name for person in found.attendance] == ["Bo Ek", "Eva Trygg", "Cia Dal"]
    assert found.secretary == "Eva Trygg"


def test_labels_that_were_taken_for_furniture_still_get_their_values():
    lines = typed(
        "Nämnd\nSammanträdesdatum\nPlats och tid\nSocialnämnden\n2019-01-28\nEkhallen, 09:00 – 14:55",
        furniture=("Nämnd", "Sammanträdesdatum"),
    )

    found, unread = read_cover("d1", lines)

    assert (found.body, found.date, found.place) == ("Socialnämnden", dt.date(2019, 1, 28), "Ekhallen")
    assert unread == []
