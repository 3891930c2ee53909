from django.db import migrations, models


def read_by(name: str, *asked: str) -> migrations.AddIndex:
    """An index along which entries are read in the order of their moments, whatever is asked for."""
    return migrations.AddIndex(
        model_name="entry",
        index=models.Index(fields=["municipality", *asked, "at", "number"], name=f"audit_entry_{name}"),
    )


class Migration(migrations.Migration):
    """The trail is read from any entry onwards, and never counted or sorted as a whole."""

    dependencies = [("audit", "0002_entries_never_change")]

    operations = [
        read_by("at"),
        read_by("by", "by"),
        read_by("event", "event"),
        read_by("type", "about_type"),
        read_by("subject", "about_type", "about_id"),
        migrations.RemoveIndex(model_name="entry", name="audit_entry_about"),
    ]
