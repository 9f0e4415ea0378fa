"""A host that can fall silent, be slow and say what day it is."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from macros.host import Answer, Host


class Unsteady(Host):
    """silent: no request gets an answer. trouble: each gets status 503. delay: seconds before each page.

    today: what its Date header says.
    """

    silent = False
    trouble = False
    delay = 0.0
    today = datetime(2026, 11, 21, 10, tzinfo=UTC)

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, ("gzip",))
        self.RequestHandlerClass = UnsteadyAnswer


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
        if self.server.trouble:
            self.send_error(503)
        return not self.server.trouble

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
