"""What people have taken on in a municipality."""

from collections import defaultdict
from collections.abc import Mapping

from forebygg.accounts.models import Municipality, User
from forebygg.organisation.models import Holding, Role
from forebygg.reminders.due import Hands


def hands(municipality: Municipality, user: User | None = None) -> Mapping[int, Hands]:
    """By person, of all who hold posts now; or of one. One query."""
    holdings = Holding.objects.of(municipality).current().filter(user__is_active=True, user__system=None)
    if user is not None:
        holdings = holdings.filter(user=user)
    held: dict[int, list[tuple[int, Role, int | None]]] = defaultdict(list)
    for person, post, role, unit in holdings.values_list("user", "post", "post__role", "post__unit"):
        held[person].append((post, Role(role), unit))
    return {
        person: Hands(
            posts=frozenset(post for post, _role, _unit in rows),
            units=frozenset(unit for _post, role, unit in rows if role is Role.ANSWERER and unit),
            roles=frozenset(role for _post, role, _unit in rows),
        )
        for person, rows in held.items()
    }


def hands_of(user: User, within: Municipality) -> Hands:
    """Those of one person; empty when they hold nothing. One query."""
    return hands(within, user).get(user.pk, Hands())
