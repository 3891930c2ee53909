"""A round of a large city: closed, all or nothing, and looked at before and after."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.city import COMMITMENTS, fill
from bench.figure import Figure, at_most
from bench.server import serving, told, waits
from bench.visitor import cookie

UNITS: Final = (50, 500)
CLOSING: Final = 5  # seconds
PAGE: Final = 300  # milliseconds, nineteen of twenty
_ROUNDS: Final = "/granvik/rounds/"
PAGES: Final = {
    "the closed round": f"{_ROUNDS}1/",
    "the open round": f"{_ROUNDS}2/",
    "a board": f"{_ROUNDS}2/?board=3",
    "the points": f"{_ROUNDS}2/review/",
    "what differs": f"{_ROUNDS}2/compare/1/",
    "what differs in a board": f"{_ROUNDS}2/compare/1/?board=3",
}
# Past the services where they only prepare; what is closed is closed by its own act.
_CLOSE: Final = """
import datetime as dt, time
from forebygg.accounts.models import Municipality, User
from forebygg.commitments.models import Answer, Commitment, Share
from forebygg.followup.models import FrozenPart, Point, Round
from forebygg.followup.services.closing import close
from forebygg.organisation.models import Role
from forebygg.organisation.services.posts import appoint
from forebygg.plans.models import Plan
from django.utils import timezone
city, by = Municipality.objects.get(), User.objects.filter(system="command").first()
coordinator = User.objects.create(email="rut.hav@granvik.example", name="Rut Hav", is_invented=True)
appoint(coordinator, Role.COORDINATOR, within=city, by=by)
plan = Plan.objects.create(municipality=city, number=1, title="Plan")
Commitment.objects.update(plan=plan)
terms = dict(municipality=city, plan=plan, edition=1, answers_by=dt.date(2026, 1, 15))
one = Round.objects.create(number=1, name="Hösten", starts_on=dt.date(2025, 7, 1), stage="review",
                           ends_on=dt.date(2025, 12, 31), reviewed_on=dt.date(2026, 2, 1), **terms)
Point.objects.bulk_create(
    Point(municipality=city, round=one, commitment=each, conclusion="continue", words="Det går framåt.",
          recorded_by=by, recorded_at=timezone.now()) for each in Commitment.objects.all())
start = time.process_time()
closed = close(one, by=coordinator)
took = time.process_time() - start
two = Round.objects.create(number=2, name="Våren", starts_on=dt.date(2026, 1, 1), stage="open",
                           ends_on=dt.date(2026, 6, 30), previous=closed,
                           after_answer=closed.last_answer, **terms)
# Every tenth part is answered anew.
shares = list(Share.objects.exclude(state="").order_by("pk")[::10])
number = closed.last_answer
import uuid
today = timezone.localdate()
Answer.objects.bulk_create(
    (Answer(municipality=city, number=number + at, key=uuid.uuid4(), share=share, state="done",
            evidence="Protokoll.", on=today, via="product", given_by=by, given_at=timezone.now())
     for at, share in enumerate(shares, start=1)), batch_size=5000)
for share in shares:
    share.state, share.answered_on = "done", today
Share.objects.bulk_update(shares, ["state", "answered_on"], batch_size=500)
print(took)
"""


def figures() -> Iterator[Figure]:
    """At a tenth of a large city, then the whole of it."""
    for units in UNITS:
        size = f"{units * COMMITMENTS} cells"
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            fill(home, units=units)
            took = float(told(home, _CLOSE).split()[-1])
            yield at_most(f"closing a round of {size}", took, CLOSING, unit="s", note="processor time")
            colleague = cookie(home)
            with serving(home) as server:
                for called, path in PAGES.items():
                    page = waits(server, path, cookie=colleague)
                    name = f"{called} of {size}, 19 of 20"
                    yield at_most(name, page.p95, PAGE, unit="ms", note=page.note)
