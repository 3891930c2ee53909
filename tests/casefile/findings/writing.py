"""Small papers of Granviks kommun, written for one finding at a time."""

from forebygg.casefile import read_texts
from forebygg.casefile.contract import as_json
from forebygg.casefile.paper import Text

NUMBER = "KS 2024/00100"
TITLE = "Handlingsplan mot våldsbejakande extremism"
SIGN = "Justerandes sign\tUtdragsbestyrkande"


def plan(day, sections, contents=()):
    """An edition; *sections* are (heading, text), *contents* the rows of its table of contents."""
    listed = ["Innehåll", "", *(f"{row}.....2" for row in contents), ""] if contents else []
    told = [line for heading, text in sections for line in (heading, "", text, "")]
    return "\n".join([TITLE, "", day, "", *listed, *told])


def item(paragraph, *parts, number=NUMBER, title=TITLE):
    """An extract; *parts* are (heading, text)."""
    told = [line for heading, text in parts for line in (heading, "", text, "")]
    return "\n".join([f"§ {paragraph}", "", f"Dnr {number}", "", title, "", *told, SIGN, ""])


def cover(body, day, *, approved="", posted="", removed="", present=("Anna Berg (S), ordförande",)):
    return "\n".join([
        "SAMMANTRÄDESPROTOKOLL", "", body, "", f"Sammanträdesdatum\t{day}", "",
        "Plats och tid\tRådhuset, kl. 13.00–15.00", "", "Beslutande", "", *present, "",
        f"Justeringsdatum\t{approved}" if approved else "", "Paragrafer\t44–64", "", SIGN, "",
        "ANSLAG/BEVIS", "", f"Organ\t{body}", f"Sammanträdesdatum\t{day}",
        f"Anslaget sätts upp\t{posted}", f"Anslaget tas ned\t{removed}", "Protokollet förvaras\tKansliet", "",
    ])  # fmt: skip


def memo(day, *parts, to="Kommunstyrelsen", number=NUMBER, officer="Disa Ek", post="Säkerhetssamordnare"):
    told = [line for heading, text in parts for line in (heading, "", text, "")]
    return "\n".join([
        "Granviks kommun", "Kommunkontoret", officer, post, "kommunkontoret@granvik.example", "",
        "TJÄNSTESKRIVELSE", "", day, "", "1 (1)", "", f"Dnr {number}", "", to, "", TITLE, "", *told,
        officer, post, "",
    ])  # fmt: skip


def referral(day, *addressees):
    return "\n".join([
        "Granviks kommun", "Kommunkontoret", "", "REMISS", "", day, "", f"Dnr {NUMBER}", "",
        "Remissinstanser", "", *addressees, "", f"Remiss av {TITLE.casefold()}", "",
        "Ni får nu möjlighet att lämna synpunkter på förslaget innan kommunstyrelsen behandlar det.", "",
        "Disa Ek", "Säkerhetssamordnare", "",
    ])  # fmt: skip


def answer(day, body, signer="Bo Ask", number=NUMBER):
    return "\n".join([
        f"{body} i Granvik", "", "YTTRANDE", "", day, "", f"Dnr {number}", "", "Kommunstyrelsen", "",
        f"Yttrande över {TITLE.casefold()}", "",
        "Vi har tagit del av förslaget och är positiva till att kommunen tar fram en plan.", "",
        signer, "Ordförande", "",
    ])  # fmt: skip


def statement(*headings, text="Vi saknar skolan i avsnittet om stöd till enskilda."):
    return "\n".join([
        "Granvikspartiet", "", *headings, "", "Kommunstyrelsens sammanträde den 6 mars 2024", "",
        f"Ärende 4. {TITLE}", "", text, "", "Ulla Fors", "Ledamot", "",
    ])  # fmt: skip


def read(*papers):
    lines = tuple("\n".join(papers).split("\n"))
    return read_texts([Text(file="granvik.txt", form="text", lines=lines)])


def found(code, *papers):
    """The findings with this code, as the contract tells them."""
    case = as_json(read(*papers))
    return [finding for finding in case["findings"] if finding["code"] == code]


def rows(finding, *papers):
    """What stands in the lines that the finding points at."""
    lines = "\n".join(papers).split("\n")
    return [" ".join(filter(None, lines[first - 1 : last])) for first, last in finding["lines"]]
