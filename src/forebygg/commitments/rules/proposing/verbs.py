"""The verbs of plans: which form is which, and which verbs tell that something is done.

Swedish puts the finite verb second, so a list of the verbs that steering documents live on, with their forms
worked out, tells a verb from a plural ("leder", "insatser") without a grammar. Directly after somebody who
acts also an unlisted word with a verb's ending counts (`may_be_present`).
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple


class Form(StrEnum):
    """What a verb's form says of time."""

    PRESENT = "present"
    PAST = "past"
    INFINITIVE = "infinitive"
    SUPINE = "supine"


class Verb(NamedTuple):
    """A form of a verb; `lemma` is its infinitive, active."""

    lemma: str
    form: Form
    passive: bool


# -ar: samordna, samordnar, samordnas, samordnade, samordnat.
_FIRST: Final = (
    "acceptera administrera ansluta avgöra bekämpa belasta bevara bredda budgetera debattera "
    "digitalisera effektivisera efterleva fastslå fungera förlänga förvalta hotbedöma hänskjuta "
    "hänvisa intensifiera involvera klargöra kompensera konsekvensbedöma kvalitetsgranska modernisera "
    "nätverka ombesörja ompröva omvärldsbevaka påkalla remittera repetera respektera riskbedöma "
    "skärpa systematisera tillvarata tolerera tydliggöra underhålla underrätta undervisa uppge "
    "uppvärdera vidga äga överlämna överlåta adressera agera aktivera aktualisera analysera anlita "
    "anmäla anordna ansvara anpassa anpassa använda ansöka arbeta arrangera avdela avrapportera "
    "avsluta barnsäkra bearbeta bedöma bekosta behandla belysa bemanna beakta bereda besluta besöka "
    "betala bevaka bevilja bidra bilda bistå bjuda boka bryta budgetera buga checka coacha dela "
    "delegera dokumentera driva efterfråga engagera erbjuda etablera evaluera exkludera fastställa "
    "finansiera fokusera forma formulera fortbilda fortsätta främja fördela fördjupa förankra "
    "förbereda förbättra förebygga föreslå förhindra förmedla förstärka förtydliga garantera "
    "genomföra genomlysa granska handlägga handha handleda hantera hindra hjälpa identifiera "
    "implementera informera initiera inkludera integrera introducera inventera jobba justera kalla "
    "kartlägga kommunicera komplettera konkretisera kontakta kontrollera kontraktera koordinera "
    "koppla leda lämna lansera lyfta löna marknadsföra medverka medvetandegöra minimera minska "
    "mobilisera motarbeta motverka mäta nominera nyttja observera omhänderta omsätta ordna organisera "
    "orientera peka placera planera polisanmäla prata praktisera presentera prioritera producera "
    "prova pröva publicera påbörja påminna påverka påtala rapportera realisera redovisa registrera "
    "rekrytera reda reglera resa revidera rusta rådgöra samarbeta samla samordna samråda samtala "
    "samverka sammanfatta sammankalla satsa sjösätta skapa skicka skola skydda sluta spara spegla "
    "sprida spana starta stimulera strukturera sträva stärka stötta stödja subventionera synliggöra "
    "synka säkerställa säkra testa tillgodose tillämpa tillgängliggöra tillhandahålla tillsätta "
    "träffa träna undersöka undersöka understödja uppdatera uppdra uppmuntra uppmana uppmärksamma "
    "upprepa upprätta upprätthålla uppvakta utarbeta utbilda utforma utföra utreda utrusta utse "
    "utvidga utveckla utvärdera utöka utöva vaccinera vaka vidareutbilda vidareutveckla "
    "vidareförmedla verka verkställa visualisera vägleda värna återkoppla åtgärda återrapportera "
    "ajourhålla öka öppna översända övervaka övergå dra möta öva pejla skanna kvalitetssäkra "
    "aktualitetspröva ställa anställa hälsa diskutera reflektera uppdatera lokalisera arkivera "
    "diarieföra gallra signera underteckna teckna förhandla anta tillfråga intervjua enkäta spåra "
    "larma rikta tilldela avsätta anslå motivera certifiera kvittera granska stämma fråga svara "
    "ansvara tala visa betona belöna medla lotsa slussa stänga jaga städa sanera klottra anonymisera "
    "radera gallra avidentifiera uppsöka vandra nattvandra"
)
# -er and what is irregular: the present, from which the passive follows ("följer", "följs").
_SECOND: Final = (
    "ansluta:ansluter avgöra:avgör efterleva:efterlever fastslå:fastslår förlänga:förlänger "
    "hotbedöma:hotbedömer hänskjuta:hänskjuter klargöra:klargör konsekvensbedöma:konsekvensbedömer "
    "ombesörja:ombesörjer riskbedöma:riskbedömer skärpa:skärper tillvarata:tillvaratar "
    "tydliggöra:tydliggör underhålla:underhåller undervisa:undervisar uppge:uppger äga:äger "
    "överlåta:överlåter ansvara:ansvarar använda:använder anmäla:anmäler bedöma:bedömer "
    "belysa:belyser besöka:besöker bereda:bereder bidra:bidrar bistå:bistår bjuda:bjuder bryta:bryter "
    "driva:driver erbjuda:erbjuder fastställa:fastställer fortsätta:fortsätter fördjupa:fördjupar "
    "förebygga:förebygger förbereda:förbereder föreslå:föreslår genomföra:genomför "
    "genomlysa:genomlyser handlägga:handlägger handha:handhar handleda:handleder hjälpa:hjälper "
    "kartlägga:kartlägger leda:leder lyfta:lyfter marknadsföra:marknadsför mäta:mäter "
    "omhänderta:omhändertar omsätta:omsätter rådgöra:rådgör samråda:samråder sammankalla:sammankallar "
    "sammanställa:sammanställer sjösätta:sjösätter skydda:skyddar sluta:sluter sprida:sprider "
    "stärka:stärker förstärka:förstärker stödja:stödjer stödja:stöder synliggöra:synliggör "
    "säkerställa:säkerställer tillgodose:tillgodoser tillgängliggöra:tillgängliggör "
    "tillhandahålla:tillhandahåller tillsätta:tillsätter träffa:träffar undersöka:undersöker "
    "understödja:understödjer uppdra:uppdrar upprätthålla:upprätthåller utföra:utför utreda:utreder "
    "utse:utser verkställa:verkställer vägleda:vägleder öka:ökar översända:översänder övergå:övergår "
    "dra:drar möta:möter ställa:ställer anställa:anställer anta:antar avsätta:avsätter anslå:anslår "
    "bedriva:bedriver följa:följer uppfölja:uppföljer ge:ger göra:gör ha:har hålla:håller "
    "innehålla:innehåller få:får gå:går genomgå:genomgår delta:deltar ta:tar framta:framtar stå:står "
    "se:ser tillse:tillser överse:överser ske:sker bli:blir sätta:sätter sända:sänder skriva:skriver "
    "läsa:läser lägga:lägger höra:hör köra:kör köpa:köper sälja:säljer låta:låter komma:kommer "
    "inkomma:inkommer återkomma:återkommer söka:söker ringa:ringer inleda:inleder införa:inför "
    "bygga:bygger upphandla:upphandlar tillföra:tillför överföra:överför upprätta:upprättar "
    "meddela:meddelar begära:begär ägna:ägnar växla:växlar hyra:hyr skänka:skänker delge:delger "
    "utge:utger ange:anger avge:avger inge:inger utgå:utgår ingå:ingår medge:medger medföra:medför "
    "uppnå:uppnår nå:når motta:mottar emotta:emottar avstå:avstår tillstyrka:tillstyrker "
    "utlysa:utlyser välja:väljer utsätta:utsätter stämma:stämmer bemöta:bemöter möjliggöra:möjliggör "
    "lära:lär känna:känner finna:finner bistå:bistår vidta:vidtar fatta:fattar tillsända:tillsänder "
    "beskriva:beskriver innebära:innebär betyda:betyder framgå:framgår bestå:består finnas:finns "
    "avse:avser mena:menar definiera:definierar omfatta:omfattar syfta:syftar utgöra:utgör "
    "gälla:gäller handla:handlar vara:är kräva:kräver behöva:behöver heta:heter tro:tror vilja:vill "
    "veta:vet bero:beror visa:visar framhålla:framhåller konstatera:konstaterar påpeka:påpekar "
    "rekommendera:rekommenderar anse:anser säga:säger tyda:tyder förekomma:förekommer "
    "förefalla:förefaller tillhöra:tillhör ligga:ligger sakna:saknar prägla:präglar "
    "känneteckna:kännetecknar bygga:bygger grunda:grundar åvila:åvilar vila:vilar åligga:åligger "
    "ankomma:ankommer förutsätta:förutsätter förvänta:förväntar ålägga:ålägger beröra:berör "
    "uppfatta:uppfattar skilja:skiljer kännas:känns leva:lever bo:bor växa:växer öka:ökar "
    "minska:minskar innefatta:innefattar inbegripa:inbegriper ersätta:ersätter underlätta:underlättar "
    "understryka:understryker bidra:bidrar utmana:utmanar hota:hotar utöva:utövar främja:främjar "
    "utgå:utgår spela:spelar drabba:drabbar locka:lockar dra:drar rättfärdiga:rättfärdigar "
    "ersätta:ersätter förändra:förändrar påminna:påminner bifoga:bifogar regleras:regleras "
    "föreskriva:föreskriver stadga:stadgar föreligga:föreligger inrätta:inrättar utlova:utlovar "
    "lova:lovar åta:åtar avhålla:avhåller sammanträda:sammanträder avrapportera:avrapporterar"
)
_PAST: Final = (
    "gav gavs fick gick tog togs höll hölls stod deltog blev blevs hade gjorde gjordes beslöt beslöts "
    "drev drevs skrev skrevs lät kom såg sågs bjöd bjöds inledde inleddes ledde leddes följde följdes "
    "byggde byggdes införde infördes genomförde genomfördes genomgick antog antogs ersatte ersattes "
    "anmälde anmäldes framkom framgick utsåg utsågs valde valdes vidtog vidtogs kartlade kartlades "
    "lade lades bestod fanns ingick skulle kunde borde ville ökade minskade skedde mötte möttes "
    "träffades sammanställde sammanställdes fastställde fastställdes förde fördes sände sändes avsåg "
    "föreslog föreslogs uppgick utgjorde"
)
_DEPONENT: Final = frozenset(
    "träffas möts mötas samlas finns finnas hoppas umgås lyckas minns trivs enas hjälps delas".split()
)
_STATE: Final = frozenset(
    "vara ha finnas gälla innebära betyda omfatta bestå utgöra ingå handla syfta kräva behöva heta "
    "tro vilja veta bero förekomma förefalla tillhöra ligga sakna prägla känneteckna grunda "
    "förutsätta beröra skilja kännas leva bo växa innefatta inbegripa ersätta hota drabba locka "
    "rättfärdiga stå bli avse känna föreligga spela utgå medföra innehålla".split()
)
_TELLS: Final = frozenset(
    "beskriva visa framgå mena definiera framhålla konstatera påpeka rekommendera anse säga tyda ange "
    "uppge bedöma betona understryka uppfatta medge föreskriva stadga peka spegla".split()
)
_SUPINE: Final = re.compile(r"\w+(?:at|ats|it|its|tt|tts|rt|rts|lt|lts|ft|kt|kts|gt|gts|nt|dt|pt|st|vt)")
_PAST_ENDING: Final = re.compile(r"\w{2,}(?:ade|ades|ddes|rdes|gdes|vdes|lldes|ktes|ptes)")
_PRESENT_ENDING: Final = re.compile(r"\w{2,}(?:ar|er|år|ör|yr|as|es|ls|rs|ds|gs|js|ns|ps|ts)")
# What ends so and is a noun, a pronoun or an adverb.
_NO_VERB: Final = re.compile(
    r"\w*(?:ningar|heter|ioner|elser|gärder|satser|grupper|frågor|skolor|dagar|lagar|kurser|planer|rutiner|"
    r"medel|ers|ens|ets|arnas|ernas|ornas|nas|eller|efter|under|över|inför|enligt|även|dess|deras|"
    r"vars|när|där|"
    r"här|eller|annars|genast|samt|fler|mer|per|år|sidor|gånger|månader|kvartal|veckor|terminer)"
)


