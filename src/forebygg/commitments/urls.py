"""Addresses of forebygg.commitments; all lie under the municipality's."""

from django.urls import path

from forebygg.commitments.views import (
    answering,
    commitments,
    following,
    links,
    listing,
    matrix,
    settling,
    sheets,
)

app_name = "commitments"
urlpatterns = [
    path("commitments/", listing.commitments, name="commitments"),
    path("commitments.json", listing.commitments_json, name="commitments-json"),
    path("commitments/new/", commitments.make, name="make"),
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
    path("answer/<str:token>/", links.answer_by_link, name="answer-by-link"),
]
