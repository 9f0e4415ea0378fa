"""What to ask an engine: every state of a policy, gone on from it with dated answers."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, product

from helper.browser import Engine
from helper.decide import Question
from helper.policy import Policy
from macros.proof.graph import Node, states_of
from tests.days import day

Answers = dict[str, str]
Asked = tuple[str, str]
"""A request and the engine's reply to it, both JSON."""

MOMENTS = [  # first day, clock time, why
    ("Fri 2026-11-27", "16:50", "just before a weekend"),
    ("Sat 2026-11-28", "09:00", "on a weekend"),
    ("Thu 2026-12-24", "16:50", "Christmas Eve"),
    ("Sun 2026-12-27", "00:00", "between a Christmas weekend and its substitute day"),
    ("Thu 2026-12-31", "23:59", "New Year's Eve; 2 January is a holiday in Scotland"),
    ("Tue 2027-03-16", "12:00", "the day before Saint Patrick's Day"),
    ("Thu 2027-03-25", "16:50", "Maundy Thursday; Easter Monday is a working day in Scotland"),
    ("Sat 2027-03-27", "23:30", "the clocks go forward in the night"),
    ("Sun 2027-03-28", "01:30", "an hour that the clocks jump over"),
    ("Fri 2026-07-10", "17:00", "the weekend before the Twelfth"),
    ("Fri 2026-06-12", "08:05", "Scotland's extra holiday of 15 June"),
    ("Sat 2026-10-24", "16:50", "the clocks go back in the night"),
    ("Sun 2026-10-25", "01:30", "an hour that comes twice"),
    ("Tue 2028-02-29", "10:00", "a leap day"),
    ("Fri 2028-12-29", "16:50", "the end of the published bank holidays"),
    ("Sun 2029-12-30", "10:00", "the end of the years that we count in"),
    ("Tue 2019-01-01", "10:00", "their beginning"),
]
AGES = (0, 3, 60)
"""How many days ago the first day was."""
APART = (0, 1, 4)
"""How many days later each further day was."""
UNKNOWN = ((), (0,), (1,), (0, 1, 2, 3))
"""Which of the days asked for are not known."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How the questions for days are answered, in the order in which they are put."""

    first: date
    clock: str
    age: int
    apart: int
    unknown: tuple[int, ...]

    @property
    def today(self) -> date:
        return self.first + timedelta(days=self.age)

    def answer(self, number: int, *, clock: bool) -> str:
        """The answer to the question for a day of this number; with the time at every other one."""
        if number in self.unknown:
            return "unknown"
        found = min(self.first + timedelta(days=number * self.apart), self.today)
        return f"{found} {self.clock}" if clock and (number + self.age) % 2 == 0 else f"{found}"


def plans() -> list[Plan]:
    """Every first moment at every age; how far apart the days are and which are unknown take turns."""
    shapes = list(product(APART, UNKNOWN))
    moments = list(product(MOMENTS, AGES))
    return [
        Plan(first=day(first), clock=clock, age=age, apart=apart, unknown=unknown)
        for number, ((first, clock, _), age) in enumerate(moments)
        for apart, unknown in [shapes[number * 5 % len(shapes)]]
    ]


def dated(policy: Policy, *, whole: bool) -> Iterator[tuple[Node, Answers, Plan]]:
    """Every state with each plan for its days, or with one plan, which take turns.

    A question, and a state narrowed by one more answer, has one plan; narrowed ones only if `whole`.
    """
    turns = cycle(plans())
    visits = tuple(states_of(policy).nodes.values())
    for visit in visits:
        alone = isinstance(visit.shown, Question) or not whole
        for plan in [next(turns)] if alone else plans():
            yield visit, visit.answers, plan
        for answers in narrowed(visit, visits) if whole else ():
            yield visit, answers, next(turns)


def narrowed(visit: Node, visits: tuple[Node, ...]) -> Iterator[Answers]:
    """The answers again for each option of each question that only narrows."""
    questions = [each.shown for each in visits if isinstance(each.shown, Question) and each.shown.narrows]
    for id_, options in {each.id: each.options for each in questions}.items():
        for option in options if id_ in visit.answers else ():
            yield {**visit.answers, id_: option.value}


def path(engine: Engine, answers: Answers, plan: Plan) -> Iterator[Asked]:
    """Every question from these answers on, and the next step or refusal at the end."""
    given, days = dict(answers), 0
    while True:
        request = json.dumps({"answers": given, "today": plan.today.isoformat()})
        reply = engine.answer(request)
        yield request, reply
        shown = json.loads(reply)
        if shown["type"] != "question":
            return
        if shown["kind"] == "date":
            given[shown["id"]] = plan.answer(days, clock=shown["clock"])
            days += 1
        else:
            given[shown["id"]] = shown["options"][-1]["value"]
