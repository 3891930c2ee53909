"""Whether a sentence promises anything that could be shown to an auditor afterwards."""

import re
from typing import Final

# Documents, decisions, events, services and numbers, and the verbs that leave one behind.
_SHOWN: Final = re.compile(
    r"(?:handlings|verksamhets|åtgärds|utbildnings|kommunikations|handledningsplan|lägesbild|kartlägg|"
    r"kartlagd|inventer|"
    r"enkät|rutin|riktlinj|policy|rapport|redovis|återrapport|protokoll|överenskommels|avtal|kontrakt|"
    r"beslut|budget|bidrag|"
    r"utbild|kurs|fortbild|föreläs|workshop|seminari|konferens|övning|öva(?!r\w)|möt(?:e|en|s|as)|"
    r"träff|vandring|dialogmöte|"
    r"samtal|föräldragrupp|föräldramöte|kontaktperson|utse|kontaktlist|arbetsgrupp|nätverksträff|"
    r"upprätta|utarbeta|ta fram|tar fram|tas fram|arbetas fram|framtag|sammanställ|dokument|publicer|"
    r"webb|hemsid|material|"
    r"broschyr|anmäl|bedömning|tillsyn|stickprov|kontroll|gransk|utvärder|följ\w* upp|uppfölj|revider|"
    r"uppdater|aktualiser|"
    r"anställ|tjänst(?:er)?(?!\w)|erbjud|stöd(?!j)|rådgivning|handledning|vägledning|telefon|jour|"
    r"öppe[nt]|öppna|"
    r"betala|bevilja|avsätt|finansier|rekryter|sommarjobb|praktik|budgeterar|ansök|villkor|registrer|"
    r"sammanställa|"
    r"kalla|samla|inbjud|bjud\w* in|publik|besök|ring|kontakt|(?<!sam)ordna(?!d|t)|arrangera|dialog|"
    r"inleda|inrätta|tillsätt|"
    r"handlägg|avslut|beställ|upphandl|installer|fastställ|initier|remiss|yttrande|statistik|mätning|"
    r"mäta|mäter|lämna|plan(?:en|er)?(?!\w)|"
    r"(?<!\w)\d+\s(?:procent|%|gånger|timmar|personer))",
    re.IGNORECASE,
)


def could_be_shown(text: str) -> bool:
    """Whether something in the sentence could be evidence: it need not be there yet."""
    return bool(_SHOWN.search(text))
