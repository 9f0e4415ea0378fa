"""The whole way by keyboard, and the dated answer under axe."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site import Reader, reader
from tests.test_axe import violations
from tests.test_journey import TODAY, dates_ready, engine_ready

FOCUSED = "document.activeElement.innerText || document.activeElement.getAttribute('name') || ''"


@pytest.fixture
def typist(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Reader]:
    """Somebody without a mouse, in the dark."""
    options = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "bypass_csp": True}
    engine = getattr(request, "param", False)
    with reader(browser, site, engine=engine, **options) as someone:
        someone.page.clock.set_fixed_time(TODAY)
        yield someone


def tab_to(page: Page, words: str) -> None:
    """Presses Tab until the focus is on what begins with these words, and sees that it is not hidden."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if " ".join(str(page.evaluate(FOCUSED)).split()).startswith(words):
            box = page.evaluate("JSON.parse(JSON.stringify(document.activeElement.getBoundingClientRect()))")
            assert -1 <= box["top"] < 844, f"{words} is out of sight"
            return
    raise AssertionError(f"Tab never came to {words}")


def enter(page: Page, words: str) -> None:
    tab_to(page, words)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("typist", [True], indirect=True, ids=["engine"])
def test_by_keyboard_from_the_home_page_to_a_date(typist: Reader) -> None:
    page = typist.page
    typist.open("/")
    enter(page, "What do I do now?")
    expect(page).to_have_url(re.compile("/what-now/$"))
    enter(page, "Sefton")
    engine_ready(page)
    heading = page.locator("h1:visible")
    for words, next_heading in (
        ("No", "Is it one of these?"),
        ("None of these", "Which step have you reached?"),
        ("Step 1", "What happened at Step 1?"),
        ("It was not agreed", "When did Step 1 begin?"),
    ):
        enter(page, words)
        expect(heading).to_have_text(next_heading)
        expect(heading).to_be_focused()
    for field, typed in (("day", "18"), ("month", "december"), ("year", "2026")):
        tab_to(page, field)
        page.keyboard.type(typed)
    page.keyboard.press("Enter")
    expect(heading).to_have_text("When did Step 1 end?")
    enter(page, "Today")
    expect(page.locator(".eg-card:visible")).to_contain_text("Thursday 24 December 2026")
    expect(heading).to_be_focused()
    expect(page).to_have_title(re.compile("^Ask your line manager to speak to the other"))


DAYS_ASKED = {
    "professionals-waiting": ["When did Step 1 begin?"],
    "managers-no_answer": ["When did Step 1 begin?", "When did Step 1 end?"],
}


@pytest.mark.parametrize(
    "state", [pytest.param("professionals-waiting", marks=pytest.mark.thorough), "managers-no_answer"]
)
def test_a_dated_answer_has_no_violation(typist: Reader, state: str) -> None:
    page = typist.page
    typist.open(f"/sefton/what-now/#{state}")
    dates_ready(page)
    page.locator("[data-date-wanted]:visible").click()
    for question in DAYS_ASKED[state]:
        expect(page.locator("h1:visible")).to_have_text(question)
        page.get_by_role("button", name="Yesterday").click()
    expect(page.locator(".eg-count:visible").first).to_be_visible()
    assert violations(page) == []
