"""The table in which attempts to log in are counted, for all processes together."""

from django.core.cache.backends.db import BaseDatabaseCache
from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "forebygg_cache"


def make(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    call_command("createcachetable", TABLE, database=schema_editor.connection.alias, verbosity=0)


def remove(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.delete_model(BaseDatabaseCache(TABLE, {}).cache_model_class)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_invented_people")]

    operations = [migrations.RunPython(make, remove)]
