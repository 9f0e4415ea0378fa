"""Runs a program and ends it, with all that it started, as soon as its own input ends.

That is when the test lets go of it, or is itself gone, however it went: no browser stays behind.
"""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from select import select

LOOK, PATIENCE = 0.2, 5.0


def guard(command: list[str]) -> None:
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        while process.poll() is None and not select([sys.stdin], [], [], LOOK)[0]:
            pass
    finally:
        _end(process.pid, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
        _end(process.pid, signal.SIGKILL)


def _end(group: int, how: signal.Signals) -> None:
    with suppress(ProcessLookupError):  # all of them have gone
        os.killpg(group, how)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        guard(sys.argv[1:])
