import os
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import settings

from tests.browsing import Browser

pytest_plugins = ["tests.database"]

# The papers that lie beside a clone; without them everything else is still tried. CI demands them.
collect_ignore = [] if Path(__file__).parents[2].joinpath("shared").is_dir() else ["shared"]

# A slow machine is no fault. At home each run tries other examples; in CI a change passes or fails by itself.
settings.register_profile("forebygg", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("forebygg")


@pytest.fixture
def browser(clerk):
    """A colleague who has logged in and looks at pages; `browser.public` is anybody."""
    client = Client()
    client.force_login(clerk)
    return Browser(client)
