import pytest

from forebygg.privacy.guard import Kind, look
from tests.privacy.marked import marked


@pytest.mark.parametrize(
    "address",
    [
        "Storgatan 14 B",
        "storgatan 14",
        "Björkvägen 3, lgh 1102",
        "Lillgatan 22, 123 45 Granvik",
        "Södra Långgatan 3B, 2 tr",
        "Norra Gränd 5A",
        "Sjöallén 118",
        "Tallbacken 7",
        "Brunnsgatan 4-6",
    ],
)
def test_a_street_with_its_number_is_an_address(address):
    assert marked(f"familjen bor på {address}", Kind.ADDRESS) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "Vid Storgatan och Järnvägsgatan samlas folk.",
        "på vägen 3 km från skolan",
        "Längs väg 40 och riksväg 50.",
        "Handlingsplan 2 och verksamhetsplan 2024.",
        "Se sidan 14 b i planen.",
    ],
)
def test_roads_plans_and_streets_without_a_house_are_no_addresses(text):
    assert marked(text, Kind.ADDRESS) == []


@pytest.mark.parametrize("plate", ["WAM 12D", "WAM12D", "LOJ 449", "LOJ449"])
def test_a_registration_plate_is_found(plate):
    assert marked(f"en svart volvo {plate} körde förbi", Kind.PLATE) == [plate]


def test_a_plate_in_small_letters_is_found_where_a_vehicle_is_spoken_of():
    assert marked("skåpbilen zup512 stod där", Kind.PLATE) == ["zup512"]
    assert marked("koden zup512 går till förrådet", Kind.PLATE) == []


@pytest.mark.parametrize("text", ["ISO 27001 krävs.", "SFS 201 och SOU 202.", "BBR 100 kr", "KPI 120"])
def test_standards_and_statutes_are_no_plates(text):
    assert look(text) == []
