"""Limits in hours: straight through nights, weekends and clock changes, to a day and a clock time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from helper.clock import hours_later
from helper.dates import DAY
from helper.fixed_words import Unit, amount_in_words
from helper.moment import END_OF_DAY, Moment
from helper.vocabulary import upper_first
from helper.working_days import WorkingDays

MIDNIGHT = datetime.min.time()
MINUTE = timedelta(minutes=1)
WHOLE_DAY = 24


@dataclass(frozen=True, kw_only=True)
class HourlyDay:
    """One day of a count of hours, and what is to be said of it."""

    day: date
    said: str
    why: str


def end_of_hours(start: Moment, hours: int) -> Moment:
    """The last day and, where it is known, the clock time.

    Where the hour of the start is not known, the hours count from the first minute of its day: that
    is the earlier, and so the safer. An end at midnight is the end of the day before. Where the start
    is still to come there is no clock time: the last day is the one on which that hour comes again. Nor is
    there one at the end of 4 or 30 hours from an hour that nobody knows.
    """
    end = hours_later(start.first, hours)
    if not start.at and hours % WHOLE_DAY:
        return Moment(day=(end - MINUTE).date(), to_come=start.to_come, after=hours)
    if start.to_come and not start.at:
        day = start.day + hours // WHOLE_DAY * DAY
        return Moment(day=day, to_come=True, hour_less=_shortened(start, hours))
    if end.time() == MIDNIGHT:
        return Moment(day=(end - DAY).date())
    return Moment(day=end.date(), at=f"{end:%H:%M}")


def _shortened(start: Moment, hours: int) -> bool:
    """Whether the clocks may go back within the hours, so that they end an hour earlier by the clock."""
    begun = (start.first, start.first + DAY - MINUTE)
    return any(hours_later(each, hours) < each + timedelta(hours=hours) for each in begun)


def count_hours(start: Moment, last: Moment, calendar: WorkingDays) -> Iterator[HourlyDay]:
    """Every day from the start to the last, with the hours that count on it."""
    day = start.day
    while day <= last.day:
        yield HourlyDay(
            day=day,
            said=_said(
                _begins(start, last) if day == start.day else "", _ends(last) if day == last.day else ""
            ),
            why=_why(datetime.combine(day, MIDNIGHT), calendar),
        )
        day += DAY


def _begins(start: Moment, last: Moment) -> str:
    if start.to_come or last.after:
        return "from when it begins" if start.to_come else "from that hour"
    if start.at == END_OF_DAY:
        return "from the end of the day"
    return f"from {start.at}" if start.at else ""


def _ends(last: Moment) -> str:
    if last.after:
        return f"until {amount_in_words(last.after, Unit.HOURS)} after"
    return "until that time of day" if last.to_come else f"until {last.at}" if last.at else ""


def _said(begins: str, ends: str) -> str:
    """What of the day counts: "From 16:50", "Until 16:50", "All day"."""
    return upper_first(" ".join(part for part in (begins, ends) if part)) or "All day"


def _why(midnight: datetime, calendar: WorkingDays) -> str:
    """Why a reader might not expect the day to count, and the days that the clock changes."""
    rest = calendar.why_not(midnight.date())
    moved = (hours_later(midnight, 24) - (midnight + DAY)).total_seconds()
    change = "the clocks go forward" if moved > 0 else "the clocks go back" if moved else ""
    counted = f"{rest}: hours run on" if rest else ""
    return ", ".join(part for part in (counted, change) if part)
