"""Who was present when the item that calls the roll says it and the cover does not; invented."""

from forebygg.casefile import read_texts
from forebygg.casefile.paper import Text

MINUTES = """Plats och tid           Rådhuset, kl 18.00-22.05
Ledamöter               Se bilagd förteckning KF § 3
Underskrifter
Sekreterare             Eva Fors
Paragrafer              3-4
ANSLAG/BEVIS
Organ                   Kommunfullmäktige
Sammanträdesdatum       2023-11-27

KF § 3

Upprop

Närvarande ledamöter: Anna Berg (S), Bo Ek (M),
Cia Dal (L).

Tjänstgörande ersättare: Lena Gren (S).

KF § 4                                              Dnr KS/2023:455

Mål och budget

Beslut
Budgeten fastställs.
"""


def test_the_roll_called_in_an_item_is_the_list_of_attendance():
    (meeting,) = read_texts([Text(file="kf.txt", form="text", lines=tuple(MINUTES.split("\n")))]).meetings
    assert [(person.name, person.role) for person in meeting.attendance] == [
        ("Anna Berg", "member"),
        ("Bo Ek", "member"),
        ("Cia Dal", "member"),
        ("Lena Gren", "substitute"),
    ]
