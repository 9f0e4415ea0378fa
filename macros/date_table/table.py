"""The table of a policy: every answer with a date, to be looked up in the page without Python."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from helper.asking import TOO_EARLY
from helper.calendar import COUNTED, NOT_COUNTED
from helper.dates import MONTHS, NOT_REAL, NOTES, UNREAD, WEEKDAYS, words
from helper.decide import Question
from helper.policy import Policy
from helper.step import NextStep
from helper.working_days import FIRST_KNOWN, WEEKEND
from macros.date_table.ask_traced import CHOICES, TracingDecider
from macros.date_table.clocks import Clock, clocks_of
from macros.date_table.explore import Explorer
from macros.date_table.held import Held
from macros.date_table.pool import Written
from macros.date_table.traced import Names
from macros.proof.graph import Graph, states_of
from macros.proof.graph import Node as State


def date_table(policy: Policy) -> str:
    """The table as JSON, read by helper/web/table.js.

    first: the day that stands first in every row of days. clocks: for each clock and start day how many
    days later its last day is, -1 where that is not published. rest: for each day 0 for a working day,
    1 for a weekend, from 2 on a bank holiday of `holidays`. days: each day that a reply may hold: the
    question that asks for it, or [clock, day]. choices: each question with its name and, by answer, its
    words and the state that comes next. trees: for a state the control tree, under an empty name, and
    the tree of each field; null where only the engine has its replies. A node of a tree is a list: what
    it asks, and the node for each outcome, null for one that was not met; an end is an object that may
    say a value. listed: the nodes and values that belong in several places. A number where a node or a
    value belongs is a place in that list.
    """
    names = Names(clocks_of(policy))
    graph, explorer = states_of(policy), Explorer(TracingDecider(policy, names), names)
    held = Held(graph, names)
    trees = {id_: explorer.tree(choices) for id_, choices in roots(graph)}
    numbers = {id_: held.root(tree) if tree else {} for id_, tree in trees.items()}
    written = Written(held.pool, (each for fields in numbers.values() for each in fields.values()))
    clocks = list(dict.fromkeys(each[0] for each in names.all if not isinstance(each, str)))
    return json.dumps(
        {
            "first": FIRST_KNOWN.isoformat(),
            "weekdays": WEEKDAYS,
            "months": MONTHS,
            "notes": NOTES,
            "errors": {"unread": UNREAD, "not_real": NOT_REAL, "too_early": _too_early()},
            "weekend": WEEKEND,
            "counted": COUNTED,
            "not_counted": NOT_COUNTED,
            "clocks": [[-1 if n is None else n for n in _steps(names, clock)] for clock in clocks],
            **_rest(names.clocks.rest),
            "days": [
                each if isinstance(each, str) else [clocks.index(each[0]), each[1]] for each in names.all
            ],
            "choices": {id_: _choices(node) for id_, node in _asked(graph)},
            "trees": {id_: _trees(written, fields) for id_, fields in numbers.items()},
            "listed": written.listed,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _too_early() -> str:
    return TOO_EARLY.format(name="{name}", day=words(FIRST_KNOWN))


def _steps(names: Names, clock: Clock) -> Iterator[int | None]:
    for start, end in enumerate(names.clocks.ends[clock]):
        yield None if end is None else end - start


def _rest(rest: list[str]) -> dict[str, Any]:
    holidays = sorted(set(rest) - {"", WEEKEND})
    codes = {"": 0, WEEKEND: 1, **{name: number for number, name in enumerate(holidays, 2)}}
    return {"rest": [codes[each] for each in rest], "holidays": holidays}


def roots(graph: Graph) -> Iterator[tuple[str, dict[str, str]]]:
    """Each state at which the choices are made, and those that lead there, as far as it tells them."""
    for id_, node in graph.nodes.items():
        shown = node.shown
        if "passed" not in node.answers and (isinstance(shown, NextStep) or shown.id == "passed"):
            told = (state for state, _ in node.way if _is_told(graph, state))
            ids = [graph.questions[state].id for state in told]
            yield id_, {each: node.answers[each] for each in ids}


def _is_told(graph: Graph, question: str) -> bool:
    """Whether the state after a question tells its answer; of where it began, only before it is raised."""
    to = graph.nodes[question].leads_to.values()
    return graph.questions[question].id not in CHOICES or len(set(to)) == len(to)


def _asked(graph: Graph) -> Iterator[tuple[str, State]]:
    return ((id_, node) for id_, node in graph.nodes.items() if isinstance(node.shown, Question))


def _trees(written: Written, fields: Mapping[str, int]) -> dict[str, Any] | None:
    return {name: written.part(number) for name, number in fields.items()} or None


def _choices(node: State) -> Any:
    question = node.shown
    assert isinstance(question, Question)
    to = {each.value: [each.text, node.leads_to[each.value]] for each in question.options}
    return {"id": question.id, "name": question.name, "narrows": question.narrows, "to": to}
