"""What a WSGI server is pointed at."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "forebygg.config.settings")

application = get_wsgi_application()
