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


@transaction.atomic
def erase_person(user: User) -> None:
    """Take away everything that tells who a user is; what they did stays that user's, whoever it was.

    A part of an act: `organisation.services.forgetting.forget`. The account can never be logged in to again.
    """
    for relation in User._meta.related_objects:  # noqa: SLF001 - Django's public name for it
        # Addresses, second factors and logins elsewhere are of other programs' making; ours hold no names.
        if not relation.related_model.__module__.startswith("forebygg."):
            relation.related_model._base_manager.filter(**{relation.field.name: user}).delete()  # noqa: SLF001
    user.name, user.email = "", f"{user.pk}@forgotten.invalid"
    user.is_active = user.is_invented = False
    user.last_login = None
    user.set_unusable_password()
    user.save()
