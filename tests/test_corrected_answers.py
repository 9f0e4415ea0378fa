"""An answer that was put right stays so, wherever the browser's Back and Forward lead."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site import reader
from tests.test_journey import PHONE, choose, dates_ready, engine_ready, give_date

MONDAY = "2026-11-23T10:00:00"
OF_THE_FIRST_DAY = "Tuesday 24 November 2026"
NOW = "Do this now: Ask for your head of service to speak to the other agency’s head of service Now"
OLD, NEW = "Monday 16 November 2026", "Wednesday 11 November 2026"


@pytest.fixture(params=[False, pytest.param(True, marks=pytest.mark.thorough)], ids=["table", "engine"])
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """Somebody on Monday 23 November 2026, with the table of dates alone or with the engine."""
    with reader(browser, site, engine=request.param, viewport=PHONE) as someone:
        someone.page.clock.set_fixed_time(MONDAY)
        someone.open("/sefton/what-now/")
        dates_ready(someone.page)
        if request.param:
            engine_ready(someone.page)
        yield someone.page
        assert someone.problems == []


def asked(page: Page, question: str) -> None:
    expect(page.locator("h1:visible")).to_have_text(question)


def to_step_3(page: Page) -> None:
    """Step 1 began on Monday 16 November and Step 2 ended on Friday 20, without agreement."""
    for words in ("No", "None of these", "Step 2", "It was not agreed"):
        choose(page, words)
    asked(page, "When did Step 1 begin?")
    give_date(page, "16", "11", "2026")
    asked(page, "When did Step 2 end?")
    give_date(page, "20", "11", "2026")
    expect(page.locator("h1:visible")).to_contain_text(OF_THE_FIRST_DAY)


def change_the_beginning(page: Page, day: str) -> None:
    page.locator("[data-change=raised_on]:visible").click()
    asked(page, "When did Step 1 begin?")
    give_date(page, day, "11", "2026")


def test_a_day_that_was_put_right_does_not_come_back_by_back(page: Page) -> None:
    """The later limit of the wrong day would stand there without a word."""
    to_step_3(page)
    change_the_beginning(page, "11")
    expect(page.locator("h1:visible")).to_contain_text(NOW)
    answers = page.locator(".eg-answers:visible")
    page.go_back()
    asked(page, "When did Step 1 begin?")
    expect(page.locator("#date [name=day]")).to_have_value("11")
    page.go_back()
    expect(page.locator("h1:visible")).to_contain_text(NOW)
    expect(answers).to_contain_text(NEW)
    page.go_back()
    asked(page, "When did Step 2 end?")
    expect(answers).to_contain_text(NEW)
    expect(answers).not_to_contain_text(OLD)
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("h1:visible")).to_contain_text(NOW)
    expect(answers).to_contain_text(NEW)
    page.go_back()
    page.go_forward()
    expect(answers).to_contain_text(NEW)
    expect(answers).not_to_contain_text(OLD)


def test_a_day_that_does_not_fit_the_one_put_right_is_asked_for_again(page: Page) -> None:
    """Step 2 cannot have ended on Friday 20 November if Step 1 began on Saturday 21."""
    to_step_3(page)
    change_the_beginning(page, "21")
    error = page.locator(".eg-errors:visible")
    expect(error).to_contain_text("Step 2 ended: give Saturday 21 November 2026 or a later day")
    page.go_back()
    asked(page, "When did Step 1 begin?")
    page.go_back()
    asked(page, "When did Step 2 end?")
    expect(error).to_contain_text("Step 2 ended: give Saturday 21 November 2026 or a later day")
    give_date(page, "22", "11", "2026")
    expect(page.locator(".eg-card:visible")).to_contain_text("Step 3 of 4")


def test_a_day_that_is_no_longer_known_does_not_come_back(page: Page) -> None:
    to_step_3(page)
    page.locator("[data-change=raised_on]:visible").click()
    asked(page, "When did Step 1 begin?")
    page.get_by_role("button", name="I do not know").click()
    answers = page.locator(".eg-answers:visible")
    expect(answers).to_contain_text("I do not know")
    page.go_back()
    page.go_back()
    page.go_back()
    asked(page, "When did Step 2 end?")
    expect(answers).to_contain_text("I do not know")
    expect(answers).not_to_contain_text(OLD)


def test_the_end_of_another_step_is_another_day(page: Page) -> None:
    """Back from Step 3 to Step 2 leads to the day on which Step 1 ended, not to that of Step 2."""
    for words in ("No", "None of these", "Step 1", "It was not agreed"):
        choose(page, words)
    give_date(page, "18", "11", "2026")
    asked(page, "When did Step 1 end?")
    give_date(page, "19", "11", "2026")
    expect(page.locator(".eg-card:visible")).to_contain_text("Step 2 of 4")
    page.locator("[data-change=stage]:visible").click()
    choose(page, "Step 2")
    choose(page, "It was not agreed")
    asked(page, "When did Step 2 end?")
    give_date(page, "20", "11", "2026")
    expect(page.locator(".eg-card:visible")).to_contain_text("Step 3 of 4")
    for _ in range(4):
        page.go_back()
    expect(page.locator(".eg-card:visible")).to_contain_text("Step 2 of 4")
    expect(page.locator(".eg-answers:visible")).to_contain_text("Thursday 19 November 2026")


def test_an_area_that_was_put_right_does_not_come_back_by_back(browser: Browser, site: str) -> None:
    with reader(browser, site, engine=False, viewport=PHONE) as someone:
        page = someone.page
        someone.open("/berkshire-west/what-now/")
        dates_ready(page)
        for words in ("No", "Reading", "None of these"):
            choose(page, words)
        page.locator("[data-change=area]:visible").click()
        choose(page, "Wokingham")
        expect(page.locator(".eg-card:visible")).to_contain_text("full procedure")
        answers = page.locator(".eg-answers:visible")
        for question in ("Which area is it about?", None, "Is it one of these?"):
            page.go_back()
            if question:
                asked(page, question)
        expect(answers).to_contain_text("Wokingham")
        expect(answers).not_to_contain_text("Reading")
