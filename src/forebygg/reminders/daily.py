"""What the chapters above want done every day. The clock knows none of them.

Whoever has such a job registers it here in its AppConfig.ready().
"""

from collections.abc import Sequence

from forebygg.reminders.services.jobs import Kind

_kinds: list[Kind] = []


def register_daily(kind: Kind) -> None:
    """Enqueue it once a day, about nothing in particular."""
    if kind not in _kinds:
        _kinds.append(kind)


def daily() -> Sequence[Kind]:
    """All that have registered, in that order."""
    return _kinds