def _forms() -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    second = [pair.split(":") for pair in _SECOND.split()]
    irregular = {lemma for lemma, _ in second}
    for lemma in _FIRST.split():
        found[lemma] = Verb(lemma, Form.INFINITIVE, passive=False)
        found[lemma + "s"] = Verb(lemma, Form.INFINITIVE, passive=True)
        if lemma in irregular:
            continue
        found[lemma + "r"] = Verb(lemma, Form.PRESENT, passive=False)
        # "Samordnas" is both; where an infinitive cannot stand it is the present.
        found[lemma + "s"] = Verb(lemma, Form.PRESENT, passive=True)
    for lemma, present in second:
        found[lemma] = Verb(lemma, Form.INFINITIVE, passive=False)
        found.setdefault(lemma + "s", Verb(lemma, Form.INFINITIVE, passive=True))
        for passive in _passives(lemma, present):
            found[passive] = Verb(lemma, Form.PRESENT, passive=True)
        found[present] = Verb(lemma, Form.PRESENT, passive=False)
    for word in _PAST.split():
        found[word] = Verb(word, Form.PAST, passive=word.endswith("s"))
    for word in _DEPONENT:
        found[word] = Verb(word, Form.PRESENT, passive=False)
    for word in ("är", "finns"):
        found[word] = Verb("vara", Form.PRESENT, passive=False)
    return found


