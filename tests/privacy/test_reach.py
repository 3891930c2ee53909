import pytest

from forebygg.privacy.guard import Kind, look
from tests.privacy.marked import marked


@pytest.mark.parametrize(
    "number",
    [
        "070-174 06 05",
        "0701740633",
        "+46 70 174 06 58",
        "+46(0)70-1740622",
        "0046 70 174 06 22",
        "08-465 004 15",
        "(08) 465 004 15",
        "08/465 004 16",
        "031-390 06 12",
        "0701-740622",
    ],
)
def test_a_telephone_number_is_found_however_it_is_parted(number):
    assert marked(f"Ring {number} om det händer igen.", Kind.PHONE) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Ring 112 om det är akut och 114 14 om det inte brådskar.",
        "Kontakta 1177 för råd.",
        "Kl 08-16 är expeditionen bemannad.",
        "Perioden 2024-05-01--2024-06-01 och 05-01-2024.",
        "Bidraget är 150 000 kronor.",
        "Avsnitt 4.2 och bilaga 12.",
    ],
)
def test_public_numbers_times_and_amounts_are_no_telephones(text):
    assert look(text) == []


def test_an_e_mail_address_is_found_without_the_full_stop_after():
    assert marked("Mejla anna.b@skola.example.org.", Kind.EMAIL) == ["anna.b@skola.example.org"]


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("han heter @viking_1488 på tiktok", "@viking_1488"),
        ("snapchat: kalle_kula09", "kalle_kula09"),
        ("lägg till wolfpack#2291 på discord", "wolfpack#2291"),
        ("användaren u/frihetskamp lägger upp det", "u/frihetskamp"),
        ("se tiktok.com/@svart.sol88", "tiktok.com/@svart.sol88"),
        ("han kallar sig blackie2008 på snap", "blackie2008"),
        ("Hans konto på tiktok är norra.kungen.", "norra.kungen"),
        ("hennes insta heter lillan_06 nu", "lillan_06"),
    ],
)
def test_a_name_on_a_social_network_is_found(text, handle):
    assert marked(text) == [handle]


@pytest.mark.parametrize(
    "text", ["Kontot på Instagram är kommunens.", "Kontot är spärrat.Sen hände inget.", "Kontot heter Trygg."]
)
def test_an_account_that_is_only_spoken_of_is_no_handle(text):
    assert marked(text, Kind.HANDLE) == []


@pytest.mark.parametrize("text", ["Skriv @alla i kanalen.", "Hashtaggen #intehär användes.", "Sms:a @kanal."])
def test_what_calls_everyone_is_nobodys_name(text):
    assert look(text) == []
