"""A host that can fall silent, be slow and say what day it is."""

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from macros.host import Answer, Host


class Unsteady(Host):
    """silent: no request gets an answer. trouble: each gets status 503. delay: seconds before each page.

    today: what its Date header says. filtered: the addresses for which a web filter answers, as an
    expression, with its own page, which is said to be of the type `filtered_type`.
    """

    silent = False
    trouble = False
    delay = 0.0
    filtered = ""
    filtered_type = "text/html"
    today = datetime(2026, 11, 21, 10, tzinfo=UTC)

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, ("gzip",))
        self.RequestHandlerClass = UnsteadyAnswer


SIGN_IN = b"<h1>Web filter: please sign in</h1>"


class UnsteadyAnswer(Answer):
    """One answer on one connection, so that none is left open when the host falls silent."""

    server: Unsteady
    protocol_version = "HTTP/1.0"

    def handle(self) -> None:
        """Hangs up if the host is silent."""
        if not self.server.silent:
            super().handle()

    def parse_request(self) -> bool:
        """As Answer, after a while if the host is slow with pages."""
        if not super().parse_request():
            return False
        if self.path.endswith("/"):
            time.sleep(self.server.delay)
        filtered = self.server.filtered and re.search(self.server.filtered, self.path)
        if self.server.trouble:
            self.send_error(503)
        elif filtered:
            self._sign_in()
        return not self.server.trouble and not filtered

    def _sign_in(self) -> None:
        self.server.sent.append((self.path, 200, len(SIGN_IN)))
        self.send_response(200)
        self.send_header("Content-Type", self.server.filtered_type)
        self.end_headers()
        self.wfile.write(SIGN_IN)

    def date_time_string(self, timestamp: float | None = None) -> str:  # noqa: ARG002
        """The day that the host says it is."""
        return self.server.today.strftime("%a, %d %b %Y %H:%M:%S GMT")


@contextmanager
def unsteady(folder: Path) -> Iterator[Unsteady]:
    """The folder on such a host."""
    host = Unsteady(folder)
    thread = threading.Thread(target=host.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        host.shutdown()
        host.server_close()
        thread.join()
