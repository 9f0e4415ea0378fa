"""The date table compared with the engine: `python -m tests.tables` a sample, with `--all` every start day.

The page's own script looks up in node what the page would show; put upon what the page says without
dates, it has to be the engine's reply, part by part.
"""

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from helper.browser import Engine
from helper.decide import Decider, Question
from helper.narrow import NOT_KNOWN as UNKNOWN
from helper.plain import to_plain
from helper.policy import Policy
from helper.working_days import day_of
from macros.date_table.clocks import RANGE
from macros.date_table.files import table_file
from macros.date_table.table import roots
from macros.node import node
from macros.proof.graph import Graph, Node, options, states_of

APART = (0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 9, 12, 14, 20, 33, 70)
"""Days between one answer and the next, and the last answer and today."""
NOT_KNOWN = 0.1
TOGETHER = 4000
Answers = dict[str, str]
Reply = dict[str, Any]


@dataclass
class Tally:
    """same, only_engine: replies by policy; differences: answers, today, what the table said, what is right."""

    same: int = 0
    only_engine: list[tuple[Answers, str]] = field(default_factory=list)
    differences: list[tuple[Answers, str, Any, Reply]] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.same} replies from the table, {len(self.differences)} differences, "
            f"{len(self.only_engine)} for the engine alone"
        )


class Pair:
    """The engine and the table of one policy."""

    def __init__(self, policy: Policy, seed: str = "") -> None:
        self.policy, self.engine = policy, Engine(Decider(policy))
        self.draw = random.Random(policy.id + seed)
        self.states = states_of(policy).nodes
        self.ways = ways(states_of(policy))

    def compare(self, starts: Iterator[date]) -> Tally:
        """For each start day, and each state that a date can follow from, one way there and to its end."""
        tally, asked = Tally(), []
        for start in starts:
            for choices in self.ways.values():
                asked += self.way(self.draw.choice(choices), start)
            if len(asked) > TOGETHER:
                self.add(tally, asked)
                asked = []
        self.add(tally, asked)
        return tally

    def way(self, choices: Answers, start: date) -> Iterator[tuple[Answers, str, Reply]]:
        """Every reply on a way from the choices to a next step, as the engine gives it."""
        answers, last = dict(choices), start
        days: list[date] = [start]
        for _ in range(self.draw.choice((1, 1, 2))):
            days.append(days[-1] + timedelta(days=self.draw.choice(APART)))
        today = (last := days[-1]) + timedelta(days=self.draw.choice(APART))
        while True:
            reply = json.loads(self.engine.answer(json.dumps({"answers": answers, "today": str(today)})))
            yield dict(answers), str(today), reply
            if reply["type"] != "question":
                return
            if reply["kind"] == "date":
                day = days.pop(0) if days else last
                answers[reply["id"]] = "unknown" if self.draw.random() < NOT_KNOWN else day.isoformat()
            else:
                answers[reply["id"]] = self.draw.choice(reply["options"])["value"]

    def add(self, tally: Tally, asked: list[tuple[Answers, str, Reply]]) -> None:
        """Looks the answers up and notes what came."""
        found = look_up(self.policy, [[answers, today] for answers, today, _ in asked])
        for (answers, today, right), said in zip(asked, found, strict=True):
            if said is None:
                tally.only_engine.append((answers, today))
            elif self.whole(said) == right:
                tally.same += 1
            else:
                tally.differences.append((answers, today, said, right))

    def whole(self, said: Reply) -> Reply:
        """What the page shows: its own section, with what the table said upon it."""
        said = {key: each for key, each in said.items() if key != "general"}
        if said["type"] == "error" or said.get("kind") == "date":
            return said
        return _upon(self.without_dates(said["state"]), said)

    @cache  # noqa: B019
    def without_dates(self, state: str) -> Reply:
        """The section of a state."""
        shown: Reply = to_plain(self.states[state].shown)
        return shown


def ways(graph: Graph) -> dict[str, list[Answers]]:
    """For each state that a date can follow from, every set of choices that leads there.

    Only those with as few answers that narrow as can be: the table says what holds for everybody. But
    it tells one priority from another, so that one is left to be drawn.
    """
    found: dict[str, list[tuple[int, Answers]]] = {state: [] for state, _ in roots(graph)}
    ahead: list[tuple[str, int, Answers]] = [("start", 0, {})]
    while ahead:
        state, narrowed, choices = ahead.pop()
        at = graph.nodes[state]
        if state in found:
            found[state].append((narrowed, {id_: choices[id_] for id_ in choices if id_ != "priority"}))
        elif isinstance(asks := at.shown, Question):
            for value in _worth_trying(at):
                less = narrowed + (asks.narrows and value != UNKNOWN)
                ahead.append((at.leads_to[value], less, {**choices, asks.id: value}))
    return {state: _least(each) for state, each in found.items()}


def _worth_trying(at: Node) -> list[str]:
    """Every answer to a question; of answers that only narrow one for each state they lead to."""
    values = [option.value for option in options(at.shown)]
    if not at.shown.narrows:
        return values
    return list({at.leads_to[value]: value for value in reversed(values)}.values())


def _least(found: list[tuple[int, Answers]]) -> list[Answers]:
    least = min(narrowed for narrowed, _ in found)
    return [choices for narrowed, choices in found if narrowed == least]


def look_up(policy: Policy, asked: list[Any], script: str = "lookup.mjs") -> list[Any]:
    """What helper/web/table.js says to each of [answers, today]; None where it says nothing."""
    runs = node()
    assert runs, "No node. Run ./dev test: it installs one."
    with TemporaryDirectory() as folder:
        table = Path(folder, "table.json")
        table.write_text(table_file(policy)[1], "utf-8")
        run = subprocess.run(
            [runs, Path(__file__).with_name(script), table],
            input=json.dumps(asked),
            capture_output=True,
            text=True,
            check=False,
        )
    assert run.returncode == 0, run.stderr[-2000:]
    replies: list[Any] = json.loads(run.stdout)
    return replies


def _upon(under: Any, over: Any) -> Any:
    if isinstance(under, dict) and isinstance(over, dict):
        return {**under, **{key: _upon(under.get(key), each) for key, each in over.items()}}
    return over


def sample(policy: Policy, count: int, seed: str = "") -> Tally:
    """A comparison for start days drawn by chance."""
    pair = Pair(policy, seed)
    return pair.compare(day_of(pair.draw.randrange(RANGE - 150)) for _ in range(count))


def main(arguments: list[str]) -> int:
    """Prints a line for each policy; 1 if there is any difference."""
    from tests.conftest import ALL_POLICIES

    wanted = [each for each in arguments if not each.startswith("-")]
    different = 0
    for policy in (each for each in ALL_POLICIES if not wanted or each.id in wanted):
        began = time.monotonic()
        every = "--all" in arguments
        tally = Pair(policy).compare(map(day_of, range(RANGE))) if every else sample(policy, 50)
        different += len(tally.differences)
        print(f"{policy.id}: {tally}, {time.monotonic() - began:.0f} s", flush=True)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
