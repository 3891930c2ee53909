"""Addresses of forebygg.followup; all lie under the municipality's."""

from django.urls import path

from forebygg.followup.views import comparing, planning, reviewing, rounds

app_name = "followup"
urlpatterns = [
    path("rounds/", rounds.rounds, name="rounds"),
    path("rounds/new/", planning.plan, name="plan-round"),
    path("rounds/<int:number>/", rounds.round_page, name="round"),
    path("rounds/<int:number>.json", rounds.round_data, name="round-json"),
    path("rounds/<int:number>/change/", planning.change, name="change-round"),
    path("rounds/<int:number>/open/", planning.open_, name="open-round"),
    path("rounds/<int:number>/review/", reviewing.review, name="review-round"),
    path("rounds/<int:number>/review/begin/", planning.begin, name="begin-review"),
    path("rounds/<int:number>/goals/", rounds.goals, name="round-goals"),
    path("rounds/<int:number>/close/", planning.close_, name="close-round"),
    path("rounds/<int:number>/notes/new/", planning.add_note, name="note-round"),
    path("rounds/<int:number>/compare/<int:against>/", comparing.compare, name="compare-rounds"),
]
