"""The clocks of a table: for each, the last day of every start day of the published range.

Days are numbers here: 0 for the first day of the range.
"""

from functools import cached_property, lru_cache

from helper.calendar import Calendar
from helper.fixed_words import Unit
from helper.moment import Moment
from helper.policy import Policy
from helper.working_days import LAST_KNOWN, Division, WorkingDays, day_of, number_of

Clock = tuple[int, Unit]
RANGE = number_of(LAST_KNOWN) + 1


class Clocks:
    """The limits of one calendar, asked of the engine once for each day and then looked up."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.ends: dict[Clock, list[int | None]] = {}

    def end(self, clock: Clock, start: int | None) -> int | None:
        """The last day; None where it or the start lies outside the published bank holidays."""
        if clock not in self.ends:
            self.ends[clock] = [self._ask(clock, day) for day in range(RANGE)]
        return self.ends[clock][start] if start is not None and 0 <= start < RANGE else None

    @cached_property
    def rest(self) -> list[str]:
        """Why each day of the range is no working day; empty where it is one."""
        return [self.calendar.why_not(day_of(number)) for number in range(RANGE)]

    def _ask(self, clock: Clock, start: int) -> int | None:
        end = number_of(self.calendar.end(Moment(day=day_of(start)), *clock).day)
        return end if end < RANGE else None


def clocks_of(policy: Policy) -> Clocks:
    """The clocks of a policy's calendar; policies that count alike share them."""
    return _clocks(policy.division, policy.start_day_counts is True)


@lru_cache
def _clocks(division: Division, start_counts: bool) -> Clocks:  # noqa: FBT001
    return Clocks(Calendar(WorkingDays.of(division), start_counts))
