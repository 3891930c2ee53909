from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "forebygg.decisions"

    def ready(self) -> None:
        """Plans know no meetings: what the record says of their text is told from here."""
        from forebygg.decisions.threads import CouncilRecord  # noqa: PLC0415 - models are ready only now
        from forebygg.plans.threads import register_record  # noqa: PLC0415

        register_record(CouncilRecord())
