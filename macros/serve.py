"""`guide serve`: the site on this machine, built again on each edit."""

import os
import socket
import subprocess
import sys

HOST = "127.0.0.1"
TRIES = 20


class ServeError(RuntimeError):
    """The site cannot be served."""


def serve(port: int) -> int:
    """Builds the site, prints its address and serves it until it is stopped; edits show at once."""
    free = free_port(port)
    if free != port:
        print(f"Port {port} is taken, so the site is at {free}.", flush=True)
    print("Building the site …", flush=True)
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"{HOST}:{free}"]
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    return become(command)


def become(command: list[str]) -> int:
    """Turns this process into the command, so that nothing is left behind when it is ended."""
    if os.name == "nt":  # where exec would give the prompt back at once
        return subprocess.call(command)
    return os.execv(command[0], command)


def free_port(port: int) -> int:
    """The first port from `port` on that nobody listens on. Raises ServeError after twenty."""
    for candidate in range(port, port + TRIES):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, candidate)):
                return candidate
    raise ServeError(f"Ports {port} to {port + TRIES - 1} are taken. Write another: guide serve --port 9000.")
