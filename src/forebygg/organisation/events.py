"""What happens in an organisation, as the audit tells it: people and units by their keys, never by name."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from django.utils.translation import gettext_lazy as _

from forebygg.audit.events import Event
from forebygg.audit.references import MunicipalityKey, Refers, UserKey

PostKey = Annotated[int, Refers("organisation.post")]
UnitKey = Annotated[int, Refers("organisation.unit")]


@dataclass(frozen=True, kw_only=True)
class MunicipalityFounded(Event):
    """The first entry of every chain."""

    name: ClassVar = "organisation.municipality_founded"
    sentence: ClassVar = _("let {municipality} keep its plan and its cases here")

    municipality: MunicipalityKey


@dataclass(frozen=True, kw_only=True)
class PersonForgotten(Event):
    """What could be told of `user` by name is told of somebody without a name from now on."""

    name: ClassVar = "organisation.person_forgotten"
    sentence: ClassVar = _("took away the name and the address of a person, {user}")

    user: UserKey


@dataclass(frozen=True, kw_only=True)
class PostGiven(Event):
    """`user` is the key of the one who holds the post from now on."""

    name: ClassVar = "organisation.post_given"
    sentence: ClassVar = _("gave {user} the post {post}")

    post: PostKey
    user: UserKey


@dataclass(frozen=True, kw_only=True)
class PostLeft(Event):
    name: ClassVar = "organisation.post_left"
    sentence: ClassVar = _("ended the time of {user} in the post {post}")

    post: PostKey
    user: UserKey


@dataclass(frozen=True, kw_only=True)
class PostsHandedOver(Event):
    """`user` left every post, and `successor` took them over."""

    name: ClassVar = "organisation.posts_handed_over"
    sentence: ClassVar = _("let {successor} take over from {user}: {posts}")

    user: UserKey
    successor: UserKey
    posts: list[PostKey]


@dataclass(frozen=True, kw_only=True)
class PostsLeftEmpty(Event):
    name: ClassVar = "organisation.posts_left_empty"
    sentence: ClassVar = _("ended the time of {user}; nobody took over: {posts}")

    user: UserKey
    posts: list[PostKey]


@dataclass(frozen=True, kw_only=True)
class InvitationWithdrawn(Event):
    """`user` had not come yet; `posts` are those that they had been given here."""

    name: ClassVar = "organisation.invitation_withdrawn"
    sentence: ClassVar = _("withdrew the invitation of {user}: {posts}")

    user: UserKey
    posts: list[PostKey]


@dataclass(frozen=True, kw_only=True)
class UnitOpened(Event):
    name: ClassVar = "organisation.unit_opened"
    sentence: ClassVar = _("added {unit} to the organisation")

    unit: UnitKey


@dataclass(frozen=True, kw_only=True)
class UnitRenamed(Event):
    name: ClassVar = "organisation.unit_renamed"
    sentence: ClassVar = _("changed the name or the kind of {unit}")

    unit: UnitKey


@dataclass(frozen=True, kw_only=True)
class UnitMoved(Event):
    """`above` is what it lies under from now on; None at the top."""

    name: ClassVar = "organisation.unit_moved"
    sentence: ClassVar = _("moved {unit} to another place in the organisation")

    unit: UnitKey
    above: UnitKey | None


@dataclass(frozen=True, kw_only=True)
class UnitClosedDown(Event):
    """`posts` are those that stood in the unit and were held until now."""

    name: ClassVar = "organisation.unit_closed_down"
    sentence: ClassVar = _("closed down {unit}")

    unit: UnitKey
    posts: list[PostKey]


@dataclass(frozen=True, kw_only=True)
class StaffCounted(Event):
    """`count` is the key of the new head count."""

    name: ClassVar = "organisation.staff_counted"
    sentence: ClassVar = _("counted a staff group of {unit}")

    unit: UnitKey
    count: int


@dataclass(frozen=True, kw_only=True)
class ScopeDecided(Event):
    name: ClassVar = "organisation.scope_decided"
    sentence: ClassVar = _("decided how near the plan comes to {units}")

    units: list[UnitKey]


@dataclass(frozen=True, kw_only=True)
class OrganisationImported(Event):
    """How many units were added and changed, and how many groups counted."""

    name: ClassVar = "organisation.imported"
    sentence: ClassVar = _(
        "imported the organisation: {added} units added, {changed} changed, {counted} staff groups counted"
    )

    added: int
    changed: int
    counted: int


@dataclass(frozen=True, kw_only=True)
class RecoveryAsked(Event):
    name: ClassVar = "organisation.recovery_asked"
    sentence: ClassVar = _("asked that {user}, who has lost their second factor, gets a new start")

    user: UserKey


@dataclass(frozen=True, kw_only=True)
class RecoveryApproved(Event):
    """`asked_by` is the first of the two administrators; the second is the one who acts."""

    name: ClassVar = "organisation.recovery_approved"
    sentence: ClassVar = _("took away the second factor of {user}, as {asked_by} had asked")

    user: UserKey
    asked_by: UserKey
