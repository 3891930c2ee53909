from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    name = "forebygg.plans"

    def ready(self) -> None:
        """Tell the audit trail what plans are called."""
        from forebygg.organisation.naming import Subject, register_names, register_subject  # noqa: PLC0415
        from forebygg.plans import naming  # noqa: PLC0415 - models are ready only now

        register_names("plans.plan.number", naming.plans_by_number)
        register_subject(Subject(model="plans.plan", title=_("a plan"), numbered=naming.plan_numbered))
