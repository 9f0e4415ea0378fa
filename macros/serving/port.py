"""Where the site is served on this machine."""

import socket

HOST = "127.0.0.1"
TRIES = 20


class ServeError(RuntimeError):
    """The site cannot be served."""


def free_port(port: int) -> int:
    """The first port from `port` on that nobody listens on. Raises ServeError after twenty."""
    for candidate in range(port, port + TRIES):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, candidate)):
                return candidate
    raise ServeError(f"Ports {port} to {port + TRIES - 1} are taken. Write another: guide serve --port 9000.")
