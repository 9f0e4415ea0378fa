"""Links, Back, Change, every answer and the browser's Back and Forward, from every state."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from helper.decide import Question, decide
from helper.policy import Policy
from helper.step import NextStep
from macros.proof.graph import Graph, Node, states_of
from tests.conftest import ROOT, policy
from tests.site import Reader, reader
from tests.test_journey import PHONE, TODAY, dates_ready, engine_ready

pytestmark = pytest.mark.thorough

REPLAY = (ROOT / "tests" / "replay.js").read_text("utf-8")
DAY = date(2026, 12, 22)
IDS = ("sefton", "barnet")
SEED = 20261122


@dataclass(frozen=True)
class Place:
    """A state, and what is seen there."""

    state: str
    heading: str = ""
    answers: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Move:
    """What is pressed, and where it leads."""

    how: str
    selector: str
    to: Place


@dataclass(frozen=True)
class Visit:
    """A state and all that can be pressed there."""

    here: Place
    moves: list[Move]


def place(shown: Question | NextStep) -> Place:
    heading = shown.text if isinstance(shown, Question) else ""
    return Place(shown.state, heading.replace("'", "’"), [each.text for each in shown.answers])


def moves(asked: Policy, graph: Graph, node: Node, *, live: bool) -> Iterator[Move]:
    """Every Change link, Back, and every answer. live: the engine is there, and asks for days."""
    given = node.shown.answers
    for each in given:
        to = place(graph.nodes[each.change].shown)
        so_far = [other.text for other in given[: given.index(each)]]
        to = Place(to.state, to.heading, so_far)
        yield Move(f"change {each.id}", f'[data-change="{each.id}"]', to)
        if each is given[-1]:
            yield Move("back", ".eg-back [data-back]", to)
    if isinstance(node.shown, Question):
        for option in node.shown.options:
            answers = {**node.answers, node.shown.id: option.value}
            to = place(decide(asked, answers, DAY) if live else as_the_page_has_it(asked, graph, answers))
            yield Move(f"answer {option.value}", f'.eg-answer[data-value="{option.value}"]', to)


def as_the_page_has_it(asked: Policy, graph: Graph, answers: dict[str, str]) -> Question | NextStep:
    """Of a state that more than one way leads to the page lists the answers of its own way alone."""
    shown = decide(asked, answers, None)
    listed = {each.id for each in graph.nodes[shown.state].shown.answers}
    return replace(shown, answers=tuple(each for each in shown.answers if each.id in listed))


def visits(asked: Policy, *, live: bool, most: int | None = None) -> list[Visit]:
    graph = states_of(asked)
    nodes = list(graph.nodes.values())
    some = random.Random(SEED).sample(nodes, most) if most else nodes
    return [Visit(place(node.shown), list(moves(asked, graph, node, live=live))) for node in some]


@contextmanager
def helper(browser: Browser, site: str, id_: str, *, live: bool) -> Iterator[Reader]:
    """The helper with its engine, or as it is before anything but the page has come."""
    with reader(browser, site, viewport=PHONE, timezone_id="Europe/London") as someone:
        someone.page.clock.set_fixed_time(TODAY)
        for part in () if live else ("engine", "dates"):
            someone.page.route(f"**/assets/{part}/**", lambda route: route.abort())
        someone.open(f"/{id_}/what-now/")
        if live:
            engine_ready(someone.page)
        else:
            someone.page.locator(".eg-helper[data-engine-state=failed]").wait_for()
        yield someone


def expected(visit: Visit) -> Iterator[tuple[str, Place]]:
    yield "link", visit.here
    for move in visit.moves:
        yield from ((move.how, move.to), (f"{move.how}, back", visit.here))
    yield from (("forward", visit.moves[-1].to), ("forward, back", visit.here))


def differences(page: Page, all_: list[Visit]) -> list[str]:
    """Where the page does not show what the engine in CPython says, or does not say it aloud."""
    found: list[dict[str, Any]] = page.evaluate(REPLAY, [asdict(visit) for visit in all_])
    wanted = [(visit.here.state, how, to) for visit in all_ for how, to in expected(visit)]
    assert len(found) == len(wanted)
    return [
        f"{state}, {how}: {seen}"
        for seen, (state, how, to) in zip(found, wanted, strict=True)
        if not as_wanted(seen, to)
    ]


def as_wanted(seen: dict[str, Any], to: Place) -> bool:
    named = seen["title"].removesuffix(" – Escalation Guide")
    return (
        seen["answers"] == to.answers
        and seen["heading"] == (to.heading or seen["heading"])
        and named != seen["title"]
        and named in seen["heading"]
        and seen["focused"]
    )


@pytest.mark.parametrize("id_", IDS)
@pytest.mark.parametrize("live", [False, True], ids=["before the engine", "with the engine"])
def test_from_some_states(browser: Browser, site: str, id_: str, live: bool) -> None:
    with helper(browser, site, id_, live=live) as someone:
        assert differences(someone.page, visits(policy(id_), live=live, most=4)) == []


@pytest.mark.thorough
@pytest.mark.parametrize("id_", IDS)
@pytest.mark.parametrize("live", [False, True], ids=["before the engine", "with the engine"])
def test_from_every_state(browser: Browser, site: str, id_: str, live: bool) -> None:
    with helper(browser, site, id_, live=live) as someone:
        assert differences(someone.page, visits(policy(id_), live=live)) == []


def seen(page: Page) -> tuple[str, list[str]]:
    """The heading and the answers that are shown."""
    heading = " ".join(page.locator("h1:visible").inner_text().split())
    return heading, page.locator(".eg-answers dd > span:visible").all_inner_texts()


def dated_states(asked: Policy) -> list[str]:
    """The steps before which a day is asked for."""
    nodes = states_of(asked).nodes
    asks = {state: decide(asked, node.answers, DAY) for state, node in nodes.items()}
    steps = [state for state, node in nodes.items() if not isinstance(node.shown, Question)]
    return [state for state in steps if getattr(asks[state], "kind", "") == "date"]


def give_every_day(page: Page) -> None:
    """Today to each question for a day, until the next step is there."""
    while page.locator("#date:visible").count():
        heading = page.locator("h1:visible").inner_text()
        page.locator("#date [data-near=today]").click()
        expect(page.locator("h1:visible")).not_to_have_text(heading)


def replay_days(page: Page, state: str) -> None:
    """A dated step, each of its Change links and Back again, then the same after a reload."""
    page.locator("[data-date-wanted]:visible").click()
    page.locator("#date").wait_for()
    give_every_day(page)
    before = seen(page)
    assert any("2026" in text for text in before[1]), state
    for number in range(len(before[1])):
        page.locator("[data-change]:visible").nth(number).click()
        expect(page.locator(".eg-answers dd > span:visible")).to_have_count(number)
        assert seen(page)[1] == before[1][:number], state
        page.go_back()
        expect(page.locator(".eg-answers dd > span:visible")).to_have_count(len(before[1]))
        assert seen(page) == before, state
    page.reload()
    dates_ready(page)
    assert seen(page) == before, state


@pytest.mark.parametrize("id_", IDS)
def test_days_come_back_with_back_and_with_a_reload(browser: Browser, site: str, id_: str) -> None:
    state = random.Random(SEED).choice(dated_states(policy(id_)))
    with helper(browser, site, id_, live=True) as someone:
        replay_from(someone, id_, state)


@pytest.mark.thorough
@pytest.mark.parametrize("id_", IDS)
def test_days_come_back_in_every_dated_step(browser: Browser, site: str, id_: str) -> None:
    with helper(browser, site, id_, live=True) as someone:
        someone.page.route("**/assets/engine/**", lambda route: route.abort())  # the table is quicker
        for state in dated_states(policy(id_)):
            replay_from(someone, id_, state)


def replay_from(someone: Reader, id_: str, state: str) -> None:
    someone.page.goto("about:blank")  # a new visit, not another place of the page that is open
    someone.open(f"/{id_}/what-now/#{state}")
    dates_ready(someone.page)
    replay_days(someone.page, state)


@pytest.mark.thorough
@pytest.mark.parametrize("id_", IDS)
def test_every_state_is_the_same_after_a_reload(browser: Browser, site: str, id_: str) -> None:
    with helper(browser, site, id_, live=False) as someone:
        page = someone.page
        for state in states_of(policy(id_)).nodes:
            someone.page.goto("about:blank")
            someone.open(f"/{id_}/what-now/#{state}")
            before = seen(page)
            page.reload()
            assert seen(page) == before, state
