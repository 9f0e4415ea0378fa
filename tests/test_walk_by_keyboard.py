"""Each policy's way to its next step with Tab, Enter and typing alone; the focus is seen at every stop."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from helper.decide import Question, decide
from helper.policy import Policy
from macros.proof.graph import Graph, Node, states_of
from tests.conftest import policy
from tests.site import Reader, reader
from tests.test_journey import PHONE, TODAY, dates_ready, engine_ready

pytestmark = pytest.mark.thorough

REAL = ["sefton", "barnet", "bedfordshire", "berkshire-west", "general-guide"]
MADE_UP = ["manyford", "longwater", "glenmore"]
TODAYS_DAY = date(2026, 12, 22)
YESTERDAY, TYPED_DAY = ("21", "december", "2026"), "2026-12-21"
STOP = """() => {
  const stop = document.activeElement, box = stop.getClientRects()[0] ?? stop.getBoundingClientRect();
  const header = document.querySelector(".eg-header");
  const covers = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const style = getComputedStyle(stop);
  const words = stop.innerText || stop.labels?.[0]?.innerText || stop.getAttribute("aria-label") || stop.localName;
  return {
    name: words.replace(/\\s+/g, " ").trim(), body: stop === document.body,
    left: box.left + scrollX, top: box.top + scrollY, framed: header.contains(stop),
    seen: box.top > -1 && box.bottom < innerHeight + 1 && (stop.contains(covers) || covers?.contains(stop)),
    clear: header.contains(stop) || stop.matches(".eg-skip") || box.top < header.getBoundingClientRect().top
      || box.top >= header.getBoundingClientRect().bottom,
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


@dataclass
class Keyboard:
    """A page that is used by its keyboard."""

    page: Page

    def stop(self, key: str = "Tab") -> dict[str, Any]:
        """The next stop; it can be seen, nothing sticky hides it, and it has a ring."""
        self.page.keyboard.press(key)
        stop: dict[str, Any] = self.page.evaluate(STOP)
        if not stop["body"]:
            assert (stop["seen"], stop["clear"], stop["ringed"]) == (True, True, True), stop
        return stop

    def to(self, words: str, most: int = 60) -> None:
        """On to what begins with these words."""
        passed = []
        for _ in range(most):
            passed.append(self.stop()["name"])
            if passed[-1].startswith(words):
                return
        raise AssertionError(f"Tab never came to {words}: {passed}")

    def enter(self, words: str) -> None:
        self.to(words)
        self.page.keyboard.press("Enter")

    def all_stops(self, key: str = "Tab") -> list[str]:
        """Every stop to the end of the page."""
        return [stop["name"] for stop in self.stops(key)]

    def stops(self, key: str = "Tab") -> list[dict[str, Any]]:
        """The same with where they are."""
        found: list[dict[str, Any]] = []
        while len(found) < 200:
            stop = self.stop(key)
            if stop["body"] or (found and stop["name"] == "Skip to content"):  # begins again
                return found
            found.append(stop)
        return found


def deepest(graph: Graph) -> Node:
    """The way to a dated step that is not the first, or where there is none to the last next step."""
    steps = [node for node in graph.nodes.values() if not isinstance(node.shown, Question)]
    dated = [node for node in steps if node.shown.due and node.shown.kind == "stage"]
    return dated[min(2, len(dated) - 1)] if dated else steps[-1]


def heading(page: Page) -> str:
    return " ".join(page.locator("h1:visible").inner_text().split())


def changed(page: Page, before: str) -> str:
    """The new heading, which has the focus."""
    expect(page.locator("h1:visible")).not_to_have_text(before)
    expect(page.locator("h1:visible")).to_be_focused()
    return heading(page)


def answer(keys: Keyboard, asked: Policy, node: Node) -> None:
    """The answers that lead to a node, each by its words; the first day is typed, each further one is "Today"."""
    answers: dict[str, str] = {}
    shown, days = heading(keys.page), [str(TODAYS_DAY), TYPED_DAY]
    while isinstance(question := decide(asked, answers, TODAYS_DAY), Question):
        if question.kind == "date":
            answers[question.id] = days.pop() if len(days) > 1 else days[0]
            give_day(keys, typed=answers[question.id] == TYPED_DAY)
        else:
            answers[question.id] = value = node.answers.get(question.id, "unknown")
            keys.enter(next(option.text for option in question.options if option.value == value))
        shown = changed(keys.page, shown)


def give_day(keys: Keyboard, *, typed: bool) -> None:
    """A time that is asked for is not known."""
    if typed:
        keys.to("Day")
        for part, next_ in zip(YESTERDAY, ("Month", "Year", ""), strict=True):
            keys.page.keyboard.type(part)
            if next_:
                keys.to(next_, most=1)
        keys.page.keyboard.press("Enter")
        return
    keys.enter("Today")
    if keys.page.locator("#date [name=time]:visible").count():
        keys.enter("Continue")


def walk(someone: Reader, asked: Policy) -> Keyboard:
    """From the helper's start to the next step."""
    graph, keys = states_of(asked), Keyboard(someone.page)
    someone.open(f"/{asked.id}/what-now/")
    engine_ready(someone.page)
    node = deepest(graph)
    answer(keys, asked, node)
    expect(someone.page.locator(".eg-card:visible")).to_be_visible()
    if getattr(node.shown, "due", ()):
        expect(someone.page.locator(".eg-card:visible")).to_contain_text(re.compile("20(26|27)"))
    return keys


@pytest.fixture
def typist(browser: Browser) -> Iterator[Callable[[str], Reader]]:
    """Somebody without a mouse, on Tuesday 22 December 2026; given the address of a site."""
    opened = []

    def at(site: str) -> Reader:
        opened.append(reader(browser, site, viewport=PHONE, timezone_id="Europe/London"))
        someone = opened[0].__enter__()
        someone.page.clock.set_fixed_time(TODAY)
        return someone

    yield at
    for each in opened:
        each.__exit__(None, None, None)


@pytest.mark.parametrize(
    "id_", [REAL[0], *(pytest.param(id_, marks=pytest.mark.thorough) for id_ in REAL[1:])]
)
def test_a_real_policy_by_keyboard(typist: Callable[[str], Reader], site: str, id_: str) -> None:
    keys = walk(typist(site), policy(id_))
    there = keys.all_stops()
    assert any(name.startswith("Change") for name in there)
    assert "Start again" in there
    back = keys.all_stops("Shift+Tab")
    assert back[-1] in ("Skip to content", "Call 999 now")
    assert any(name.startswith("Quick exit") for name in back)


@pytest.mark.parametrize(
    "id_", [MADE_UP[0], *(pytest.param(id_, marks=pytest.mark.thorough) for id_ in MADE_UP[1:])]
)
def test_a_made_up_policy_by_keyboard(typist: Callable[[str], Reader], made_up: str, id_: str) -> None:
    assert "Start again" in walk(typist(made_up), policy(id_)).all_stops()


def test_an_error_by_keyboard(typist: Callable[[str], Reader], site: str) -> None:
    """The summary takes the focus, its link leads to the field, and the day can be put right there."""
    someone = typist(site)
    page, keys = someone.page, Keyboard(someone.page)
    someone.open("/sefton/what-now/#professionals-waiting")
    dates_ready(page)
    keys.enter("let us work it out")
    expect(page.locator("h1:visible")).to_be_focused()
    keys.enter("Continue")
    expect(page.locator("[data-errors]")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: When did Step 1 begin"))
    keys.enter("Step 1 began")
    expect(page.locator("#date [name=day]")).to_be_focused()
    page.keyboard.type("21 12 2026")
    page.keyboard.press("Enter")
    expect(page.locator(".eg-card:visible")).to_contain_text("Wednesday 23 December 2026")
    expect(page.locator("h1:visible")).to_be_focused()


def test_quick_exit_is_reached_before_the_page(typist: Callable[[str], Reader], site: str) -> None:
    someone = typist(site)
    someone.open("/sefton/")
    keys = Keyboard(someone.page)
    names = [keys.stop()["name"] for _ in range(8)]
    assert any(name.startswith("Quick exit") for name in names)
    assert not [name for name in names[: 2 + names.index("Escalation Guide")] if name.startswith("Change")]


def out_of_order(stops: list[dict[str, Any]]) -> list[str]:
    """What comes after something that it is seen above, in the same column or in one before it."""
    below = [stop for stop in stops if not stop["framed"]]
    return [
        f"{after['name']} after {before['name']}"
        for before, after in pairwise(below)
        if after["top"] < before["top"] - 8 and after["left"] <= before["left"] + 8
    ]


def read_through(keys: Keyboard) -> None:
    """All stops from the first to the last, which lets one out; then at the top again."""
    stops = keys.stops()
    assert len(stops) > 5
    assert out_of_order(stops) == []
    keys.page.evaluate("scrollTo(0, 0)")


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desktop"])
def test_from_the_home_page_to_a_date_and_back(browser: Browser, site: str, viewport: dict[str, int]) -> None:
    """In the dark: every stop of every page on the way is seen and in the order in which it is seen."""
    options = {"viewport": viewport, "color_scheme": "dark", "timezone_id": "Europe/London"}
    with reader(browser, site, **options) as someone:
        page, keys = someone.page, Keyboard(someone.page)
        page.clock.set_fixed_time(TODAY)
        someone.open("/")
        read_through(keys)
        keys.enter("What do I do now?")
        expect(page).to_have_url(re.compile("/what-now/$"))
        read_through(keys)
        keys.enter("Sefton")
        expect(page).to_have_url(re.compile("/sefton/what-now/"))
        engine_ready(page)
        shown = heading(page)
        for words in ("No", "None of these", "Step 1", "It is still going on", "Yesterday"):
            read_through(keys)
            keys.enter(words)
            shown = changed(page, shown)
        expect(page.locator(".eg-card:visible")).to_contain_text("Wednesday 23 December 2026")
        read_through(keys)
        while page.url != f"{site}/":
            before = page.url
            keys.enter("Back")
            expect(page).not_to_have_url(before)
