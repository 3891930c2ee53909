import datetime as dt

import pytest

from forebygg.commitments.rules.proposing import Level, Missing, Reason, Rhythm, Strength
from tests.commitments.rules.proposing.plans import named, only


@pytest.mark.parametrize(
    ("text", "who", "strength"),
    [
        ("Socialnämnden ska erbjuda stöd till avhoppare.", [("Socialnämnden", "board")], Strength.SHALL),
        ("Varje förvaltning bör utse en kontaktperson.",
         [("Varje förvaltning", "department")], Strength.SHOULD),
        ("Vid oro erbjuder socialtjänsten samtal.", [("socialtjänsten", "unit")], Strength.OFFERS),
        ("BRÅ möts fyra gånger per år.", [("BRÅ", "council")], Strength.DOES),
        ("Det lokala brottsförebyggande rådet ansvarar för lägesbilden.",
         [("Det lokala brottsförebyggande rådet", "council")], Strength.ANSWERS),
        ("Ytterst ansvarig är kommunstyrelsen.", [("kommunstyrelsen", "board")], Strength.ANSWERS),
        ("Uppdraget att leda ligger på kommunstyrelsen.", [("kommunstyrelsen", "board")], Strength.ANSWERS),
        ("Det är respektive nämnds ansvar att ta fram rutiner.",
         [("respektive nämnd", "board")], Strength.ANSWERS),
        ("Kommunledningskontoret ges i uppdrag att ta fram en plan.",
         [("Kommunledningskontoret", "department")], Strength.DOES),
        ("Nämnden för arbete och hälsa har att rapportera varje år.",
         [("Nämnden för arbete och hälsa", "board")], Strength.SHALL),
        ("Kultur- och fritidsnämnden och skolan ordnar en temavecka.",
         [("Kultur- och fritidsnämnden", "board"), ("skolan", "unit")], Strength.DOES),
        ("Uppsökande arbete ska bedrivas av fältgruppen.", [("fältgruppen", "unit")], Strength.SHALL),
        ("Visar uppföljningen på brister ska ansvarig nämnd ändra åtgärden.",
         [("ansvarig nämnd", "board")], Strength.SHALL),
        ("Om en medarbetare misstänker brott ska hen göra en anmälan.",
         [("en medarbetare", "role")], Strength.SHALL),
        ("Den som i sitt arbete får veta att ett barn far illa ska anmäla det.",
         [("Den som i sitt arbete", "role")], Strength.SHALL),
        ("Personal inom socialtjänsten kan erbjuda samtal till anhöriga.",
         [("Personal inom socialtjänsten", "role")], Strength.MAY),
        ("Det kommunala bostadsbolaget förutsätts medverka.",
         [("Det kommunala bostadsbolaget", "company")], Strength.SHALL),
    ],
)  # fmt: skip
def test_those_who_are_to_act_are_named(text, who, strength):
    proposal = only(text)

    assert (named(proposal), proposal.strength, proposal.why.reason) == (who, strength, Reason.NAMED)


def test_those_who_receive_are_quoted_as_they_stand():
    why = only("Den som har mött hot, hat eller våld i arbetet ska få stöd samma dag.").why

    assert why.reason is Reason.RECEIVES
    assert why.values == {"who": "Den som har mött hot, hat eller våld i arbetet"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Handlingsplanen ska revideras 2027.", Reason.PASSIVE),
        ("En lägesbild kommer att tas fram.", Reason.PASSIVE),
        ("Alla förvaltningar ska få utbildning.", Reason.RECEIVES),
        ("Chefer utbildas varje år.", Reason.RECEIVES),
        ("Arbetet ska bygga på kunskap.", Reason.NOBODY),
        ("Granviks kommun ska erbjuda stöd till anhöriga.", Reason.WHOLE),
        ("Vi följer upp planen varje år.", Reason.WHOLE),
    ],
)
def test_what_binds_nobody_by_name_falls_to_the_executive_board(text, reason):
    why = only(text).why

    assert (why.reason, why.falls_to_executive_board) == (reason, True)


@pytest.mark.parametrize(
    "text",
    [
        "Polisen utreder brott.",
        "Polisen gör bedömningen och kriminalvården ansvarar för den dömde.",
        "Den som är dömd ska i första hand hanteras av Säkerhetspolisen.",
        "Center mot våldsbejakande extremism erbjuder stöd till kommuner.",
        "Personal inom hälso- och sjukvården ansvarar för behandlingen.",
        "Föreningar och trossamfund anordnar samtal.",
    ],
)
def test_those_outside_are_not_bound(text):
    assert only(text) is None


def test_those_outside_who_take_part_are_counterparts():
    proposal = only("Socialnämnden och polisen ska i samråd med Region Mellanås hålla samtal.")

    assert named(proposal) == [("Socialnämnden", "board")]
    assert [actor.words for actor in proposal.counterparts] == ["polisen", "Region Mellanås"]


