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

__all__ = [
    "BrowserContext",
    "Page",
    "Playwright",
    "chromium",
    "sync_playwright",
    "tab",
    "visit",
    "wait_until_still",
]

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
STILL = 5
"""Looks in a row, a tenth of a second apart, that find nothing done."""
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


def tab(context: BrowserContext, group: int) -> Page:
    """A new tab once the browser is still, as a reader's is: just started, it loads pages of its own."""
    page = context.new_page()
    wait_until_still(group)
    return page


def wait_until_still(group: int) -> None:
    """Until a process group has done nothing for a while."""
    end, before, quiet = time.monotonic() + LIMIT, _ticks(group), 0
    while quiet < STILL:
        if time.monotonic() > end:
            raise BenchError("Chromium is never still.")
        time.sleep(0.1)
        now = _ticks(group)
        before, quiet = now, quiet + 1 if now == before else 0


def _ticks(group: int) -> int:
    """How much processor time the processes of a group have had, in the system's own unit."""
    found = 0
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parts = file.read_text().rpartition(")")[2].split()
            found += int(parts[11]) + int(parts[12]) if int(parts[2]) == group else 0
    return found


def visit(page: Page, address: str, mark: str) -> None:
    """Opens a page and waits for data-`mark` on its root element; the page is not asked meanwhile."""
    page.add_init_script(f'const MARK = "data-{mark}";\n{TELL}')
    with page.expect_console_message(lambda told: told.text == SEEN, timeout=PATIENCE):
        page.goto(address, wait_until="commit")