def _passives(lemma: str, present: str) -> tuple[str, ...]:
    if present.endswith("ar") and lemma.endswith("a"):
        return (lemma + "s",)
    if present.endswith("er") and lemma.endswith("a"):
        return (present[:-2] + "s", present[:-2] + "es")
    if present.endswith("ör"):
        return (present + "s",)
    return (present[:-1] + "s",) if present.endswith("r") else ()


_FORMS: Final = _forms()


@lru_cache(maxsize=16_384)
def verb(word: str) -> Verb | None:
    """The listed verb that the word, in small letters, is a form of; a past form also by its ending."""
    if found := _FORMS.get(word):
        return found
    if len(word) < 60 and _PAST_ENDING.fullmatch(word):
        return Verb(word, Form.PAST, passive=word.endswith("s"))
    return None


@lru_cache(maxsize=16_384)
def may_be_present(word: str) -> bool:
    """Whether a word that stands where a verb would has a present's ending."""
    return len(word) < 60 and bool(_PRESENT_ENDING.fullmatch(word)) and not _NO_VERB.fullmatch(word)


def is_infinitive(word: str) -> bool:
    """Whether the word is a listed infinitive, active or passive."""
    found = _FORMS.get(word)
    if found is None:
        return False
    return found.form is Form.INFINITIVE or (found.passive and word == found.lemma + "s")


def may_be_infinitive(word: str) -> bool:
    """Whether a word after "att" or an auxiliary may be an infinitive, listed or not."""
    return is_infinitive(word) or (len(word) > 4 and word.endswith(("era", "eras", "na", "nas", "la", "las")))


def is_supine(word: str) -> bool:
    """Whether a word after "har" tells that something has been done."""
    return len(word) < 60 and bool(_SUPINE.fullmatch(word))


def is_state(lemma: str) -> bool:
    """Whether the verb tells how things are, not what somebody does."""
    return lemma in _STATE


def tells(lemma: str) -> bool:
    """Whether the verb reports what a text or somebody says."""
    return lemma in _TELLS
