from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommitmentsConfig(AppConfig):
    name = "forebygg.commitments"

    def ready(self) -> None:
        """Neither the plan's margin nor the audit trail knows commitments: they are told of from here."""
        from forebygg.commitments.actions import register_actions  # noqa: PLC0415 - models are ready only now
        from forebygg.commitments.due import Answers, Followed, Owned  # noqa: PLC0415
        from forebygg.commitments.follow_ups import PlansInForce  # noqa: PLC0415
        from forebygg.commitments.selectors import telling  # noqa: PLC0415
        from forebygg.commitments.selectors.promised import PromisedActions  # noqa: PLC0415
        from forebygg.commitments.threads import (  # noqa: PLC0415
            CommitmentsOfFindings,
            CommitmentsOfGoals,
            CommitmentThread,
        )
        from forebygg.decisions.taking import register_taker  # noqa: PLC0415
        from forebygg.organisation.naming import Subject, register_names, register_subject  # noqa: PLC0415
        from forebygg.plans.threads import register, register_goals  # noqa: PLC0415
        from forebygg.reminders.due import register_due  # noqa: PLC0415

        for source in (Owned(), Answers(), Followed(), PlansInForce()):
            register_due(source)
        register(CommitmentThread())
        register_taker(CommitmentsOfFindings())
        register_goals(CommitmentsOfGoals())
        register_actions(PromisedActions())
        register_names("commitments.commitment", telling.commitments)
        register_names("commitments.actionplan", telling.action_plans)
        register_names("plans.edition", telling.editions)
        register_names("plans.sentence", telling.sentences)
        register_subject(
            Subject(
                model="commitments.commitment",
                title=_("a commitment"),
                numbered=telling.commitment_numbered,
            )
        )
        register_subject(
            Subject(
                model="commitments.actionplan",
                title=_("an action plan"),
                numbered=telling.action_plan_numbered,
            )
        )
        register_subject(Subject(model="plans.edition", title=_("an edition of a plan")))
