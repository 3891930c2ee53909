"""The acts on users and municipalities."""

from django.db import transaction

from forebygg.accounts.models import Municipality, SystemUser, User


def system_user(which: SystemUser) -> User:
    """The system's own user of that kind, made when first needed."""
    user, _ = User.objects.get_or_create(system=which, defaults={"name": str(which.value)})
    return user


@transaction.atomic
def settle_municipality(slug: str, name: str) -> tuple[Municipality, bool]:
    """The municipality with that address, made when first needed, and whether it was made now.

    A part of an act: `organisation.services.municipalities.found_municipality`.
    """
    return Municipality.objects.get_or_create(slug=slug, defaults={"name": name})
