"""Finding every way through the engine: days by chance, and days near those that led to a new way."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from helper.asking import AnswerError, Known
from helper.decide import Question
from helper.fixed_words import Fact
from helper.plain import to_plain
from helper.take_away import NOT_WRITTEN
from helper.working_days import WEEKEND, day_of, number_of
from macros.date_table.ask_traced import CHOICES, TODAY, TracingDecider, is_missing, missing
from macros.date_table.clocks import RANGE
from macros.date_table.replies import as_held
from macros.date_table.traced import Names, NotInTable, OutsideRange
from macros.date_table.tree import MISSING, Given, Node, Walk, grow

FEW = 150
"""Draws in a row, for each question, that find nothing new before the search ends."""
MOST = 200
"""Ways for one set of choices, and again for each place where it may have begun; past that the table would
be larger than it is worth."""
ROOM = 60
"""Days that are left free at the end of the range for the limits to end in."""
LEFT_OUT, NOT_KNOWN = 0.04, 0.1
BACK = (0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 24, 30, 40, 60, 90, -1)
NEAR = (1, -1, 2, -2, 4)
ENGINE: dict[str, object] = {"type": "engine"}
"""The reply that says: only the engine can answer this."""


@dataclass
class Explorer:
    """The search for one policy; the same policy has the same draws each time."""

    decider: TracingDecider
    names: Names

    @cached_property
    def holidays(self) -> list[int]:
        """The bank holidays of the range."""
        rest = enumerate(self.names.clocks.rest[: RANGE - ROOM])
        return [number for number, why in rest if why not in ("", WEEKEND) and number > max(BACK)]

    def tree(self, choices: Known) -> Node | None:
        """The tree for one set of choices; None where it would have more than MOST ways."""
        search = Search(self, choices)
        search.go({TODAY: date(2026, 6, 3)})
        while search.root.asked and search.idle < FEW * (len(search.ids) + 1):
            search.idle += 1
            search.visit(search.drawn())
            while search.found and search.ways <= search.most:
                for given in search.near(search.found.pop()):
                    search.visit(given)
            if search.ways > search.most:
                return None
        return search.root


@dataclass
class Search:
    """The search for one set of choices.

    ids: the questions met, with their options. found: answers that led to a new way, whose
    neighbours are still to be tried. idle: draws since the last new way.
    """

    by: Explorer
    choices: Known
    root: Node = field(default_factory=Node)
    ids: dict[str, tuple[str, ...]] = field(default_factory=dict)
    found: list[Given] = field(default_factory=list)
    ways: int = 0
    idle: int = 0

    def __post_init__(self) -> None:
        self.draw = random.Random(str(sorted(self.choices.items())))

    @property
    def most(self) -> int:
        """How many ways are worth it."""
        return MOST * max(1, len(self.ids.get("start_at", ())))

    def visit(self, given: Given) -> None:
        """Goes the way of these answers if nobody has."""
        if Walk(given, self.by.names).end(self.root) is None:
            self.go(given)

    def go(self, given: Given) -> None:
        """Goes one way, if it keeps within the range, and notes the questions met."""
        try:
            trace, shown = self.by.decider.follow(self.choices, given)
        except OutsideRange:
            return
        if isinstance(shown, Question) and is_missing(shown):
            self.ids[shown.id] = tuple(option.value for option in shown.options)
            trace.note(*missing(shown))
        grow(self.root, trace, reply(shown))
        self.ways, self.idle = self.ways + 1, 0
        self.found.append(given)

    def drawn(self) -> Given:
        """Answers by chance: days near each other, unknown ones, and questions not answered yet."""
        today = self.draw.randrange(max(BACK), RANGE - ROOM)
        given: dict[str, date | str] = {TODAY: day_of(today)}
        for id_, options in self.ids.items():
            if self.draw.random() < LEFT_OUT:
                break
            is_day = id_ not in CHOICES and self.draw.random() > NOT_KNOWN
            given[id_] = day_of(today - self.draw.choice(BACK)) if is_day else self.draw.choice(options)
        return given

    def near(self, given: Given) -> Iterator[Given]:
        """The same answers with one of them changed a little, or all days moved together.

        One of the moves makes today a bank holiday: few days are, and the page says so.
        """
        for id_ in tuple(self.ids):
            answer = given.get(id_, MISSING)
            days = [_moved(answer, by) for by in NEAR] if isinstance(answer, date) else []
            others = [each for each in self.ids[id_] if each != answer]
            again = [] if id_ in CHOICES else [given[TODAY]]
            for each in (*days, *others, *again):
                yield {**given, id_: each}
        yield from ({**given, TODAY: _moved(given[TODAY], by)} for by in NEAR)
        for by in (*NEAR, self.draw.choice(self.by.holidays) - number_of(_today(given))):
            yield {id_: _moved(each, by) for id_, each in given.items()}


def _today(given: Given) -> date:
    today = given[TODAY]
    assert isinstance(today, date)
    return today


def _moved(answer: date | str, by: int) -> date | str:
    if not isinstance(answer, date):
        return answer
    return day_of(min(max(number_of(answer) + by, 0), RANGE - ROOM))


def reply(shown: object) -> dict[str, object]:
    """The engine's reply as the table holds it, without the answers, which others may have given too."""
    if isinstance(shown, NotInTable):
        return ENGINE
    if isinstance(shown, AnswerError):
        return {"type": "error", "question": shown.question, "text": as_held(str(shown))}
    held: dict[str, Any] = as_held(to_plain(shown))
    del held["answers"]
    _leave_answers_open(held)
    return held


def _leave_answers_open(held: dict[str, Any]) -> None:
    """Several ways lead to one state: what was answered is known only where it is looked up."""
    record = held.get("escalation_record")
    if record and Fact.ANSWERS.value in record["known"]:
        record["known"][Fact.ANSWERS.value] = {"$a": NOT_WRITTEN}
