"""A sheet that a board has filled in is read in: all of it, or nothing."""

import datetime as dt
from uuid import uuid4

from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.commitments import permissions
from forebygg.commitments.errors import SheetRefused
from forebygg.commitments.events import SheetReadIn
from forebygg.commitments.models import Answer, State, Via
from forebygg.commitments.selectors.sheets import compare
from forebygg.commitments.services.answering import Given, keep
from forebygg.organisation.services.checking import check_day
from forebygg.organisation.services.placing import lock


@transaction.atomic
def read_in(data: bytes, *, within: Municipality, on: dt.date, by: User) -> list[Answer]:
    """The answers that the sheet holds and that are not known yet; none when all of them are.

    Raises a SpreadsheetError, NoSuchSheet, FutureDay, and SheetRefused when a row has become wrong since
    somebody looked.
    """
    permissions.READ_IN.require(by, within=within)
    check_day(on)
    lock(within)
    found = compare(within, data)
    if found.faults:
        raise SheetRefused(count=len(found.faults))
    pairs = [
        (
            one.share,
            Given(
                commitment=one.share.commitment.number,
                key=uuid4(),
                state=State(one.now.state),
                evidence=one.now.evidence,
                because=one.now.because,
            ),
        )
        for one in found.differences
    ]
    if not pairs:
        return []
    answers = keep(pairs, within=within, on=on, via=Via.SHEET, given_by=by)
    record(SheetReadIn(answers=len(answers), last=answers[-1].number), about=within, by=by)
    return answers
