"""Addresses of the front, the home of each municipality, and what every site has."""

from django.urls import path

from forebygg.site import views

app_name = "site"
urlpatterns = [
    path("", views.front, name="front"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.icon, name="icon"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("<slug:municipality>/", views.home, name="home"),
]
