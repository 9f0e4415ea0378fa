"""The dates come with the page: long before the engine, without it, and no worse when it arrives."""

import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from helper.dates import in_words
from helper.decide import Question, decide
from helper.fixed_words import Silent, Unit
from helper.policy import Policy
from helper.step import NextStep
from macros.proof.graph import Node, states_of
from tests.conftest import policy
from tests.site import Reader, reader
from tests.tables import look_up
from tests.test_journey import PHONE, TODAY, choose, engine_ready, give_date
from tests.test_weight import MOVES

DAY = date(2026, 12, 22)
SEED = 20261122
CARD, STATE = ".eg-card:visible", ".eg-state:visible"
TO_STEP_2 = ("No", "None of these", "Step 1", "It was not agreed")
NO_HOURS, NO_FAR = "We cannot count hours or far dates.", "We cannot count far dates."
TO_STAGE_3 = ("No", "None of these", "None of these", "Stage 2", "It was not agreed")
FOUND = "When you have found the day, give it here."
UNDATED = "scenario-a-new-colleague-takes-over-a-concern-and"
READY = "Dates can be worked out now."
NO_DATES = "No dates just now. The steps work."
SIGN_IN = "<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>"
Wrong = Callable[[Route], None]


def blocked(route: Route) -> None:
    route.abort()


def missing(route: Route) -> None:
    route.fulfill(status=404, body="There is nothing here.")


