"""A server on this machine that goes on when a browser leaves."""

import sys
from http.server import ThreadingHTTPServer


class Patient(ThreadingHTTPServer):
    """A thread for each connection; none of them keeps the program from ending."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of a browser that has left."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]
