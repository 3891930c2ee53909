"""Addresses of forebygg.site."""

from django.urls import URLPattern

app_name = "site"
urlpatterns: list[URLPattern] = []
