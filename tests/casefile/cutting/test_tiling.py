from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.cutting import cut
from forebygg.casefile.cutting.minutes import parts
from forebygg.casefile.pages import mark
from forebygg.casefile.paper import Text

ROWS = [
    "",
    "",
    "§ 1",
    "§ 2 Dnr KS 2024/5",
    "§ 2 forts.",
    "KS § 3",
    "Beslut",
    "Planen antas.",
    "Handlingsplan mot extremism",
    "2024-02-03",
    "Granviks kommun",
    "Innehåll",
    "1 Bakgrund 3",
    "TJÄNSTESKRIVELSE",
    "Dnr KS 2024/5",
    "1 (3)",
    "Förslag till beslut",
    "Särskilt yttrande",
    "Nämndens sammanträde 3 maj 2024",
    "Datum 2024-02-03",
    "Tid 09.00",
    "Plats Åsen",
    "Beslutande",
    "Paragrafer 1 - 3",
    "Justerandes sign",
    "ANSLAG/BEVIS",
    "Organ Kommunstyrelsen",
    "Från: Anna",
    "Till: Bo",
    "Ämne: Plan",
    "Bilaga 1",
    "\fSida 2 av 3",
    "Protokoll nr 2",
    "Sammanträdesdatum: 2024-02-03",
    "Kommunstyrelsen",
]


def read(rows):
    lines = mark(Text(file="akt.txt", form="text", lines=tuple(rows))).lines
    return lines, cut("akt.txt", lines, map(str, range(100_000)))


@given(
    st.lists(
        st.sampled_from(ROWS) | st.text(max_size=40).map(lambda text: text.replace("\n", " ")), max_size=80
    )
)
def test_every_written_line_belongs_to_exactly_one_paper(rows):
    lines, papers = read(rows)

    assert [line for paper in papers for line in paper.lines if line.text] == [
        line for line in lines if line.text
    ]


@given(st.lists(st.sampled_from(ROWS), max_size=80))
def test_no_paper_begins_or_ends_blank(rows):
    _, papers = read(rows)

    assert all(paper.lines[0].text and paper.lines[-1].text for paper in papers)


@given(st.lists(st.sampled_from(ROWS), max_size=80))
def test_the_parts_hold_every_line_once(rows):
    lines, _ = read(rows)

    assert [line for part in parts(lines) for line in part.lines] == list(lines)


@given(st.lists(st.sampled_from(ROWS), max_size=60))
def test_names_come_in_order(rows):
    _, papers = read(rows)

    assert [paper.id for paper in papers] == [str(number) for number in range(len(papers))]


def test_a_file_of_furniture_alone_is_another_paper():
    _, papers = read(["", "3 (9)", "", "Justerandes sign", ""])

    assert [(paper.kind, paper.span) for paper in papers] == [("other", (2, 4))]


def test_an_empty_file_holds_no_paper():
    assert read(["", "  ", "\f"])[1] == []


DENSE = {
    "items": [
        "§ 1",
        "Dnr KS 2024/5",
        "Handlingsplan mot extremism",
        "Beslut",
        "Planen antas.",
        "",
        "1 (3)",
        "",
    ],
    "statements": ["Reservation", "", "Kommunstyrelsen 2024-01-02", ""],
    "letterheads": ["TJÄNSTESKRIVELSE", "2024-01-02", "Dnr 5"],
    "covers": ["Plats och tid", "Beslutande", "Paragrafer 1-2"],
    "plans": ["Handlingsplan mot extremism", "", "2024-01-02", "Innehåll", "1 Mål 3"],
    "heads": ["Kommunstyrelsen", "Sammanträdesdatum", "2024-01-02", "Sida 3 (4)"],
}


@pytest.mark.parametrize("kind", DENSE)
def test_cutting_takes_time_in_step_with_size(kind):
    def seconds(times):
        start = process_time()
        read(DENSE[kind] * times)
        return process_time() - start

    assert seconds(4_000) < 40 * seconds(400) + 0.5
