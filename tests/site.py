"""The built site, served on this machine, and a browser to read it with."""

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from playwright.sync_api import Browser, Page

from macros.patient import Patient

BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def whole_chromium() -> str | None:
    """The Chromium that people have, windows and all."""
    return os.environ.get("GUIDE_CHROMIUM") or shutil.which("chromium")


class Quiet(SimpleHTTPRequestHandler):
    """A static host that says nothing and knows the types of our files."""

    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a free port of this machine; its address without the last slash."""
    server = Patient(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Reader:
    """A browser page that notes what no reader should meet: errors, violations, other origins."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.problems: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, address: str) -> None:
        """Opens an address of the site."""
        self.page.goto(f"{self.site}{address}", wait_until="load")

    def heading(self) -> str:
        """The words of the heading that is seen."""
        return " ".join(self.page.locator("h1:visible").first.inner_text().split())

    def other_origins(self) -> list[str]:
        """Requests that left the site."""
        return [url for url in self.requests if not url.startswith((self.site, "blob:", "data:"))]

    def _console(self, message: object) -> None:
        if getattr(message, "type", "") == "error":
            self.problems.append(str(getattr(message, "text", "")))


@contextmanager
def reader(browser: Browser, site: str, *, engine: bool = True, **options: object) -> Iterator[Reader]:
    """A fresh reader with nothing stored, and no worker that would answer in the place of a test's routes.

    engine: False leaves it on its way for ever, as on a slow line, where a test has no need of it.
    """
    context = browser.new_context(**{"service_workers": "block", **options})  # type: ignore[arg-type]
    if not engine:
        context.route("**/assets/engine/**", lambda _: None)
    try:
        yield Reader(context.new_page(), site)
    finally:
        context.unroute_all(behavior="ignoreErrors")  # what is held for ever is let go
        context.close()
