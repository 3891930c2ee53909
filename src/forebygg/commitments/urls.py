"""Addresses of forebygg.commitments; all lie under the municipality's."""

from django.urls import path

from forebygg.commitments.views import (
    action_plans,
    answering,
    commitments,
    extent,
    following,
    links,
    listing,
    lists,
    matrix,
    planning,
    settling,
    sheets,
    whole_plan,
)

app_name = "commitments"
urlpatterns = [
    path("commitments/", listing.commitments, name="commitments"),
    path("commitments.json", listing.commitments_json, name="commitments-json"),
    path("commitments/new/", commitments.make, name="make"),
    path("settings/light/", extent.light, name="light"),
    path("commitments/list/", lists.read_in, name="read-list"),
    path("commitments/follow/", following.follow, name="follow"),
    path("commitments/<int:commitment>/", commitments.commitment, name="commitment"),
    path("commitments/<int:commitment>/change/", commitments.change, name="change"),
    path("commitments/<int:commitment>/owner/", commitments.assign, name="assign"),
    path("commitments/<int:commitment>/units/", commitments.units, name="units"),
    path("commitments/<int:commitment>/end/", commitments.end, name="end"),
    path("plans/<int:number>/editions/<int:edition>/commitments/", settling.settle, name="settle"),
    path("plans/<int:number>/editions/<int:edition>/toothless/", settling.toothless, name="toothless"),
    path(
        "plans/<int:number>/editions/<int:edition>/commitments/<int:sentence>/",
        settling.settle_one,
        name="settle-one",
    ),
    path("commitments/matrix/", matrix.matrix, name="matrix"),
    path("commitments/matrix.xlsx", sheets.cells_xlsx, name="cells-xlsx"),
    path("commitments/matrix.csv", sheets.cells_csv, name="cells-csv"),
    path("commitments/sheet/", sheets.sheet, name="sheet"),
    path("commitments/<int:commitment>/units/<int:unit>/", answering.share, name="share"),
    path("units/<int:unit>/answers/", answering.answers, name="answers"),
    path("units/<int:unit>/answers/link/", links.send, name="send-link"),
    path("units/<int:unit>/action-plan/", action_plans.action_plan, name="action-plan"),
    path("units/<int:unit>/action-plan.json", action_plans.action_plan_as_json, name="action-plan-json"),
    path("units/<int:unit>/action-plan/propose/", planning.propose_for_unit, name="propose-action-plan"),
    path("units/<int:unit>/action-plan/decide/", planning.decide_for_unit, name="decide-action-plan"),
    path("action-plans/", action_plans.action_plans, name="action-plans"),
    path("action-plans/<int:action_plan>/", action_plans.decided, name="decided-action-plan"),
    path(
        "action-plans/<int:action_plan>.json", action_plans.decided_as_json, name="decided-action-plan-json"
    ),
    path("action-plans/<int:action_plan>/withdraw/", planning.take_back, name="withdraw-action-plan"),
    path("action-plans/<int:action_plan>/follow-up/", planning.follow_up, name="follow-up-action-plan"),
    path("action-plan/", whole_plan.whole, name="whole-plan"),
    path("action-plan.json", whole_plan.whole_as_json, name="whole-plan-json"),
    path("action-plan/document/", whole_plan.document, name="whole-plan-document"),
    path("action-plan/propose/", planning.propose_for_all, name="propose-whole-plan"),
    path("action-plan/decide/", planning.decide_for_all, name="decide-whole-plan"),
    path("answer/<str:token>/", links.answer_by_link, name="answer-by-link"),
]
