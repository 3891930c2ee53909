"""Covers and lists of attendance as municipalities of other habits print them; all invented."""

import datetime as dt

import pytest

from forebygg.casefile.papers.covers.cover import read_cover
from tests.casefile.papers.typed import typed


def read(text):
    return read_cover("d1", typed(text))


def people(text):
    meeting, _ = read(text)
    return [
        (person.name, person.party, person.role, person.serving, person.replaces)
        for person in meeting.attendance
    ]


def test_substitutes_under_the_deciding_serve_when_others_stand_under_the_rest():
    assert people(
        """
        Beslutande
        Ledamöter      Anna Berg (S)
        Ersättare      Bo Ek (S) §§ 45-50

        Övriga närvarande
        Ersättare      Cia Dal (M)
        """
    ) == [
        ("Anna Berg", "S", "member", True, None),
        ("Bo Ek", "S", "substitute", True, None),
        ("Cia Dal", "M", "substitute", False, None),
    ]


def test_substitutes_and_others_in_one_list_are_told_apart_by_their_party():
    assert people(
        """
        Beslutande               Anna Berg (S)
        Ej tjänstgörande         Bo Ek (S)
        ersättare och övriga     Cia Dal (M)
        deltagare                Eva Fors, kommunchef
        """
    ) == [
        ("Anna Berg", "S", "member", True, None),
        ("Bo Ek", "S", "substitute", False, None),
        ("Cia Dal", "M", "substitute", False, None),
        ("Eva Fors", None, "official", False, None),
    ]


@pytest.mark.parametrize("words", ["ej tjg ers", ", ej tjänstgörande ersättare", ", icke tjänstgörande"])
def test_a_substitute_among_the_others_is_a_substitute(words):
    assert people(
        f"Beslutande\nAnna Berg (S)\nÖvriga deltagande\nBo Ek (S) {words}\nEva Fors, kommunchef"
    ) == [
        ("Anna Berg", "S", "member", True, None),
        ("Bo Ek", "S", "substitute", False, None),
        ("Eva Fors", None, "official", False, None),
    ]


def test_all_members_but_the_named_leaves_the_named_absent():
    assert people(
        "Beslutande   Kommunfullmäktiges samtliga ledamöter med undantag för Anna Berg (KP), Bo Ek (M)\n"
        "             och Cia Dal (S)."
    ) == [
        ("Anna Berg", "KP", "absent", False, None),
        ("Bo Ek", "M", "absent", False, None),
        ("Cia Dal", "S", "absent", False, None),
    ]


def test_small_party_letters_after_a_comma_are_party_letters():
    assert people(
        "Beslutande\nAnna Berg, s, ordförande\nBo Ek, kd, ersätter Cia Dal, kd\nEva Fors (spi)"
    ) == [
        ("Anna Berg", "s", "member", True, None),
        ("Bo Ek", "kd", "substitute", True, "Cia Dal"),
        ("Eva Fors", "spi", "member", True, None),
    ]


def test_a_substitute_written_in_short_keeps_the_party_of_its_column():
    assert people("Beslutande\nAnna Berg           (s)\nBo Ek, ers f Cia Dal    (fp)") == [
        ("Anna Berg", "s", "member", True, None),
        ("Bo Ek", "fp", "substitute", True, "Cia Dal"),
    ]


def test_the_name_of_the_one_replaced_may_go_on_below():
    assert people(
        "Tjänstgörande ersättare\nBo Ek (S) ersätter Anna Berg (S) och Cia Dal (M) ersätter Eva\nFors (M)."
    ) == [
        ("Bo Ek", "S", "substitute", True, "Anna Berg"),
        ("Cia Dal", "M", "substitute", True, "Eva Fors"),
    ]


def test_names_of_the_replaced_without_party_do_not_swallow_the_next_row():
    assert people("Tjg ersättare\nBo Ek (s) för Anna Berg\nCia Dal (s) för Eva Fors") == [
        ("Bo Ek", "s", "substitute", True, "Anna Berg"),
        ("Cia Dal", "s", "substitute", True, "Eva Fors"),
    ]


def test_the_conflict_of_the_one_replaced_is_when_the_substitute_serves():
    meeting, _ = read("Beslutande\nAnna Berg (S) ersätter Bo Ek (S) § 90, jäv\nParagrafer 88-92")
    assert (meeting.attendance[0].from_paragraph, meeting.attendance[0].to_paragraph) == (90, 90)


