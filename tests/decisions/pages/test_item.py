import pytest

from forebygg.decisions.models import BodyChange, Motion, Vote
from tests.browsing import words


@pytest.fixture
def page(browser, item, address):
    return lambda paragraph: browser.page(address(item(paragraph)))


def motions(page):
    return [
        (
            words(motion.h3),
            words(motion.select_one(".mark")),
            [words(link) for link in motion.select("a[href*=compare]")],
        )
        for motion in page.select(".motion")
    ]


def voices(page, part):
    return [
        (
            words(voice.h3),
            words(voice.select_one(".mark")),
            [words(link) for link in voice.select("a[href*=compare]")],
        )
        for voice in page.select(f"#{part} .voice")
    ]


def test_the_decision_and_the_proposal_stand_as_printed(page):
    found = page(52)

    assert [words(quote) for quote in found.select("#decision blockquote")] == [
        "Kommunfullmäktige antar handlingsplan mot våldsbejakande extremism.",
        (
            "1. Kommunledningsförvaltningen får i uppdrag att inför kommunfullmäktiges behandling dela "
            "avsnittet Riktlinjer och rutiner så att ansvar och samordning får ett eget avsnitt, placera "
            "avsnittet Uppföljning sist och ge avsnitt 7 namnet Stöd till närstående. "
            "2. Fredrika af Granholts tilläggsyrkande avslås."
        ),
    ]
    assert all(quote["lang"] == "sv" for quote in found.select("blockquote"))


def test_each_motion_is_told_with_what_became_of_it(page):
    assert motions(page(41)) == [
        ("Maj-Lis Ekenstam (S), Roland Åsbrinker (GRP) and Tove Rönnlid (MP)", "carried", []),
        ("Fredrika af Granholt (M) and Rickard Tollin (SD)", "rejected", []),
    ]


def test_a_motion_leads_to_the_changes_that_it_made(page):
    assert motions(page(52)) == [
        (
            "Maj-Lis Ekenstam (S)",
            "carried",
            [f"change {number} in edition 3" for number in (1, 4, 5, 6, 7)],
        ),
        ("Fredrika af Granholt (M)", "rejected", []),
        ("Conny Ahlbeck (SD)", "rejected", []),
    ]
    assert motions(page(17)) == [
        ("Torbjörn Rydqvist (S) and Ulla-Britt Tjäderborn (GRP)", "carried", ["change 5 in edition 2"])
    ]


def test_a_rejected_motion_leads_to_its_ballot_and_to_the_words_that_say_so(page):
    motion = page(41).select(".motion")[1]

    assert words(motion.select_one("a[href^='#ballot']")) == "by 13 votes to 6"
    assert words(motion.q).startswith("Ordföranden ställer först frågan om ärendet ska avgöras i dag")
    assert words(motion.select_one("a.lines")) == (
        "line 23 in Antagande av handlingsplan mot våldsbejakande extremism för Granviks kommun 2025–2028"
    )


def test_of_some_motions_the_minutes_do_not_say_what_became(page, item):
    item(41).motions.update(text="att ett seminarium ordnas.")
    item(41).votes.all().delete()

    assert motions(page(41))[0][1] == "the minutes do not say what became of it"


def test_ballots_are_figures_with_the_rule_of_a_tie(page, item):
    def ballot():
        found = page(52)
        return [words(cell) for cell in found.select("#ballots td")], words(
            found.select_one("#ballots .quiet")
        )

    figures, rule = ballot()
    assert figures[:4] == ["7", "3", "1", "–"]
    assert rule.startswith("More votes decide. When the votes are equal, the chair’s vote does.")
    assert "tied" not in rule

    Vote.objects.filter(item=item(52)).update(yes=5, no=5)

    assert "Ballot 1 was tied." in ballot()[1]


def test_statements_are_told_with_what_followed_in_the_plan(page):
    assert voices(page(27), "statements") == [
        ("Särskilt yttrande , Kent Hagelius (GRP)", "followed in the plan", ["change 5 in edition 2"]),
        ("Ordförandeutlåtande", "no change in the text follows it", []),
    ]


def test_a_statement_in_an_annex_leads_there(page, granvik_case, address):
    annex = page(27).select_one("#statements .voice p a")

    assert annex["href"] == address(granvik_case.papers.get(author="Kent Hagelius"))


