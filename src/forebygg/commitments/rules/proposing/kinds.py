"""What a word for somebody who acts names: a board, a school, the police.

The last part of a Swedish compound tells: "Kulturskolan" is a school, "Miljönämnden" a board. Below, a star
says that the word may end a compound, and strokes part the endings of its other forms; a word that has no
form without an ending stands with a hyphen ("*samordnar-/e/en/na"). The longest that a word ends in counts,
so that "öppenhet" is nobody though it ends as "enhet" does. Genitives name nobody who acts.
"""

from functools import lru_cache
from typing import Final

from forebygg.commitments.rules.proposing.facts import Kind

_KINDS: Final[dict[Kind, str]] = {
    Kind.OUTSIDE: (
        "*polis/en/er/erna *polismyndighet/en *polisområde/t säpo *förening/en/ar/arna/slivet "
        "*samfund/en/et *församling/en/ar/arna *kyrka-/n *kyrkor/na *moské/n/er/erna *civilsamhälle/t "
        "*organisation-/er/erna region/en/er/erna landsting/et länsstyrelse/n/r/rna *sjukvård/en "
        "*psykiatri/n bup vårdcentral/en/er/erna kriminalvård/en frivård/en näringsliv/et "
        "näringsidkare företag/en/arna *fastighetsägar-/e/na hyresvärdar/na regering/en riksdag/en "
        "staten *myndighet-/en/er/erna *verket socialstyrelsen folkhälsostyrelsen transportstyrelsen "
        "skolinspektionen *inspektionen *domstol-/en/ar/arna åklagare/n *universitet/et/en "
        "*högskola/n *högskolor/na forskare msb skr cve arbetsförmedling/en försäkringskassa/n "
        "föräldrar/na vårdnadshavare *studieförbund/et/en *idrottsförbund/et/en *riksförbund/et "
        "experter medier/na *kvinnojour/en/er/erna"
    ),
    Kind.COUNCIL: "brå rådet *trygghetsråd/et *säkerhetsråd/et *folkhälsoråd/et *förebyggarråd/et "
    "*brottsråd/et",
    Kind.BOARD: (
        "*nämnd/en/er/erna *kommunstyrelse/n *regionstyrelse/n *stadsstyrelse/n styrelserna *fullmäktige "
        "*utskott/et ks kf ksau direktionen *demokratiberedning/en"
    ),
    Kind.DEPARTMENT: (
        "*förvaltning/en/ar/arna *ledningskontor/et *förvaltningskontor/et *utbildningskontor/et "
        "*socialkontor/et *servicekontor/et *miljökontor/et *fritidskontor/et *kulturkontor/et "
        "kommunkontor/et *stadskontor/et *skolkontor/et *byggkontor/et *kansli/et *sektor/n/er/erna"
    ),
    Kind.COMPANY: "*bolag/et/en",
    Kind.ROLE: (
        "*chef/en/er/erna *direktör/en/er/erna *samordnar-/e/en/na *koordinator/n/er/erna "
        "*rektor/n/er/erna *strateg/en/er/erna *medarbetar-/e/en/na *personal/en *lärar-/e/na "
        "*pedagog-/er/erna *sekreterar-/e/en/na *handläggar-/e/en/na *kurator/n/er/erna "
        "*kontaktperson/en/er/erna *ombud/et/en förtroendevalda *skötar-/e/en/na vaktmästar-/e/en/na "
        "bibliotekarie/n/r/rna *psykolog/en/er/erna *inspektör/en/er/erna nyckelpersoner/na "
        "politiker/na *förebyggar-/e/en/na *ledar-/e/en/na anställda *ordförande/n/na presidi-/et/um "
        "*konsulent/en/er/erna *arbetar-/e/en/na *assistent-/er/erna *vägledar-/e/en/na mentorer/na "
        "*fältar-/e/na *sköterskor/na yrkesverksamma yrkesgrupper/na *kommunikatör/en/er/erna "
        "*jurist/en/er/erna tjänstem-/an/än/annen/ännen ledningsm-/an/än tjänsteperson-/en/er/erna "
        "processägar-/e/en/na *utredar-/e/en/na"
    ),
    Kind.UNIT: (
        "*skola/n *skolor/na *gymnasie-/t/r/rna *gymnasium *enhet/en/er/erna *avdelning/en/ar/arna "
        "*socialtjänst/en elevhälsa/n *fritidsgård/en/ar/arna *bibliotek/et/en *hemtjänst/en "
        "*räddningstjänst/en hälsovård/en verksamheter/na *fritidsverksamhet/en/er/erna "
        "*biblioteksverksamhet/en *ungdomsverksamhet/en/er/erna *skolverksamhet/en/er/erna "
        "*kulturverksamhet/en/er/erna *mottagning-/en/ar/arna *team/et/en fritids hr "
        "*grupp/en/er/erna *arbetsgrupp/en/er/erna *styrgrupp/en/er/erna "
        "*samordningsgrupp/en/er/erna *ledningsgrupp/en/er/erna *samverkansgrupp/en/er/erna "
        "*projektgrupp/en/er/erna *referensgrupp/en/er/erna *expertgrupp/en/er/erna "
        "*resursgrupp/en/er/erna *krisgrupp/en/er/erna *familjecentral/en/er/erna "
        "*vuxenutbildning-/en komvux sfi *medborgarkontor/et/en *kontaktcenter *servicecenter posom "
        "*krisledning/en *nätverket ssp sspf fritidsklubb/en/ar/arna *omsorgen ledningen "
        "skolledningen kommunledningen förvaltningsledningen verksamhetsledningen koncernledningen "
        "arbetslag/et/en *säkerhetsfunktion/en *samordningsfunktion/en *trygghetsfunktion/en "
        "*kommunikationsfunktion/en *råd-/et *jour-/en *byrå-/n *resurscentrum *familjecentrum "
        "*kunskapscentrum *stödcentrum *kompetenscentrum"
    ),
    Kind.MUNICIPALITY: "kommunen kommunkoncernen staden vi",
}
# They end as somebody who acts does, and are something else.
_NOBODY: Final = (
    "*öppenhet/en *medvetenhet/en *erfarenhet/en/er/erna *angelägenhet/en/er/erna *belägenhet/en "
    "*benägenhet/en *området *målgrupp/en/er/erna *riskgrupp/en/er/erna *åldersgrupp/en/er/erna "
    "*folkgrupp/en/er/erna *minoritetsgrupp/en/er/erna *befolkningsgrupp/en/er/erna "
    "*samtalsgrupp/en/er/erna *föräldragrupp/en/er/erna *stödgrupp/en/er/erna *elevgrupp/en/er/erna "
    "*barngrupp/en/er/erna *ungdomsgrupp/en/er/erna *extremistgrupp/en/er/erna *yrkesgrupp "
    "*personalgrupp *förrådet *tillrådet *regelverket *ramverket *hantverket *omnämnd *ovannämnd "
    "*benämnd *förnämnd"
)
_LONGEST: Final = 60


