"""Addresses of the organisation and of what was done; all lie under the municipality's."""

from django.urls import path

from forebygg.organisation.views import importing, leaving, people, recovery, scope, trail, units

app_name = "organisation"
urlpatterns = [
    path("organisation/", units.organisation, name="units"),
    path("organisation/new/", units.open_unit, name="open-unit"),
    path("organisation/import/", importing.import_, name="import"),
    path("organisation/scope/", scope.scope, name="scope"),
    path("organisation/<int:unit>/", units.unit, name="unit"),
    path("organisation/<int:unit>/change/", units.rename, name="rename"),
    path("organisation/<int:unit>/move/", units.move, name="move"),
    path("organisation/<int:unit>/close/", units.close_down, name="close-down"),
    path("organisation/<int:unit>/count/", units.count, name="count"),
    path("people/", people.all_people, name="people"),
    path("people/<int:user>/leave/", leaving.leave, name="leave"),
    path("people/<int:user>/withdraw/", leaving.withdraw, name="withdraw"),
    path("people/<int:user>/forget/", leaving.forget, name="forget"),
    path("people/<int:user>/recovery/", recovery.recover, name="recover"),
    path("people/posts/<int:holding>/end/", leaving.end, name="end"),
    path("audit/", trail.trail, name="audit"),
]
