from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PapersConfig(AppConfig):
    name = "forebygg.papers"

    def ready(self) -> None:
        """Tell the audit trail of cases: their numbers, and which are kept from whom."""
        from forebygg.organisation.naming import (  # noqa: PLC0415 - models are ready only now
            Subject,
            register_names,
            register_subject,
        )
        from forebygg.papers import naming  # noqa: PLC0415

        register_names("papers.case.number", naming.cases_by_number)
        register_subject(
            Subject(
                model="papers.case",
                title=_("a case"),
                numbered=naming.case_numbered,
                kept_from=naming.kept_from,
            )
        )
