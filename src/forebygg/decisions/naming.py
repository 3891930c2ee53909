"""What the audit trail calls the places that were corrected."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext

from forebygg.accounts.models import Municipality
from forebygg.casefile.amending import KINDS
from forebygg.casefile.amending.errors import NoSuchField
from forebygg.organisation.naming import Key, Named
from forebygg.organisation.permissions import Viewer


def places(keys: Collection[Key], _within: Municipality, _viewer: Viewer) -> Mapping[Key, Named]:
    """ "motion party 21" is the party of the motion on line 21. No query."""
    return {key: named for key in keys if (named := _place(str(key)))}


def _place(key: str) -> Named | None:
    """None for a kind or a field that the reader no longer knows."""
    name, part, line = key.split()
    kind = KINDS.get(name)  # type: ignore[call-overload] # any word may stand there
    if kind is None:
        return None
    acts = {"add": gettext("added"), "remove": gettext("taken away")}
    try:
        what = acts[part] if part in acts else gettext(kind.field(part).label)
    except NoSuchField:
        return None
    fact = f"{gettext(kind.label)}: {what}"
    return Named(gettext("{fact} (line {line})").format(fact=fact, line=line))
