import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import forebygg.followup.rules.stages


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0004_somebody_with_a_link"),
        ("commitments", "0003_links_to_answer_by"),
        ("plans", "0002_adoptions_and_goals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Round",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="through")),
                ("answers_by", models.DateField(verbose_name="answers by")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("open", "open for answers"),
                            ("review", "being reviewed"),
                            ("closed", "closed"),
                        ],
                        default="draft",
                        max_length=6,
                        verbose_name="stage",
                    ),
                ),
                ("after_answer", models.PositiveIntegerField(default=0, verbose_name="answers after number")),
                ("edition", models.PositiveIntegerField(blank=True, null=True, verbose_name="edition")),
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="reviewed on")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed")),
                (
                    "last_answer",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="last answer"),
                ),
                (
                    "schema",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="version of the schema"
                    ),
                ),
                ("checksum", models.CharField(blank=True, max_length=64, verbose_name="checksum")),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="plans.plan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="followup.round",
                        verbose_name="round before",
                    ),
                ),
            ],
            options={
                "verbose_name": "round",
                "ordering": ["municipality", "-number"],
            },
        ),
        migrations.CreateModel(
            name="Point",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "conclusion",
                    models.CharField(
                        choices=[("continue", "continue"), ("change", "change"), ("stop", "stop")],
                        max_length=8,
                        verbose_name="conclusion",
                    ),
                ),
                ("words", models.TextField(verbose_name="why")),
                (
                    "helped",
                    models.CharField(
                        choices=[
                            ("yes", "yes"),
                            ("partly", "partly"),
                            ("no", "no"),
                            ("unknown", "not yet known"),
                        ],
                        default="unknown",
                        max_length=7,
                        verbose_name="did it help",
                    ),
                ),
                ("method", models.TextField(blank=True, verbose_name="method")),
                ("source", models.TextField(blank=True, verbose_name="source")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                ("recorded_at", models.DateTimeField(verbose_name="recorded")),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="commitments.commitment",
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
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="followup.round",
                    ),
                ),
            ],
            options={
                "verbose_name": "point of a round",
                "ordering": ["round", "commitment"],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("text", models.TextField(verbose_name="what is right")),
                ("because", models.TextField(verbose_name="reason")),
                ("at", models.DateTimeField(verbose_name="written")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="followup.round"
                    ),
                ),
            ],
            options={
                "verbose_name": "note on a closed round",
                "ordering": ["round", "number"],
            },
        ),
        migrations.CreateModel(
            name="FrozenPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=20, verbose_name="name")),
                ("content", models.JSONField(verbose_name="content")),
                ("checksum", models.CharField(max_length=64, verbose_name="checksum")),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.municipality",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="followup.round"
                    ),
                ),
            ],
            options={
                "verbose_name": "frozen part of a round",
                "ordering": ["round", "name"],
            },
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.UniqueConstraint(
                fields=("municipality", "number"), name="followup_round_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    (
                        "stage__in",
                        (
                            forebygg.followup.rules.stages.Stage["OPEN"],
                            forebygg.followup.rules.stages.Stage["REVIEW"],
                        ),
                    )
                ),
                fields=("plan",),
                name="followup_round_one_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answers_by__gte", models.F("starts_on")), ("ends_on__gte", models.F("starts_on"))
                ),
                name="followup_round_days_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("reviewed_on", None),
                        (
                            "stage__in",
                            (
                                forebygg.followup.rules.stages.Stage["DRAFT"],
                                forebygg.followup.rules.stages.Stage["OPEN"],
                            ),
                        ),
                    ),
                    models.Q(
                        ("reviewed_on__isnull", False),
                        (
                            "stage__in",
                            (
                                forebygg.followup.rules.stages.Stage["REVIEW"],
                                forebygg.followup.rules.stages.Stage["CLOSED"],
                            ),
                        ),
                    ),
                    _connector="OR",
                ),
                name="followup_round_reviewed_in_a_meeting",
            ),
        ),
        migrations.AddConstraint(
            model_name="round",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                        ("stage", forebygg.followup.rules.stages.Stage["CLOSED"]),
                        ("last_answer__isnull", False),
                        ("schema__isnull", False),
                        models.Q(("checksum", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("stage", forebygg.followup.rules.stages.Stage["CLOSED"]), _negated=True),
                        ("checksum", ""),
                        ("closed_at", None),
                        ("closed_by", None),
                        ("last_answer", None),
                    ),
                    _connector="OR",
                ),
                name="followup_round_closed_is_frozen",
            ),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.UniqueConstraint(fields=("round", "commitment"), name="followup_point_once"),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="followup_point_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="point",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("helped", "unknown"),
                    models.Q(
                        models.Q(("method", ""), _negated=True), models.Q(("source", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="followup_point_says_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.UniqueConstraint(fields=("round", "number"), name="followup_note_number"),
        ),
        migrations.AddConstraint(
            model_name="note",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("text", ""), _negated=True), models.Q(("because", ""), _negated=True)
                ),
                name="followup_note_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="frozenpart",
            constraint=models.UniqueConstraint(fields=("round", "name"), name="followup_frozen_once"),
        ),
    ]
