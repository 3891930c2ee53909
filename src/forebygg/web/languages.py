"""The same page in the other language: Swedish has no prefix, every other language has its own."""

from collections.abc import Iterator
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix
from django.utils.translation import get_language, get_language_from_path


class Version(NamedTuple):
    """A page in one language."""

    code: str
    name: str
    address: str
    is_current: bool


def versions(request: HttpRequest) -> Iterator[Version]:
    """The page in each of our languages, what was asked for kept."""
    path, query = request.path_info, request.META.get("QUERY_STRING", "")
    if named := get_language_from_path(path):
        path = path.removeprefix(f"/{named}")
    for code, name in settings.LANGUAGES:
        prefix = "" if code == settings.LANGUAGE_CODE else f"/{code}"
        address = f"{get_script_prefix().rstrip('/')}{prefix}{path}{query and '?'}{query}"
        yield Version(code, name, address, code == get_language())
