from forebygg.commitments.follow_ups import PlansInForce
from forebygg.organisation.models import Role
from forebygg.reminders.due import Hands


def test_a_plan_falls_to_the_post_that_follows_it_up_by_its_day(decided, coordinator, holder, granvik):
    holder(Role.COORDINATOR)
    day = decided.review_on

    [item] = PlansInForce().due(granvik, day, among=Hands(posts=frozenset({coordinator.pk})))

    assert (item.on, item.whose.post) == (day, coordinator.pk)
    assert item.url == decided.get_absolute_url()
    assert "Utbildningsnämnden" in item.title
    assert not [*PlansInForce().due(granvik, day, among=Hands(posts=frozenset({0})))]


def test_where_nobody_holds_the_post_it_falls_to_the_coordinator(decided, granvik, today):
    assert not [*PlansInForce().due(granvik, today)]
    assert [item.whose.role for item in PlansInForce().due(granvik, decided.review_on)] == [Role.COORDINATOR]
