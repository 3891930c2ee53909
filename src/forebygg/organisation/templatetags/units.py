"""`{% load units %}`: the organisation as nested lists, and how near the plan comes to a unit."""

from collections.abc import Sequence
from typing import Final

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, ngettext

from forebygg.organisation.models import Kind, Nearness
from forebygg.organisation.selectors.units import Node
from forebygg.web.addresses import address
from forebygg.web.html import NOTHING, Html, together
from forebygg.web.marks import Mark

register = template.Library()

MARKS: Final = {
    "": Mark(gettext_lazy("not decided"), "ring", "warning"),
    Nearness.CONTACT.value: Mark(Nearness.CONTACT.label, "dot", "accent"),
    Nearness.TOUCHED.value: Mark(Nearness.TOUCHED.label, "half", "info"),
    Nearness.OUTSIDE.value: Mark(Nearness.OUTSIDE.label, "dash", "neutral"),
}

_TREE: Final = Html('<ul class="units">{nodes}</ul>')
_NODE: Final = Html(
    '<li><p><a href="{url}" lang="sv">{name}</a> <span class="quiet">{kind}</span> {mark}</p>'
    "{staff}{below}</li>"
)
_STAFF: Final = Html('<p class="quiet"><span lang="sv">{groups}</span></p>')
_HIDDEN: Final = Html('<p class="quiet"><a href="{url}">{words}</a></p>')


@register.simple_tag(takes_context=True)
def unit_tree(context: Context, nodes: Sequence[Node]) -> SafeString:
    """Units with those under them."""
    marks = {key: mark.html for key, mark in MARKS.items()}
    kinds = {kind.value: str(kind.label) for kind in Kind}
    slug = context["request"].municipality.slug

    def tree(nodes: Sequence[Node]) -> SafeString:
        return _TREE(nodes=together(map(told, nodes))) if nodes else NOTHING

    def told(node: Node) -> SafeString:
        url = address("organisation:unit", slug, node.number)
        return _NODE(
            url=url,
            name=node.name,
            kind=kinds[node.kind],
            mark=marks[node.nearness],
            staff=_staff(node),
            below=_hidden(node, url) if node.hidden else tree(node.below),
        )

    return tree(nodes)


@register.simple_tag
def nearness(key: str | None) -> SafeString:
    return MARKS[key or ""].html


@register.filter
def kind_name(key: str) -> str:
    """What a kind is called, from its key."""
    return str(Kind(key).label) if key else ""


def _staff(node: Node) -> SafeString:
    groups = (group.name if group.heads is None else f"{group.name} {group.heads}" for group in node.staff)
    return _STAFF(groups=", ".join(groups)) if node.staff else NOTHING


def _hidden(node: Node, url: str) -> SafeString:
    words = ngettext("{count} unit under it", "{count} units under it", node.hidden).format(count=node.hidden)
    return _HIDDEN(url=url, words=words)
