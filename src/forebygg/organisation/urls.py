"""Addresses of the organisation and of what was done; all lie under the municipality's."""

from django.urls import path

from forebygg.organisation.views import trail

app_name = "organisation"
urlpatterns = [
    path("audit/", trail.trail, name="audit"),
]
