"""Working days: Monday to Friday, less the division's bank holidays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache

from helper import bank_holidays
from helper.dates import DAY, words

FIRST_KNOWN = date(bank_holidays.FIRST_YEAR, 1, 1)
LAST_KNOWN = date(bank_holidays.LAST_YEAR, 12, 31)
HORIZON = date(bank_holidays.LAST_YEAR + 1, 12, 31)


def day_of(number: int) -> date:
    """The day of a number: 0 is FIRST_KNOWN."""
    return FIRST_KNOWN + number * DAY


def number_of(day: date) -> int:
    """The number of a day, as in `day_of`."""
    return (day - FIRST_KNOWN).days


class CalendarError(ValueError):
    """A day that we hold no bank holidays for and will not guess at."""


class Division(Enum):
    """GOV.UK's three divisions; the value is the one that policies and addresses write."""

    ENGLAND_AND_WALES = "england-and-wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"

    @property
    def title(self) -> str:
        """England and Wales, Scotland, or Northern Ireland."""
        return self.value.replace("-", " ").title().replace("And", "and")


LETTER = {Division.ENGLAND_AND_WALES: "E", Division.SCOTLAND: "S", Division.NORTHERN_IRELAND: "N"}


@cache
def published(division: Division) -> dict[date, str]:
    """Every published bank holiday of a division, by day, with its name."""
    rows = (line.split(" ", 2) for line in bank_holidays.PUBLISHED.split("\n") if line)
    return {date.fromisoformat(day): name for day, who, name in rows if LETTER[division] in who}


WEEKEND = "Weekend"


@dataclass(frozen=True, kw_only=True)
class CountedDay:
    """One day of a count. number: 0 for the start day, None where the day is not counted and why says why."""

    day: date
    number: int | None
    why: str = ""


@dataclass(frozen=True)
class WorkingDays:
    """The working days of one division.

    holidays: bank holidays by day. Up to LAST_KNOWN they are complete. From there to HORIZON only
    weekends are left out, and a count that goes there is provisional: a bank holiday that is
    published later can only move its end to a later day. Past HORIZON, and before FIRST_KNOWN,
    every question raises CalendarError.
    """

    holidays: dict[date, str]

    @classmethod
    def of(cls, division: Division) -> "WorkingDays":
        """The working days of a division, from the published list."""
        return cls(published(division))

    def why_not(self, day: date) -> str:
        """Why a day is no working day ("Weekend", or the bank holiday's name); empty if it is one."""
        if not FIRST_KNOWN <= day <= HORIZON:
            raise CalendarError(
                f"{words(day)} is outside the days that we can count "
                f"({FIRST_KNOWN.year} to {HORIZON.year}): we do not work out dates there."
            )
        return WEEKEND if day.weekday() > 4 else self.holidays.get(day, "")

    def add(self, start: date, days: int, *, start_counts: bool = False) -> date:
        """The last day of `days` working days from `start`.

        `start` is day 0, so one working day from Friday is Monday. If `start` is not a working day,
        day 0 is the next one that is. With `start_counts` it is day 1 instead. 0 days is day 0.
        Raises CalendarError past the horizon. Source: docs/about/how-dates-are-counted.md.
        """
        return list(self.count(start, days, start_counts=start_counts))[-1].day

    def count(self, start: date, days: int, *, start_counts: bool = False) -> Iterator[CountedDay]:
        """Every day from `start` to the last day of the count, each counted or with its reason."""
        number = 1 if start_counts and days else 0
        day = start
        while True:
            why = self.why_not(day)
            yield CountedDay(day=day, number=None if why else number, why=why)
            if not why and number >= days:
                return
            number += not why
            day += DAY

    def count_next(self, start: date) -> Iterator[CountedDay]:
        """Every day from `start` to the first working day after it.

        `start` is day 0, whatever day it is, so the next working day after a Sunday is Monday.
        Source: docs/about/how-dates-are-counted.md, rule 20.
        """
        self.why_not(start)
        yield CountedDay(day=start, number=0)
        yield from self.count(start + DAY, 1, start_counts=True)

    def count_every_day(self, start: date, days: int, *, start_counts: bool = False) -> Iterator[CountedDay]:
        """Every day from `start` to the last of `days` calendar days, weekends included.

        `start` is day 0, with `start_counts` day 1.

        Raises CalendarError outside the same years as a count of working days.
        """
        first = int(start_counts)
        for number in range(first, days + 1):
            day = start + (number - first) * DAY
            self.why_not(day)
            yield CountedDay(day=day, number=number)

    def provisional(self, day: date) -> bool:
        """Whether a count that ends on `day` goes past the last year of published bank holidays."""
        return day > LAST_KNOWN


def which(why: str) -> str:
    """The name of a bank holiday in brackets; nothing for a weekend, which everybody sees."""
    return "" if why == WEEKEND else f" ({why})"
