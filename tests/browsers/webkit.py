"""WebKitGTK's small browser, with nothing stored, on a screen that nobody sees."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browsers.process import free_port, listens, program, running, told
from tests.browsers.window import Driven
from tests.browsers.wire import Http

STARTS = 3
PATIENCE = 20.0  # seconds; an ordinary start takes two
WITHOUT_SCRIPT = ("--enable-javascript=false",)


@contextmanager
def webkit(proxy: int, settings: Sequence[str] = ()) -> Iterator[Driven]:
    """settings: options of MiniBrowser. About one start in eighty is never answered, and is made again."""
    with ExitStack() as started:
        yield _first_answered(started, proxy, settings)


def _first_answered(started: ExitStack, proxy: int, settings: Sequence[str]) -> Driven:
    for _ in range(STARTS - 1):
        with suppress(TimeoutError):
            return started.enter_context(_started(proxy, settings))
    return started.enter_context(_started(proxy, settings))


@contextmanager
def _started(proxy: int, settings: Sequence[str]) -> Iterator[Driven]:
    with TemporaryDirectory(ignore_cleanup_errors=True) as home, _screen() as display:
        there = {**os.environ, "HOME": home, "DISPLAY": display, "TZ": "Europe/London"}
        port = free_port()
        with running([program("WebKitWebDriver"), f"--port={port}"], there) as process:
            told(process, lambda: listens(port))
            yield Driven(Http(port, _capabilities(proxy, settings), PATIENCE), Path(home))


def _capabilities(proxy: int, settings: Sequence[str]) -> dict[str, object]:
    trap = f"127.0.0.1:{proxy}"
    by_proxy = {"proxyType": "manual", "httpProxy": trap, "sslProxy": trap, "noProxy": ["127.0.0.1"]}
    options = {"args": ["--automation", *settings]}
    return {"proxy": by_proxy, "webkitgtk:browserOptions": options}


@contextmanager
def _screen() -> Iterator[str]:
    command = [program("Xvfb"), "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x1000x24"]
    with running(command, os.environ, subprocess.PIPE) as process:
        assert process.stdout
        yield f":{told(process, lambda: process.stdout.readline().decode().strip())}"
