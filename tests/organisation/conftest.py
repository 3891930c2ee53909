import pytest

from forebygg.accounts.models import User


@pytest.fixture
def people(db):
    """Invented people, made as they are asked for: `people("Alva Birk")`."""

    def made(name, **more):
        email = f"{name.lower().replace(' ', '.')}@granvik.example"
        return User.objects.create(name=name, email=email, **more)

    return made
