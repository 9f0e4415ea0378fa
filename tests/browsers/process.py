"""Programs that a test starts and stops, and how it hears that they are ready."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

START = 60.0
GUARD = str(Path(__file__).with_name("guard.py"))


class NoBrowser(AssertionError):
    """A program that the tests need is not on this machine."""

    def __init__(self, program: str) -> None:
        super().__init__(
            f"{program} was not found, and browser tests are not skipped. Run ./dev test as a person who "
            "may install it, or say which browsers you want: GUIDE_BROWSERS=chromium ./dev test"
        )


class NotReady(AssertionError):
    """A program ended or said nothing in time."""


def program(*names: str) -> str:
    """The first of the programs that is on the path."""
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise NoBrowser(names[0])
    return found


@contextmanager
def running(
    command: Sequence[str], environment: Mapping[str, str], output: int = subprocess.DEVNULL
) -> Iterator[subprocess.Popen[bytes]]:
    """A program under guard. At the end it is stopped, with all that it started."""
    guarded = [sys.executable, "-I", GUARD, *command]
    with subprocess.Popen(
        guarded, env=environment, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.DEVNULL
    ) as process:
        yield process  # leaving closes its input and waits for it


def told(process: subprocess.Popen[bytes], look: Callable[[], str]) -> str:
    """What `look` gives as soon as it gives something, while the program runs."""
    end = time.monotonic() + START
    while time.monotonic() < end and process.poll() is None:
        if found := look():
            return found
        time.sleep(0.05)
    raise NotReady(f"{process.args} did not get ready; exit code {process.poll()}.")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def listens(port: int) -> str:
    """The port once something listens there, otherwise nothing."""
    with socket.socket() as line:
        return "" if line.connect_ex(("127.0.0.1", port)) else str(port)
