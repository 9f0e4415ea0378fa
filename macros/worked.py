"""Worked examples of counting, each by the engine itself: no date on that page is typed."""

from dataclasses import dataclass
from datetime import date

from helper.calendar import Calendar, Counted
from helper.fixed_words import Unit
from helper.moment import Moment
from helper.working_days import Division, WorkingDays

LIMIT, HOURS, LONG = 2, 48, 11
STARTS = (
    date(2026, 7, 10),
    date(2026, 11, 27),
    date(2026, 12, 18),
    date(2026, 12, 24),
    date(2026, 12, 31),
    date(2027, 3, 16),
    date(2027, 3, 25),
)
"""Days before which or after which the nations' bank holidays differ, and a plain weekend."""
CLOCK = "16:50"
OVER_CHRISTMAS = date(2026, 12, 24)


@dataclass(frozen=True, kw_only=True)
class Example:
    """Where a limit of working days ends in each division, and one of hours in all of them."""

    start: date
    ends: tuple[date, ...]
    hours: date


@dataclass(frozen=True, kw_only=True)
class DayByDay:
    """Every day from the start to the end of a long limit in one division."""

    division: Division
    days: tuple[Counted, ...]


def worked_values() -> dict[str, object]:
    """What the page "Dates worked out" prints."""
    figures = {"clock": CLOCK, "limit": LIMIT, "hours": HOURS, "long": LONG, "divisions": tuple(Division)}
    return {"examples": examples(), "day_by_day": day_by_day(), **figures}


def examples() -> tuple[Example, ...]:
    """Two working days, and 48 hours, from each start."""
    return tuple(
        Example(
            start=start,
            ends=tuple(_count(each, start, LIMIT)[-1].day for each in Division),
            hours=_count(Division.ENGLAND_AND_WALES, start, HOURS, Unit.HOURS)[-1].day,
        )
        for start in STARTS
    )


def day_by_day() -> tuple[DayByDay, ...]:
    """Eleven working days over Christmas, in each division."""
    return tuple(DayByDay(division=each, days=_count(each, OVER_CHRISTMAS, LONG)) for each in Division)


def _count(
    division: Division, start: date, amount: int, unit: Unit = Unit.WORKING_DAYS
) -> tuple[Counted, ...]:
    calendar = Calendar(WorkingDays.of(division))
    _, days = calendar.count_out(Moment(day=start, at=CLOCK), amount, unit, (), "the last day")
    return days
