"""The invented case moved: the same story in another municipality, in another year, among other people."""

import datetime as dt
import random
import re

MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
YEAR_OF_WEEKS = dt.timedelta(days=364)  # every date keeps its weekday
STARTS = dt.date(2024, 9, 1)  # nothing in the case is older: a day without year follows this one

ISO = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)")
WRITTEN = re.compile(rf"(?<!\d)(\d{{1,2}}) ({'|'.join(MONTHS)})( 20\d\d)?")
MONTH = re.compile(rf"(?<!\d )({'|'.join(MONTHS)}) (20\d\d)")
YEARS = re.compile(r"(?<=år )20\d\d|20\d\d(?=–20\d\d)|(?<=\d–)20\d\d")
PARAGRAPHS = re.compile(r"(§§? ?|Paragrafer\t)(\d+(?:[–-]\d+)?(?:, \d+(?:[–-]\d+)?)*)(?![\d-])")
PARTY = re.compile(r"(?<=\()[A-Z]{1,3}(?=\))|(?<=sekreterare, )[A-Z]{1,3}")
REGISTRY = re.compile(r"KS 2024/00(\d{3})")

PEOPLE = (
    "Agneta Brunnberg|Amanda Kvistgård|Anton Veijola|Birgitta Norling-Falk|Bo Tingvall|Christer Palmblad|"
    "Conny Ahlbeck|Elin Myrman Östlind|Ewa Kullgren|Farid Haddadi|Fredrika af Granholt|Göran Fältström|"
    "Håkan Lövdahl|Ingela Stenhage|Jessica Trygg|Johanna Prytzell|Josef Malki|Kent Hagelius|Leif Skogsdal|"
    "Lena Wikmar|Maj-Lis Ekenstam|Maria Rosenkvist|Marta Nowicka|Mikael Dorell|Monika Ålander|Nils Fagerhult|"
    "Oskar Hedvall|Per-Olof Sjövall|Peter Nyhem|Rickard Tollin|Roland Åsbrinker|Samira Yildirim Berg|"
    "Stig-Arne Hedlöf|Torbjörn Rydqvist|Tove Rönnlid|Ulla-Britt Tjäderborn|Wilma Dahlner"
).split("|")
FIRST = (
    "Åke Birgit Cecilia Dag Esmeralda Fatima Gun-Britt Hamid Inga-Lill Jan-Erik Kerstin Lovisa Mohammed "
    "Noomi Olof Päivi Ragnhild Sven-Olov Tuula Ulrik Veronica Yngve Zeinab Ärla Örjan"
).split()
SURNAMES = (
    "Abrahamsson|Björk|von Cederhjelm|de la Motte|Ekman-Lind|Forsell|Grahn Hägg|Hölttä|Iversen|Jonasson|"
    "Kvist|Ljungqvist|Mårtensson|Nguyen|Öberg|Piirainen|Rehn|Saadi|Tengvall|Uddén|Vikström|Wärn|Ylipää|Zetterlund|"
    "Åkerblom|Ängquist|Hedin|Norrby|Palm|Strömberg|Lindh Nyman|Alm|Dahlin|Frisk Holm|Malm|Sandell|Ternström"
).split("|")
PLACES = ("Ekhamn", "Norrsele", "Åkervik", "Lillforsa", "Östanmyra", "Brunnslätt")
WORDS = {
    "emokratiberedning": ("rygghetsberedning", "andsbygdsberedning", "edborgarberedning"),
    "rbetsutskott": ("edningsutskott", "laneringsutskott", "älfärdsutskott"),
    "ngdomsråd": ("levråd", "eniorråd", "ensionärsråd"),
    "brottsförebyggande rådet": ("brottsförebyggande rådet", "trygghetsrådet", "folkhälsorådet"),
    "Kommunledningsförvaltningen": ("Kommunstyrelseförvaltningen", "Stadsledningskontoret", "Kommunkontoret"),
    "Lilla salen": ("Sessionssalen", "Rum 314", "Konferensrum Eken"),
    "Stora salen": ("Fullmäktigesalen", "Folkets hus, A-salen", "Aulan"),
    "Sammanträdesrum Åsen": ("Sal B", "Blå rummet", "Sammanträdesrum Tallen"),
    "Rådhuset": ("Kommunhuset", "Stadshuset", "Förvaltningshuset"),
    "ommunkansliet": ("ommunarkivet", "ansliavdelningen", "entralarkivet"),
}
# The first letters that go with the words above, small or capital, as the paper has them.
INITIALS = {"emokratiberedning": "dtlm", "rbetsutskott": "alpv", "ngdomsråd": "uesp", "ommunkansliet": "kkkc"}
REGISTRIES = ("KS {year}/00{number}", "KS/{year}:{number}", "{year}/KS 0{number} 003", "KS-{year}-00{number}")
NATIONAL = ("S", "M", "SD", "C", "V", "KD", "L", "MP")
LOCAL = ("FÅV", "Ö", "KP", "LPo", "SiV")