def test_officials_in_columns_keep_their_own_titles():
    meeting, _ = read(
        "Beslutande\nAnna Berg (S)\nÖvriga närvarande\nEva Fors       chef\nTom Udd       ekonom, § 15"
    )
    assert [(person.name, person.title) for person in meeting.attendance[1:]] == [
        ("Eva Fors", "chef"),
        ("Tom Udd", "ekonom"),
    ]


@pytest.mark.parametrize(
    ("row", "starts", "ends", "place"),
    [
        ("Tid och plats   Onsdagen den 21 juni 2017 kl.18.00-20:20 i Stallet.", "18:00", "20:20", "Stallet"),
        ("Plats och tid   Folkets Hus kl: 19.00 – 21.05", "19:00", "21:05", "Folkets Hus"),
        (
            "Plats och tid   Salen, klockan 13.00-16.10\n   Uppgifter kan vara strukna",
            "13:00",
            "16:10",
            "Salen",
        ),
        (
            "Plats och tid   2022-03-15 kl 13.00-15.30\n   Rådhuset, sal A",
            "13:00",
            "15:30",
            "Rådhuset, sal A",
        ),
    ],
)
def test_time_and_place_are_parted_however_they_are_typed(row, starts, ends, place):
    meeting, _ = read(row)
    assert meeting.starts == dt.time.fromisoformat(starts)
    assert meeting.ends == dt.time.fromisoformat(ends)
    assert meeting.place == place


@pytest.mark.parametrize(
    "rows",
    [
        "Datum för anslags upprättande   2014-03-12\nDatum för anslags nedtagande   2014-04-03",
        "Protokollet anslås   2014-03-12     Anslaget till och med   2014-04-03",
        "Anslag uppsatt den   2014-03-12\nDatum för anslags\nnedtagande   2014-04-03",
        "Anslaget sätts upp den   2014-03-12\nAnslaget tas ner den   2014-04-03",
        "Anslagsdatum: 2014-03-12\nDatum för borttagande: 2014-04-03",
        "Datum för anslags-       Datum för anslags-\nuppsättande   2014-03-12   nedtagande   2014-04-03",
        "Datum för anslags-\nuppsättande   2014-03-12   Datum för anslagsnedtagande   2014-04-03",
    ],
)
def test_the_notices_days_are_told_in_many_words(rows):
    meeting, unread = read(f"ANSLAG/BEVIS\nForum   Kommunstyrelsen\n{rows}")
    assert meeting.body == "Kommunstyrelsen"
    assert meeting.notice is not None
    assert meeting.notice.posted == dt.date(2014, 3, 12)
    assert meeting.notice.removed == dt.date(2014, 4, 3)
    assert unread == []


def test_a_run_of_posts_and_names_goes_on_below_and_begins_with_the_substitutes():
    assert people(
        "Beslutande   Anna Berg (S)\n"
        "Övriga deltagande   Ersättarna Bo Ek (M) och Cia Dal (FP) samt sekreterare Eva\n"
        "Fors, socialchef Lena Gren, ekonomichef\nMona Ström"
    ) == [
        ("Anna Berg", "S", "member", True, None),
        ("Bo Ek", "M", "substitute", False, None),
        ("Cia Dal", "FP", "substitute", False, None),
        ("Eva Fors", None, "official", False, None),
        ("Lena Gren", None, "official", False, None),
        ("Mona Ström", None, "official", False, None),
    ]


def test_guests_from_other_boards_are_parted_with_their_offices():
    meeting, _ = read(
        "Beslutande\nAnna Berg (S)\nÖvriga\nFörste vice ordförande i utbildningsnämnden Bo Ek (S) § 26 och\n"
        "andre vice ordförande i utbildningsnämnden Cia Dal (M) § 26."
    )
    assert [(person.name, person.party, person.title) for person in meeting.attendance[1:]] == [
        ("Bo Ek", "S", "Förste vice ordförande i utbildningsnämnden"),
        ("Cia Dal", "M", "andre vice ordförande i utbildningsnämnden"),
    ]


def test_a_chair_right_above_the_members_is_one_of_them():
    assert people("Ordförande\nAnna Berg (S)\n\nLedamöter\nBo Ek (M)") == [
        ("Anna Berg", "S", "member", True, None),
        ("Bo Ek", "M", "member", True, None),
    ]


