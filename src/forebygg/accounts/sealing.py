"""What the database keeps of second factors is sealed: a copy of it alone lets nobody in.

The key follows from the installation's secret key; those that it had before open what they sealed
(docs/howto/secret-key.md). Few commands seal, so what seals is loaded when it is needed.
"""

import base64
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings

from forebygg.accounts.errors import FactorUnreadable

if TYPE_CHECKING:
    from cryptography.fernet import Fernet, MultiFernet


def seal(text: str) -> str:
    """What only this installation can open."""
    return _seals().encrypt(text.encode()).decode("ascii")


def opened(sealed: str) -> str:
    """What was sealed. Raises FactorUnreadable."""
    from cryptography.fernet import InvalidToken  # noqa: PLC0415

    try:
        return _seals().decrypt(sealed).decode()
    except InvalidToken as error:
        raise FactorUnreadable from error


def _seals() -> "MultiFernet":
    """The present key seals; it and those before open."""
    from cryptography.fernet import MultiFernet  # noqa: PLC0415

    return MultiFernet([_seal(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


@cache
def _seal(secret: str) -> "Fernet":
    """A key of its own: what else the secret key signs tells nothing of it."""
    from cryptography.fernet import Fernet  # noqa: PLC0415
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"forebygg.accounts.sealing")
    return Fernet(base64.urlsafe_b64encode(derived.derive(secret.encode())))
