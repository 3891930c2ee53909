"""What guests may see, as `organisation.guests` asks for it."""

from collections.abc import Iterable

from django.utils import timezone

from forebygg.accounts.models import Municipality, User
from forebygg.organisation.guests import Invited
from forebygg.papers.models import Invitation


def invitations(guest: User, within: Municipality) -> Iterable[Invited]:
    """The cases to which they are invited today. One query."""
    rows = Invitation.objects.of(within).holding(timezone.localdate()).filter(guest__user=guest)
    for case, last_day, authority in rows.values_list("case", "last_day", "authority"):
        yield Invited(case=case, last_day=last_day, authority=authority)
