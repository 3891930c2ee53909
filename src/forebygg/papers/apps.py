from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PapersConfig(AppConfig):
    name = "forebygg.papers"

    def ready(self) -> None:
        """Tell the audit trail of cases, the organisation of guests and of what authorities keep."""
        from forebygg.organisation.estates import register_estate  # noqa: PLC0415
        from forebygg.organisation.guests import register_invitations  # noqa: PLC0415
        from forebygg.organisation.naming import (  # noqa: PLC0415 - models are ready only now
            Subject,
            register_names,
            register_subject,
        )
        from forebygg.papers import guests, naming, tasks  # noqa: PLC0415
        from forebygg.papers.estate import KeptPapers  # noqa: PLC0415
        from forebygg.reminders.daily import register_daily  # noqa: PLC0415

        register_estate(KeptPapers())
        register_invitations(guests.invitations)
        register_daily(tasks.end_invitations)

        register_names("papers.case.number", naming.cases_by_number)
        register_subject(
            Subject(
                model="papers.case",
                title=_("a case"),
                numbered=naming.case_numbered,
                kept_from=naming.kept_from,
            )
        )
