import pytest

from forebygg.casefile.papers.items.item import read_item
from tests.casefile.papers.typed import typed


def read(text, title="Plan mot våld"):
    item, unread = read_item("d1", "granvik.txt", typed(f"§ 5\n{title}\n\n{text}"))
    assert unread == []
    return item


def statements(text):
    return [(one.kind, one.name, one.party, one.text) for one in read(text).statements]


@pytest.mark.parametrize(
    ("text", "reservations"),
    [
        (
            "Anna Berg (S) och Bo Ek (M) reserverar sig mot beslutet.\nCia Dahl (C) reserverar sig.",
            [
                "Anna Berg (S) och Bo Ek (M) reserverar sig mot beslutet.",
                "Cia Dahl (C) reserverar sig.",
            ],
        ),
        (
            "Ledamöterna från M reserverar sig\nmot beslutet.",
            ["Ledamöterna från M reserverar sig mot beslutet."],
        ),
        ("Anna Berg (S)\nBo Ek (M)", ["Anna Berg (S)", "Bo Ek (M)"]),
        (
            "Anna Berg (S) reserverar sig. Motivering: Planen är för dyr.\n\nDen är också för lång.",
            ["Anna Berg (S) reserverar sig. Motivering: Planen är för dyr.\n\nDen är också för lång."],
        ),
        (
            "Bo Ek (M) reserverar sig så: ”Planen är dyr. Och lång.” Cia Dahl (C) reserverar sig.",
            [
                "Bo Ek (M) reserverar sig så: ”Planen är dyr. Och lång.”",
                "Cia Dahl (C) reserverar sig.",
            ],
        ),
        ("Bo Ek (M) anmäler skriftlig reservation.", ["Bo Ek (M) anmäler skriftlig reservation."]),
    ],
)
def test_each_reservation_is_told_as_printed(text, reservations):
    assert list(read(f"Reservationer\n{text}").reservations) == reservations


@pytest.mark.parametrize(
    "heading", ["Reservation", "RESERVATIONER", "Reservation(er)", "Reservation (bilaga 1)"]
)
def test_a_reservation_is_found_under_any_of_its_headings(heading):
    assert read(f"{heading}\nBo Ek (M) reserverar sig.").reservations == ("Bo Ek (M) reserverar sig.",)


def test_a_reservation_without_heading_is_found():
    text = "Nämnden beslutar att anta planen.\n\nMot beslutet reserverar sig Bo Ek (M)."
    assert read(text).reservations == ("Mot beslutet reserverar sig Bo Ek (M).",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Särskilt yttrande\nBo Ek (M) lämnar särskilt yttrande (bilaga).",
            [("särskilt yttrande", "Bo Ek", "M", "Bo Ek (M) lämnar särskilt yttrande (bilaga).")],
        ),
        (
            "Särskilda yttranden\nBo Ek (M): Planen är bra. Den kom sent.\nCia Dahl (C): Planen är kort.",
            [
                ("särskilt yttrande", "Bo Ek", "M", "Bo Ek (M): Planen är bra. Den kom sent."),
                ("särskilt yttrande", "Cia Dahl", "C", "Cia Dahl (C): Planen är kort."),
            ],
        ),
        (
            "Protokollsanteckning\nBo Ek (M) antecknar som yttrande en skrivelse\nfrån den 3 maj 2024.",
            [
                (
                    "protokollsanteckning",
                    "Bo Ek",
                    "M",
                    "Bo Ek (M) antecknar som yttrande en skrivelse från den 3 maj 2024.",
                )
            ],
        ),
        (
            "Protokollsanteckningar\nRepresentanterna från M och L antecknar som yttrande en skrivelse.",
            [
                (
                    "protokollsanteckning",
                    None,
                    "M och L",
                    "Representanterna från M och L antecknar som yttrande en skrivelse.",
                )
            ],
        ),
        (
            "Protokollsanteckning\nBo Ek (M) och Cia Dahl (C) deltar inte i beslutet.",
            [
                ("protokollsanteckning", "Bo Ek", "M", "Bo Ek (M) och Cia Dahl (C) deltar inte i beslutet."),
                (
                    "protokollsanteckning",
                    "Cia Dahl",
                    "C",
                    "Bo Ek (M) och Cia Dahl (C) deltar inte i beslutet.",
                ),
            ],
        ),
        (
            "Deltar ej i beslutet\nBo Ek (M) deltar ej i beslutet.",
            [("protokollsanteckning", "Bo Ek", "M", "Bo Ek (M) deltar ej i beslutet.")],
        ),
        (
            "Ordförandeutlåtande\nPlanen är viktig.\n\nJag tackar alla.",
            [("ordförandeutlåtande", None, None, "Planen är viktig.\n\nJag tackar alla.")],
        ),
        (
            "Yttrande\nBo Ek (M) lämnar ett skriftligt yttrande.",
            [("yttrande", "Bo Ek", "M", "Bo Ek (M) lämnar ett skriftligt yttrande.")],
        ),
    ],
)
def test_each_statement_has_its_kind_its_speaker_and_its_text(text, told):
    assert statements(text) == told


