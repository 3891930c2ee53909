"""The acts on users and municipalities."""

from django.db import transaction

from forebygg.accounts.models import Municipality, SystemUser, User


def system_user(which: SystemUser) -> User:
    """The system's own user of that kind, made when first needed."""
    user, _ = User.objects.get_or_create(system=which, defaults={"name": str(which.value)})
    return user


@transaction.atomic
def settle_municipality(slug: str, name: str) -> Municipality:
    """The municipality with that address, made when first needed."""
    municipality, _ = Municipality.objects.get_or_create(slug=slug, defaults={"name": name})
    return municipality
