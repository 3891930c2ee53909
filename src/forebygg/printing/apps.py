from django.apps import AppConfig


class PrintingConfig(AppConfig):
    name = "forebygg.printing"

    def ready(self) -> None:
        """What was printed is kept for a day."""
        from forebygg.printing import tasks  # noqa: PLC0415 - models are ready only now
        from forebygg.reminders.daily import register_daily  # noqa: PLC0415

        register_daily(tasks.clear_printed)
