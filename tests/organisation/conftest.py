import pytest

from forebygg.accounts.models import User
from forebygg.organisation.models import Kind, Unit


@pytest.fixture
def people(db):
    """Invented people, made as they are asked for: `people("Alva Birk")`."""

    def made(name, **more):
        email = f"{name.lower().replace(' ', '.')}@granvik.example"
        return User.objects.create(name=name, email=email, **more)

    return made


@pytest.fixture
def schools(granvik):
    """The board for schools, its department, and a school in that."""
    board = Unit.objects.create(municipality=granvik, number=1, kind=Kind.BOARD, name="Utbildningsnämnden")
    Unit.objects.filter(pk=board.pk).update(authority=board)
    board.refresh_from_db()
    department = Unit.objects.create(
        municipality=granvik,
        number=2,
        kind=Kind.DEPARTMENT,
        name="Utbildningsförvaltningen",
        above=board,
        authority=board,
    )
    return Unit.objects.create(
        municipality=granvik,
        number=3,
        kind=Kind.UNIT,
        name="Granviksskolan",
        above=department,
        authority=board,
    )


@pytest.fixture
def social_board(granvik):
    board = Unit.objects.create(municipality=granvik, number=4, kind=Kind.BOARD, name="Socialnämnden")
    Unit.objects.filter(pk=board.pk).update(authority=board)
    board.refresh_from_db()
    return board
