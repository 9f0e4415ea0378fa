"""A window of the Chromium that Playwright drives, behind the same few words as the others."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Download, Locator, Page, Request
from playwright.sync_api import Error as PlaywrightError

from tests.browsers.wire import Refused

PATIENCE = 15_000
HERE = ("http://127.0.0.1:", "blob:", "data:")


class InChromium:
    """One page of its own context."""

    def __init__(self, page: Page, downloads: Path) -> None:
        self._page, self.downloads = page, downloads
        self._problems: list[str] = []
        page.on("download", self._keep)
        page.on("console", self._note)
        page.on("pageerror", lambda error: self._problems.append(str(error)))
        page.context.on("request", self._look)

    def open(self, url: str) -> None:
        self._page.goto(url)

    def url(self) -> str:
        return str(self.script("location.href"))  # Playwright's own hears of a change only while it waits

    def back(self) -> None:
        self._page.go_back()

    def reload(self) -> None:
        self._page.reload()

    def seen(self, css: str) -> list[str]:
        return [" ".join(text.split()) for text in self._visible(css).all_inner_texts()]

    def press(self, css: str, words: str = "") -> None:
        self._visible(css).filter(has_text=re.compile(rf"^\s*{re.escape(words)}")).first.click()

    def write(self, css: str, text: str) -> None:
        self._visible(css).first.fill(text)

    def key(self, name: str) -> None:
        self._page.keyboard.press(name)

    def script(self, code: str) -> Any:
        try:
            return self._page.evaluate(code)
        except PlaywrightError as error:
            raise Refused(str(error)) from None

    def problems(self) -> list[str]:
        self._page.wait_for_timeout(0)  # what has happened is told while Playwright is asked something
        return self._problems

    def _visible(self, css: str) -> Locator:
        return self._page.locator(css).filter(visible=True)

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._problems.append(message.text)

    def _look(self, request: Request) -> None:
        if not request.url.startswith(HERE):
            self._problems.append(f"asked for {request.url}")

    def _keep(self, download: Download) -> None:
        download.save_as(self.downloads / download.suggested_filename)


@contextmanager
def chromium(browser: Browser) -> Iterator[InChromium]:
    """A window with nothing stored."""
    with TemporaryDirectory() as downloads:
        context = browser.new_context(timezone_id="Europe/London")
        context.set_default_timeout(PATIENCE)
        try:
            yield InChromium(context.new_page(), Path(downloads))
        finally:
            context.close()
