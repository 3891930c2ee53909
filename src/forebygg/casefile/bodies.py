"""The bodies that meet: council, boards, committees, preparatory groups, councils of advice."""

import re
from typing import Final

# The head words of a municipal body, in the definite form minutes use. Source: kommunallagen (2017:725)
# ch. 3 §§ 3–6 (fullmäktige, styrelse, nämnder, utskott, beredningar) and ordinary Swedish usage.
_HEAD: Final = (
    r"(?:fullmäktige|styrelsen?|nämnde?n?|utskottet|beredninge?n?|rådet|presidiet|kommitté?n|delegationen|"
    r"direktionen|kommissionen|stadsdelsnämnd|revisorerna|revisionen)"
)
_PREFIX: Final = r"(?:[A-ZÅÄÖ][\wåäöé-]*|[Dd]et\s+lokala\s+[\wåäöé]*)"
BODY: Final = re.compile(
    rf"(?P<body>(?:Kommunstyrelsens\s+|Kommunfullmäktiges\s+|[A-ZÅÄÖ][\wåäöé]*s\s+)?"
    rf"(?:[A-ZÅÄÖa-zåäöé][\wåäöé-]*(?:,\s[\wåäöé-]+)*(?:\s(?:och|samt)\s)?[\wåäöé-]*)?{_HEAD}"
    rf"(?:\s+(?:för|mot|i)\s+[\wåäöé-]+(?:\s+(?:och|samt)\s+[\wåäöé-]+|,\s[\wåäöé-]+)*)?"
    rf"(?:\s+[A-ZÅÄÖ][\wåäöé-]+){{0,2}})"
)


def without_genitive(name: str) -> str:
    """ "Kommunstyrelsens" → "Kommunstyrelsen"; a name that ends in s of itself keeps it if it is known."""
    return name[:-1] if name.endswith("s") else name
