"""A login service for the tests: a process of its own, that speaks OpenID Connect and believes everybody."""

import os
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit

import requests

SERVE = """
import sys
from oidc_provider_mock import run_server_in_thread
with run_server_in_thread() as server:
    print(server.server_port, flush=True)
    sys.stdin.read()
"""


class LoginService:
    def __init__(self):
        self._process = subprocess.Popen(
            [sys.executable, "-c", SERVE],
            env=os.environ | {"AUTHLIB_INSECURE_TRANSPORT": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.issuer = f"http://localhost:{int(self._process.stdout.readline())}"

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        """It ends with its standard input."""
        self._process.communicate(timeout=60)

    def knows(self, sub, **claims):
        """Somebody whom it will speak of, and what it will say."""
        requests.put(f"{self.issuer}/users/{sub}", json=claims, timeout=60).raise_for_status()

    def let_in(self, address, sub):
        """Where it sends somebody who was led to *address* and has said who they are."""
        answer = requests.post(address, data={"sub": sub}, allow_redirects=False, timeout=60)
        return answer.headers["Location"]

    def refuse(self, address):
        """Where it sends somebody who has changed their mind; this one forgets what the standard demands."""
        answer = requests.post(address, data={"action": "deny"}, allow_redirects=False, timeout=60)
        state = parse_qs(urlsplit(address).query)["state"][0]
        return f"{answer.headers['Location']}&state={state}"
