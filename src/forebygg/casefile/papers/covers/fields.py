"""The words of cover pages: what a row or a list is headed, in the forms municipalities use."""

from enum import Enum, auto
from typing import Final


class Field(Enum):
    """What a row of the cover pages tells."""

    __hash__ = object.__hash__  # each is one of a kind, and they are looked up for every line

    BODY = auto()
    DATE = auto()
    TIME = auto()
    STARTS = auto()
    ENDS = auto()
    PLACE = auto()
    PLACE_TIME = auto()
    PARAGRAPHS = auto()
    APPROVAL = auto()
    APPROVERS = auto()
    SECRETARY = auto()
    CHAIR = auto()
    VICE_CHAIR = auto()
    SIGNATURES = auto()
    NOTICE = auto()
    POSTED = auto()
    REMOVED = auto()
    POSTED_BETWEEN = auto()
    KEPT_AT = auto()
    APPEAL = auto()
    PRESENT = auto()
    MEMBERS = auto()
    SERVING_SUBSTITUTES = auto()
    SUBSTITUTES = auto()
    SUBSTITUTES_AND_OTHERS = auto()
    OFFICIALS = auto()
    ABSENT = auto()
    CONTENTS = auto()
    TITLE = auto()
    ASIDE = auto()


ATTENDANCE: Final = frozenset(
    {
        Field.PRESENT,
        Field.MEMBERS,
        Field.SERVING_SUBSTITUTES,
        Field.SUBSTITUTES,
        Field.SUBSTITUTES_AND_OTHERS,
        Field.OFFICIALS,
        Field.ABSENT,
    }
)
# Each field's headings, parted by bars; the longest that a line begins with is taken.
WORDS: Final[dict[Field, str]] = {
    Field.BODY: """
        organ | nämnd | instans | beslutsorgan | beslutande organ | myndighet | nämnd/styrelse |
        styrelse/nämnd | styrelse | utskott | nämnd/organ | organ/nämnd | politiskt organ |
        sammanträdande organ | avser | beslutsinstans | nämnd, styrelse |
        forum | organ och sammanträdesdatum | nämnd och sammanträdesdatum
    """,
    Field.DATE: """
        sammanträdesdatum | sammanträdesdag | sammanträdesdatum och tid | mötesdatum | mötesdag | datum |
        datum för sammanträdet | datum för sammanträde | sammanträdets datum | dag | protokollsdatum
    """,
    Field.TIME: """
        datum och tid | tid och datum | datum/tid | datum & tid | tid | tidpunkt | klockan |
        sammanträdestid | mötestid | tid för sammanträdet
    """,
    Field.STARTS: """
        mötet öppnas | mötet öppnades | sammanträdet öppnas | sammanträdet öppnades | starttid |
        öppnande
    """,
    Field.ENDS: """
        mötet avslutas | mötet avslutades | sammanträdet avslutas | sammanträdet avslutades | sluttid |
        mötet avslutat | sammanträdets avslutande
    """,
    Field.PLACE: """
        plats | lokal | sammanträdesplats | mötesplats | plats för sammanträdet | sammanträdeslokal
    """,
    Field.PLACE_TIME: """
        plats och tid | tid och plats | plats & tid | tid & plats | plats, tid | tid/plats | plats/tid |
        plats och tid för sammanträdet | plats och sammanträdestid | datum och plats |
        datum, tid och plats | plats och datum | plats, datum och tid | tid, plats
    """,
    Field.PARAGRAPHS: """
        paragrafer | paragraf | §§ | justerade paragrafer | justering av paragrafer |
        protokollet omfattar | omfattar | avser paragrafer | antal paragrafer | berörda paragrafer |
        §§-nummer | omfattning
    """,
    Field.APPROVAL: """
        justeringens plats och tid | justeringens tid och plats | justeringens plats | justeringens tid |
        plats och tid för justering | tid och plats för justering | tid för justering |
        plats för justering | justering | justeringsdag | justeringsdatum | justeringens datum |
        datum för justering | datum för justeringen | justeras | plats och tid för justeringen |
        justeringstid | justeringsplats | plats och datum för justering | protokollet justeras |
        protokollet är justerat | protokollet är justerat digitalt | protokollet är digitalt justerat |
        protokollet justerades digitalt | digital justering | digitalt justerat | protokollet justerat |
        protokollet justerades | justerat den | justerat | justeras den | justeringens plats och datum |
        justeringens datum och plats | justering sker | protokollets justering | justering av protokoll |
        justering av protokollet | plats/tid för justering | datum för justerat protokoll
    """,
    Field.APPROVERS: """
        utses att justera | utsedd att justera | utsedda att justera | utsågs att justera |
        utsedd justerare | utsedda justerare | justerare | justerande | justeras av | protokolljusterare |
        protokollsjusterare | val av justerare | att justera | att justera protokollet |
        utses att jämte ordföranden justera | till justerare utses | till justerare utsågs |
        justeringsperson | justeringspersoner | justeringsman | justeringsmän | justerande ledamot |
        justerande ledamöter | utses att justera protokollet | protokollet justeras av |
        justerarnas namn | utsedd att justera protokollet | utsedda att justera protokollet |
        utses till justerare | utsedd till justerare | utsett att justera | justering av |
        justeras tillsammans med ordföranden av | protokollet justeras jämte ordföranden av
    """,
    Field.SECRETARY: """
        sekreterare | vid protokollet | protokollförare | protokollsförare | protokollet fört av | sekr |
        protokollet fördes av | mötessekreterare | nämndsekreterare | sekreterarens namn
    """,
    Field.CHAIR: """
        ordförande | ordf | ordförande vid sammanträdet | mötesordförande | tjänstgörande ordförande
    """,
    Field.VICE_CHAIR: """
        vice ordförande | 1:e vice ordförande | 2:e vice ordförande | 1:a vice ordförande |
        2:a vice ordförande | förste vice ordförande | andre vice ordförande | första vice ordförande |
        andra vice ordförande | tredje vice ordförande | vice ordf
    """,
    Field.SIGNATURES: """
        underskrifter | underskrift | namnteckningar | namnteckning | signaturer | signatur |
        namnförtydligande | digitala underskrifter | elektroniska underskrifter |
        underskrift av sekreterare
    """,
    Field.NOTICE: """
        anslag/bevis | anslag / bevis | bevis om anslag | anslagsbevis | anslag | bevis | bevis/anslag |
        bevis / anslag | tillkännagivande av justering | bevis om justering | anslag om justering |
        anslag och bevis | tillkännagivande | tillkännagivande om justering | bevis om tillkännagivande |
        anslag/bevis om justering | justeringsanslag | bevis om justerat protokoll |
        anslag på kommunens digitala anslagstavla |
        anslag för protokoll | anslag av protokoll | tillkännagivande av protokoll |
        anslag av justerat protokoll
    """,
    Field.POSTED: """
        datum då anslaget sätts upp | datum då anslag sätts upp | datum för anslags uppsättande |
        datum för anslagets uppsättande | anslagsdatum | anslagsdag | anslaget sätts upp |
        anslag sätts upp | anslås | anslaget | anslås den | uppsatt | anslagets uppsättande |
        uppsättande | anslaget uppsatt | datum för uppsättande | publicerad | publiceringsdatum |
        publiceras | datum när anslaget sätts upp | datum när anslaget publiceras |
        datum när anslag sätts upp |
        datum för publicering | publicerat | anslaget publiceras | anslag uppsatt |
        anslaget har satts upp | anslaget publicerat | anslagen | uppsatt den | justeringen tillkännages |
        datum för anslag | datum då anslaget publiceras | anslaget har publicerats | justeringen anslås |
        datum då anslaget sattes upp | anslaget den | anslaget uppsättes | anslaget uppsätts | uppsättes |
        uppsätts | anslags uppsättande | anslaget uppsatt den | anslaget sattes upp |
        datum anslaget sätts upp |
        datum för anslags upprättande | protokollet anslås | anslag uppsatt den | anslaget sätts upp den |
        anslag sätts upp den | datum för anslagsuppsättande | anslaget uppsatt den | anslaget är uppsatt
    """,
    Field.REMOVED: """
        datum då anslaget tas ned | datum då anslaget tas ner | datum då anslag tas ned |
        datum för anslags nedtagande | datum för anslagets nedtagande | anslaget tas ned |
        anslaget tas ner | anslag tas ned | nedtagande | nedtaget | anslaget nedtas | anslaget nedtaget |
        datum för nedtagande | nedtas | datum när anslaget tas ned | datum när anslaget tas ner |
        datum när anslag tas ner |
        anslaget tas bort | datum när anslaget tas bort | avpubliceras | avpublicerad |
        datum för avpublicering | tas ned | tas ner | anslag nedtaget | avpubliceringsdatum |
        anslaget avpubliceras | anslagets nedtagande | nedtas den | datum då anslaget tas bort |
        datum då anslaget avpubliceras | anslaget nedtages | nedtages | nedtages den |
        anslags nedtagande | anslaget tas ned den | anslaget nedtas den | anslag tas ner |
        datum anslaget tas ned |
        anslaget till och med | datum för borttagande | datum för anslagsnedtagande |
        anslaget tas ner den | anslag tas ner | anslaget t.o.m.
    """,
    Field.POSTED_BETWEEN: """
        anslaget under tiden | anslagstid | anslagsperiod | anslaget är uppsatt under tiden |
        anslås under tiden | publicerat under tiden | uppsatt under tiden | anslagen under tiden |
        anslaget tiden | tid för anslag | anslagstiden |
        tillkännages under tiden | tillkännagiven under tiden | protokollet anslås under tiden
    """,
    Field.KEPT_AT: """
        förvaringsplats för protokollet | förvaringsplats för protokoll | förvaringsplats |
        protokollets förvaringsplats | protokollet förvaras | protokollet förvaras på |
        protokollet förvaras hos | protokollet finns tillgängligt | protokollet förvaras i |
        protokollet finns på | förvaras | protokollet finns hos | protokollet finns tillgängligt på |
        protokollet finns tillgängligt hos | protokollets förvaring
    """,
    Field.APPEAL: """
        överklagandetid | överklagandetiden | överklagandetiden går ut | sista dag för överklagande |
        sista datum för överklagande | sista dag att överklaga | besvärstid | tid för överklagande |
        överklagandetid till | sista dag för överklagan | laga kraft
    """,
    Field.PRESENT: """
        närvarolista | närvaro | närvaroförteckning | deltagarlista | deltagarförteckning | uppropslista |
        upprop | förteckning över närvarande | närvarande och tjänstgöring | deltagande | deltagare |
        närvarande | närvaro- och voteringslista
    """,
    Field.MEMBERS: """
        övriga ledamöter | övriga beslutande | beslutande | beslutande ledamöter | närvarande ledamöter |
        ledamöter | tjänstgörande ledamöter | närvarande beslutande | ordinarie ledamöter | ledamot |
        tjänstgörande | beslutande ledamöter och ersättare |
        beslutande ledamöter och tjänstgörande ersättare | närvarande ordinarie ledamöter | ordinarie |
        ledamöter och tjänstgörande ersättare | närvarande tjänstgörande ledamöter |
        närvarande beslutande ledamöter | beslutande politiker | ledamöter närvarande |
        röstberättigade ledamöter | förtroendevalda |
        direktionens ledamöter | nämndens ledamöter | styrelsens ledamöter | utskottets ledamöter
    """,
    Field.SERVING_SUBSTITUTES: """
        tjänstgörande ersättare | beslutande ersättare | tjg ersättare | tjg. ersättare |
        tjänstgörande ers |
        tjg. ers. | tjg ers. | tjg ers | tjg. ers
    """,
    Field.SUBSTITUTES: """
        ersättare | ej tjänstgörande ersättare | ej tjänstgörande | icke tjänstgörande ersättare |
        närvarande ersättare | inte tjänstgörande ersättare | närvarande ej tjänstgörande ersättare |
        övriga ersättare | ej beslutande ersättare | ej beslutande |
        närvarande, ej tjänstgörande ersättare | icke tjänstgörande |
        närvarande icke tjänstgörande ersättare | ersättare som ej tjänstgör |
        närvarande inte tjänstgörande ersättare | ej tjänstgörande ersättare som närvarar |
        ersättare ej tjänstgörande |
        övriga ers. | övriga ers |
        direktionens ersättare | nämndens ersättare | styrelsens ersättare | utskottets ersättare
    """,
    Field.SUBSTITUTES_AND_OTHERS: """
        ersättare och övriga | ersättare och övriga deltagare | ersättare och övriga närvarande |
        ej tjänstgörande ersättare och övriga deltagare | ersättare och tjänstepersoner |
        ersättare och tjänstemän | ej tjänstgörande ersättare och övriga |
        ersättare och övriga deltagande | ej tjänstgörande ersättare och övriga närvarande
    """,
    Field.OFFICIALS: """
        övriga | övriga närvarande | övriga deltagande | övriga deltagare | tjänstepersoner | tjänstemän |
        tjänsteman | tjänstemannanärvaro | närvarande tjänstepersoner | närvarande tjänstemän |
        övriga tjänstepersoner | inbjudna | inbjudna gäster | gäster | adjungerade | föredragande |
        föredragande tjänstepersoner | förvaltningen | från förvaltningen | personalföreträdare |
        fackliga företrädare | fackliga representanter | insynsplats | politiska sekreterare |
        övriga närvarande tjänstepersoner | övriga inbjudna | revisorer | tjänstepersoner och övriga |
        övriga närvarande och tjänstepersoner | närvarorätt | personalrepresentanter |
        närvarande ej beslutande | insynsledamöter | insyn | övrig närvaro | övriga närvarande politiker |
        medverkande | inkallade | kallade | övriga kallade | deltagande tjänstepersoner |
        deltagande tjänstemän | tjänstemän och övriga | representanter från förvaltningen | sakkunniga |
        observatörer
    """,
    Field.ABSENT: """
        frånvarande | förhinder | förhindrade | anmält förhinder | frånvarande ledamöter | ej närvarande |
        frånvarande ersättare | frånvaro | frånvarande ledamöter och ersättare | anmälda förhinder |
        inte närvarande | förhindrade ledamöter | anmäld frånvaro | frånvarande med förhinder |
        ej närvarande ledamöter | anmält frånvaro | meddelat förhinder
    """,
    Field.CONTENTS: """
        ärendelista | innehållsförteckning | innehåll | dagordning | föredragningslista |
        ärendeförteckning | ärenden | paragraflista
    """,
    Field.TITLE: """
        sammanträdesprotokoll | protokoll | protokollsutdrag | utdrag ur protokoll | minnesanteckningar |
        mötesprotokoll | sammanträdesprotokoll utdrag | protokoll fört vid sammanträde
    """,
    Field.ASIDE: """
        justerandes sign | justerandes signatur | justerandes signaturer | justerares sign |
        justerares signatur | justerarens signatur | justerarnas signaturer | utdragsbestyrkande |
        utdraget bestyrks | utdraget bestyrkes | ordförandens sign | ordförandes sign |
        sekreterarens sign | sign | ordf sign | diarienummer | dnr | sida | sid | ajournering |
        ajourneringar | mötesform | offentlighet | sammanträdet är offentligt | antal sidor | parti | § |
        anteckning | anmärkning | justerandes signatur och datum | rätt utdraget | rätt utdraget intygar |
        utdrag ur protokollet bestyrks | sekretess | kallelse | justerarsignatur | justerarsignaturer |
        justerarens sign | justerarnas sign | utdragets riktighet bestyrks | vidimeras | vår referens |
        referens | paragrafnummer | justering och sekreterare
    """,
}
