"""One child of `forebygg serve`. It ends when its parent does, however that came about."""

import os
import signal
import sys
import threading
import time

import typer

from forebygg.cli.serving import children

PATIENCE = 4  # seconds to end by itself


def end_with_parent() -> threading.Event:
    """The parent holds the other end of our standard input: when that ends, so do we and what we started.

    What is given is set once the parent has written there, which lets us be seen.
    """
    told = threading.Event()

    def watch() -> None:
        while os.read(0, 1024):
            told.set()
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(PATIENCE)
        os.killpg(os.getpgrp(), signal.SIGKILL)

    threading.Thread(target=watch, name="parent", daemon=True).start()
    return told


if __name__ == "__main__":
    told = end_with_parent()
    try:
        children.run(*sys.argv[1:], wait=told.wait)
    except typer.Exit as told:
        # It has been said why: the parent need not add to it.
        sys.exit(told.exit_code and children.EXPLAINED)
