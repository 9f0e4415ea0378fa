"""A day with its clock time, where that is known: what a clock counts from."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from helper.dates import DateError, read_date, words

END_OF_DAY = "24:00"
CLOCK = re.compile(r"([0-9]{1,2}?)[:.]?([0-9]{2})? ?(am|pm)?", re.I)
DAY_AND_CLOCK = re.compile(r"(.+?)[ ,T]+([0-9]{1,2}(?:[:.][0-9]{2}(?: ?[ap]m)?| ?[ap]m))", re.I)
HOURS = {
    "": {hour: hour for hour in range(24)},
    "am": {hour: hour % 12 for hour in range(1, 13)},
    "pm": {hour: hour % 12 + 12 for hour in range(1, 13)},
}


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A day and the clock time on it, as 16:50; empty where only the day is known.

    at is 24:00 for the end of a whole day. to_come: it has not happened yet, so that no hour can be
    known. hour_less: the clocks go back before it. after: of an end, how many hours it comes after a
    start of which nobody knows the hour, where that is no number of whole days; it may be a day later.
    """

    day: date
    at: str = ""
    to_come: bool = False
    hour_less: bool = False
    after: int = 0

    @property
    def first(self) -> datetime:
        """The clock time in the United Kingdom; the first minute of the day where the hour is not known."""
        hour, _, minute = (self.at or "00:00").partition(":")
        midnight = datetime.combine(self.day, datetime.min.time())
        return midnight + timedelta(hours=int(hour), minutes=int(minute))

    def __str__(self) -> str:
        return f"{self.day} {self.at}".rstrip()

    @property
    def words(self) -> str:
        """Friday 27 November 2026, 16:50"""
        if self.at == END_OF_DAY:
            return f"the end of {words(self.day)}"
        return ", ".join([words(self.day), *([self.at] if self.at else [])])


def moment(text: str | None) -> Moment | None:
    """The moment of an accepted answer, as 2026-11-27 16:50; None for "unknown" and for no answer."""
    if not text or text == "unknown":
        return None
    day, _, at = text.partition(" ")
    return Moment(day=date.fromisoformat(day), at=at)


def read_moment(text: str, today: date) -> Moment:
    """The day that a person typed, with or without a clock time after it.

    Reads what `read_date` reads, then 16:50, 16.50, 4.50pm or 4 pm; after "at" also 1650 and 16.
    Raises DateError, saying what to write.
    """
    plain = " ".join(text.split())
    day, at, clock = plain.rpartition(" at ")
    if not at:
        typed = DAY_AND_CLOCK.fullmatch(plain)
        day, clock = typed.groups() if typed else (plain, "")
    return Moment(day=read_date(day, today), at=_clock(clock) if clock else "")


def _clock(text: str) -> str:
    """16:50 from 16:50, 1650, 4.50pm, 4 pm."""
    typed = CLOCK.fullmatch(text)
    hour, minute, half = typed.groups() if typed else ("24", None, None)
    counted = HOURS[(half or "").lower()].get(int(hour))
    if counted is None or int(minute or 0) not in range(60):
        raise DateError("Write the time by the clock, for example 16:50 or 4:50pm.")
    return f"{counted:02}:{int(minute or 0):02}"