def test_what_follows_a_colon_is_what_is_noted():
    text = "Protokollsanteckning\nBo Ek (M) antecknar följande till protokollet: Planen är bra. Den kom sent."
    assert statements(text) == [("protokollsanteckning", "Bo Ek", "M", "Planen är bra. Den kom sent.")]


def test_a_statement_told_of_in_passing_is_kept():
    text = "Reservation\nBo Ek (M) reserverar sig.\nCia Dahl (C) lämnar ett särskilt yttrande."
    assert ("särskilt yttrande", "Cia Dahl", "C", "Cia Dahl (C) lämnar ett särskilt yttrande.") in statements(
        text
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jäv\nBo Ek (M) deltar inte i handläggningen av ärendet på grund av jäv.", ["Bo Ek"]),
        ("Jäv\nLedamöterna Bo Ek (M) och Cia Dahl (C) anmäler jäv.", ["Bo Ek", "Cia Dahl"]),
        ("Jäv\nPå grund av jäv deltar inte Bo Ek (M).", ["Bo Ek"]),
        ("Jäv\nBo Ek (M) anmäler jäv och ersätts av Cia Dahl (C).", ["Bo Ek"]),
        ("Jäv\nBo Ek (M)", ["Bo Ek"]),
        ("Beslut\nBo Ek (M) anmäler jäv under paragraf 754: Bidrag till vägar", ["Bo Ek"]),
        ("Beslut\nIngen av ledamöterna ansåg sig förhindrad att delta vid ärendenas behandling.", []),
        ("Jäv\nInga jäv anmäls.", []),
        ("Bakgrund\nReglerna om jäv gäller även här.", []),
    ],
)
def test_who_declares_a_conflict_of_interest(text, names):
    assert list(read(text).conflicts) == names


def test_a_conflict_without_a_name_is_told_as_unread():
    lines = typed("§ 5\nPlan mot våld\n\nJäv\nSe separat lista.")
    item, unread = read_item("d1", "granvik.txt", lines)
    assert (item.conflicts, unread) == ((), [lines[-1]])


@pytest.mark.parametrize(
    "text",
    [
        "Justering\nProtokollet under denna paragraf förklaras omedelbart justerat.",
        "Beslut\n1. Planen antas.\n2. Paragrafen förklaras omedelbart justerad.",
        "Beslut\natt anta planen\natt omedelbart justera paragrafen",
        "Beslut\nPlanen antas.\n\nOmedelbar justering\nÄrendet justeras omedelbart.",
        "Nämnden beslutar att anta planen.\n\nParagrafen justeras omedelbart.",
        "Beslut\nPlanen antas. Punkten direktjusteras.",
    ],
)
def test_approval_on_the_spot_is_seen_in_all_its_forms(text):
    assert read(text).immediate


@pytest.mark.parametrize("text", ["Beslut\nPlanen antas.", "Beslut\nBo Ek utses att justera protokollet."])
def test_ordinary_approval_is_not_on_the_spot(text):
    assert not read(text).immediate


def test_a_statement_in_another_body_is_no_statement_here():
    item = read(
        "Särskilt yttrande i kommunstyrelsen\nBo Ek (M) lämnar särskilt yttrande.\n\n"
        "Kommunfullmäktiges beslut\nPlanen antas."
    )
    assert item.statements == ()
    assert "Bo Ek" in item.earlier


def test_a_list_of_speakers_is_no_statement():
    assert read("Yttranden\nI ärendet yttrar sig Bo Ek (M) och Cia Dahl (C).").statements == ()


def test_reasons_that_follow_a_reservation_among_the_decisions_are_kept():
    item = read("Beslut\nPlanen antas.\n\nBo Ek (M) reserverar sig: ”Planen är dyr. Den är lång.”")
    assert item.reservations == ("Bo Ek (M) reserverar sig: ”Planen är dyr. Den är lång.”",)
    assert item.decision == ("Planen antas.",)


def test_a_note_that_is_recorded_about_someone_has_their_name():
    assert statements("Protokollsanteckning\nTill protokollet antecknas att Bo Ek (M) är tveksam.") == [
        ("protokollsanteckning", "Bo Ek", "M", "Till protokollet antecknas att Bo Ek (M) är tveksam.")
    ]
