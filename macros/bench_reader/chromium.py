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

__all__ = ["BrowserContext", "Page", "Playwright", "chromium", "sync_playwright", "visit"]

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
SEEN, PATIENCE = "bench: seen", 300_000
TELL = f"""new MutationObserver((changes, observer) => {{
  if (!document.documentElement?.hasAttribute(MARK)) return;
  observer.disconnect();
  console.log("{SEEN}");
}}).observe(document, {{ attributes: true, subtree: true, attributeFilter: [MARK] }});"""


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


def visit(page: Page, address: str, mark: str) -> None:
    """Opens a page and waits for data-`mark` on its root element; the page is not asked meanwhile."""
    page.add_init_script(f'const MARK = "data-{mark}";\n{TELL}')
    with page.expect_console_message(lambda told: told.text == SEEN, timeout=PATIENCE):
        page.goto(address, wait_until="commit")
