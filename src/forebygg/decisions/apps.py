from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "forebygg.decisions"

    def ready(self) -> None:
        """Plans know no meetings, nor does the audit trail: what is said of them there is told from here."""
        from forebygg.decisions import naming  # noqa: PLC0415 - models are ready only now
        from forebygg.decisions.threads import CouncilRecord  # noqa: PLC0415
        from forebygg.organisation.naming import register_names  # noqa: PLC0415
        from forebygg.plans.threads import register_record  # noqa: PLC0415

        register_record(CouncilRecord())
        register_names("decisions.place", naming.places)