def test_an_answer_to_the_referral_is_told_with_what_followed(page):
    assert voices(page(17), "answers") == [
        (
            "Lokala brottsförebyggande rådet , 9 December 2024",
            "followed in the plan",
            ["change 4 in edition 2"],
        )
    ]
    assert voices(page(27), "answers") == []


def test_what_comes_after_the_last_edition_cannot_be_followed_in_it(page):
    assert voices(page(41), "statements") == [
        ("Protokollsanteckning , Josef Malki (KD)", "no later edition lies here", [])
    ]


def test_reservations_and_conflicts_are_told(page):
    found = page(52)

    assert words(found.select_one("#reservations blockquote")).endswith(
        "mot beslutet att avslå tilläggsyrkandet."
    )
    assert "Conflict of interest: Håkan Lövdahl" in words(found.select_one("#serving"))


def test_who_took_part_is_told_by_name(page):
    names = [words(name) for name in page(52).select(".names li")]

    assert len(names) == 11
    assert "Elin Myrman Östlind (C) for Håkan Lövdahl" in names
    assert not any(name.startswith("Håkan Lövdahl") for name in names)


def test_named_papers_lead_to_those_in_the_file_and_the_others_are_marked(page, granvik_case, address):
    rows = page(52).select("#attachments li")

    assert [words(row.select_one(".mark")) if row.select_one(".mark") else row.a["href"] for row in rows] == [
        address(granvik_case.papers.get(number=4)),
        address(granvik_case.papers.get(number=5)),
        "not in the file",
        address(granvik_case.papers.get(number=7)),
    ]
    assert not page(27).select("#attachments .mark")


def test_whether_it_can_be_appealed_is_told_with_the_law(page):
    aside = words(page(17).aside)

    assert "Preparatory: cannot be appealed" in aside
    assert "The committee hands the matter on with a proposal" in aside
    assert "the Local Government Act (2017:725), ch. 13 ss. 2 and 3" in aside
    assert "May be appealed" in words(page(41).aside)


def test_what_reads_otherwise_than_at_the_body_before_is_shown(page, item):
    found = page(52)

    heads = [words(head) for head in found.select("h2")]
    assert "What reads otherwise than at Kommunstyrelsens arbetsutskott, § 17" in heads
    changes = BodyChange.objects.filter(later=item(52))
    shown = len(found.select("blockquote:has(ins, del)")) + len(found.select("details p:has(ins, del)"))
    assert shown == changes.count() > 0


def test_the_items_before_and_after_are_a_link_away(page, item, address):
    links = [link["href"] for link in page(17).select("aside dd a")]

    assert {address(item(9)), address(item(52))} <= set(links)


def test_the_public_sees_an_item_of_a_released_paper_and_nothing_from_others(browser, item, release, address):
    browser.public.page(address(item(52)), status=404)
    release(3)

    page = browser.public.page(address(item(52)))

    assert not page.select("#attachments a, #attachments .mark")
    assert not page.select("a[href*=compare], .names, blockquote:has(ins, del)")
    assert motions(page)[0][:2] == ("Maj-Lis Ekenstam (S)", "carried")


def test_an_item_of_another_case_or_municipality_is_not_there(browser, item, other_municipality):
    pk = item(41).pk

    browser.page(f"/granvik/cases/2/items/{pk}/", status=404)
    browser.page(f"/hedvik/cases/1/items/{pk}/", status=404)


@pytest.mark.parametrize("times", [1, 10])
def test_it_takes_as_many_queries_however_much_it_holds(
    browser, item, person, address, django_assert_max_num_queries, times
):
    here = item(52)
    count = here.motions.count()
    Motion.objects.bulk_create(
        Motion(
            municipality=here.municipality,
            item=here,
            position=count + number,
            line=here.first_line,
            name="Någon",
            text=f"att {number}.",
        )
        for number in range(5 * times)
    )
    other = item(17)
    for number in range(5 * times):
        other.pk, other.first_line, other.paragraph = None, 10_000 + number, 100 + number
        other.save(force_insert=True)

    with django_assert_max_num_queries(18):
        browser.get(address(here))
