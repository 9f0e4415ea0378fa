"""A real nginx on this machine alone, with the configuration that we publish, for tests and benches."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.publish.hosts import HERE, nginx

CONF = "/etc/nginx/conf.d/guide.conf"
PLACES = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))
PATIENCE = 10.0


class NoHost(RuntimeError):
    """No nginx could be started here. The text says why."""


@contextmanager
def served_by_nginx(site: Path, base: str = "/", *, brotli: bool = True) -> Iterator[str]:
    """The site as our nginx.conf serves it, below `base`; the address of its root with the last slash.

    brotli: whether it uses its module for files that end in .br. Raises NoHost.
    """
    port = any_port()
    server = nginx(base, str(site.resolve()), f"127.0.0.1:{port}", brotli=brotli)
    with running(server, port):
        yield f"http://127.0.0.1:{port}{base}"


@contextmanager
def running(server: str, port: int) -> Iterator[None]:
    """An nginx with this server and the main part that the container has; ended by its own number."""
    with TemporaryDirectory() as folder, subprocess.Popen(_command(Path(folder), server)) as process:
        try:
            wait_for(port, process)
            yield
        finally:
            process.terminate()


def program(name: str) -> str:
    """Where a program of the system is. Raises NoHost with what to install."""
    found = shutil.which(name, path=PLACES)
    if not found:
        raise NoHost(f"{name} is missing. On Debian, as root: apt-get install {name}")
    return found


def _command(folder: Path, server: str) -> list[str]:
    (folder / "guide.conf").write_text(server, "utf-8")
    main = (HERE / "container.conf").read_text("utf-8")
    main = main.replace("/tmp/", f"{folder}/").replace(CONF, str(folder / "guide.conf"))
    root = "user root;\n" if os.name != "nt" and os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(root + main, "utf-8")
    return [program("nginx"), "-e", "stderr", "-c", str(folder / "nginx.conf")]


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until the port answers. Raises NoHost if the process ends first, or after ten seconds."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            if not probe.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.02)
    raise NoHost("The host did not start; what it said stands above.")


def any_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