def cut_short(route: Route) -> None:
    body = route.fetch().body()
    route.fulfill(body=body[: len(body) // 2], content_type="application/json")


def a_page_instead(route: Route) -> None:
    route.fulfill(body=SIGN_IN, content_type="text/html")


def another_json(route: Route) -> None:
    route.fulfill(body='{"error": "try again"}', content_type="application/json")


@contextmanager
def practitioner(
    browser: Browser, site: str, *, engine: Wrong | None = None, table: Wrong | None = None
) -> Iterator[Reader]:
    """Somebody with a phone on Tuesday 22 December 2026, and what is wrong with the two."""
    with reader(browser, site, viewport=PHONE, timezone_id="Europe/London") as someone:
        someone.page.clock.set_fixed_time(TODAY)
        for part, wrong in (("engine", engine), ("dates", table)):
            if wrong:
                someone.page.route(f"**/assets/{part}/**", wrong)
        yield someone
        assert someone.other_origins() == []
        assert [each for each in someone.problems if "Failed to load resource" not in each] == []


def table_is(page: Page, state: str) -> None:
    page.locator(f".eg-helper[data-dates-state={state}]").wait_for()


def engine_failed(page: Page) -> None:
    page.locator(".eg-helper[data-engine-state=failed]").wait_for()


def press(page: Page, name: str) -> None:
    """Presses a button of the form for a day, until the next section is there."""
    before = page.locator("h1:visible").inner_text()
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator("h1:visible")).not_to_have_text(before)


def seen(page: Page) -> tuple[str, list[str]]:
    """The section that is shown, and the answers in it."""
    words = " ".join(page.locator(STATE).inner_text().split())
    return words, page.locator(".eg-answers dd > span:visible").all_inner_texts()


# Without the engine


def test_a_whole_journey_in_sefton(browser: Browser, site: str) -> None:
    """Step 1 began on Friday 18 December; with Step 2 it may take 4 working days: until Christmas Eve."""
    with practitioner(browser, site, engine=blocked) as someone:
        page = someone.page
        someone.open("/sefton/what-now/")
        engine_failed(page)
        expect(page.locator(".eg-status")).to_have_text("")
        for words in TO_STEP_2:
            choose(page, words)
        expect(page.locator("h1:visible")).to_have_text("When did Step 1 begin?")
        for typed, said in (
            (("31", "12", "2026"), "Step 1 began: give today or a day in the past."),
            (("31", "11", "2026"), "‘31 11 2026’ is not a real date."),
            (("", "", ""), "Write a day, a month and a year"),
        ):
            give_date(page, *typed)
            expect(page.locator(".eg-errors:visible")).to_contain_text(said)
            expect(page.locator(".eg-errors:visible")).to_be_focused()
        give_date(page, "18", "dec", "2026")
        expect(page.locator("h1:visible")).to_have_text("When did Step 1 end?")
        press(page, "Today")
        dated_in_sefton(page)
        back_and_change(page)
        page.reload()
        engine_failed(page)
        dated_in_sefton(page)
        expect(page.locator(".eg-status")).to_have_text("")


@pytest.mark.parametrize("year", [2028, 2031])
def test_a_step_past_the_bank_holidays_says_why_it_has_no_date(
    browser: Browser, site: str, year: int
) -> None:
    """Nobody has asked for a day, so that only the step itself can say it."""
    with practitioner(browser, site, engine=blocked) as someone:
        page = someone.page
        page.clock.set_fixed_time(f"{year}-12-29T10:00:00")
        someone.open("/sefton/what-now/")
        engine_failed(page)
        expect(page.locator(".eg-status")).to_have_text("")
        for words in ("No", "None of these", "I have not raised it yet"):
            choose(page, words)
        expect(page.locator(CARD)).to_contain_text("2 working days")
        expect(page.locator(".eg-status")).to_have_text(NO_FAR)
        page.locator(".eg-back:visible a").click()
        expect(page.locator(".eg-status")).to_have_text("")


def test_limits_in_hours_are_named_wherever_a_policy_has_them() -> None:
    """One stage in hours is enough; the table has dates for the others."""
    whole = policy("plainshire")
    first, *others = whole.ladder
    assert not isinstance(first.timescales, Silent)
    in_hours = replace(first, timescales=(replace(first.timescales[0], unit=Unit.HOURS, amount=24),))
    asked = replace(whole, stages=(in_hours, *others))
    assert look_up(whole, [], "has_all.mjs") == [True]
    assert look_up(asked, [], "has_all.mjs") == [False]


@pytest.mark.parametrize(
    ("priority", "said"),
    [
        ("Priority 2", "The limits here are for every priority. Yours is Priority 2."),
        ("I do not know", None),
    ],
)
def test_limits_of_another_priority_do_not_look_like_mine(
    browser: Browser, made_up: str, priority: str, said: str | None
) -> None:
    """Where the table has no answer, the page shows what it has for everybody."""
    with practitioner(browser, made_up, engine=blocked) as someone:
        page = someone.page
        page.clock.set_fixed_time("2031-12-29T10:00:00")
        someone.open("/longwater/what-now/")
        engine_failed(page)
        for words in (*TO_STAGE_3, priority):
            choose(page, words)
        mine = page.locator("[data-own=priority]:visible")
        expect(mine).to_have_text([said] if said else [])


def dated_in_sefton(page: Page) -> None:
    """The date, how it was counted, and the dates of the ladder."""
    expect(page.locator(CARD)).to_contain_text("Thursday 24 December 2026")
    days = page.locator(".eg-count:visible").first.locator("li")
    expect(days.nth(0)).to_have_text(re.compile("Fri\\s+18\\s+Dec\\s+Day 0"))
    expect(days.nth(1)).to_have_text(re.compile("Sat\\s+19\\s+Dec\\s+Not counted\\s+Weekend"))
    expect(days.nth(-1)).to_have_text(re.compile("Thu\\s+24\\s+Dec\\s+Day 4\\s+Step 2 limit"))
    ladder = page.locator(".eg-ladder:visible")
    expect(ladder.locator("[aria-current=step]")).to_contain_text("Thu 24 Dec 2026")
    expect(ladder).to_contain_text("Wed 30 Dec 2026")
    expect(page.locator("[data-date-wanted]:visible")).to_have_count(0)


def back_and_change(page: Page) -> None:
    """Back puts the last question again with its day in the boxes; Change leaves the days that still hold."""
    before = seen(page)
    page.locator(".eg-back:visible a").click()
    expect(page.locator("h1:visible")).to_have_text("When did Step 1 end?")
    assert [page.locator(f"#date [name={name}]").input_value() for name in ("day", "month", "year")] == [
        "22",
        "12",
        "2026",
    ]
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(CARD)).to_be_visible()
    page.locator("[data-change=result]:visible").click()
    choose(page, "It is still going on")
    expect(page.locator(".eg-answers:visible")).to_contain_text("Friday 18 December 2026")
    page.locator("[data-change=result]:visible").click()
    choose(page, "It was not agreed")
    expect(page.locator(CARD)).to_be_visible()
    assert seen(page) == before


def test_the_same_working_day_in_barnet(browser: Browser, site: str) -> None:
    with practitioner(browser, site, engine=blocked) as someone:
        page = someone.page
        someone.open("/barnet/what-now/")
        table_is(page, "ready")
        for words in ("No", "Stage 1", "It was not agreed"):
            choose(page, words)
        press(page, "Today")
        expect(page.locator(CARD)).to_contain_text("Tuesday 22 December 2026, before your offices close.")
        expect(page.locator(CARD)).to_contain_text("Thursday 31 December 2026")


def test_an_exercise_is_dated_on_its_own_day(browser: Browser, site: str) -> None:
    with practitioner(browser, site, engine=blocked) as someone:
        someone.open("/sefton/what-now/#scenario-the-line-managers-gave-up-early-on-christmas")
        expect(someone.page.locator(CARD)).to_contain_text("Wednesday 30 December 2026")


