"""What was misread, corrected by hand: beside the original, and kept when the paper is read anew.

Here is what a correction is and may say. What puts corrections in while a case is read (`amendments`) is the
reader's own, and loaded with it.
"""

from forebygg.casefile.amending.anchors import Anchor, anchors
from forebygg.casefile.amending.correction import Correction
from forebygg.casefile.amending.errors import CorrectionError
from forebygg.casefile.amending.fields import Act, Field, Kind, KindName
from forebygg.casefile.amending.holding import Fact, correctable, kind_of
from forebygg.casefile.amending.kinds import KINDS, kind, parse
from forebygg.casefile.amending.values import Json, ValueType

__all__ = [
    "KINDS",
    "Act",
    "Anchor",
    "Correction",
    "CorrectionError",
    "Fact",
    "Field",
    "Json",
    "Kind",
    "KindName",
    "ValueType",
    "anchors",
    "correctable",
    "kind",
    "kind_of",
    "parse",
]