def test_signatures_with_roles_tell_chair_and_approver():
    meeting, unread = read(
        "Beslutande\nAnna Berg (S)\nBo Ek (M)\nParagraf 10-11\n\nEva Fors, sekreterare\n\n"
        "Digitalt justerat den 1 september 2026\n\nAnna Berg (S), ordförande            Bo Ek (M), justerare"
    )
    assert (meeting.chair, meeting.secretary, meeting.approvers) == ("Anna Berg", "Eva Fors", ("Bo Ek",))
    assert unread == []


def test_a_notice_told_in_a_sentence_gives_both_days():
    meeting, _ = read(
        "Beslutande\nAnna Berg (S)\nJusterare\nBo Ek\n\nJusteringen har tillkännagivits på nätet den 28 juni "
        "2021. Anslaget tas ned den 20 juli 2021."
    )
    assert meeting.notice is not None
    assert (meeting.notice.posted, meeting.notice.removed) == (dt.date(2021, 6, 28), dt.date(2021, 7, 20))


def test_the_full_stop_after_a_list_is_no_part_of_a_name():
    meeting, _ = read(
        "Beslutande\nAnna Berg (S)\nÖvriga närvarande\nChefen Lena Gren samt sekreteraren Eva Fors."
    )
    assert meeting.attendance[-1].name == "Eva Fors"


def test_officials_parted_by_full_stops_are_several():
    meeting, _ = read(
        "Beslutande\nAnna Berg (S)\nÖvriga deltagare   Lena Gren, direktör. Bo A. Ek, chef, § 84."
    )
    assert [(person.name, person.title, person.from_paragraph) for person in meeting.attendance[1:]] == [
        ("Lena Gren", "direktör", None),
        ("Bo A. Ek", "chef", 84),
    ]


def test_paragraphs_in_a_column_of_their_own_are_found_on_the_row_below():
    meeting, unread = read(
        "Plats och tid      Frykensalen, kl 19:00-21:45          Paragrafer\nBeslutande         Se sid 2"
        "                             71-85"
    )
    assert meeting.paragraphs == (71, 85)
    assert unread == []


def test_lists_headed_in_short_are_lists():
    assert people(
        "Ordinarie: Anna Berg (S)\nTjg. ers.: Bo Ek (S) för Cia Dal (S)\nÖvriga ers.: Eva Fors (MP)"
    ) == [
        ("Anna Berg", "S", "member", True, None),
        ("Bo Ek", "S", "substitute", True, "Cia Dal"),
        ("Eva Fors", "MP", "substitute", False, None),
    ]


def test_guests_without_names_are_no_part_of_an_officials_title():
    meeting, _ = read_cover(
        "d1", typed("Övriga deltagare\nOla Brant, nämndsekreterare\nTvå elever från Parkskolan, § 49")
    )
    first = meeting.attendance[0]
    assert (first.name, first.title) == ("Ola Brant", "nämndsekreterare")


def test_a_notice_may_be_posted_from_one_day_to_another():
    meeting, _ = read_cover("d1", typed("Anslagsbevis\nAnslaget är uppsatt   2016-12-21 till 2017-01-12"))
    assert (str(meeting.notice.posted), str(meeting.notice.removed)) == ("2016-12-21", "2017-01-12")


def test_the_body_may_stand_under_the_label_of_the_date():
    meeting, _ = read_cover(
        "d1",
        typed("             Datum        1 av 22\nFörbundet    2019-06-13\nDirektionen\n\nProtokoll 4/2019"),
    )
    assert (meeting.body, str(meeting.date)) == ("Direktionen", "2019-06-13")


def test_labels_may_end_with_a_semicolon_and_be_split_in_two_columns():
    meeting, unread = read(
        """
        Plats och tid;        Stadshuset, 2014-04-22, kl 13.00-16.35
        Utses att justera;    Bo Ek (M)
        Organ;                Kommunfullmäktige, Granviks kommun
        Sammanträdesdatum;    2014-04-22
        Datum för anslags                     Datum för anslags
        upprättande;          2014-05-02      nedtagande;           2014-05-24
        """
    )
    assert unread == []
    assert (meeting.body, meeting.place, meeting.approvers) == ("Kommunfullmäktige", "Stadshuset", ("Bo Ek",))
    assert (str(meeting.notice.posted), str(meeting.notice.removed)) == ("2014-05-02", "2014-05-24")


def test_where_the_chair_sits_is_no_signature():
    meeting, _ = read(
        """
        Plats och tid    Ordförande - Rådhuset. Ledamöter - distans, 28 april 2021, klockan 09:00-16:10

        Beslutande       Anna Berg (S), ordförande
        """
    )
    assert (meeting.chair, meeting.starts) == ("Anna Berg", dt.time(9))