@pytest.mark.parametrize(
    "text",
    [
        "Med unga menas personer som inte har fyllt 21 år.",
        "Enligt socialtjänstlagen ska nämnden verka för att barn växer upp tryggt.",
        "Socialnämnden ska enligt socialtjänstlagen verka för att barn växer upp tryggt.",
        "Kommunfullmäktige gav den 14 juni 2023 kommunstyrelsen i uppdrag att ta fram ett program.",
        "Revisorerna har påpekat att uppföljningen är svag.",
        "Under 2025 utbildade vi 640 medarbetare.",
        "Alla invånare ska känna sig trygga.",
        "Ingen medarbetare ska behöva möta hat ensam.",
        "Planen ska läsas tillsammans med trygghetspolicyn.",
        "Kommunfullmäktige antar planen.",
        "Det är viktigt att skolan uppmärksammar oro.",
        "Det kan handla om föreläsningar eller samtalsgrupper.",
        "Stödet kan exempelvis avse boende.",
        "Granviks kommun har ett nära samarbete med andra kommuner.",
        "Socialarbetare och skolpersonal arbetar på denna nivå.",
        "I styrgruppen ingår förvaltningschefer och räddningschefen.",
        "Skola och socialtjänst möts redan i dag.",
        "Ring socialtjänsten om du är orolig.",
        "Den som är orolig ska kontakta sin vårdcentral.",
        "Andel elever som är trygga: från 82 till 90 procent 2029.",
        "Vad gör socialnämnden?",
    ],
)
def test_what_explains_hopes_quotes_or_remembers_is_no_commitment(text):
    assert only(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen för inga register över personer.",
        "Vi registrerar aldrig vad någon tycker.",
        "Inga personuppgifter får registreras i lägesbilden.",
        "Uppgifter om enskilda får delas bara när lagen tillåter det.",
        "Socialnämnden ska inte föra anteckningar om åsikter.",
    ],
)
def test_to_refuse_is_to_promise(text):
    assert only(text).refusal


def test_a_subordinate_clause_does_not_promise_what_its_main_clause_only_recommends():
    assert only("Samordnaren rekommenderar att nämnder tar fram planer och utser kontaktpersoner.") is None


@pytest.mark.parametrize(
    ("text", "due_on", "rhythm"),
    [
        ("Socialnämnden ska ta fram en rutin senast den 30 juni 2026.", dt.date(2026, 6, 30), None),
        ("Socialnämnden ska ta fram en rutin senast 2026-03-31.", dt.date(2026, 3, 31), None),
        ("Socialnämnden ska ta fram en rutin senast februari 2028.", dt.date(2028, 2, 29), None),
        ("Socialnämnden ska ta fram en rutin före 2027.", dt.date(2027, 12, 31), None),
        ("Socialnämnden ska ta fram en rutin hösten 2026.", None, None),
        ("Socialnämnden ska rapportera senast den 31 januari varje år.", None, Rhythm.YEAR),
        ("Socialnämnden ska rapportera vartannat år.", None, Rhythm.TWO_YEARS),
        ("Socialnämnden ska rapportera två gånger per år.", None, Rhythm.HALF_YEAR),
        ("Socialnämnden ska rapportera fyra gånger om året.", None, Rhythm.QUARTER),
        ("Socialnämnden ska rapportera varje termin.", None, Rhythm.TERM),
        ("Socialnämnden ska rapportera månadsvis.", None, Rhythm.MONTH),
        ("Socialnämnden ska rapportera vart tredje år.", None, None),
    ],
)
def test_a_day_or_a_rhythm_is_reckoned_where_the_words_are_plain(text, due_on, rhythm):
    when = only(text).when

    assert when.words
    assert (when.due_on, when.rhythm) == (due_on, rhythm)


@pytest.mark.parametrize("words", ["löpande", "kontinuerligt", "vid behov", "enligt beslutet den 3 maj 2022"])
def test_words_that_nobody_can_be_late_by_are_no_date(words):
    proposal = only(f"Socialnämnden ska {words} ta fram rutiner.")

    assert not proposal.when.words
    assert Missing.DATE in proposal.missing


def test_a_sentence_without_actor_date_and_evidence_is_toothless():
    vague, firm = (
        only("Arbetet ska främja en god utveckling."),
        only("Rektor utser en kontaktperson varje höst."),
    )

    assert (vague.missing, vague.toothless) == (frozenset(Missing), True)
    assert (firm.missing, firm.toothless) == (frozenset(), False)


@pytest.mark.parametrize(
    ("title", "label", "level"),
    [
        ("Generella förebyggande insatser", "3.1", Level.GENERAL),
        ("Insatser på selektiv nivå", "3.2", Level.GROUP),
        ("När vi är oroliga för någon", "", Level.INDIVIDUAL),
        ("Stöd till anhöriga", "7", Level.INDIVIDUAL),
        ("Generella, selektiva och indikerade insatser", "3", None),
        ("Utbildning", "5", None),
    ],
)
def test_the_heading_tells_the_level(title, label, level):
    assert only("Socialtjänsten erbjuder samtal.", title=title, label=label).level == level
