from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FollowupConfig(AppConfig):
    name = "forebygg.followup"

    def ready(self) -> None:
        """Tell the audit trail what rounds are called."""
        from forebygg.followup import naming  # noqa: PLC0415 - models are ready only now
        from forebygg.organisation.naming import Subject, register_names, register_subject  # noqa: PLC0415

        register_names("followup.round", naming.rounds)
        register_subject(Subject(model="followup.round", title=_("a round"), numbered=naming.round_numbered))