class Move:
    """One way to move the case; the same seed always gives the same."""

    def __init__(self, seed):
        draw = random.Random(seed)
        self.years = draw.choice([-14, -11, -8, -5, -2, -1, 1, 3, 6, 10])
        self.paragraphs = draw.randrange(400)
        self.registry = draw.choice(REGISTRIES)
        self.parties = dict(
            zip(("S", "M", "SD", "C", "V", "KD", "MP"), draw.sample(NATIONAL, 7), strict=True)
        )
        self.parties["GRP"] = draw.choice([party for party in LOCAL if party.isupper()])
        self.words = dict(self._words(draw))
        self._any_word = re.compile("|".join(sorted(map(re.escape, self.words), key=len, reverse=True)))

    def _words(self, draw):
        place = draw.choice(PLACES)
        yield "Granvik", place
        yield "granvik", place.casefold()
        surnames = draw.sample(SURNAMES, len(PEOPLE))
        for name, surname in zip(PEOPLE, surnames, strict=True):
            first = draw.choice(FIRST)
            yield name, f"{first} {surname}"
            if name == "Anton Veijola":
                yield "anton.veijola", f"{first}.{surname}".casefold().replace(" ", ".")
        for word, others in WORDS.items():
            number = draw.randrange(len(others))
            if letters := INITIALS.get(word):
                old, new = letters[0], letters[number + 1]
                yield f"{old}{word}", f"{new}{others[number]}"
                yield f"{old.upper()}{word}", f"{new.upper()}{others[number]}"
            else:
                yield word, others[number]

    def text(self, text):
        """The text moved: every date, year, paragraph, number, party, body, room and name."""
        text = REGISTRY.sub(lambda match: self._registry(match[1]), text)
        text = PARAGRAPHS.sub(lambda match: match[1] + re.sub(r"\d+", self._paragraph, match[2]), text)
        text = MONTH.sub(lambda match: self._month(match[1], int(match[2])), text)
        text = WRITTEN.sub(self._written, text)
        text = ISO.sub(lambda match: self.day(dt.date(*map(int, match.groups()))).isoformat(), text)
        text = YEARS.sub(lambda match: str(int(match[0]) + self.years), text)
        text = PARTY.sub(lambda match: self.parties[match[0]], text)
        return self._any_word.sub(lambda match: self.words[match[0]], text)

    def day(self, day):
        return day + self.years * YEAR_OF_WEEKS

    def sheet(self, value, key=None):
        """The answer sheet moved, figures that are paragraphs included."""
        if isinstance(value, dict):
            return {name: self.sheet(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [self.sheet(inner, key) for inner in value]
        if isinstance(value, str):
            return self.parties[value] if key == "party" else self.text(value)
        return value + self.paragraphs if key in {"paragraph", "paragraphs", "present"} and value else value

    def _registry(self, number):
        return self.registry.format(year=2024 + self.years, number=number)

    def _paragraph(self, match):
        return str(int(match[0]) + self.paragraphs)

    def _month(self, month, year):
        moved = self.day(dt.date(year, MONTHS.index(month) + 1, 15))
        return f"{MONTHS[moved.month - 1]} {moved.year}"

    def _written(self, match):
        day, month = int(match[1]), MONTHS.index(match[2]) + 1
        year = int(match[3]) if match[3] else STARTS.year + (month < STARTS.month)
        moved = self.day(dt.date(year, month, day))
        return f"{moved.day} {MONTHS[moved.month - 1]}" + (f" {moved.year}" if match[3] else "")
