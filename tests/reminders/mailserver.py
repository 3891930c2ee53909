"""A mail server on this machine that says what a test wants it to say."""

import asyncio
import socket
import threading
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP


class Handler:
    """Takes every e-mail, unless `refuse` says what is answered to a command: {"RCPT": "550 nobody"}.

    `hang_up` ends the conversation without a word when the e-mail has come.
    """

    def __init__(self):
        self.received = []
        self.refuse = {}
        self.hang_up = False

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802
        if said := self.refuse.get("RCPT"):
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, _session, envelope):  # noqa: N802
        if said := self.refuse.get("DATA"):
            return said
        self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        if self.hang_up:
            server.transport.abort()
        return "250 OK"


class MailServer:
    """Answers on a port of its own, in a thread, until it is closed."""

    def __init__(self):
        self.handler = Handler()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._answer, name="mailserver", daemon=True)
        self._thread.start()

    def _answer(self):
        asyncio.set_event_loop(self._loop)
        made = self._loop.create_server(lambda: SMTP(self.handler, loop=self._loop), sock=self._listening)
        server = self._loop.run_until_complete(made)
        self._loop.run_forever()
        server.close()
        pending = asyncio.all_tasks(self._loop)
        for task in pending:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*pending, return_exceptions=True))
        self._loop.close()

    def close(self):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
