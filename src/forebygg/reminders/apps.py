from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django_tasks.signals import task_finished, task_started


class RemindersConfig(AppConfig):
    name = "forebygg.reminders"

    def ready(self) -> None:
        """A worker shows that it lives while it works at a job; the year falls due, and has a name."""
        from forebygg.organisation.naming import Subject, register_names, register_subject  # noqa: PLC0415
        from forebygg.reminders import heartbeat, naming, sources  # noqa: PLC0415 - models are not there before
        from forebygg.reminders.due import register_due  # noqa: PLC0415

        register_due(sources.Occasions())
        register_due(sources.Invited())
        register_names("reminders.occasion", naming.occasions)
        register_subject(Subject(model="reminders.occasion", title=_("an occasion of the year")))

        task_started.connect(heartbeat.begin, dispatch_uid="forebygg.reminders")
        task_finished.connect(heartbeat.end, dispatch_uid="forebygg.reminders")
