"""Every address: Swedish at the root, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    *i18n_patterns(
        path("account/", include("forebygg.accounts.urls")),
        path("<slug:municipality>/", include("forebygg.decisions.urls")),
        path("<slug:municipality>/", include("forebygg.commitments.urls")),
        path("<slug:municipality>/", include("forebygg.followup.urls")),
        path("<slug:municipality>/", include("forebygg.organisation.urls")),
        path("<slug:municipality>/", include("forebygg.reminders.urls")),
        path("<slug:municipality>/indicators/", include("forebygg.indicators.urls")),
        path("<slug:municipality>/plans/", include("forebygg.plans.urls")),
        path("", include("forebygg.site.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "forebygg.site.views.bad_request"
