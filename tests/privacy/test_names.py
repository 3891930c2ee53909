import pytest

from forebygg.privacy.guard import look
from tests.privacy.marked import names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Motionen av Pär Gustafsson avslås.", ["Pär Gustafsson"]),
        ("Sara Carlsson Hägglund yrkar bifall.", ["Sara Carlsson Hägglund"]),
        ("Isak Stål och hans polare", ["Isak Stål"]),
        ("Det var Viktor von Essen som bjöd in talaren.", ["Viktor von Essen"]),
        ("Fältarna såg Omar al-Sayed dela ut flygblad.", ["Omar al-Sayed"]),
        ("Nguyễn Văn Minh blev slagen", ["Nguyễn Văn Minh"]),
        ("Þórdís Jónsdóttir är volontär", ["Þórdís Jónsdóttir"]),
        ("Karin\nEk deltog.", ["Karin\nEk"]),
    ],
)
def test_a_full_name_is_marked_whole(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pratade med ahmed i korridoren", ["ahmed"]),
        ("mohameds storebror hämtade honom", ["mohameds"]),
        ("fadumo sa att hon inte vågar", ["fadumo"]),
        ("emil b. la ut filmen", ["emil b."]),
        ("muhammed å ali var där", ["muhammed", "ali"]),
        ("petras bedömning är allvarlig", ["petras"]),
        ("vi ses hos birgit kl 3", ["birgit"]),
        ("gunbritt tycker vi ska avvakta", ["gunbritt"]),
    ],
)
def test_names_are_found_as_staff_type_them(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BJÖRN HOLMSTRÖM ska inte ha nyckel!", ["BJÖRN HOLMSTRÖM"]),
        ("ARVID HAR SLAGIT IGEN", ["ARVID"]),
        ("INGEN UTBILDNING HAR HÅLLITS UNDER VÅREN", []),
        ("NÄSTA MÖTE ÄR I BJÖRKSALEN KLOCKAN TIO", []),
        ("Ny Chef På Fritid Tillträder I Mars", []),
    ],
)
def test_capitals_count_only_where_they_tell_something(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Enligt Ö.K. var det inte första gången.", ["Ö.K."]),
        ("Anmälan gäller Emil B som filmade.", ["Emil B"]),
        ("A. Haddad nämns i flera samtal.", ["A. Haddad"]),
        ("S.A. och L.M. ska ses", ["S.A.", "L.M."]),
        ("Bilaga B och avsnitt C.", []),
    ],
)
def test_initials_stand_for_someone(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Linda vägrade prata", ["Linda"]),
        ("Linda om foten om den svullnar.", []),
        ("linda vägen är avstängd", []),
        ("Sten sa att hans farbror var med", ["Sten"]),
        ("Sten och gatsten kastades mot bussen.", []),
        ("vi har försökt nå Björn i två veckor", ["Björn"]),
        ("Björn sågs vid återvinningsstationen.", []),
        ("Vilja skriver dikter", ["Vilja"]),
        ("Ask är bara tolv år", ["Ask"]),
        ("Nora grät hela lektionen", ["Nora"]),
        ("Nora kommun och Mora kommun har samma plan.", []),
        ("Olle och Sten bråkade", ["Olle", "Sten"]),
        ("Hans nummer står på lappen.", []),
        ("Hans Ek står på listan.", ["Hans Ek"]),
    ],
)
def test_a_name_that_is_a_word_too_is_told_by_what_stands_around(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Träffen hålls på Maria kyrkogata.",
        "Skolan ligger vid Olof Palmes plats.",
        "Alfred Nobels allé är avspärrad.",
        "Adolf Fredriks musikklasser sjöng.",
        "S:t Jakobs kyrka har fått klotter.",
        "Bussen går från Sankt Eriksplan.",
        "Kvinnojouren Alma har öppet.",
        "Restaurang Ali Baba lånade ut stolar.",
        "Stormen Alfrida ställde in mötet.",
        "En anmälan enligt lex Maria berör inte oss.",
        "Elever med Aspergers syndrom kan behöva stöd.",
        "Grupprummen heter Saga, Sol och Viken.",
        "Frida är ett nätverk för kvinnojourer.",
        "Hugo är namnet på en storm.",
        "Ernst & Young granskade arbetet.",
        "Business Region Göteborg och Norra Biskopsgården.",
        "Kommunerna Mariestad, Gustavsberg och Eskilstuna deltog.",
        "ICA Nära och Röda Korset hjälper till.",
        "Stadsbyggnadsnämnden och Socialnämnd Centrum.",
        "Killar med MC-västar stod utanför.",
        "Europeiska kommissionen och Radicalisation Awareness Network.",
        "Gruppen kallar sig Granvik Boys.",
        "Maj har varit lugn.",
        "Maj och juni har varit lugna.",
    ],
)
def test_what_is_called_after_someone_is_no_one(text):
    assert look(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kusinen Baran har varit borta", ["Baran"]),
        ("mamma till Elliot hörde av sig", ["Elliot"]),
        ("Pappan, Reza Karimi, vill inte", ["Reza Karimi"]),
        ("tjejen som heter Wilma skrev", ["Wilma"]),
        ("Ahmeds skola ringde", ["Ahmeds"]),
        ("Haddad, Amira var inte närvarande.", ["Haddad", "Amira"]),
        ("har ni hört nåt från Kowalczyk?", ["Kowalczyk"]),
        ("han heter visst Greven", ["Greven"]),
        ("Isak Stål och hans polare kallar sig Brödraskapet", ["Isak Stål"]),
        ("tror ebba och iris har bråkat", ["ebba", "iris"]),
        ("BARNET HETER ELSA LUND", ["ELSA LUND"]),
        ("familjen svensson på tvåan", ["svensson"]),
    ],
)
def test_kinship_titles_and_prepositions_show_a_name(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text", ["de är ine med", "vi har äve frågat", "jag har alla ilar kvar", "the lines are long"]
)
def test_a_slip_of_the_pen_or_an_english_word_is_no_name(text):
    assert names(text) == []
