"""A real Caddy on this machine alone, with the configuration that we publish."""

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.publish.hosts import caddy
from macros.publish.nginx_here import any_port, program, wait_for

THIS_MACHINE = "{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\n"
"""What no host needs: no certificates are fetched, nobody else can reach it."""


@contextmanager
def served_by_caddy(site: Path, base: str = "/", redirects: Mapping[str, str] = {}) -> Iterator[str]:
    """The site as our Caddyfile serves it, below `base`; the address of its root with the last slash.

    Raises NoHost where there is no Caddy or it does not start.
    """
    port = any_port()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "Caddyfile"
        here = caddy(base, str(site.resolve()), str(port), redirects=redirects)
        file.write_text(THIS_MACHINE + here, "utf-8")
        with subprocess.Popen(_command("run", file), env=_own(folder), stderr=subprocess.DEVNULL) as process:
            try:
                wait_for(port, process)
                yield f"http://127.0.0.1:{port}{base}"
            finally:
                process.terminate()


def said_of(text: str, folder: Path) -> str:
    """What `caddy validate` says against a configuration, empty if nothing."""
    file = folder / "Caddyfile"
    file.write_text(text, "utf-8")
    run = subprocess.run(
        _command("validate", file), env=_own(str(folder)), capture_output=True, text=True, check=False
    )
    return run.stdout + run.stderr if run.returncode else ""


def _command(what: str, file: Path) -> list[str]:
    return [program("caddy"), what, "--config", str(file), "--adapter", "caddyfile"]


def _own(folder: str) -> dict[str, str]:
    """Caddy writes its state below these, and needs a home."""
    return {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
