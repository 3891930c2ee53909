"""The story of a plan, in a real browser: from the council's decision to what three units answer, and on.

One test, since each chapter goes on from the one before.
"""

import csv
import datetime as dt
import io
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from forebygg.accounts.models import User
from forebygg.accounts.services import invent_person
from forebygg.commitments.models import Answer, Commitment
from forebygg.commitments.selectors.following import waiting
from forebygg.commitments.selectors.settling import settlement
from forebygg.organisation.models import Role, Unit
from forebygg.organisation.services.posts import appoint
from forebygg.plans.models import Edition, Goal, Wording
from forebygg.reminders.services.sending import send
from tests.accounts.test_logging_in import PASSWORD
from tests.reminders.mailserver import MailServer

NOW = timezone.now()
TODAY = timezone.localdate(NOW)
PLAN = "/granvik/plans/1"
UNITS = ["Granviksskolan", "Norra skolan", "Fritidsgården Kvarnen"]
ORGANISATION = [
    ["Enhet", "Slag", "Ligger under"],
    ["Utbildningsnämnden", "nämnd", ""],
    ["Kommunstyrelsen", "nämnd", ""],
    *([unit, "enhet", "Utbildningsnämnden"] for unit in UNITS),
]
MEASURES = [
    ["Vår lista över åtgärder", "", "", ""],
    ["Åtgärd", "Ansvarig nämnd", "Ansvarig", "Klart senast"],
    ["Utbilda all personal om oro", "Utbildningsnämnden", "rektorer", f"{TODAY + dt.timedelta(days=3)}"],
    ["Bjuda in föreningarna", "Kommunstyrelsen", "samordnare", "snarast"],
]


@pytest.fixture
def enter(granvik, person, served, look):
    """`enter("Alva Birk", Role.COORDINATOR)`: the window of somebody who has that post and has logged in."""

    def entered(name, role, unit=None):
        user = invent_person(f"{name.split()[0].lower()}@granvik.example", name, password=PASSWORD)
        appoint(user, role, within=granvik, unit=unit, by=person)
        window = look()
        window.goto(f"{served}/account/login/?next=/granvik/")
        window.fill("[name=login]", user.email)
        window.fill("[name=password]", PASSWORD)
        with window.expect_navigation(url="**/granvik/"):
            window.locator("main form").first.get_by_role("button").click()
        return window

    return entered


@pytest.fixture
def go(served):
    return lambda window, address: window.goto(f"{served}{address}")


def press(window, name):
    with window.expect_navigation():
        window.get_by_role("button", name=name, exact=True).first.click()


def upload(window, lines, name):
    """The rows as a file; how it goes on is the page's own."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(lines)
    data = {"name": name, "mimeType": "text/csv", "buffer": out.getvalue().encode()}
    window.locator("input[type=file]").set_input_files(data)
    with window.expect_navigation():
        window.locator("main form button[type=submit]").first.click()


def record(window, go, edition, paragraph, day):
    go(window, f"{PLAN}/editions/{edition}/adopt/")
    window.fill("[name=decided_on]", day)
    window.fill("[name=paragraph]", paragraph)
    window.fill("[name=body]", "Kommunfullmäktige")
    press(window, "Registrera beslutet")
    expect(window.locator(".standing").first).to_contain_text("antagen")


def the_lost_and_another(granvik):
    """Of the second edition a proposed sentence that the third words otherwise or not at all, and another."""
    second, third = Edition.objects.of(granvik).select_related("plan").order_by("date")[1:3]
    later = dict(Wording.objects.filter(edition=third).values_list("sentence", "text"))
    told = [
        (one.number, later.get(one.wording.sentence_id) == one.wording.text)
        for one in settlement(second).waiting
    ]
    lost = next((number for number, same in told if not same), None)
    return lost, next(number for number, same in told if same)


@pytest.fixture
def letters(settings, served):
    """What a mail server on this machine has received, the last letter last."""
    server = MailServer()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.ADDRESS = served
    yield server.handler.received
    server.close()


@pytest.fixture
def answer_by_link(go, look, letters):
    """What somebody answers for a unit by the link that the coordinator sends."""

    def answered(coordinator, unit, field):
        go(coordinator, f"/granvik/units/{unit.number}/answers/link/")
        coordinator.fill("[name=email]", "norra@granvik.example")
        press(coordinator, "Skicka länken")
        outside = look()
        outside.goto(re.search(r"http\S+/answer/\S+", written(letters[-1]))[0])
        outside.locator(f"[name='{field}state'][value=not_begun]").check()
        press(outside, "Spara alla svar")
        expect(outside.get_by_role("heading", level=1)).to_have_text("Tack")

    return answered


def written(letter):
    """A letter's plain text."""
    return letter.get_body(("plain",)).get_content()


