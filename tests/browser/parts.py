"""A page with every part on it, for looking at the parts and for axe; an address book of its own."""

from datetime import date
from pathlib import Path

from django import forms
from django.conf.urls.i18n import i18n_patterns
from django.http import HttpResponse, QueryDict
from django.template import engines
from django.urls import include, path

from forebygg.privacy.texts import Texts
from forebygg.web.marks import STATES
from forebygg.web.pagination import Page
from forebygg.web.steps import Step
from forebygg.web.texts import GuardedText

TEMPLATE = Path(__file__).with_name("parts.html").read_text(encoding="utf-8")
TYPING = Path(__file__).with_name("typing.html").read_text(encoding="utf-8")

# As somebody types it at the end of a day: a long paragraph, a nickname, a number.
TOLD = (
    "Vi behöver mer stöd på fritidsgården.\n\n"
    "Det var stökigt i går igen. Ahmed och hans bror stod utanför hela kvällen. Personalen kände sig ensam.\n"
    "Ring mig på 070-174 06 05 om ni vill veta mer."
)


class Paper:
    def __str__(self):
        return "Protokoll 2016-11-07"

    def get_absolute_url(self):
        return "/parts/"

    def get_line_url(self, line):
        return f"/parts/#L{line}"


class Need:
    """What a model says of its texts."""

    texts = Texts(warn="title wish", refuse="story")


class NeedForm(forms.Form):
    title = GuardedText(Need, "title", label="Rubrik", help_text="", max_length=100, widget=forms.TextInput)
    wish = GuardedText(Need, "wish", label="Vad behövs?", required=False)
    story = GuardedText(Need, "story", label="Vad har hänt?", required=False)


class Form(forms.Form):
    on = forms.DateField(
        label="Beslutsdatum", help_text="Som det står i protokollet, till exempel 2025-06-16."
    )
    outcome = forms.ChoiceField(
        label="Utfall", choices=[("a", "Bifall"), ("b", "Avslag")], widget=forms.RadioSelect
    )
    note = forms.CharField(label="Anteckning", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    kind = forms.ChoiceField(label="Slag", choices=[("a", "Protokoll"), ("b", "Plan")])
    sure = forms.BooleanField(label="Jag har jämfört med originalet")


def parts(request, municipality=None):
    context = {
        "paper": Paper(),
        "day": date(2016, 11, 7),
        "keys": list(STATES),
        "steps": [
            Step("Skrivelse", "done", note="Tjänsteskrivelse 24 oktober 2016"),
            Step("Nämnd", "missing"),
            Step("Kommunstyrelsen", "current", note="§ 171, föreslår fullmäktige"),
            Step("Fullmäktige", "ahead"),
        ],
        "page": Page([], 2, 640, 50, QueryDict("outcome=decided")),
        "typed": NeedForm({"title": "Samtal med killen i 8B", "wish": TOLD, "story": TOLD}),
        "form": Form(request.POST if request.method == "POST" else {"on": "i går", "kind": "a"}),
    }
    return HttpResponse(engines["django"].from_string(TEMPLATE).render(context, request))


def needs(request, municipality):
    """A form that says what it would have saved."""
    form = NeedForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "kept": form.cleaned_data if form.is_valid() else None}
    template = engines["django"].from_string(TYPING)
    return HttpResponse(template.render(context, request), status=422 if form.errors else 200)


urlpatterns = i18n_patterns(
    path("parts/", parts),
    path("<slug:municipality>/parts/", parts),
    path("<slug:municipality>/needs/", needs),
    # The frame leads to these.
    path("account/", include("forebygg.accounts.urls")),
    path("<slug:municipality>/", include("forebygg.decisions.urls")),
    path("<slug:municipality>/plans/", include("forebygg.plans.urls")),
    path("", include("forebygg.site.urls")),
    prefix_default_language=False,
)
