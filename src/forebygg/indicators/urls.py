"""Addresses of forebygg.indicators, below /<municipality>/indicators/."""

from django.urls import path

from forebygg.indicators import views

app_name = "indicators"
urlpatterns = [
    path("", views.indicators, name="indicators"),
    path("new/", views.add, name="add"),
    path("<int:number>/", views.indicator, name="indicator"),
    path("<int:number>/change/", views.change, name="change"),
    path("<int:number>/outcome/", views.outcome, name="outcome"),
]
