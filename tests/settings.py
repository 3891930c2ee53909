"""The product's own settings, in a home that lasts as long as the run."""

import os
import tempfile

_home = tempfile.TemporaryDirectory(prefix="forebygg-tests-")
_kept = {"FOREBYGG_DATABASE_URL"}  # the suite runs on another database when one is named
for _name in [name for name in os.environ if name.startswith("FOREBYGG_") and name not in _kept]:
    del os.environ[_name]
os.environ["FOREBYGG_HOME"] = _home.name

from forebygg.config.settings import *  # noqa: E402, F403 - the environment above comes first
from forebygg.config.settings import STORAGES  # noqa: E402

# Static files as they lie, so that no page test has to gather them first.
STORAGES |= {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
