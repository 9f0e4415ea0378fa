"""A policy's calendar: where a limit ends, and every day up to there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from helper.dates import DayInWords, in_words
from helper.fixed_words import Unit
from helper.hours import count_hours, end_of_hours
from helper.moment import Moment
from helper.policy import Policy
from helper.vocabulary import upper_first
from helper.working_days import CountedDay, WorkingDays

Marks = tuple[tuple[date, str], ...]
Row = tuple[date, str, str, bool]
"""A day, what is said of its count, why it does not count, and whether it does."""
COUNTED, NOT_COUNTED = "Day {number}", "Not counted"


@dataclass(frozen=True, kw_only=True)
class Counted:
    """One day of the counting. said: "Day 2" or "Not counted". why: the reason, or what happens on it."""

    day: date
    in_words: DayInWords
    counted: bool
    said: str
    why: str
    last: bool


@dataclass(frozen=True)
class Calendar:
    """How a policy counts: the working days of its division, and whether the start day is day 1."""

    days: WorkingDays
    start_counts: bool = False

    @classmethod
    def of(cls, policy: Policy) -> "Calendar":
        """The calendar of a policy."""
        return cls(WorkingDays.of(policy.division), policy.start_day_counts is True)

    def count_out(
        self, start: Moment, amount: int, unit: Unit, marks: Marks, last: str
    ) -> tuple[Moment, tuple[Counted, ...]]:
        """The end of a limit, and every day from its start to there.

        unit: hours, days, next working day, or else working days. marks: what happens on a day, to be
        said beside it; last: the same for the last day. Raises CalendarError past the horizon.
        """
        end = self.end(start, amount, unit)
        return end, _marked(self._rows(start, end, amount, unit), (*marks, (end.day, last)))

    def end(self, start: Moment, amount: int, unit: Unit) -> Moment:
        """The end of a limit alone, as in count_out."""
        if unit is Unit.HOURS:
            return end_of_hours(start, amount)
        return Moment(day=list(self._days(start, amount, unit))[-1].day)

    def why_not(self, day: date) -> str:
        """Why a day is no working day; empty if it is one."""
        return self.days.why_not(day)

    def provisional(self, day: date) -> bool:
        """Whether a count of working days that ends on `day` goes past the published bank holidays."""
        return self.days.provisional(day)

    def _days(self, start: Moment, amount: int, unit: Unit) -> Iterator[CountedDay]:
        if unit is Unit.NEXT_WORKING_DAY:
            return self.days.count_next(start.day)
        count = self.days.count_every_day if unit is Unit.DAYS else self.days.count
        return count(start.day, amount, start_counts=self.start_counts)

    def _rows(self, start: Moment, end: Moment, amount: int, unit: Unit) -> Iterator[Row]:
        if unit is Unit.HOURS:
            for hourly in count_hours(start, end, self.days):
                yield hourly.day, hourly.said, hourly.why, True
            return
        for each in self._days(start, amount, unit):
            counted = each.number is not None
            said = COUNTED.format(number=each.number) if counted else NOT_COUNTED
            yield each.day, said, each.why, counted


def _marked(rows: Iterable[Row], marks: Marks) -> tuple[Counted, ...]:
    last, each_once = marks[-1][0], dict.fromkeys(marks)
    return tuple(
        Counted(
            day=day,
            in_words=in_words(day),
            counted=counted,
            said=said,
            why=_reasons(why, [mark for on, mark in each_once if on == day]),
            last=day == last,
        )
        for day, said, why, counted in rows
    )


def _reasons(why: str, marks: list[str]) -> str:
    return upper_first(", ".join([why, *marks] if why else marks))
