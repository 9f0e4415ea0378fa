"""A new Chromium with a profile of its own, as a reader has: what it keeps, it keeps on the disk."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from macros.bench_reader import BenchError

__all__ = ["BrowserContext", "Page", "Playwright", "chromium", "sync_playwright"]

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
)
LIMIT = 60


@contextmanager
def chromium(playwright: Playwright) -> Iterator[tuple[BrowserContext, int]]:
    """Its context, and the process group that it runs in."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [_program(), *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{_port(Path(profile))}")
            yield browser.contexts[0], process.pid
            browser.close()
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _program() -> str:
    found = os.environ.get("GUIDE_CHROMIUM") or shutil.which("chromium")
    if not found:
        raise BenchError("No Chromium was found. Run ./dev bench reader: it finds or installs one.")
    return found


def _port(profile: Path) -> str:
    """Chromium writes it down once it listens."""
    file, end = profile / "DevToolsActivePort", time.monotonic() + LIMIT
    while not (file.is_file() and file.read_text().strip()):
        if time.monotonic() > end:
            raise BenchError("Chromium does not start.")
        time.sleep(0.02)
    return file.read_text().split()[0]
