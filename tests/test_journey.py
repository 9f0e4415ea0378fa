"""A practitioner's way through the site in a real Chromium, with the real Pyodide."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import calm, policy
from tests.site import Reader, reader

READY = 60_000
PHONE = {"width": 390, "height": 844}
TODAY = "2026-12-22T10:00:00"


@pytest.fixture
def practitioner(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Reader]:
    """Somebody with a phone on Tuesday 22 December 2026, to whom the engine does not come unless asked for."""
    engine = getattr(request, "param", False)
    with reader(browser, site, engine=engine, viewport=PHONE, timezone_id="Europe/London") as someone:
        someone.page.clock.set_fixed_time(TODAY)
        yield someone


with_the_engine = pytest.mark.parametrize("practitioner", [True], indirect=True, ids=["engine"])


def choose(page: Page, words: str) -> None:
    """Presses the answer that begins with these words; in the live helper, until the next section is there."""
    answers = page.locator(".eg-answer:visible").filter(has_text=re.compile(rf"^\s*{re.escape(words)}"))
    answer, live = answers.first.element_handle(), page.locator(".eg-helper.is-live").count()
    answer.click()
    if live:
        answer.wait_for_element_state("hidden")


def engine_ready(page: Page) -> None:
    page.locator(".eg-helper[data-engine-state=ready]").wait_for(timeout=READY)


def dates_ready(page: Page) -> None:
    """The table of dates is there; the engine is on its way, and nobody waits for it."""
    page.locator(".eg-helper[data-dates-state=ready]").wait_for(timeout=READY)


def give_date(page: Page, day: str, month: str, year: str) -> None:
    for name, value in (("day", day), ("month", month), ("year", year)):
        page.locator(f"#date [name={name}]").fill(value)
    page.get_by_role("button", name="Continue").click()


@pytest.mark.thorough
@with_the_engine
def test_from_the_home_page_to_a_date_in_sefton(practitioner: Reader) -> None:
    page = practitioner.page
    practitioner.open("/")
    page.get_by_role("link", name="What do I do now?").first.click()
    page.get_by_role("link", name=re.compile("^Sefton")).first.click()
    expect(page).to_have_url(re.compile("/sefton/what-now/$"))
    engine_ready(page)
    heading = page.locator("h1:visible")
    expect(heading).to_have_text("Is a child in immediate danger?")
    choose(page, "No")
    expect(heading).to_have_text("Is it one of these?")
    choose(page, "None of these")
    expect(heading).to_have_text("Which step have you reached?")
    choose(page, "Step 1: Professional to professional")
    choose(page, "It was not agreed")
    expect(page.locator("h1:visible")).to_have_text("When did Step 1 begin?")
    give_date(page, "18", "dec", "2026")
    expect(page.locator("h1:visible")).to_have_text("When did Step 1 end?")
    page.get_by_role("button", name="Today").click()
    card = page.locator(".eg-card:visible")
    expect(card).to_contain_text("Thursday 24 December 2026")
    assert "Ask your line manager to speak to the other professional" in practitioner.heading()
    expect(page.locator(".eg-state:visible")).to_contain_text("Wednesday 30 December 2026")
    assert practitioner.other_origins() == []
    assert practitioner.problems == []
    assert "2026" not in page.url.split("#")[1]


def test_from_the_home_page_to_today_in_barnet(practitioner: Reader) -> None:
    page = practitioner.page
    practitioner.open("/")
    page.get_by_role("link", name="Barnet", exact=True).first.click()
    page.get_by_role("link", name="What do I do now?").first.click()
    dates_ready(page)
    choose(page, "No")
    choose(page, "Stage 1")
    choose(page, "It was not agreed")
    page.get_by_role("button", name="Today").click()
    card = page.locator(".eg-card:visible")
    expect(card).to_contain_text("Today")
    expect(card).to_contain_text("Tuesday 22 December 2026, before your offices close.")
    expect(card).to_contain_text("Thursday 31 December 2026")
    assert practitioner.other_origins() == []
    assert practitioner.problems == []


def test_from_the_home_page_to_the_full_procedure_of_bedfordshire(practitioner: Reader) -> None:
    page = practitioner.page
    practitioner.open("/")
    page.get_by_role("link", name="What do I do now?").first.click()
    choose(page, "Luton")
    dates_ready(page)
    choose(page, "No")
    choose(page, "None of these")
    card = page.locator(".eg-card:visible")
    expect(card).to_contain_text("this source does not state the steps")
    expect(card).to_contain_text("full procedure")
    expect(page.locator("[data-date-wanted]:visible")).to_have_count(0)
    page.locator("[data-change=route]:visible").click()
    choose(page, "You want advice because you are worried about how your own or another organisation")
    expect(card).to_contain_text("NSPCC Whistleblowing Advice Line")
    expect(card).to_contain_text("0800 028 0285")
    assert practitioner.problems == []


@pytest.mark.thorough
@with_the_engine
def test_the_link_is_the_one_of_my_area(practitioner: Reader) -> None:
    page = practitioner.page
    practitioner.open("/berkshire-west/what-now/")
    engine_ready(page)
    for words in ("No", "Reading", "None of these"):
        choose(page, words)
    card = page.locator(".eg-card:visible")
    expect(card).to_contain_text("Open the full procedure of Reading")
    expect(card).to_contain_text("proceduresonline.com/reading/")
    expect(page.locator(".eg-answers:visible")).to_contain_text("Reading")
    page.locator("[data-change=area]:visible").click()
    choose(page, "Wokingham")
    expect(card).to_contain_text("Open the full procedure of Wokingham")
    assert practitioner.problems == []


def test_danger_leads_to_999_at_once(practitioner: Reader) -> None:
    practitioner.open("/barnet/what-now/")
    choose(practitioner.page, "Yes")
    expect(practitioner.page.locator(".eg-card:visible")).to_contain_text("Call 999")


def test_a_wrong_date_is_told_in_the_fields_own_words(practitioner: Reader) -> None:
    page = practitioner.page
    practitioner.open("/sefton/what-now/#professionals-waiting")
    dates_ready(page)
    page.locator("[data-date-wanted]:visible").click()
    give_date(page, "31", "12", "2026")
    summary = page.locator(".eg-errors:visible")
    expect(summary).to_contain_text("There is a problem")
    expect(summary).to_contain_text("Step 1 began: give today or a day in the past.")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    give_date(page, "21", "12", "2026")
    expect(page.locator(".eg-card:visible")).to_contain_text("Wednesday 23 December 2026")


def test_change_and_back_leave_no_stale_answer(practitioner: Reader) -> None:
    page = practitioner.page
    practitioner.open("/sefton/what-now/")
    dates_ready(page)
    for words in ("No", "None of these", "Step 1", "It was not agreed"):
        choose(page, words)
    page.get_by_role("button", name="Yesterday").click()
    page.get_by_role("button", name="Today").click()
    expect(page.locator(".eg-card:visible")).to_contain_text("Step 2 of 4")
    page.locator("[data-change=stage]:visible").click()
    expect(page.locator("h1:visible")).to_have_text("Which step have you reached?")
    choose(page, "I have not raised it yet")
    answers = page.locator(".eg-answers:visible")
    expect(answers).to_contain_text("I have not raised it yet")
    expect(answers).not_to_contain_text("Step 1 ended")
    page.go_back()
    expect(page.locator("h1:visible")).to_have_text("Which step have you reached?")


def test_a_reload_keeps_the_answers_of_this_tab_and_start_again_clears_them(
    practitioner: Reader,
) -> None:
    page = practitioner.page
    practitioner.open("/sefton/what-now/#professionals-waiting")
    dates_ready(page)
    page.locator("[data-date-wanted]:visible").click()
    page.get_by_role("button", name="Yesterday").click()
    expect(page.locator(".eg-card:visible")).to_contain_text("Wednesday 23 December 2026")
    page.reload()
    dates_ready(page)
    expect(page.locator(".eg-card:visible")).to_contain_text("Wednesday 23 December 2026")
    assert page.evaluate("localStorage.length") == 0
    page.locator("[data-restart]:visible").first.click()
    expect(page.locator("h1:visible")).to_have_text("Is a child in immediate danger?")
    assert "2026" not in page.evaluate("JSON.stringify(sessionStorage)")


@pytest.mark.parametrize("id_", ["sefton", "barnet"])
def test_without_script_every_step_is_there(browser: Browser, site: str, id_: str) -> None:
    with reader(browser, site, viewport=PHONE, java_script_enabled=False) as someone:
        page = someone.page
        someone.open(f"/{id_}/")
        page.get_by_role("link", name="What do I do now?").first.click()
        choose(page, "No")
        if "route" in calm(policy(id_)):
            choose(page, "None of these")
        second = policy(id_).stages[1]
        choose(page, policy(id_).stages[0].label)
        choose(page, "It was not agreed")
        card = page.locator(".eg-card:visible")
        expect(card).to_have_count(1)
        expect(card).to_contain_text(second.action.replace("'", "’"))
        expect(page.locator("[data-date-wanted]:visible")).to_have_count(0)
        expect(page.locator("form:visible")).to_have_count(0)
        told = page.locator("noscript p")
        expect(told).to_contain_text("Dates, the calendar file and filling in the record need a script")
        rules = told.get_by_role("link", name="Count a limit on a calendar by these rules")
        rules.click()
        expect(page.locator("h1:visible")).to_contain_text("How dates are counted")


def still_whole(someone: Reader) -> None:
    """Nothing is missing, and nothing is said: the dates come from the table."""
    page = someone.page
    page.clock.set_fixed_time(TODAY)
    someone.open("/sefton/what-now/")
    page.locator(".eg-helper[data-engine-state=failed]").wait_for(timeout=READY)
    expect(page.locator(".eg-status")).to_have_text("")
    for words in ("No", "None of these", "Step 1", "It was not agreed"):
        choose(page, words)
    give_date(page, "18", "dec", "2026")
    expect(page.locator("h1:visible")).to_have_text("When did Step 1 end?")
    page.get_by_role("button", name="Today").click()
    card = page.locator(".eg-card:visible")
    expect(card).to_contain_text("Ask your line manager to speak to the other professional")
    expect(card).to_contain_text("Thursday 24 December 2026")
    assert someone.other_origins() == []


def without_webassembly(route: Route) -> None:
    """Workers get no page scripts, so the worker itself is served without."""
    body = route.fetch().text()
    route.fulfill(body=f"delete self.WebAssembly;\n{body}", content_type="text/javascript")


def missing(route: Route) -> None:
    route.fulfill(status=404, body="gone")


def cut_short(route: Route) -> None:
    response = route.fetch()
    body = response.body()
    route.fulfill(body=body[: len(body) // 2], content_type=response.headers["content-type"])


@pytest.mark.parametrize(
    ("broken", "how"),
    [
        ("worker*.js", without_webassembly),
        ("python-*", missing),
        pytest.param("pyodide.asm.wasm", cut_short, marks=pytest.mark.thorough),
        *(pytest.param(each, missing, marks=pytest.mark.thorough) for each in ("pyodide.mjs", "worker-*")),
        pytest.param("pyodide.asm.wasm", missing, marks=pytest.mark.thorough),
        pytest.param("python-*", cut_short, marks=pytest.mark.thorough),
    ],
)
def test_with_a_broken_engine_the_page_stays_whole(
    browser: Browser, site: str, broken: str, how: Callable[[Route], None]
) -> None:
    with reader(browser, site, viewport=PHONE, timezone_id="Europe/London") as someone:
        if how is without_webassembly:
            someone.page.add_init_script("delete window.WebAssembly")
        someone.page.route(f"**/{broken}", how)
        still_whole(someone)
