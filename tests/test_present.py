"""The presenter view of a briefing: one point at a time, by keys or buttons, with a clock."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site import reader

VIEW = "/sefton/briefing/#present"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    with reader(browser, site, engine=False, viewport={"width": 360, "height": 740}) as someone:
        someone.page.clock.install()
        someone.open(VIEW)
        yield someone.page
        assert [each for each in someone.problems if "Service Worker" not in each] == []


def points(page: Page) -> list[str]:
    return [" ".join(each.split()) for each in page.locator(".eg-point h2:visible").all_inner_texts()]


def clock(page: Page) -> str:
    return page.locator("[data-present-clock]").inner_text()


def test_keys_lead_through_the_points_one_at_a_time(page: Page) -> None:
    assert points(page) == ["1 What it is"]
    expect(page.get_by_text("1 of 7")).to_be_visible()
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    assert points(page) == ["2 Why it matters"]
    expect(page.get_by_role("heading", name="2 Why it matters")).to_be_focused()
    for _ in range(9):
        page.keyboard.press("ArrowRight")
    assert points(page) == ["7 What to do now"]
    expect(page.get_by_text("7 of 7")).to_be_visible()


def test_space_home_and_end_lead_to_points(page: Page) -> None:
    page.keyboard.press("Space")
    assert points(page) == ["2 Why it matters"]
    page.keyboard.press("End")
    assert points(page) == ["7 What to do now"]
    page.keyboard.press("Space")
    assert points(page) == ["7 What to do now"]
    page.keyboard.press("Shift+Space")
    assert points(page) == ["6 What it is not for"]
    page.keyboard.press("Home")
    assert points(page) == ["1 What it is"]
    page.keyboard.press("Shift+Space")
    assert points(page) == ["1 What it is"]
    assert page.evaluate("scrollY") == 0


def test_space_presses_the_button_that_has_the_focus(page: Page) -> None:
    page.get_by_role("button", name="Hide the clock").focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-present-clock]")).to_be_hidden()
    assert points(page) == ["1 What it is"]


def test_page_keys_lead_on_and_arrows_down_read_on_in_a_long_point(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("PageDown")
    assert points(page) == ["4 The steps and their times"]
    page.keyboard.press("ArrowDown")
    assert points(page) == ["4 The steps and their times"]
    page.keyboard.press("PageUp")
    assert points(page) == ["3 When to use it"]


def test_the_bar_says_that_a_long_point_goes_on_below_until_its_end_is_seen(page: Page) -> None:
    more = page.get_by_text("Goes on below")
    for _ in range(3):
        page.keyboard.press("PageDown")
    expect(more).to_be_visible()
    page.mouse.wheel(0, 5000)
    expect(more).to_be_hidden()
    page.mouse.wheel(0, -5000)
    expect(more).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(more).to_be_hidden()


def test_buttons_do_the_same_and_are_large_enough(page: Page) -> None:
    page.get_by_role("button", name="Next").click()
    assert points(page) == ["2 Why it matters"]
    page.get_by_role("button", name="Back").click()
    assert points(page) == ["1 What it is"]
    expect(page.get_by_role("button", name="Back")).to_be_disabled()
    for button in page.locator(".eg-present button").all():
        assert (button.bounding_box() or {})["height"] >= 44


def test_the_clock_runs_seven_minutes_and_can_be_hidden_and_started_again(page: Page) -> None:
    page.clock.run_for(61_000)
    assert clock(page) in ("5:57", "5:58", "5:59")  # the machine takes its own second
    expect(page.get_by_role("timer")).to_have_attribute("aria-live", "off")
    page.get_by_role("button", name="Hide the clock").click()
    expect(page.locator("[data-present-clock]")).to_be_hidden()
    page.get_by_role("button", name="Hide the clock").click()
    page.get_by_role("button", name="Start the clock again").click()
    assert clock(page) in ("6:59", "7:00")
    page.clock.run_for(8 * 60_000)
    assert clock(page) == "0:00"


def test_escape_leaves_and_999_and_quick_exit_stay_until_then(page: Page) -> None:
    expect(page.get_by_role("link", name="Call 999 now")).to_be_visible()
    expect(page.get_by_role("link", name="Quick exit")).to_be_visible()
    page.keyboard.press("Escape")
    assert len(points(page)) == 7
    assert page.url.endswith("/sefton/briefing/")
    expect(page.get_by_role("link", name="Present, one point at a time")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 of 7")).to_be_visible()
    assert points(page) == ["1 What it is"]


def test_without_script_the_points_stand_below_each_other(browser: Browser, site: str) -> None:
    with reader(browser, site, java_script_enabled=False) as someone:
        someone.open(VIEW)
        assert len(points(someone.page)) == 7
        expect(someone.page.locator(".eg-present")).to_be_hidden()
        expect(someone.page.locator("[data-present-start]")).to_be_hidden()
