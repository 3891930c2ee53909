import pytest

from forebygg.commitments.rules.proposing import match

REGISTER = [
    (1, "Kommunstyrelsen", "board"),
    (2, "Kultur- och fritidsnämnden", "board"),
    (3, "Barn- och utbildningsnämnd", "board"),
    (4, "Socialnämnden", "board"),
    (5, "Granviks Bostadsbolag AB", "company"),
    (6, "Björkskolan", "unit"),
    (7, "Tallskolan", "unit"),
    (8, "Nämnden för arbete och välfärd", "board"),
    (9, "Kultur- och fritidsförvaltningen", "department"),
    (10, "HR-avdelningen", "unit"),
]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("kommunstyrelsens", 1),
        ("KS", 1),
        ("kultur- och fritidsnämnden", 2),
        ("Kultur och fritidsnämnd", 2),
        ("barn- och utbildningsnämnden", 3),
        ("Utbildnings- och barnnämnden", 3),
        ("det kommunala bostadsbolaget", 5),
        ("nämnden för arbete och välfärd", 8),
        ("kultur- och fritidsförvaltningen", 9),
        ("HR", 10),
    ],
)
def test_a_name_is_found_however_it_is_inflected(words, key):
    assert match(words, REGISTER) == key


@pytest.mark.parametrize(
    "words", ["skolan", "nämnden", "respektive nämnd", "alla verksamheter", "BRÅ", "polisen", ""]
)
def test_nobody_is_guessed(words):
    assert match(words, REGISTER) is None


def test_two_alike_are_none():
    assert match("biblioteket", [(1, "Norra biblioteket", "unit"), (2, "Södra biblioteket", "unit")]) is None