def test_a_day_that_was_not_known_can_be_given_when_it_is_found(browser: Browser, site: str) -> None:
    """The link leads to the first of them, and no longer promises what cannot be worked out."""
    with practitioner(browser, site, engine=blocked) as someone:
        page = someone.page
        someone.open("/sefton/what-now/")
        table_is(page, "ready")
        for words in ("No", "None of these", "Step 4", "It is still going on"):
            choose(page, words)
        for asked in ("When did Step 1 begin?", "When did Step 3 end?"):
            expect(page.locator("h1:visible")).to_have_text(asked)
            press(page, "I do not know")
        choose(page, "I do not know")
        expect(page.locator(".eg-undated:visible")).to_contain_text(FOUND, use_inner_text=True)
        page.locator("[data-date-wanted]:visible").click()
        expect(page.locator("h1:visible")).to_have_text("When did Step 1 begin?")


def test_an_exercise_without_a_day_promises_none(browser: Browser, site: str) -> None:
    with practitioner(browser, site, engine=blocked) as someone:
        page = someone.page
        someone.open(f"/sefton/what-now/#{UNDATED}")
        engine_failed(page)
        expect(page.locator(".eg-undated:visible")).to_contain_text(FOUND, use_inner_text=True)
        assert "Dates can be worked out now." not in page.locator(".eg-status").inner_text()


# Something else is wrong


@pytest.mark.parametrize(
    "wrong",
    [
        missing,
        *(
            pytest.param(each, marks=pytest.mark.thorough)
            for each in (cut_short, another_json, a_page_instead)
        ),
    ],
    ids=lambda wrong: wrong.__name__,
)
def test_without_the_table_the_engine_answers(browser: Browser, site: str, wrong: Wrong) -> None:
    with practitioner(browser, site, table=wrong) as someone:
        page = someone.page
        someone.open("/sefton/what-now/#professionals-waiting")
        engine_ready(page)
        page.locator("[data-date-wanted]:visible").click()
        press(page, "Yesterday")
        expect(page.locator(CARD)).to_contain_text("Wednesday 23 December 2026")


@pytest.mark.parametrize(
    "wrong", [missing, cut_short, a_page_instead, another_json], ids=lambda wrong: wrong.__name__
)
def test_without_either_the_step_is_there_and_one_line_says_so(
    browser: Browser, site: str, wrong: Wrong
) -> None:
    with practitioner(browser, site, engine=blocked, table=wrong) as someone:
        page = someone.page
        someone.open("/sefton/what-now/")
        engine_failed(page)
        expect(page.locator(".eg-status")).to_have_text(NO_DATES)
        for words in TO_STEP_2:
            choose(page, words)
        expect(page.locator(CARD)).to_contain_text("Ask your line manager to speak to the other professional")
        expect(page.locator(CARD)).to_contain_text("2 working days")
        expect(page.locator(".eg-undated:visible")).to_have_text(
            "This is the limit in words. For its date, count it on a calendar.", use_inner_text=True
        )
        assert not re.search(r"20\d\d", page.locator(CARD).inner_text())


@pytest.mark.parametrize("table", [None, missing], ids=["with the table", "without either"])
def test_the_line_that_says_so_moves_nothing(browser: Browser, site: str, table: Wrong | None) -> None:
    """It fits into the one line that is kept for it, also on a narrow phone, and also after a reload."""
    with practitioner(browser, site, engine=blocked, table=table) as someone:
        page = someone.page
        page.set_viewport_size({"width": 360, "height": 740})
        page.add_init_script(MOVES)
        someone.open("/sefton/what-now/#professionals-waiting")
        for _ in range(2):
            engine_failed(page)
            expect(page.locator(".eg-status")).to_have_text(NO_DATES if table else READY)
            assert page.evaluate("moved") == []
            page.reload()


# The engine arrives


