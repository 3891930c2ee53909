"""What happens in an organisation, as the audit tells it. People and units are told by their keys."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from forebygg.audit.events import Event


@dataclass(frozen=True, kw_only=True)
class PostGiven(Event):
    """`user` is the key of the one who holds the post from now on."""

    name: ClassVar = "organisation.post_given"
    sentence: ClassVar = _("gave user {user} the post {post}")

    post: int
    user: int


@dataclass(frozen=True, kw_only=True)
class PostLeft(Event):
    name: ClassVar = "organisation.post_left"
    sentence: ClassVar = _("ended user {user}'s time in the post {post}")

    post: int
    user: int


@dataclass(frozen=True, kw_only=True)
class PostsHandedOver(Event):
    """`user` left every post, and `successor` took them over."""

    name: ClassVar = "organisation.posts_handed_over"
    sentence: ClassVar = _("let user {successor} take over the posts {posts} from user {user}")

    user: int
    successor: int
    posts: list[int]


@dataclass(frozen=True, kw_only=True)
class PostsLeftEmpty(Event):
    name: ClassVar = "organisation.posts_left_empty"
    sentence: ClassVar = _("ended user {user}'s time in the posts {posts}, which nobody took over")

    user: int
    posts: list[int]
