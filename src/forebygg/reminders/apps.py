from django.apps import AppConfig
from django_tasks.signals import task_finished, task_started


class RemindersConfig(AppConfig):
    name = "forebygg.reminders"

    def ready(self) -> None:
        """A worker shows that it lives for as long as it works at a job."""
        from forebygg.reminders import heartbeat  # noqa: PLC0415 - models are not there before

        task_started.connect(heartbeat.begin, dispatch_uid="forebygg.reminders")
        task_finished.connect(heartbeat.end, dispatch_uid="forebygg.reminders")
