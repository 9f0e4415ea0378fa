"""The day and the time in the United Kingdom, wherever the reader's computer thinks it is."""

from base64 import b64encode
from calendar import month_name
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site import reader
from tests.test_journey import choose, dates_ready, give_date

SCRIPT = b64encode(Path("helper/web/today.js").read_bytes()).decode()
LONDON = ZoneInfo("Europe/London")
TOLD = """async ([script, moments, withTemporal]) => {
  if (!globalThis.Temporal) throw new Error("This browser has no Temporal.");
  if (!withTemporal) delete globalThis.Temporal;
  const { dayMonthYear, timeNow, today } = await import(`data:text/javascript;base64,${script}`);
  const Real = Date;
  const found = [];
  for (const moment of moments) {
    globalThis.Date = class extends Real { constructor() { super(moment); } };
    found.push([today(), timeNow(), dayMonthYear(new Real(moment))]);
  }
  return found;
}"""
CHANGES = [  # the last Sundays of March and October, at 01:00 UTC
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2028, 3, 26, 1, tzinfo=UTC),
    datetime(2028, 10, 29, 1, tzinfo=UTC),
]
MOMENTS = [change + timedelta(minutes=25 * number) for change in CHANGES for number in range(-80, 80)]


def told(browser: Browser, moments: list[datetime], with_temporal: bool = True) -> list[list[str]]:
    """What the page's script says in New York: the day, the time, the day in words."""
    page = browser.new_page(timezone_id="America/New_York")
    milliseconds = [moment.timestamp() * 1000 for moment in moments]
    try:
        return list(page.evaluate(TOLD, [SCRIPT, milliseconds, with_temporal]))
    finally:
        page.close()


def in_london(moment: datetime) -> list[str]:
    here = moment.astimezone(LONDON)
    return [f"{here:%Y-%m-%d}", f"{here:%H:%M}", f"{here.day} {month_name[here.month]} {here.year}"]


def test_half_past_midnight_in_summer_time_is_the_new_day(browser: Browser) -> None:
    """Saturday 24 October 2026 has half an hour left by Greenwich's clock; by ours it is Sunday."""
    half_past = [datetime(2026, 10, 24, 23, 30, tzinfo=UTC)]
    assert told(browser, half_past) == [["2026-10-25", "00:30", "25 October 2026"]]


@pytest.mark.parametrize("with_temporal", [True, False])
def test_the_hours_around_each_change_of_the_clocks_are_those_of_london(
    browser: Browser, with_temporal: bool
) -> None:
    """Not every browser has Temporal."""
    assert told(browser, MOMENTS, with_temporal) == [in_london(moment) for moment in MOMENTS]


def to_the_last_day(page: Page) -> None:
    """Step 1 began on Friday 18 December 2026: its limit is Tuesday 22, and it is late that evening."""
    dates_ready(page)
    for words in ("No", "None of these", "Step 1", "It is still going on"):
        choose(page, words)
    give_date(page, "18", "12", "2026")
    expect(page.locator(".eg-card:visible")).to_contain_text("by the end of Today Tuesday 22 December 2026.")


def test_at_midnight_a_page_that_nobody_touches_says_that_the_limit_has_passed(
    browser: Browser, site: str
) -> None:
    """And a record or a calendar opened then holds the new day."""
    with reader(browser, site, engine=False, timezone_id="Europe/London") as someone:
        page = someone.page
        page.clock.install(time="2026-12-22T23:50:00Z")
        someone.open("/sefton/what-now/")
        to_the_last_day(page)
        page.clock.pause_at("2026-12-22T23:59:50Z")
        expect(page.locator(".eg-card:visible")).to_contain_text(
            "by the end of Today Tuesday 22 December 2026."
        )
        page.clock.run_for(10_000)
        card = page.locator(".eg-card:visible")
        expect(card).to_contain_text("has passed: Tuesday 22 December 2026")
        expect(card).not_to_contain_text("by the end of Today Tuesday 22 December 2026.")
        expect(page.locator(".eg-status")).to_have_text("Counted again for today.")
        page.get_by_role("button", name="Start a record").click()
        expect(page.get_by_label("Date of this record")).to_have_value("23 December 2026")


def test_in_summer_the_day_begins_at_our_midnight(browser: Browser, site: str) -> None:
    """An hour before that of Greenwich. A sleep past midnight is noticed within a minute."""
    with reader(browser, site, timezone_id="Europe/London") as someone:
        page = someone.page
        page.route("**/assets/engine/**", lambda route: route.abort())
        page.clock.install(time="2026-07-14T22:30:00Z")
        someone.open("/sefton/what-now/")
        page.locator(".eg-helper[data-engine-state=failed]").wait_for()
        for words in ("No", "None of these", "Step 1", "It is still going on"):
            choose(page, words)
        page.locator("#date [data-near=today]").click()
        expect(page.locator(".eg-card:visible")).to_contain_text("Thursday 16 July 2026")
        page.clock.fast_forward(31 * 60_000)
        expect(page.locator(".eg-status")).to_have_text("Counted again for today.")
