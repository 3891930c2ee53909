from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    name = "forebygg.indicators"

    def ready(self) -> None:
        """Tell the audit trail what indicators are called."""
        from forebygg.indicators import naming  # noqa: PLC0415 - models are ready only now
        from forebygg.organisation.naming import Subject, register_names, register_subject  # noqa: PLC0415

        register_names("indicators.indicator", naming.indicators)
        register_subject(
            Subject(model="indicators.indicator", title=_("an indicator"), numbered=naming.indicator_numbered)
        )
