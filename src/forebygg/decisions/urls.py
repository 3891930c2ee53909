"""Addresses of cases and what stands in them; all lie under the municipality's."""

from django.urls import path

from forebygg.decisions.views import (
    cases,
    correcting,
    dates,
    findings,
    guests,
    items,
    keeping,
    meetings,
    papers,
    releasing,
    starting,
)

app_name = "decisions"
urlpatterns = [
    path("cases/", cases.cases, name="cases"),
    path("cases/<int:case>/", cases.case, name="case"),
    path("cases/<int:case>.json", cases.case_json, name="case-json"),
    path("cases/<int:case>/meetings/<int:meeting>/", meetings.meeting, name="meeting"),
    path("cases/<int:case>/items/<int:item>/", items.item, name="item"),
    path("cases/<int:case>/findings/", findings.findings, name="findings"),
    path("cases/<int:case>/dates/", dates.dates, name="dates"),
    path("cases/<int:case>/papers/<int:paper>/", papers.paper, name="paper"),
    path("cases/<int:case>/papers/<int:paper>/correct/", correcting.choose, name="correct-choose"),
    path("cases/<int:case>/papers/<int:paper>/correct/fact/", correcting.correct, name="correct"),
    path("cases/<int:case>/corrections/", correcting.corrections, name="corrections"),
    path("cases/<int:case>/release/", releasing.release, name="release"),
    path("cases/<int:case>/keep/", keeping.keep, name="keep"),
    path("cases/<int:case>/guests/", guests.guests, name="guests"),
    path("cases/<int:case>/guests/<int:invitation>/end/", guests.end, name="end-invitation"),
    path("cases/<int:case>/originals/<int:original>/", papers.original, name="original"),
    path("items/", items.items, name="items"),
    path("plans/new/", starting.start_plan, name="start-plan"),
]
