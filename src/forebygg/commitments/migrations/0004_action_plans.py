"""Action plans of units and of the municipality, and how they are followed up."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_somebody_with_a_link"),
        ("commitments", "0003_links_to_answer_by"),
        ("organisation", "0003_recovery_by_two"),
        ("plans", "0002_adoptions_and_goals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ActionPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("decided", "decided"),
                            ("superseded", "superseded"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("content", models.JSONField(verbose_name="content")),
                ("schema", models.PositiveSmallIntegerField(default=1, verbose_name="version of the schema")),
                ("checksum", models.CharField(max_length=64, verbose_name="checksum")),
                ("review_on", models.DateField(verbose_name="next followed up")),
                ("proposed_at", models.DateTimeField(verbose_name="proposed")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                ("paragraph", models.CharField(blank=True, max_length=40, verbose_name="paragraph")),
                ("body", models.CharField(blank=True, max_length=200, verbose_name="body")),
                ("recorded_at", models.DateTimeField(blank=True, null=True, verbose_name="recorded")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="withdrawn")),
                ("withdrawn_because", models.TextField(blank=True, verbose_name="why it was withdrawn")),
                (
                    "edition",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="plans.edition",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.municipality",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.post",
                        verbose_name="followed up by",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="action_plans",
                        to="organisation.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "action plan",
                "ordering": ["municipality", "-number"],
            },
        ),
        migrations.CreateModel(
            name="ActionPlanReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="followed up on")),
                ("words", models.TextField(verbose_name="what was said")),
                (
                    "then",
                    models.CharField(
                        choices=[("goes_on", "it goes on as it is"), ("anew", "it is to be made anew")],
                        max_length=7,
                        verbose_name="what then",
                    ),
                ),
                ("next_on", models.DateField(verbose_name="next followed up")),
                ("recorded_at", models.DateTimeField(verbose_name="recorded")),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.municipality",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="commitments.actionplan",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "follow-up of an action plan",
                "ordering": ["plan", "on", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="actionplan",
            constraint=models.UniqueConstraint(
                fields=("municipality", "number"), name="commitments_action_plan_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="actionplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "decided"), ("unit__isnull", False)),
                fields=("municipality", "unit"),
                name="commitments_action_plan_one_in_force",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "decided"), ("unit", None)),
                fields=("municipality",),
                name="commitments_action_plan_one_of_all",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "proposed"), ("unit__isnull", False)),
                fields=("municipality", "unit"),
                name="commitments_action_plan_one_proposed",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "proposed"), ("unit", None)),
                fields=("municipality",),
                name="commitments_action_plan_one_proposed_of_all",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("status", "proposed"),
                        ("body", ""),
                        ("decided_on", None),
                        ("paragraph", ""),
                        ("recorded_at", None),
                        ("recorded_by", None),
                    ),
                    models.Q(
                        ("status", "decided"),
                        ("decided_on__isnull", False),
                        ("recorded_at__isnull", False),
                        ("recorded_by__isnull", False),
                        models.Q(models.Q(("paragraph", ""), ("body", ""), _connector="OR"), _negated=True),
                    ),
                    models.Q(
                        ("status__in", ["superseded", "withdrawn"]),
                        models.Q(
                            models.Q(
                                ("decided_on__isnull", False),
                                ("recorded_at__isnull", False),
                                ("recorded_by__isnull", False),
                                models.Q(
                                    models.Q(("paragraph", ""), ("body", ""), _connector="OR"), _negated=True
                                ),
                            ),
                            models.Q(
                                ("body", ""),
                                ("decided_on", None),
                                ("paragraph", ""),
                                ("recorded_at", None),
                                ("recorded_by", None),
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="commitments_action_plan_decision_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("status", "withdrawn"),
                        ("withdrawn_at__isnull", False),
                        ("withdrawn_by__isnull", False),
                        models.Q(("withdrawn_because", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("status", "withdrawn"), _negated=True),
                        ("withdrawn_at", None),
                        ("withdrawn_because", ""),
                        ("withdrawn_by", None),
                    ),
                    _connector="OR",
                ),
                name="commitments_action_plan_withdrawn_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionplanreview",
            constraint=models.UniqueConstraint(
                fields=("plan", "on"), name="commitments_action_plan_review_once_a_day"
            ),
        ),
    ]
