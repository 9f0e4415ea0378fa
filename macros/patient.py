"""A server on this machine that goes on when a browser leaves."""

import sys
from http.server import ThreadingHTTPServer
from typing import Any


class Patient(ThreadingHTTPServer):
    """A thread for each connection; none of them keeps the program from ending."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing of a browser that has left."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)
