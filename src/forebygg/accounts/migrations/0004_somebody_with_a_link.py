"""One of the system's own users more: whoever answers by a link, which names nobody."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_what_is_counted")]

    operations = [
        migrations.AlterField(
            model_name="user",
            name="system",
            field=models.CharField(
                blank=True,
                choices=[("command", "a command"), ("clock", "the clock"), ("link", "somebody with a link")],
                max_length=10,
                null=True,
                unique=True,
                verbose_name="system user",
            ),
        ),
    ]
