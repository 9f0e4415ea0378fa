"""Nothing that is answered or typed leaves the page: not in a request, an address, a log or lasting storage."""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.site import Reader, reader
from tests.test_journey import PHONE, TODAY, choose, dates_ready, engine_ready

SECRET = "Marigold-7731"
DAYS = r"2026[-/.]?12[-/.]?(18|21)|(18|21)(st|th)?[^a-z0-9]{0,3}dec|Marigold|(?<![0-9a-f])7731(?![0-9a-f])"
LASTING = """async () => {
  const names = await caches.keys();
  const urls = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((each) => each.url)));
  return {
    local: { ...localStorage }, cookie: document.cookie, databases: await indexedDB.databases(),
    caches: urls.flat(), address: location.href, title: document.title, name: window.name,
    entry: JSON.stringify(history.state),
  };
}"""
KEPT = "JSON.stringify({ ...sessionStorage })"


class Watcher:
    """Notes every request with its headers and body, and every line of the console."""

    def __init__(self, someone: Reader) -> None:
        self.page, self.noted = someone.page, list[str]()
        someone.page.context.on("request", self._request)
        someone.page.on("console", lambda message: self.noted.append(message.text))
        self.tab = someone.page.context.new_cdp_session(someone.page)

    def _request(self, request: Request) -> None:
        self.noted += [request.url, json.dumps(request.headers), request.post_data or ""]

    def leaks(self) -> list[str]:
        """What says a day or a typed word, in all that lasts or leaves."""
        lasting = self.page.evaluate(LASTING)
        assert (lasting["local"], lasting["cookie"], lasting["databases"]) == ({}, "", [])
        assert lasting["name"] == ""
        entries = self.tab.send("Page.getNavigationHistory")["entries"]
        told = [*self.noted, json.dumps(lasting), *(f"{each['url']} {each['title']}" for each in entries)]
        return [text for text in told if re.search(DAYS, text, re.I)]


with_the_engine = pytest.mark.parametrize("worried", [True], indirect=True, ids=["engine"])


@pytest.fixture
def worried(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Somebody on a shared computer, on Tuesday 22 December 2026; with an engine where it is asked for."""
    engine = getattr(request, "param", False)
    with reader(browser, site, engine=engine, viewport=PHONE, timezone_id="Europe/London") as someone:
        someone.page.clock.set_fixed_time(TODAY)
        yield someone
        assert someone.other_origins() == []


def to_two_days(someone: Reader, ready: Callable[[Page], None] = dates_ready) -> Page:
    """To a step that two days led to, the first of them typed."""
    page = someone.page
    someone.open("/sefton/what-now/")
    ready(page)
    for words in ("No", "None of these", "Step 1", "It was not agreed"):
        choose(page, words)
    for name, typed in (("day", SECRET), ("month", "dec"), ("year", "2026")):
        page.locator(f"#date [name={name}]").fill(typed)
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("[data-errors]")).to_be_visible()
    page.locator("#date [name=day]").fill("18")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("h1:visible")).to_have_text("When did Step 1 end?")
    page.get_by_role("button", name="Yesterday").click()
    expect(page.locator(".eg-card:visible")).to_contain_text("December 2026")
    return page


def type_everywhere(page: Page) -> None:
    """Fills the record and whatever else on the page can be typed into."""
    for button in page.locator("[data-take=record]:visible").all():
        button.click()
    for field in page.locator("textarea:visible:not([readonly]), input[type=text]:visible").all():
        field.fill(f"{SECRET} & <b>Child</b>")


def nothing_kept(page: Page) -> None:
    assert not re.search(DAYS, page.evaluate(KEPT), re.I)
    assert "not_agreed" not in page.evaluate(KEPT)


@with_the_engine
def test_nothing_typed_leaves_or_lasts(worried: Reader) -> None:
    watcher = Watcher(worried)
    page = to_two_days(worried, engine_ready)
    type_everywhere(page)
    assert SECRET not in page.evaluate(KEPT)  # what is typed into the record outlives no reload
    assert watcher.leaks() == []
    page.locator("[data-change=ended_on]:visible").click()
    expect(page.locator("h1:visible")).to_have_text("When did Step 1 end?")
    page.go_back()
    page.reload()
    engine_ready(page)
    expect(page.locator(".eg-answers:visible")).to_contain_text("Friday 18 December 2026")
    assert SECRET not in page.content()
    page.goto(f"{worried.site}/sefton/procedure/")
    assert watcher.leaks() == []
    assert len(watcher.noted) > 20


@with_the_engine
def test_no_request_says_which_answers_were_given(worried: Reader) -> None:
    """Once the engine is there, nothing that is pressed fetches anything."""
    page = to_two_days(worried, engine_ready)
    before = len(worried.requests)
    page.locator("[data-change=result]:visible").click()
    choose(page, "It is still going on")
    page.go_back()
    expect(page.locator("h1:visible")).to_have_text("What happened at Step 1?")
    page.locator("[data-restart]:visible").click()
    expect(page.locator("h1:visible")).to_have_text("Is a child in immediate danger?")
    assert worried.requests[before:] == []


def test_start_again_and_a_new_visit_begin_empty(worried: Reader) -> None:
    page = to_two_days(worried)
    page.locator("[data-restart]:visible").click()
    expect(page.locator("h1:visible")).to_have_text("Is a child in immediate danger?")
    nothing_kept(page)
    page.go_back()
    expect(page.locator("h1:visible")).to_be_focused()
    assert not re.search(DAYS, page.locator(".eg-state:visible").inner_text(), re.I)
    assert not re.search(DAYS, page.evaluate(KEPT), re.I)
    to_two_days(worried)
    page.goto(f"{worried.site}/sefton/")
    page.goto(f"{worried.site}/sefton/what-now/#professionals-not_agreed")
    dates_ready(page)
    assert "18 December" not in page.locator("body").inner_text()
    assert not re.search(DAYS, page.evaluate(KEPT), re.I)


def test_another_tab_begins_empty_and_a_duplicate_is_a_copy(worried: Reader) -> None:
    """A browser copies the tab's storage to a window that the page opens, and with a duplicated tab."""
    page = to_two_days(worried)
    with page.expect_popup() as opened:
        page.evaluate("() => { window.open(location.href.split('#')[0]); }")
    other = opened.value
    dates_ready(other)
    expect(other.locator("h1:visible")).to_have_text("Is a child in immediate danger?")
    nothing_kept(other)
    with page.expect_popup() as opened:
        page.evaluate("() => { window.open('about:blank'); }")
    copy, state = opened.value, page.evaluate("history.state")
    copy.clock.set_fixed_time(TODAY)
    copy.goto(page.url.split("#")[0] + "what/")  # a page of the same site, where the storage is
    copy.evaluate("([state, url]) => history.replaceState(state, '', url)", [state, page.url])
    copy.reload()
    dates_ready(copy)
    expect(copy.locator(".eg-answers:visible")).to_contain_text("Friday 18 December 2026")
    copy.locator("[data-restart]:visible").click()
    expect(copy.locator("h1:visible")).to_have_text("Is a child in immediate danger?")
    page.reload()
    dates_ready(page)
    expect(page.locator(".eg-answers:visible")).to_contain_text("Friday 18 December 2026")  # a tab of its own
