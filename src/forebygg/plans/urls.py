"""Addresses of forebygg.plans, below /<municipality>/plans/."""

from django.urls import path

from forebygg.plans.views import adopting, comparing, editions, goals, plans, printing, sentences

app_name = "plans"
urlpatterns = [
    path("", plans.plans, name="plans"),
    path("<int:number>/", editions.plan, name="plan"),
    path("<int:number>/editions/<int:edition>/", editions.edition, name="edition"),
    path("<int:number>/editions/<int:edition>.json", editions.edition_json, name="edition-json"),
    path("<int:number>/editions/<int:edition>.pdf", printing.edition_pdf, name="edition-pdf"),
    path("<int:number>/editions/<int:edition>.docx", printing.edition_docx, name="edition-docx"),
    path("<int:number>/editions/<int:edition>/adopt/", adopting.adopt, name="adopt"),
    path("<int:number>/compare/", comparing.choose, name="choose"),
    path("<int:number>/compare/<int:earlier>/<int:later>/", comparing.compare, name="compare"),
    path("<int:number>/compare/<int:earlier>/<int:later>.json", comparing.compare_json, name="compare-json"),
    path("<int:number>/compare/<int:earlier>/<int:later>.pdf", printing.compare_pdf, name="compare-pdf"),
    path("<int:number>/compare/<int:earlier>/<int:later>.docx", printing.compare_docx, name="compare-docx"),
    path("<int:number>/sentences/<int:sentence>/", sentences.sentence, name="sentence"),
    path("<int:number>/goals/", goals.goals, name="goals"),
    path("<int:number>/goals/new/", goals.add, name="add-goal"),
    path("<int:number>/goals/proposed/", goals.propose, name="propose-goals"),
    path("<int:number>/goals/<int:goal>/change/", goals.change, name="change-goal"),
    path("<int:number>/goals/<int:goal>/end/", goals.end, name="end-goal"),
]
