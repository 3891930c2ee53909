"""Addresses of forebygg.reminders; all lie under the municipality's."""

from django.urls import path

from forebygg.reminders.views import calendars, choosing, year

app_name = "reminders"
urlpatterns = [
    path("reminders/", choosing.reminders, name="reminders"),
    path("reminders/stop/<str:signature>/", choosing.stop, name="stop"),
    path("calendar/", calendars.calendar, name="calendar"),
    path("calendar/one/<slug:key>.ics", calendars.one, name="one"),
    path("calendar/<str:secret>.ics", calendars.feed, name="feed"),
    path("year/", year.year, name="year"),
    path("year/add/", year.add, name="add"),
    path("year/days/", year.add_days, name="days"),
    path("year/<int:occasion>/change/", year.change, name="change"),
    path("year/<int:occasion>/remove/", year.remove, name="remove"),
]
