"""What templates ask about who is looking."""

from django import template

from forebygg.organisation.permissions import Permission, Viewer

register = template.Library()


@register.filter
def may(viewer: Viewer | str, name: str) -> bool:
    """`{% if request.viewer|may:"papers.release" %}`; nobody may where there is no municipality."""
    permission = Permission.named[name]
    return isinstance(viewer, Viewer) and viewer.may(permission)
