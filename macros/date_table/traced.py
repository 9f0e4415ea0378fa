"""Days that note what is asked of them, so that one answer of the engine tells of every day like it.

The engine is given days that stand for an answer ("the day Step 1 began") or for the end of a limit
from such a day. It compares them, counts from them and puts them into words; every comparison is
noted with its outcome, and the words come out as a mark where the day belongs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NoReturn

from helper.calendar import Calendar, Counted, Marks
from helper.dates import DayInWords, in_words
from helper.fixed_words import Unit
from helper.moment import Moment
from helper.working_days import FIRST_KNOWN, LAST_KNOWN, WEEKEND, day_of, number_of
from macros.date_table.clocks import RANGE, Clock, Clocks

Expression = str | tuple[Clock, int]
"""A day by the question that asks for it ("today" for the reader's day), or the end of a clock from
the expression of that number."""
Asked = tuple[str | int, ...]
"""("ask", question), ("order", expression, expression or day), ("rest", expression)."""
OPEN, CLOSE = "\ue000", "\ue001"
PARTS = tuple(DayInWords.__annotations__)


class NotInTable(Exception):
    """The answer needs the engine: a clock time, or a day that no table of days can give."""


class OutsideRange(Exception):
    """For these days, and not for others that go the same way, the answer needs the engine."""


@dataclass
class Names:
    """Every expression of a table by its number."""

    clocks: Clocks
    all: list[Expression] = field(default_factory=list)
    numbers: dict[Expression, int] = field(default_factory=dict)
    rows: dict[int, list[int | None]] = field(default_factory=dict)
    outcomes: dict[Asked, frozenset[str]] = field(default_factory=dict)

    def number(self, expression: Expression) -> int:
        """The number of an expression, a new one where it is new."""
        if expression not in self.numbers:
            self.numbers[expression] = len(self.all)
            self.all.append(expression)
        return self.numbers[expression]

    def possible(self, asked: Asked) -> frozenset[str]:
        """The outcomes of a comparison that come up on some day of the range; for two days that are
        known apart from each other, all."""
        if asked not in self.outcomes:
            self.outcomes[asked] = frozenset(self._outcomes(asked[1], asked[2]))
        return self.outcomes[asked]

    def _outcomes(self, first: str | int, other: str | int) -> Iterator[str]:
        if isinstance(first, str) or isinstance(other, str) or self.source(first) != self.source(other):
            return iter(("-1", "0", "1"))
        pairs = zip(self.row(first), self.row(other), strict=True)
        return (str(_sign(a - b)) for a, b in pairs if a is not None and b is not None)

    def source(self, number: int) -> str:
        """The question whose day an expression counts from."""
        expression = self.all[number]
        return expression if isinstance(expression, str) else self.source(expression[1])

    def row(self, number: int) -> list[int | None]:
        """The day of an expression for every day of its question."""
        if number not in self.rows:
            expression = self.all[number]
            self.rows[number] = (
                list(range(RANGE))
                if isinstance(expression, str)
                else [self.clocks.end(expression[0], day) for day in self.row(expression[1])]
            )
        return self.rows[number]


@dataclass
class Trace:
    """What one answer of the engine asked on its way, with each outcome."""

    names: Names
    steps: list[tuple[Asked, str]] = field(default_factory=list)
    known: dict[Asked, str] = field(default_factory=dict)

    def note(self, asked: Asked, outcome: str) -> None:
        """Notes a step, once."""
        if asked not in self.known:
            self.known[asked] = outcome
            self.steps.append((asked, outcome))

    def order(self, day: "TracedDay", other: object) -> int:
        """-1, 0 or 1 for earlier, the same, later."""
        if not isinstance(other, date):
            raise NotInTable(f"A day was compared with {other!r}.")
        found = _sign(day.toordinal() - other.toordinal())
        if isinstance(other, TracedDay):
            if other.number > day.number:
                return -self.order(other, day)
            if other.number != day.number:
                self.note(("order", day.number, other.number), str(found))
        elif FIRST_KNOWN < other < LAST_KNOWN:
            self.note(("order", day.number, other.isoformat()), str(found))
        return found


class TracedDay(date):
    """A day of a trace: it has the order of a real one, and words that say only which it is."""

    trace: Trace
    number: int

    @classmethod
    def of(cls, trace: Trace, expression: Expression, day: date) -> "TracedDay":
        """The day of an expression in this trace."""
        traced = cls(day.year, day.month, day.day)
        traced.trace, traced.number = trace, trace.names.number(expression)
        return traced

    @property
    def plain(self) -> date:
        """The day itself."""
        return date.fromordinal(self.toordinal())

    def mark(self, part: str) -> str:
        """What stands in a text for one part of the day in words."""
        return f"{OPEN}{self.number}.{part}{CLOSE}"

    def isoformat(self) -> str:
        """The mark for the day as 2026-11-21."""
        return self.mark("iso")

    def __lt__(self, other: object) -> bool:
        return self.trace.order(self, other) < 0

    def __le__(self, other: object) -> bool:
        return self.trace.order(self, other) <= 0

    def __gt__(self, other: object) -> bool:
        return self.trace.order(self, other) > 0

    def __ge__(self, other: object) -> bool:
        return self.trace.order(self, other) >= 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, date) and self.trace.order(self, other) == 0

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.plain)

    def _refuse(self, *_: object) -> NoReturn:
        raise NotInTable("A day was counted from outside the calendar.")

    __add__ = __radd__ = __sub__ = __rsub__ = __format__ = weekday = isoweekday = _refuse


@in_words.register
def _(day: TracedDay) -> DayInWords:
    return DayInWords(**{part: day.mark(part) for part in PARTS})


@dataclass(frozen=True)
class DayByDay:
    """What stands in a reply for the counting: the table has every day of it. first: the number of
    the first day that counts. whatever: how many days from the start count, of whatever kind they are."""

    start: str
    end: str
    first: int
    whatever: int
    marks: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TracingCalendar(Calendar):
    """A policy's calendar that says which clock was asked and leaves out the days between."""

    trace: Trace = field(kw_only=True)

    def count_out(
        self, start: Moment, amount: int, unit: Unit, marks: Marks, last: str
    ) -> tuple[Moment, tuple[Counted, ...]]:
        """As Calendar; raises NotInTable for hours and for an end that no bank holidays are known for."""
        if unit is Unit.HOURS or not isinstance(start.day, TracedDay):
            raise NotInTable("Hours are counted by the engine.")
        clock, names = (amount, unit), self.trace.names
        end = names.clocks.end(clock, number_of(start.day.plain))
        if end is None:
            raise OutsideRange("Past the published bank holidays.")
        day = TracedDay.of(self.trace, (clock, start.day.number), day_of(end))
        counted = tuple((on.isoformat(), mark) for on, mark in (*marks, (day, last)))
        first = int(self.start_counts and unit is not Unit.NEXT_WORKING_DAY and amount > 0)
        whatever = {Unit.DAYS: amount + 1, Unit.NEXT_WORKING_DAY: 1}.get(unit, 0)
        rows = DayByDay(start.day.isoformat(), day.isoformat(), first, whatever, counted)
        return Moment(day=day), (rows,)  # type: ignore[return-value]

    def why_not(self, day: date) -> str:
        """As Calendar, with a mark for the name of a bank holiday."""
        if not isinstance(day, TracedDay):
            return super().why_not(day)
        why = super().why_not(day.plain)
        kind = "working" if not why else "weekend" if why == WEEKEND else "holiday"
        self.trace.note(("rest", day.number), kind)
        return day.mark("rest") if kind == "holiday" else why

    def provisional(self, day: date) -> bool:
        """Never: no end of the table lies past the published bank holidays."""
        return False


def marks_in(text: str) -> Iterator[tuple[str, int, str]]:
    """The text before each mark, with the mark's expression and part; the rest comes with no part."""
    before, *others = text.split(OPEN)
    yield before, -1, ""
    for other in others:
        mark, after = other.split(CLOSE)
        number, part = mark.split(".")
        yield after, int(number), part


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
