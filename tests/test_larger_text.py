"""Larger text as a reader sets it in the browser: the screen stays as it is, unlike with zoom."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site import reader
from tests.test_journey import choose, dates_ready, give_date

WIDTHS = [320, 360, 390, 412, 768]
SIZES = [16, 18, 20, 24, 28, 32]
"""Of plain text in pixels; 16 unless the reader sets another."""
CAN_BE_PRESSED = """() => {
  const call = document.querySelector('.eg-emergency__call');
  const ends = (box) => [[box.left + 2, box.top + 2], [box.right - 2, box.top + 2],
    [box.left + 2, box.bottom - 2], [box.right - 2, box.bottom - 2]];
  return [...call.getClientRects()].flatMap(ends).every((point) => document.elementFromPoint(...point) === call);
}"""

CUT = """() => {
  const shown = document.querySelector('.is-shown');
  const texts = [...shown.querySelectorAll(':is(.eg-card__date, .eg-card__word)')].flatMap(textsOf);
  function textsOf(each) {
    return each.nodeType === Node.TEXT_NODE ? [each] : [...each.childNodes].flatMap(textsOf);
  }
  function isCut(text, word) {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    const boxes = range.getClientRects();
    return boxes.length > 1 || boxes[0]?.right > document.documentElement.clientWidth;
  }
  const cut = texts.flatMap((text) =>
    [...text.data.matchAll(/[^\\s]+/g)].filter((word) => isCut(text, word)).map(String));
  const { scrollWidth, clientWidth } = document.documentElement;
  return [...cut, ...(scrollWidth > clientWidth ? ['scrolls sideways'] : [])];
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


def to_a_date(page: Page) -> None:
    """The longest there is: Wednesday 23 September 2026."""
    dates_ready(page)
    for words in ("No", "None of these", "Step 1", "It was not agreed"):
        choose(page, words)
    give_date(page, "18", "9", "2026")
    give_date(page, "21", "9", "2026")
    expect(page.locator(".eg-card__date:visible")).to_have_text("Wednesday 23 September 2026")


def to_today(page: Page) -> None:
    dates_ready(page)
    for words in ("No", "Stage 1", "It was not agreed"):
        choose(page, words)
    page.get_by_role("button", name="Today").click()
    expect(page.locator(".eg-card__word:visible")).to_have_text("Today")


def to_now(page: Page) -> None:
    expect(page.locator(".eg-card__word:visible")).to_have_text("Now")


def to_999(page: Page) -> None:
    expect(page.locator(".eg-card__word:visible")).to_have_text("Call 999")


CARDS = {  # where the way to it begins, the way
    "the longest date": ("/sefton/what-now/", to_a_date),
    "Today": ("/barnet/what-now/", to_today),
    "Now": ("/sefton/what-now/#professionals-no_answer-moved_on", to_now),
    "Call 999": ("/sefton/what-now/#emergency", to_999),
}


@pytest.mark.parametrize("loud", CARDS)
def test_each_loud_word_is_whole_and_on_the_screen(browser: Browser, site: str, loud: str) -> None:
    """And the page goes down only."""
    address, go = CARDS[loud]
    faults = []
    with reader(browser, site, engine=False) as someone:
        page = someone.page
        page.clock.set_fixed_time("2026-09-22T10:00:00")
        someone.open(address)
        go(page)
        for size in SIZES:
            set_text(page, size)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 780})
                if cut := page.evaluate(CUT):
                    faults.append(f"{width} px wide, text of {size} px: {cut}")
    assert faults == []


IN_SIGHT = """() => {
  const heading = document.querySelector('.is-shown h1');
  const { top, left } = heading.getBoundingClientRect();
  return heading === document.activeElement && top < innerHeight / 2 && heading.contains(
    document.elementFromPoint(left + 8, top + 12));
}"""


def test_at_400_percent_each_heading_is_in_sight_once_it_has_the_focus(browser: Browser, site: str) -> None:
    """A screen of 1280 by 1024 is one of 320 by 256 then."""
    with reader(browser, site, engine=False, viewport={"width": 320, "height": 256}) as someone:
        page = someone.page
        page.clock.set_fixed_time("2026-09-22T10:00:00")
        someone.open("/sefton/what-now/")
        dates_ready(page)
        for words in ("No", "None of these", "Step 1", "It was not agreed"):
            choose(page, words)
            assert page.evaluate(IN_SIGHT), words
        give_date(page, "18", "9", "2026")
        give_date(page, "21", "9", "2026")
        expect(page.locator(".eg-card__date:visible")).to_have_text("Wednesday 23 September 2026")
        assert page.evaluate(IN_SIGHT)
