"""Addresses of forebygg.commitments; all lie under the municipality's."""

from django.urls import path

from forebygg.commitments.views import answering

app_name = "commitments"
urlpatterns = [
    path("commitments/<int:commitment>/units/<int:unit>/", answering.share, name="share"),
    path("units/<int:unit>/answers/", answering.answers, name="answers"),
]
