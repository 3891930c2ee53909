import datetime as dt
import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from forebygg.audit.models import Entry
from forebygg.organisation.models import Holding, Role
from forebygg.organisation.services.posts import relieve
from forebygg.reminders import tasks
from forebygg.reminders.models import Digest, Job, Subscription
from forebygg.reminders.models.letters import Fate
from forebygg.reminders.rules.reminding import TRIED_AFTER
from forebygg.reminders.services.sending import send
from tests.browsing import Browser, words
from tests.reminders.conftest import NOW, TODAY
from tests.reminders.mailserver import MailServer

pytestmark = pytest.mark.django_db
IN_THREE_DAYS = TODAY + dt.timedelta(days=3)


@pytest.fixture
def server(settings):
    """A mail server to which the product sends."""
    made = MailServer()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", made.port
    settings.ADDRESS = "https://plan.granvik.example"
    yield made
    made.close()


@pytest.fixture
def owner(someone, post_of, promised):
    """Whoever owns a commitment that is to be done in three days."""
    user = someone(Role.MEMBER)
    promised(IN_THREE_DAYS, owner=post_of(user))
    return user


@pytest.fixture
def sent(granvik):
    """What is done with somebody's reminders of a day: `sent(owner)`; which tries are put in the queue."""

    def made(user, day=TODAY, now=NOW):
        tries = []
        send(user, granvik, day, now=now, again=lambda number, at: tries.append((number, at - now)))
        return tries

    return made


def test_one_e_mail_tells_of_all_that_falls_to_somebody(server, owner, post_of, promised, sent):
    promised(TODAY - dt.timedelta(days=3), owner=post_of(owner), what="Öva på skolgården.")
    sent(owner)

    [letter] = server.handler.received
    text = letter.get_body(("plain",)).get_content().replace("\r\n", "\n")
    assert letter["To"] == "mira.lund@granvik.example"
    assert letter["Subject"] == "Granviks kommun: 2 påminnelser"
    assert text.index("Öva på skolgården.") < text.index("Lära ut källkritik.")
    assert "senast lördag 14 mars 2026\n  https://plan.granvik.example/granvik/commitments/1/" in text
    assert "Mira" not in text


def test_the_e_mail_is_a_page_too_that_says_the_same(server, owner, sent):
    sent(owner)

    [letter] = server.handler.received
    page = BeautifulSoup(letter.get_body(("html",)).get_content(), "html.parser")
    assert page.html["lang"] == "sv"
    assert [words(heading) for heading in page.select("h1, h2")] == [letter["Subject"], "Kommande"]
    assert page.select_one("li a")["href"] == "https://plan.granvik.example/granvik/commitments/1/"
    assert not page.select("img, style, script, table")


def test_it_is_in_the_language_that_its_reader_has_chosen(server, owner, granvik, sent):
    Subscription.objects.create(municipality=granvik, user=owner, language="en")
    sent(owner)

    [letter] = server.handler.received
    assert letter["Subject"] == "Granviks kommun: 1 reminder"
    assert "https://plan.granvik.example/en/granvik/commitments/1/" in letter.get_body().get_content()


def test_it_is_sent_once_however_often_its_job_is_done(server, owner, sent):
    for _time in range(3):
        assert sent(owner) == []

    assert len(server.handler.received) == 1
    digest = Digest.objects.get()
    assert (digest.fate, digest.tries, digest.coming, digest.overdue) == (Fate.SENT, 1, 1, 0)


def test_nothing_is_sent_when_there_is_nothing_to_say(server, someone, promised, post_of, sent):
    user = someone(Role.MEMBER)
    promised(TODAY + dt.timedelta(days=5), owner=post_of(user))
    sent(user)

    assert (server.handler.received, Digest.objects.count()) == ([], 0)


def test_what_was_told_of_is_not_told_of_the_next_day(server, owner, sent):
    sent(owner)
    sent(owner, TODAY + dt.timedelta(days=1), NOW + dt.timedelta(days=1))

    assert len(server.handler.received) == 1


def test_whoever_has_said_no_to_a_kind_is_not_told_of_it(server, owner, granvik, sent):
    Subscription.objects.create(municipality=granvik, user=owner, declined=["commitments"])
    sent(owner)

    assert server.handler.received == []


def test_a_server_that_cannot_take_it_now_is_asked_again_each_time_later_and_at_last_no_more(
    server, owner, sent
):
    server.handler.refuse = {"DATA": "451 try again later"}
    waited = [sent(owner) for _time in range(len(TRIED_AFTER) + 1)]

    assert waited == [*([(number, wait)] for number, wait in enumerate(TRIED_AFTER, start=1)), []]
    assert all(earlier < later for earlier, later in pairwise(TRIED_AFTER))
    assert Digest.objects.get().fate == Fate.GIVEN_UP


def test_what_is_taken_at_the_second_try_is_sent_once(server, owner, sent):
    server.handler.refuse = {"RCPT": "450 mailbox busy"}
    assert sent(owner)
    server.handler.refuse = {}
    sent(owner)
    sent(owner)

    assert len(server.handler.received) == 1
    assert Digest.objects.get().fate == Fate.SENT


