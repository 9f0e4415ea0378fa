"""Finding every way through the engine: days drawn until no more ways come up."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helper.asking import AnswerError
from helper.decide import Question
from helper.plain import to_plain
from helper.situation import Known
from helper.working_days import day_of
from macros.date_table.ask_traced import CHOICES, TODAY, TracingDecider, is_missing, missing
from macros.date_table.clocks import RANGE
from macros.date_table.replies import as_held
from macros.date_table.traced import Names, NotInTable, OutsideRange
from macros.date_table.tree import Given, Node, Walk, grow

FEW = 400
"""Draws in a row that find nothing new, before the search ends."""
MOST = 1500
"""Ways for one set of choices; past that the table would be larger than it is worth."""
ROOM = 60
"""Days that are left free at the end of the range for the limits to end in."""
LEFT_OUT, NOT_KNOWN = 0.04, 0.1
BACK = (0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 24, 30, 40, 60, 90, -1)
ENGINE: dict[str, object] = {"type": "engine"}
"""The reply that says: only the engine can answer this."""


@dataclass
class Explorer:
    """The search for one policy. seed: the same draws for the same policy."""

    decider: TracingDecider
    names: Names
    ways: int = 0

    def tree(self, choices: Known) -> Node | None:
        """The tree for one set of choices; None where it would have more than MOST ways."""
        self.ways = 0
        root, draw = Node(), random.Random(str(sorted(choices.items())))
        ids: dict[str, tuple[str, ...]] = {}
        self.go(root, choices, {TODAY: date(2026, 6, 3)}, ids)
        idle = 0
        while root.asked and idle < FEW * (len(ids) + 1):
            if self.ways > MOST:
                return None
            given = next(drawn(draw, ids))
            idle += 1
            if self.is_new(root, given):
                self.go(root, choices, given, ids)
                idle = 0
        return root

    def is_new(self, root: Node, given: Given) -> bool:
        """Whether nobody has gone this way yet."""
        return Walk(given, self.names).end(root) is None

    def go(self, root: Node, choices: Known, given: Given, ids: dict[str, tuple[str, ...]]) -> None:
        """Goes one way, if it keeps within the range, and notes the questions met."""
        try:
            trace, shown = self.decider.follow(choices, given)
        except OutsideRange:
            return
        if isinstance(shown, Question) and is_missing(shown):
            ids[shown.id] = tuple(option.value for option in shown.options)
            trace.note(*missing(shown))
        self.ways += 1
        grow(root, trace, reply(shown))


def reply(shown: object) -> dict[str, object]:
    """The engine's reply as the table holds it, without the list of answers."""
    if isinstance(shown, NotInTable):
        return ENGINE
    if isinstance(shown, AnswerError):
        return {"type": "error", "question": shown.question, "text": as_held(str(shown))}
    held: dict[str, object] = as_held(to_plain(shown))
    del held["answers"]
    return held


def drawn(draw: random.Random, ids: dict[str, tuple[str, ...]]) -> Iterator[Given]:
    """Answers by chance: days near each other, unknown ones, and questions not answered yet."""
    while True:
        today = draw.randrange(max(BACK), RANGE - ROOM)
        given: dict[str, date | str] = {TODAY: day_of(today)}
        for id_, options in ids.items():
            if draw.random() < LEFT_OUT:
                break
            is_day = id_ not in CHOICES and draw.random() > NOT_KNOWN
            given[id_] = day_of(today - draw.choice(BACK)) if is_day else draw.choice(options)
        yield given