def test_a_plan_is_decided_promised_answered_and_followed_into_its_next_edition(
    enter, go, granvik, answer_by_link, letters
):
    registrar, coordinator = enter("Disa Granlund", Role.REGISTRAR), enter("Alva Birk", Role.COORDINATOR)
    record(registrar, go, 2, "§ 12", "2025-02-24")

    go(coordinator, f"{PLAN}/goals/proposed/")
    coordinator.locator("[name=sentences]").first.check()
    press(coordinator, "Lägg till de kryssade")
    assert Goal.objects.of(granvik).exists()

    go(coordinator, "/granvik/organisation/import/")
    upload(coordinator, ORGANISATION, "organisation.csv")
    press(coordinator, "Läs in allt")
    units = {unit.name: unit for unit in Unit.objects.of(granvik)}
    assert {*UNITS} <= {*units}

    lost = confirm_two(go, coordinator, granvik)

    go(coordinator, "/granvik/commitments/list/")
    upload(coordinator, MEASURES, "åtgärder.csv")
    press(coordinator, "Se vad som skulle hända")
    board = units["Utbildningsnämnden"].number
    coordinator.get_by_label(re.compile("rektorer")).select_option(f"under-{board}")
    press(coordinator, "Spara allt")
    expect(coordinator.locator("main")).to_contain_text("Tillagda åtaganden: 2.")
    trained = Commitment.objects.of(granvik).get(what=MEASURES[2][0])
    assert {share.unit.name for share in trained.shares.all()} == {*UNITS}

    field = f"{trained.number}-"
    own = enter("Cajsa Forsgren", Role.ANSWERER, units[UNITS[0]])
    remind("Cajsa Forsgren", granvik)
    assert (letters[-1]["To"], UNITS[0] in written(letters[-1])) == ("cajsa@granvik.example", True)
    go(own, f"/granvik/units/{units[UNITS[0]].number}/answers/")
    own.locator(f"[name='{field}state'][value=under_way]").check()
    own.fill(f"[name='{field}evidence']", "Hälften har gått kursen.")
    press(own, "Spara alla svar")
    answer_by_link(coordinator, units[UNITS[1]], field)
    answer_by_sheet(go, coordinator, board, trained)
    told = Answer.objects.filter(share__commitment=trained).order_by("number").values_list("via", "state")
    assert [*told] == [("product", "under_way"), ("link", "not_begun"), ("sheet", "done")]

    go(coordinator, f"/granvik/units/{units[UNITS[0]].number}/action-plan/")
    expect(coordinator.locator("main")).to_contain_text(trained.what)
    coordinator.emulate_media(media="print")
    assert coordinator.pdf().startswith(b"%PDF")
    coordinator.emulate_media(media="screen")

    record(registrar, go, 3, "§ 41", "2025-03-31")
    go(coordinator, "/granvik/commitments/follow/")
    found = len(waiting(granvik))
    assert found == bool(lost)
    if found:
        coordinator.get_by_label("Det gäller som det är").check()
        with coordinator.expect_navigation():
            coordinator.locator("main section form button").first.click()
        assert waiting(granvik) == []

    hand_over(enter, go, coordinator)


def answer_by_sheet(go, coordinator, board, trained):
    """The board's sheet is taken out, filled in for its last unit, and read in."""
    home = coordinator.url.split("/granvik/")[0]
    sheet = coordinator.request.get(f"{home}/granvik/commitments/matrix.csv?board={board}").body()
    lines = list(csv.reader(io.StringIO(sheet.decode("utf-8-sig")), delimiter=";"))
    for line in lines[1:]:
        if line[0] == f"{trained.number}" and line[3] == UNITS[2]:
            line[5], line[7] = "Klart", "Alla har gått kursen."
    go(coordinator, "/granvik/commitments/sheet/")
    upload(coordinator, lines, "svar.csv")
    press(coordinator, "Spara 1 svar")


def confirm_two(go, coordinator, granvik):
    """The one that the next edition takes away or words anew, by its number; None when there is none."""
    lost, kept = the_lost_and_another(granvik)
    for sentence in filter(None, (lost, kept)):
        go(coordinator, f"{PLAN}/editions/2/commitments/{sentence}/")
        coordinator.get_by_role("button", name="Bekräfta", exact=True).last.click()
        expect(coordinator.locator(".progress")).to_be_visible()
    return lost


def remind(name, granvik):
    """What falls to somebody today, sent at once."""

    def again(tries, at):
        pytest.fail(f"try {tries} is put off until {at}")

    send(User.objects.get(name=name), granvik, TODAY, now=NOW, again=again)


def hand_over(enter, go, coordinator):
    """Alva Birk leaves; what her post owns is Bertil Ekdahl's at once."""
    owned = Commitment.objects.get(owner__role=Role.COORDINATOR)
    go(coordinator, f"/granvik/commitments/{owned.number}/")
    expect(coordinator.locator("dl.facts").last).to_contain_text("Alva Birk")
    enter("Bertil Ekdahl", Role.MEMBER)
    administrator = enter("Karl Nordby", Role.ADMINISTRATOR)
    go(administrator, "/granvik/people/")
    with administrator.expect_navigation():
        administrator.get_by_role("link", name="Lämna över det som Alva Birk har").click()
    administrator.get_by_label("Vem som tar över").select_option("Bertil Ekdahl")
    press(administrator, "Lämna över")

    owned.refresh_from_db()
    [holding] = owned.owner.holdings.filter(ended_at=None)
    assert holding.user.name == "Bertil Ekdahl"
    assert holding.since <= timezone.now() + dt.timedelta(minutes=1)
