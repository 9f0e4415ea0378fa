"""The ways through the engine for one set of choices, as a tree of what it asks of the days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from helper.working_days import WEEKEND, number_of
from macros.date_table.clocks import RANGE
from macros.date_table.traced import Asked, Names, Trace

MISSING, UNKNOWN, DAY, NONE = "", "unknown", "day", "none"
Given = Mapping[str, date | str]
"""The answers about days by question id, and "today"."""


@dataclass
class Node:
    """What is asked at one place, and the node after each outcome; or, at an end, the reply."""

    asked: Asked | None = None
    after: dict[str, "Node"] = field(default_factory=dict)
    reply: Any = None


class Unforeseen(ValueError):
    """The engine asked two things at one place: it knows more of a day than the table does."""


class Walk:
    """One set of answers on its way through a tree."""

    def __init__(self, given: Given, names: Names) -> None:
        self.given, self.names = given, names
        self.days: dict[int, int | None] = {}

    def end(self, root: Node) -> Node | None:
        """The end that these answers lead to; None where nobody has gone that way."""
        node: Node | None = root
        while node and node.asked:
            node = node.after.get(self.outcome(node.asked))
        return node if node and node.reply is not None else None

    def outcome(self, asked: Asked) -> str:
        """What comes of a step; NONE for a day outside the range."""
        kind, first, *rest = asked
        if kind == "ask":
            answer = self.given.get(str(first), MISSING)
            return DAY if isinstance(answer, date) else answer
        day = self.day(int(first))
        if kind == "rest":
            why = NONE if day is None else self.names.clocks.rest[day]
            return {"": "working", WEEKEND: "weekend", NONE: NONE}.get(why, "holiday")
        other = self.day(rest[0]) if isinstance(rest[0], int) else number_of(date.fromisoformat(rest[0]))
        return NONE if day is None or other is None else str((day > other) - (day < other))

    def day(self, number: int) -> int | None:
        """The day that an expression is; None outside the range."""
        if number not in self.days:
            expression = self.names.all[number]
            self.days[number] = (
                self._given(expression)
                if isinstance(expression, str)
                else self.names.clocks.end(expression[0], self.day(expression[1]))
            )
        return self.days[number]

    def _given(self, id_: str) -> int | None:
        day = self.given[id_]
        number = number_of(day) if isinstance(day, date) else -1
        return number if 0 <= number < RANGE else None


def grow(root: Node, trace: Trace, reply: Any) -> None:
    """Adds the way that a trace went. Raises Unforeseen where the engine went on from an end."""
    node = root
    for asked, found in trace.steps:
        if node.asked is None and node.reply is None:
            node.asked = asked
        if node.asked != asked:
            raise Unforeseen(f"{asked} stands where {node.asked} stood.")
        node = node.after.setdefault(found, Node())
    if node.asked or (node.reply is not None and node.reply != reply):
        raise Unforeseen(f"One way has two replies: {reply} and {node.reply}.")
    node.reply = reply
