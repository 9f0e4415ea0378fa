"""What a screen reader is told: the accessibility tree of each kind of view of the helper."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site import Reader, reader
from tests.test_journey import PHONE, TODAY, choose, dates_ready

FRAME = """
complementary
paragraph
text: Child in immediate danger?
link "Call 999 now"
banner
link "Escalation Guide"
link "Quick exit or press Shift three times"
status
main
contentinfo
navigation "Foot"
"""
FIRST = """
status
heading "Is a child in immediate danger?" [level=1]
list
listitem
link "Yes
listitem
link "No
"""
STAGE = """
link "Back"
heading "Which step have you reached?" [level=1]
list
listitem
link "Step 1: Professional to professional
link "I do not know
heading "Your answers" [level=2]
term: Immediate danger
definition
text: "No"
link "Change
term: Another route
definition
text: None of these
link "Change
link "Start again"
"""
WRONG_DAY = """
alert
heading "There is a problem" [level=2]
link "Step 1 began: give today or a day in the past."
heading "When did Step 1 begin?" [level=1]
button "Today"
button "Yesterday"
group "Another day"
paragraph: "Step 1 began: give today or a day in the past."
textbox "Day" [invalid]: "31"
textbox "Month" [invalid]: "12"
textbox "Year" [invalid]: "2026"
button "Continue"
button "I do not know"
heading "Your answers" [level=2]
"""
DATED = """
link "Back"
heading "By a date: Go on with Step 1. If it is not done yet, speak to the other professional and agree a plan of action An agreed plan of action: by the end of Wednesday 23 December 2026" [level=1]
term: How
term: Contact
heading "How we counted" [level=2]
list
listitem: Mon 21 Dec Day 0
listitem: Tue 22 Dec Day 1
listitem: Wed 23 Dec Day 2 Step 1 limit
heading "What to say and do" [level=2]
heading "Words you could use" [level=3]
heading "What to record" [level=2]
heading "If they do not agree" [level=2]
heading "If nobody answers" [level=3]
heading "All the steps" [level=2]
list
listitem
paragraph: You are here
paragraph: "Step 1: Professional to professional"
strong: Wed 23 Dec 2026
heading "Take it with you" [level=2]
heading "The policy’s own words" [level=2]
heading "Your answers" [level=2]
term: Step 1 began
definition
text: Monday 21 December 2026
link "Change
"""
EMERGENCY = """
heading "Emergency
"""
CHANGE = re.compile(r"^Change \w+")
LEVELS = '[...document.querySelectorAll("h1, h2, h3, h4")].filter((each) => each.checkVisibility()).map((each) => +each.localName[1])'
NAMELESS = """[...document.querySelectorAll("a, button, input, textarea, select")]
  .filter((each) => each.checkVisibility() && !(each.innerText || each.labels?.[0]?.innerText || "").trim())
  .map((each) => each.outerHTML)"""
UNTOLD_LISTS = """[...document.querySelectorAll("main :is(ul, ol)")].filter((each) => each.checkVisibility()
  && getComputedStyle(each).listStyleType === "none" && each.role !== "list" && !each.closest("nav")).map((each) => each.outerHTML)"""
"""Without a marker before each item Safari says nothing of a list, unless it is told."""


@pytest.fixture
def listener(browser: Browser, site: str) -> Iterator[Reader]:
    """Somebody who listens, on Tuesday 22 December 2026."""
    with reader(browser, site, engine=False, viewport=PHONE, timezone_id="Europe/London") as someone:
        someone.page.clock.set_fixed_time(TODAY)
        yield someone
        assert someone.problems == []


def told(page: Page, part: str) -> list[str]:
    """The accessibility tree, one line for each role with its name, in reading order."""
    lines = page.locator(part).aria_snapshot().splitlines()
    return [line.strip().removeprefix("- ").removeprefix("'").removesuffix(":") for line in lines]


def in_order(page: Page, part: str, wanted: str) -> None:
    """Each line of `wanted` begins a line of the tree, in this order."""
    lines = iter(told(page, part))
    missing = [
        each for each in wanted.strip().splitlines() if not any(line.startswith(each) for line in lines)
    ]
    assert missing[:1] == [], told(page, part)


def hears(page: Page, wanted: str, title: str) -> None:
    """What is told, one heading of level 1, no level left out, a name for all that can be pressed."""
    expect(page).to_have_title(re.compile(title))
    in_order(page, "main", wanted)
    levels = page.evaluate(LEVELS)
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), levels
    assert page.evaluate(NAMELESS) == []
    assert page.evaluate(UNTOLD_LISTS) == []
    for link in page.locator("[data-change]:visible").all():
        assert CHANGE.search(" ".join(link.inner_text().split()))


def test_the_questions(listener: Reader) -> None:
    page = listener.page
    listener.open("/sefton/what-now/")
    dates_ready(page)
    in_order(page, "body", FRAME)
    hears(page, FIRST, "^Is a child in immediate danger\\? – Escalation Guide$")
    choose(page, "No")
    choose(page, "None of these")
    hears(page, STAGE, "^Which step have you reached\\? – Escalation Guide$")
    expect(page.locator("h1:visible")).to_be_focused()


def test_a_wrong_day_and_a_dated_step(listener: Reader) -> None:
    page = listener.page
    listener.open("/sefton/what-now/#professionals-waiting")
    dates_ready(page)
    page.locator("[data-date-wanted]:visible").click()
    for name, typed in (("day", "31"), ("month", "12"), ("year", "2026")):
        page.locator(f"#date [name={name}]").fill(typed)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_be_focused()
    hears(page, WRONG_DAY, "^Error: When did Step 1 begin\\? – Escalation Guide$")
    expect(page.locator("#date [name=day]")).to_have_accessible_description(
        re.compile("For example, 27 3 2026 Step 1 began: give today or a day in the past")
    )
    page.get_by_role("button", name="Yesterday").click()
    hears(page, DATED, "^Go on with Step 1. If it is not done yet, speak to the other professional")
    expect(page.locator("h1:visible")).to_be_focused()
    you_are_here(page)


def test_how_the_next_stages_day_is_counted_is_behind_one_press(listener: Reader) -> None:
    """Step 1 began on Friday 18: Step 2 ends on Thursday 24, Step 3 on Wednesday 30 at the latest."""
    page = listener.page
    listener.open("/sefton/what-now/#professionals-not_agreed&raised_on=2026-12-18&ended_on=2026-12-22")
    dates_ready(page)
    counted = page.locator("details:visible").filter(has_text="How this day is counted")
    expect(counted).not_to_have_attribute("open", "")
    counted.locator("summary").press("Enter")
    expect(counted.locator(".eg-day[data-last=true]")).to_contain_text("Day 6")
    expect(counted.get_by_text("Christmas Day")).to_be_visible()
    expect(counted).to_contain_text("so by the end of Wednesday 30 December 2026")


def you_are_here(page: Page) -> None:
    here = page.locator(".eg-ladder:visible [aria-current=step]")
    expect(here).to_have_count(1)
    expect(here).to_contain_text("You are here")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_ladder_says_where_one_is_without_dates_too(browser: Browser, site: str, script: bool) -> None:
    with reader(browser, site, engine=False, viewport=PHONE, java_script_enabled=script) as someone:
        someone.page.route("**/assets/{engine,dates}/**", lambda route: route.abort())
        someone.open("/barnet/what-now/#managers-waiting")
        you_are_here(someone.page)


def test_the_days_of_a_link_are_put_into_a_region_that_was_empty(listener: Reader) -> None:
    page = listener.page
    page.add_init_script(
        'document.addEventListener("DOMContentLoaded", () => {'
        'window.region = document.querySelector("[data-brought]"); window.before = region.textContent.trim(); })'
    )
    listener.open("/sefton/what-now/#professionals-waiting&raised_on=2026-12-21")
    region = page.get_by_role("status").filter(has_text="The link that you followed filled this in.")
    expect(region).to_contain_text("Step 1 began: Monday 21 December 2026")
    assert page.evaluate("[before, region.isConnected, region.getAttribute('role')]") == ["", True, "status"]


def test_an_emergency(listener: Reader) -> None:
    listener.open("/sefton/what-now/")
    choose(listener.page, "Yes")
    hears(listener.page, EMERGENCY, "999")


def test_messages_are_put_where_a_screen_reader_already_listens(browser: Browser, site: str) -> None:
    """A live region has to be there before it speaks: the same element before and after, and empty first."""
    with reader(browser, site, engine=False, viewport=PHONE) as someone:
        page = someone.page
        page.route("**/assets/engine/**", lambda route: route.abort())
        page.add_init_script(
            'document.addEventListener("DOMContentLoaded", () => {'
            'window.regions = [...document.querySelectorAll("[role=status]")].filter((each) => each.checkVisibility()); '
            "window.before = regions.map((each) => each.innerText.trim()); })"
        )
        someone.open("/sefton/what-now/")
        page.locator(".eg-helper[data-engine-state=failed]").wait_for()
        page.keyboard.press("Shift")
        assert set(page.evaluate("before")) == {""}
        said = page.evaluate("regions.filter((each) => each.isConnected).map((each) => each.textContent)")
        assert any(text.startswith("Quick exit: press Shift twice more") for text in said)
