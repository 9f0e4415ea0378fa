"""Firefox before a real nginx: nothing that a page does goes against the content policy."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from macros.publish.hosts import nginx
from macros.publish.nginx_here import any_port, running
from tests.browsers.conftest import Started
from tests.published import BASE, PLACES

READY = "document.querySelector('[data-engine-state=ready]') !== null"
VIOLATE = "Object.assign(new Image(), { src: 'http://elsewhere.example/x.png' }).src"


class Reports(BaseHTTPRequestHandler):
    """Takes what a browser reports of violations."""

    told: ClassVar[list[str]] = []

    def do_POST(self) -> None:  # noqa: N802, the name is http.server's
        self.told.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def reports() -> Iterator[tuple[str, list[str]]]:
    """Where violations are reported to, and those that were."""
    listener = ThreadingHTTPServer(("127.0.0.1", 0), Reports)
    thread = threading.Thread(target=listener.serve_forever, args=[0.05], daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.server_port}/", Reports.told
    listener.shutdown()
    listener.server_close()
    thread.join()


def in_time(true: Callable[[], object], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["firefox"])
def test_nothing_that_a_page_does_goes_against_its_policy(
    name: str, started: Started, published: Path
) -> None:
    window, port = started(name), any_port()
    with reports() as (address, told):
        server = nginx(BASE, str(published), f"127.0.0.1:{port}", brotli=True)
        with running(server.replace("form-action 'none'", f"form-action 'none'; report-uri {address}"), port):
            for place, file in PLACES:
                if file.endswith(".html"):
                    window.open(f"http://127.0.0.1:{port}{BASE}{place}")
            window.open(f"http://127.0.0.1:{port}{BASE}sefton/what-now/")
            assert in_time(lambda: window.script(READY), 60)
            assert told == []
            window.script(VIOLATE)
            assert in_time(lambda: told, 10), "Firefox reports a violation if there is one"
