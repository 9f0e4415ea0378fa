"""A limit in hours is counted by the engine alone: until it is there the page waits, without it the page asks."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.site import Reader, reader
from tests.test_dates_at_once import NO_HOURS, engine_failed, missing, table_is
from tests.test_journey import PHONE, READY, choose, engine_ready

CARD, STATUS, ANSWERS = ".eg-card:visible", ".eg-status", ".eg-answers:visible"
WAITS = "Getting your dates …"
URGENT = (
    "No",
    "None of these",
    "The child is not in immediate danger, but will be unsafe by tomorrow",
    "Urgent 1",
    "It is still going on",
)
BEGAN, PASSED = "When did Urgent 1 begin?", re.compile("^Has the time limit.* passed")
GIVEN = "Tuesday 1 December 2026, 09:00"


class Line:
    """A slow line: what comes over it is held back until it is let through."""

    def __init__(self) -> None:
        self.held: list[Route] = []
        self.end: Callable[[Route], None] | None = None

    def __call__(self, route: Route) -> None:
        if self.end:
            self.end(route)
        else:
            self.held.append(route)

    def let_through(self) -> None:
        self._end(Route.continue_)

    def cut(self) -> None:
        self._end(missing)

    def _end(self, end: Callable[[Route], None]) -> None:
        self.end = end
        for route in self.held:
            end(route)


@contextmanager
def longwater(browser: Browser, made_up: str, engine: Callable[[Route], object]) -> Iterator[Reader]:
    """Somebody on Friday 4 December 2026 at 10:00, asked when Urgent 1 began; it may take 24 hours."""
    with reader(browser, made_up, viewport=PHONE, timezone_id="Europe/London") as someone:
        someone.page.clock.set_fixed_time("2026-12-04T10:00:00")
        someone.page.route("**/assets/engine/**", engine)
        someone.open("/longwater/what-now/")
        table_is(someone.page, "ready")
        for words in URGENT:
            choose(someone.page, words)
        heading_is(someone.page, BEGAN)
        yield someone
        assert [each for each in someone.problems if "Failed to load resource" not in each] == []


def heading_is(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.locator("h1:visible")).to_have_text(words)


def give(page: Page, day: str, month: str, year: str, time: str) -> None:
    for name, value in (("day", day), ("month", month), ("year", year), ("time", time)):
        page.locator(f"#date [name={name}]").fill(value)
    page.get_by_role("button", name="Continue").click()


def test_without_the_engine_we_ask_whether_the_limit_has_passed(browser: Browser, made_up: str) -> None:
    """It ended on Wednesday 2 December at 09:00; nobody here can count that, and nobody says that it has not."""
    with longwater(browser, made_up, missing) as someone:
        page = someone.page
        engine_failed(page)
        give(page, "1", "12", "2026", "09:00")
        heading_is(page, PASSED)
        expect(page.locator("h1:visible")).to_be_focused()
        expect(page.locator(STATUS)).to_have_text(NO_HOURS)
        expect(page.locator(ANSWERS)).to_contain_text(GIVEN)
        assert page.url.endswith("-waiting-passed")
        choose(page, "Yes")
        heading_is(page, re.compile("Urgent 2"))
        expect(page.locator(STATUS)).to_have_text(NO_HOURS)
        answers = page.locator(f"{ANSWERS} dd > span").all_inner_texts()
        assert answers[-2:] == [GIVEN, "Yes"]


def test_the_day_is_kept_to_be_changed_and_over_a_reload(browser: Browser, made_up: str) -> None:
    with longwater(browser, made_up, missing) as someone:
        page = someone.page
        engine_failed(page)
        give(page, "1", "dec", "26", "9am")
        heading_is(page, PASSED)
        page.reload()
        engine_failed(page)
        heading_is(page, PASSED)
        expect(page.locator(STATUS)).to_have_text(NO_HOURS)
        expect(page.locator(ANSWERS)).to_contain_text(GIVEN)
        page.locator("[data-change=raised_on]:visible").click()
        heading_is(page, BEGAN)
        expect(page.locator("#date-day")).to_have_value("1")
        expect(page.locator("#date-time")).to_have_value("09:00")
        page.go_back()
        heading_is(page, PASSED)
        page.locator("[data-back]:visible").click()
        heading_is(page, BEGAN)
        page.go_back()
        choose(page, "No")
        heading_is(page, re.compile("Urgent 1"))
        assert page.locator(f"{ANSWERS} dd > span").all_inner_texts()[-2:] == [GIVEN, "No"]


def test_while_the_engine_is_on_its_way_we_wait_for_it(browser: Browser, made_up: str) -> None:
    line = Line()
    with longwater(browser, made_up, line) as someone:
        page = someone.page
        give(page, "1", "12", "2026", "09:00")
        expect(page.locator(STATUS)).to_have_text(WAITS)
        expect(page.locator(STATUS)).to_be_in_viewport()
        page.wait_for_timeout(300)
        heading_is(page, BEGAN)
        line.let_through()
        engine_ready(page)
        heading_is(page, re.compile("Urgent 2"))
        expect(page.locator(STATUS)).to_have_text("")
        expect(page.locator(ANSWERS)).to_contain_text(GIVEN)
        assert page.locator("[data-change=passed]:visible").count() == 0


def test_whoever_does_not_wait_goes_on(browser: Browser, made_up: str) -> None:
    line = Line()
    with longwater(browser, made_up, line) as someone:
        page = someone.page
        give(page, "1", "12", "2026", "09:00")
        page.get_by_role("button", name="I do not know").click()
        heading_is(page, PASSED)
        line.let_through()
        engine_ready(page)
        heading_is(page, PASSED)


def test_an_engine_that_fails_after_all_ends_the_wait(browser: Browser, made_up: str) -> None:
    line = Line()
    with longwater(browser, made_up, line) as someone:
        page = someone.page
        give(page, "1", "12", "2026", "09:00")
        expect(page.locator(STATUS)).to_have_text(WAITS)
        line.cut()
        engine_failed(page)
        heading_is(page, PASSED)
        expect(page.locator(STATUS)).to_have_text(NO_HOURS)


def test_a_reload_never_says_that_a_limit_has_not_passed(browser: Browser, made_up: str) -> None:
    """A step that the engine gave, opened again where the engine does not come."""
    with longwater(browser, made_up, lambda route: route.continue_()) as someone:
        page = someone.page
        engine_ready(page)
        give(page, "4", "12", "2026", "09:00")
        expect(page.locator(CARD)).to_contain_text("Urgent 1")
        page.unroute("**/assets/engine/**")
        page.route("**/assets/engine/**", missing)
        page.reload()
        engine_failed(page)
        heading_is(page, PASSED)
        expect(page.locator(ANSWERS)).to_contain_text("Friday 4 December 2026, 09:00")


@pytest.mark.parametrize("engine", [missing, Route.continue_], ids=["without", "with"])
def test_a_time_still_to_come_is_refused(
    browser: Browser, made_up: str, engine: Callable[[Route], None]
) -> None:
    with longwater(browser, made_up, engine) as someone:
        page = someone.page
        page.locator(".eg-helper[data-engine-state]").wait_for(timeout=READY)
        said = "Urgent 1 began: give a time in the past."
        for typed in (
            ("4", "12", "2026", "16:50"),
            ("4", "dec", "26", "4.50 pm"),
            ("4", "12", "2026", "1001"),
        ):
            give(page, *typed)
            heading_is(page, BEGAN)
            expect(page.locator(".eg-errors:visible")).to_contain_text(said)
            expect(page.locator(".eg-errors:visible")).to_be_focused()
            expect(page.locator("#time-beside")).to_have_text(said)
            expect(page.locator("#date-time")).to_have_attribute("aria-invalid", "true")
            expect(page).to_have_title(re.compile("^Error: "))
        give(page, "4", "12", "2026", "10:00")
        expect(page.locator("h1:visible")).not_to_have_text(BEGAN)
        expect(page.locator(ANSWERS)).to_contain_text("Friday 4 December 2026, 10:00")


@pytest.mark.parametrize(
    ("name", "day", "time"), [("Now", "4", "10:00"), ("Today", "4", ""), ("Yesterday", "3", "")]
)
def test_the_near_days_fill_in_the_fields_without_the_engine(
    browser: Browser, made_up: str, name: str, day: str, time: str
) -> None:
    with longwater(browser, made_up, Line()) as someone:
        page = someone.page
        page.get_by_role("button", name=name, exact=True).click()
        expect(page.locator("#date-day")).to_have_value(day)
        expect(page.locator("#date-month")).to_have_value("12")
        expect(page.locator("#date-year")).to_have_value("2026")
        expect(page.locator("#date-time")).to_have_value(time)


def test_a_day_that_no_calendar_has_is_refused_without_the_engine(browser: Browser, made_up: str) -> None:
    with longwater(browser, made_up, missing) as someone:
        page = someone.page
        engine_failed(page)
        give(page, "31", "11", "2026", "09:00")
        expect(page.locator(".eg-errors:visible")).to_contain_text("‘31 11 2026’ is not a real date.")
        heading_is(page, BEGAN)
