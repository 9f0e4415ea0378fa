"""CPython, Pyodide and the page say the same; `python -m tests.differential --all` compares everything."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache

import pytest
from playwright.sync_api import Browser

from helper.asking import AnswerError
from helper.browser import load
from helper.decide import Question, decide
from helper.policy import Policy, Scenario
from helper.step import NextStep
from macros.proof.graph import states_of
from tests.conftest import ALL_POLICIES
from tests.conftest import policy as find_policy
from tests.dated import Asked, dated, narrowed, path
from tests.differential import Tally, compare, policy_json, pyodide
from tests.site import reader

EVERY = 3
ASK_THE_WORKER = """async ([policy, asked]) => {
  const base = new URL("/assets/engine/", location.href);
  const names = await (await fetch(new URL("engine.json", base))).json();
  const engine = Object.fromEntries(
    Object.entries(names).map(([part, name]) => [part, new URL(name, base).href]));
  const worker = new Worker(engine.worker, { type: "module" });
  const send = (message) => new Promise((resolve) => {
    worker.addEventListener("message", ({ data }) => resolve(data.reply), { once: true });
    worker.postMessage(message);
  });
  await send({ id: 0, engine, policy });
  const replies = [];
  for (const each of asked) replies.push(await send({ id: replies.length + 1, ...each }));
  return replies;
}"""


@cache
def sample(id_: str) -> tuple[Asked, ...]:
    """Every scenario with each question on its way, every third state with its days, and what is refused."""
    return tuple(_sample(find_policy(id_)))


def _sample(policy: Policy) -> Iterator[Asked]:
    engine = load(policy_json(policy))
    for scenario in policy.scenarios:
        for request in on_the_way(scenario):
            yield request, engine.answer(request)
    for number, (_, answers, plan) in enumerate(dated(policy, whole=False)):
        if number % EVERY == 0:
            yield from path(engine, answers, plan)
    for wrong in ({"colour": "red"}, {"immediate_danger": "maybe"}):
        request = json.dumps({"answers": wrong, "today": "2026-12-22"})
        yield request, engine.answer(request)


def on_the_way(scenario: Scenario) -> Iterator[str]:
    given = list(scenario.answers.items())
    for count in range(len(given) + 1):
        yield json.dumps({"answers": dict(given[:count]), "today": str(scenario.today)})


def test_pyodide_gives_the_same_text() -> None:
    tally = Tally()
    with pyodide() as other:
        for policy in ALL_POLICIES:
            compare(other, policy, sample(policy.id), tally)
    assert tally.differences == []
    assert tally.answers > 1000


@pytest.mark.parametrize(
    "id_",
    [
        "sefton",
        *(pytest.param(id_, marks=pytest.mark.thorough) for id_ in ("longwater", "glenmore", "manyford")),
    ],
)
def test_the_browsers_worker_gives_the_same_json(browser: Browser, site: str, id_: str) -> None:
    asked = sample(id_)[:: EVERY * 2]
    with reader(browser, site) as someone:
        someone.open("/about/")
        requests = [json.loads(request) for request, _ in asked]
        there = someone.page.evaluate(ASK_THE_WORKER, [policy_json(find_policy(id_)), requests])
    assert there == [json.loads(reply) for _, reply in asked]


@pytest.mark.parametrize("policy", ALL_POLICIES, ids=lambda each: each.id)
def test_the_page_has_a_section_for_every_reply(policy: Policy) -> None:
    """A question for a day has the name of the section to show without the engine, with its own id added."""
    sections = set(states_of(policy).nodes)
    for _, reply in sample(policy.id):
        shown = json.loads(reply)
        if shown["type"] == "question" and shown["kind"] == "date":
            assert shown["state"] not in sections
            assert shown["state"].removesuffix(f"-{shown['id']}") in sections
        elif shown["type"] != "error":
            assert shown["state"] in sections


@pytest.mark.parametrize("policy", ALL_POLICIES, ids=lambda each: each.id)
def test_a_section_holds_for_every_answer_that_only_narrows(policy: Policy) -> None:
    """The page has each question once, so only its reason may depend on area, agencies and priority."""
    visits = tuple(states_of(policy).nodes.values())
    sections = {visit.shown.state: printed(visit.shown) for visit in visits}
    for visit in visits:
        for answers in narrowed(visit, visits) if isinstance(visit.shown, Question) else ():
            with suppress(AnswerError):  # a stage of another area: the page asks for the stage again
                shown = decide(policy, answers, None)
                assert printed(shown) == sections[shown.state]


def printed(shown: Question | NextStep) -> Question | str:
    """What a section has of its own: a question without its reason and the answers, which are filled in."""
    return replace(shown, answers=(), why="") if isinstance(shown, Question) else shown.kind
