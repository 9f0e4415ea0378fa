"""Larger text as a reader sets it in the browser: the screen stays as it is, unlike with zoom."""

import pytest
from playwright.sync_api import Browser, Page

from tests.site import reader

WIDTHS = [320, 360, 390, 412, 768]
SIZES = [16, 18, 20, 24, 28, 32]
"""Of plain text in pixels; 16 unless the reader sets another."""
CAN_BE_PRESSED = """() => {
  const call = document.querySelector('.eg-emergency__call');
  const ends = (box) => [[box.left + 2, box.top + 2], [box.right - 2, box.top + 2],
    [box.left + 2, box.bottom - 2], [box.right - 2, box.bottom - 2]];
  return [...call.getClientRects()].flatMap(ends).every((point) => document.elementFromPoint(...point) === call);
}"""


def set_text(page: Page, size: int) -> None:
    """Sets the size of plain text, as in the browser's own settings."""
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_laid_over_the_call_to_999(browser: Browser, site: str, width: int) -> None:
    """On a high screen and on one that is held sideways, on a page with Quick exit and one by hand."""
    covered = []
    with reader(browser, site, engine=False) as someone:
        for size in SIZES:
            set_text(someone.page, size)
            for height, address in ((780, "/sefton/what-now/"), (360, "/sefton/"), (780, "/about/")):
                someone.page.set_viewport_size({"width": width, "height": height})
                someone.open(address)
                if not someone.page.evaluate(CAN_BE_PRESSED):
                    covered.append(f"{address} at {size} px, {height} high")
    assert covered == []