@pytest.mark.parametrize("refuse", [{"RCPT": "550 nobody of that name"}, {"DATA": "554 not wanted"}])
def test_what_is_refused_for_good_is_not_tried_again(server, owner, sent, refuse):
    server.handler.refuse = refuse

    assert sent(owner) == []
    assert Digest.objects.get().fate == Fate.REFUSED


def test_a_server_that_is_gone_is_asked_again(server, settings, owner, sent, caplog):
    settings.EMAIL_PORT = 1

    assert sent(owner) == [(1, TRIED_AFTER[0])]
    assert Digest.objects.get().fate == Fate.WAITING
    assert "mira" not in caplog.text


def test_nobody_is_sent_it_again_when_the_server_fell_silent_with_it(server, owner, sent):
    server.handler.hang_up = True

    assert sent(owner) == []
    assert sent(owner) == []
    assert (len(server.handler.received), Digest.objects.get().fate) == (1, Fate.BEGUN)


def test_what_a_killed_worker_had_begun_is_not_sent_again_that_day_but_told_of_the_next(
    server, owner, granvik, sent
):
    Digest.objects.create(municipality=granvik, user=owner, day=TODAY, tried_at=NOW, tries=1)

    assert sent(owner) == []
    assert server.handler.received == []
    sent(owner, TODAY + dt.timedelta(days=1), NOW + dt.timedelta(days=1))
    assert len(server.handler.received) == 1


def test_what_waits_when_the_day_is_over_is_left_to_the_next(server, owner, granvik, sent):
    Digest.objects.create(
        municipality=granvik, user=owner, day=TODAY, tried_at=NOW, tries=1, fate=Fate.WAITING
    )
    sent(owner, TODAY, NOW + dt.timedelta(days=1))

    assert (server.handler.received, Digest.objects.get().fate) == ([], Fate.GIVEN_UP)


def test_whoever_has_left_is_sent_nothing(server, owner, person, sent):
    relieve(Holding.objects.get(user=owner), by=person)
    sent(owner)

    assert server.handler.received == []


def test_two_workers_that_have_the_same_job_send_it_once(server, owner, sent, monkeypatch):
    """The second begins while the first speaks to the server."""
    inner = []

    def slowly(*told):
        if not inner:
            inner.append(sent(owner))
        return composed(*told)

    composed = send.__globals__["composed"]
    monkeypatch.setitem(send.__globals__, "composed", slowly)
    sent(owner)

    assert inner == [[]]
    assert len(server.handler.received) == 1


def test_the_days_jobs_wait_for_the_morning_one_for_each_who_has_something_to_be_told(
    owner, granvik, answerer
):
    tasks.remind.call("granvik", TODAY.isoformat())
    tasks.remind.call("granvik", TODAY.isoformat())

    [job] = Job.objects.filter(kind__endswith="send_digest")
    assert job.about == f"granvik/{owner.pk}"
    assert timezone.localtime(DBTaskResult.objects.get(job=job).run_after).hour == 7


def test_a_worker_sends_it(server, someone, post_of, promised, monkeypatch):
    # It ends its connection when it has nothing to do, and with it what the test has made.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    user = someone(Role.MEMBER)
    today = timezone.localdate()
    promised(today, owner=post_of(user))
    tasks.remind.call("granvik", today.isoformat())
    DBTaskResult.objects.update(run_after=timezone.now())

    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)

    if timezone.localdate() == today:  # the day may end meanwhile
        assert [letter["To"] for letter in server.handler.received] == [user.email]


@pytest.fixture
def letter(server, owner, sent):
    """One that has been sent."""
    sent(owner)
    return server.handler.received[0]


def path_of(text):
    """Of the link in it that says no."""
    return re.search(r"https://plan\.granvik\.example(/granvik/reminders/stop/[\w:-]+/)", text)[1]


@pytest.fixture
def nobody():
    return Browser(Client(enforce_csrf_checks=True))


def test_one_click_in_the_mail_program_ends_all_reminders(letter, owner, granvik, nobody):
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = path_of(letter["List-Unsubscribe"])

    assert nobody.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert {"commitments", "answers", "occasions"} <= {*Subscription.objects.get(user=owner).declined}
    last = Entry.objects.of(granvik).latest("number")
    assert (last.event, last.by.system, last.data) == ("reminders.chosen", "link", {"user": owner.pk})


def test_looking_at_the_link_changes_nothing_and_pressing_its_button_ends_that_kind_alone(
    letter, owner, nobody
):
    path = path_of(letter.get_body(("plain",)).get_content())
    page = nobody.page(path)
    assert [words(kind) for kind in page.select("main li")] == ["Åtaganden"]
    assert not Subscription.objects.filter(user=owner).exists()

    nobody.page(path, data={})
    assert Subscription.objects.get(user=owner).declined == ["commitments"]
    answer = nobody.get(path)
    assert (answer["X-Robots-Tag"], answer["Referrer-Policy"]) == ("noindex, nofollow", "strict-origin")


def test_a_link_that_somebody_has_changed_is_none(letter, nobody, other_municipality):
    path = path_of(letter["List-Unsubscribe"])

    assert nobody.get(path.replace("/granvik/", "/hedvik/")).status_code == 404
    assert nobody.post(f"{path.rstrip('/')}x/", {}).status_code == 404
