"""What the processes of an `Installation` do. It is imported once, and they are forked from there."""

import os
import sys
from functools import wraps

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from django.db import connections  # noqa: E402 - after the setup, as always

from forebygg.accounts.models import SystemUser  # noqa: E402
from forebygg.accounts.services import system_user  # noqa: E402
from forebygg.cli import database as of_this_version  # noqa: E402
from forebygg.decisions.services import import_papers, importing, storing  # noqa: E402
from forebygg.organisation.services.municipalities import found_municipality  # noqa: E402
from tests.granvik import papers  # noqa: E402

MODULES = {"importing": importing, "storing": storing}
if "pytest" not in sys.modules:
    papers()  # what is read before the fork is read for all


def on_its_database(act):
    @wraps(act)
    def acting(pipe, database, *arguments):
        del connections["default"]
        connections.settings["default"] |= database
        try:
            pipe.send(act(pipe, *arguments))
        except Exception as error:  # noqa: BLE001 - raised again where somebody listens
            pipe.send(error)

    return acting


@on_its_database
def migrate(pipe):
    of_this_version.prepare(agreed=True)


@on_its_database
def settle(pipe, slug):
    found_municipality(slug, slug, by=system_user(SystemUser.COMMAND))


@on_its_database
def import_at_once(pipe, slug, keys):
    return _imported(slug, keys)


@on_its_database
def import_stopping_after(pipe, slug, keys, module, name):
    """Stand still in the middle of storing, once the named step is done."""
    step = getattr(MODULES[module], name)

    @wraps(step)
    def stopping(*arguments, **named):
        came = step(*arguments, **named)
        pipe.send("there")
        pipe.recv()
        return came

    setattr(MODULES[module], name, stopping)
    return _imported(slug, keys)


@on_its_database
def import_waiting(pipe, slug, keys):
    """Wait between the first reading and storing it."""
    read = importing._Incoming.read

    def reading(*arguments):
        came = read(*arguments)
        importing._Incoming.read = read
        pipe.send("read")
        pipe.recv()
        return came

    importing._Incoming.read = reading
    return _imported(slug, keys)


def _imported(slug, keys):
    """The case's number, whether it is new, and how many files it got and had."""
    command = system_user(SystemUser.COMMAND)
    came = import_papers(found_municipality(slug, slug, by=command), papers(*keys), by=command)
    return came.case.number, came.is_new, len(came.added), len(came.unchanged)