def _forms(table: str) -> tuple[set[str], set[str]]:
    """The words that stand alone only, and those that may end a compound."""
    alone: set[str] = set()
    ending: set[str] = set()
    for entry in table.split():
        stem, *endings = entry.lstrip("*").split("/")
        forms = {stem.removesuffix("-") + one for one in endings}
        if not stem.endswith("-"):
            forms.add(stem)
        (ending if entry.startswith("*") else alone).update(forms)
    return alone, ending


_ALONE: Final[dict[str, Kind | None]] = dict.fromkeys(("grupp", "gruppen", "grupper", "grupperna"))
_ENDING: Final[dict[str, Kind | None]] = dict.fromkeys(_forms(_NOBODY)[1])
for _kind, _table in _KINDS.items():
    _words, _endings = _forms(_table)
    _ALONE.update(dict.fromkeys(_words, _kind))
    _ENDING.update(dict.fromkeys(_endings, _kind))
_MOST: Final = max(map(len, _ENDING))


@lru_cache(maxsize=16_384)
def kind_of(word: str) -> Kind | None:
    """What the word, in small letters, names; None when it names nobody who acts."""
    if len(word) > _LONGEST:
        return None
    if word in _ALONE:
        return _ALONE[word]
    for start in range(max(0, len(word) - _MOST), len(word) - 2):
        if word[start:] in _ENDING:
            return _ENDING[word[start:]]
    return None