@contextmanager
def late_engine(browser: Browser, site: str) -> Iterator[tuple[Reader, Callable[[], None]]]:
    """The engine's Python does not come before the second one of these is called; then it is awaited."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with practitioner(browser, site) as someone:
        someone.page.route("**/assets/engine/python-*", hold)

        def arrive() -> None:
            while not held:
                someone.page.wait_for_timeout(50)
            held[0].continue_()
            engine_ready(someone.page)

        yield someone, arrive


def test_what_somebody_types_stays_when_the_engine_arrives(browser: Browser, site: str) -> None:
    with late_engine(browser, site) as (someone, arrive):
        page = someone.page
        someone.open("/sefton/what-now/#professionals-waiting")
        page.locator("[data-date-wanted]:visible").click()
        page.locator("#date [name=day]").fill("21")
        page.locator("#date [name=month]").click()
        page.keyboard.type("dec")
        arrive()
        expect(page.locator("#date [name=month]")).to_be_focused()
        page.keyboard.type("ember")
        assert page.locator("#date [name=day]").input_value() == "21"
        assert page.locator("#date [name=month]").input_value() == "december"
        page.locator("#date [name=year]").fill("2026")
        page.keyboard.press("Enter")
        expect(page.locator(CARD)).to_contain_text("Wednesday 23 December 2026")


def test_nothing_moves_on_a_dated_step_when_the_engine_arrives(browser: Browser, site: str) -> None:
    with late_engine(browser, site) as (someone, arrive):
        page = someone.page
        page.add_init_script(MOVES)
        someone.open("/sefton/what-now/#professionals-waiting")
        page.locator("[data-date-wanted]:visible").click()
        press(page, "Yesterday")
        expect(page.locator(CARD)).to_contain_text("Wednesday 23 December 2026")
        change = page.locator("[data-change=raised_on]:visible")
        change.focus()
        page.wait_for_timeout(600)  # what the press moved is not counted
        before, top = seen(page), page.evaluate("scrollY")
        page.evaluate("moved.length = 0")
        arrive()
        expect(change).to_be_focused()
        assert seen(page) == before
        assert page.evaluate("[moved, scrollY]") == [[], top]


@pytest.mark.thorough
def test_what_holds_for_everybody_is_made_whole_for_my_agency(browser: Browser, made_up: str) -> None:
    with late_engine(browser, made_up) as (someone, arrive):
        page = someone.page
        someone.open("/manyford/what-now/")
        table_is(page, "ready")
        for words in ("No", "Southford", "None of these", "None of these", "Health", "Police", "Tier 1"):
            choose(page, words)
        choose(page, "It was not agreed")
        press(page, "Yesterday")
        expect(page.locator(CARD)).to_contain_text("December 2026")
        before = page.locator(CARD).locator("h1").inner_text()
        for words in ("Southford", "Health", "Police", "Monday 21 December 2026"):
            expect(page.locator(".eg-answers:visible")).to_contain_text(words)
        arrive()
        expect(page.locator(CARD)).to_contain_text("01632 960541")
        expect(page.locator(STATE)).to_contain_text(re.compile("the named nurse", re.I))
        assert "the head teacher" not in page.locator(STATE).inner_text()
        assert page.locator(CARD).locator("h1").inner_text() == before
        expect(page.locator("h1:visible")).to_be_focused()


# Every policy


def dated_nodes(asked: Policy) -> list[Node]:
    steps = [node for node in states_of(asked).nodes.values() if isinstance(node.shown, NextStep)]
    return [node for node in steps if node.shown.due]


def to_the_step(page: Page, asked: Policy, node: Node) -> NextStep | None:
    """The way by pressing, with today for each day; what the engine in CPython says.

    None where it asks the time, or where the choices have too many ways for the table.
    """
    answers: dict[str, str] = {}
    while isinstance(reply := decide(asked, answers, DAY), Question):
        if reply.clock or (reply.kind == "date" and look_up(asked, [[answers, str(DAY)]]) == [None]):
            return None
        expect(page.locator("h1:visible")).to_have_text(reply.text.replace("'", "’"))
        answers[reply.id] = str(DAY) if reply.kind == "date" else node.answers.get(reply.id, "unknown")
        if reply.kind == "date":
            press(page, "Today")
        else:
            value = answers[reply.id]
            page.locator(f'.eg-answer[data-value="{value}"]:visible').click()
    return reply


@pytest.mark.thorough
@pytest.mark.parametrize("id_", ["glenmore", "longwater", "manyford", "oldharbour", "plainshire"])
def test_the_page_shows_the_day_that_the_engine_would_say(browser: Browser, made_up: str, id_: str) -> None:
    asked, compared = policy(id_), 0
    nodes = dated_nodes(asked)
    with practitioner(browser, made_up, engine=blocked) as someone:
        for node in random.Random(SEED).sample(nodes, min(8, len(nodes))):
            someone.page.goto("about:blank")
            someone.open(f"/{id_}/what-now/")
            table_is(someone.page, "ready")
            reply = to_the_step(someone.page, asked, node)
            if reply and reply.act_by:
                compared += shows(
                    someone.page, in_words(reply.act_by).day_month, only_some=id_ == "longwater"
                )
    assert compared


def shows(page: Page, day: str, *, only_some: bool) -> bool:
    """Whether the card has the day. only_some: a ladder that runs in hours has no other day in its place."""
    page.wait_for_timeout(100 if only_some else 0)
    if only_some and not re.search(r"20\d\d", page.locator(CARD).inner_text()):
        return False
    expect(page.locator(CARD)).to_contain_text(day)
    return True
