"""Everything that a database holds, for comparing before and after."""

from django.apps import apps

OURS = {"accounts", "audit", "papers", "plans", "decisions"}


def contents(*, of=None):
    """Every row of every table of ours, or only those of one municipality."""
    found = {}
    for model in apps.get_models():
        if model._meta.app_label in OURS:
            rows = model._base_manager.order_by("pk")
            if of is not None and model._meta.label != "accounts.User":
                key = "pk" if model._meta.label == "accounts.Municipality" else "municipality"
                rows = rows.filter(**{key: of.pk})
            found[model._meta.label] = [*rows.values_list()]
    return found


def counts(*, of=None):
    return {label: len(rows) for label, rows in contents(of=of).items()}
