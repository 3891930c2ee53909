"""The acts on users and municipalities."""

from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from forebygg.accounts.errors import AccountClosed, EverybodyInvented, InvitationOver, SomebodyReal
from forebygg.accounts.models import Municipality, SystemUser, User
from forebygg.accounts.sealing import opened, seal


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
    end_logins(user)


@transaction.atomic
def settle_person(email: str, name: str) -> User:
    """The person with that address, made when first needed; they have no password yet.

    A part of an act: `organisation.services.people`. Raises AccountClosed, EverybodyInvented.
    """
    if User.objects.filter(is_invented=True).exists():
        raise EverybodyInvented
    known = User.objects.filter(email__iexact=email).first()
    if known is not None and not known.is_active:
        raise AccountClosed(name=known.name)
    if known is not None:
        return known
    # Somebody else may be inviting the same person at this moment.
    made, _is_new = User.objects.get_or_create(
        email=email.lower(), defaults={"name": name, "password": make_password(None)}
    )
    return _vouched_for(made)


@transaction.atomic
def invent_person(email: str, name: str, *, password: str) -> User:
    """One of the demo's people, with that password and nothing more asked of them. Raises SomebodyReal."""
    if User.objects.filter(system=None, is_invented=False, is_active=True).exists():
        raise SomebodyReal
    known = User.objects.filter(email=email).first()
    user = known or User(email=email, name=name, is_invented=True)
    user.set_password(password)
    user.save()
    return _vouched_for(user)


def _vouched_for(user: User) -> User:
    """Whoever gives somebody an account vouches for the address."""
    user.emailaddress_set.update_or_create(email=user.email, defaults={"primary": True, "verified": True})
    return user


@transaction.atomic
def remove_factors(user: User) -> None:
    """Take away every second factor and login service, and end every login; the next asks for a new factor.

    A part of an act: `organisation.services.recovery`.
    """
    user.authenticator_set.all().delete()
    user.socialaccount_set.all().delete()
    end_logins(user)


@transaction.atomic
def end_logins(user: User) -> None:
    """All that are open now, on whatever machine. A part of an act.

    Every open session is looked into: a municipality has some hundreds, and this is done seldom.
    """
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()


@transaction.atomic
def choose_password(user: User, password: str) -> None:
    """The first one, of somebody who has been invited; links that lead to it are used from now on.

    Raises InvitationOver when they were so already, after *user* was read.
    """
    invited = User.objects.select_for_update().get(pk=user.pk)
    if invited.password != user.password:
        raise InvitationOver
    invited.set_password(password)
    invited.save(update_fields=["password"])


@transaction.atomic
def void_invitation(user: User) -> None:
    """Let no link that was sent lead to a password. A part of an act: `organisation.services.people`."""
    user.set_unusable_password()  # another one, and links hang on which
    user.save(update_fields=["password"])


@transaction.atomic
def seal_anew() -> int:
    """Seal every second factor with the present secret key; keys before it are needed no more. How many.

    Raises FactorUnreadable, and then none is sealed anew.
    """
    kept = {Authenticator.Type.TOTP: "secret", Authenticator.Type.RECOVERY_CODES: "seed"}
    factors = list(Authenticator.objects.select_for_update().filter(type__in=kept))
    for factor in factors:
        name = kept[factor.type]
        factor.data[name] = seal(opened(factor.data[name]))
        factor.save(update_fields=["data"])
    return len(factors)
