import pytest

from forebygg.privacy.guard import Kind
from tests.privacy.marked import marked


@pytest.mark.parametrize(
    ("text", "belief"),
    [
        ("Ahmad är salafist sedan i somras", "salafist"),
        ("Tobias röstar på SD och säger det", "röstar på SD"),
        ("Samira har konverterat till islam", "konverterat till islam"),
        ("killen i 8B har gått med i NMR", "gått med i NMR"),
        ("han är djupt religiös", "religiös"),
        ("Läraren är vänsterpartist", "vänsterpartist"),
        ("Ramin, som är shiamuslim, har fått hot", "shiamuslim"),
        ("Vår vaktmästare är med i NMR.", "med i NMR"),
    ],
)
def test_a_belief_tied_to_one_person_is_found(text, belief):
    assert marked(text, Kind.BELIEF) == [belief]


@pytest.mark.parametrize(
    "text",
    [
        "Troende ungdomar från olika samfund möts i dialoggruppen.",
        "Islamism, nazism och vänsterextremism behandlas i var sitt avsnitt.",
        "Kommunen är liberal i frågan.",
        "Alla som är muslimer ska kunna be.",
        "Hon är medlem i hyresgästföreningen.",
        "han är aktiv i fotbollsklubben",
        "Den som är troende ska bemötas som alla andra.",
    ],
)
def test_beliefs_of_no_one_in_particular_are_let_be(text):
    assert marked(text, Kind.BELIEF) == []
