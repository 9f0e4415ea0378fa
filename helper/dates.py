"""Dates in words, and dates that people type."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import singledispatch

DAY = timedelta(days=1)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NOTES = {
    "12-24": "Offices may close early on Christmas Eve: act before then.",
    "12-31": "Offices may close early on New Year’s Eve: act before then.",
}
"""What to know of a working day, by its month and day."""
UNREAD = "Write a day, a month and a year with four digits, for example 27 3 2026."
NOT_REAL = "‘{text}’ is not a real date. Write a day, a month and a year, for example 27 3 2026."


class DateError(ValueError):
    """What was typed is not a date; the message says what to write."""


class Month(date):
    """A month of which no day is stated. Compared with days it is its first, the earliest it can mean."""

    def isoformat(self) -> str:
        """2028-03."""
        return f"{self.year:04}-{self.month:02}"

    def __eq__(self, other: object) -> bool:
        """A month is never the same as a day."""
        return isinstance(other, Month) and self.isoformat() == other.isoformat()

    __hash__ = date.__hash__


@dataclass(frozen=True, kw_only=True)
class DayInWords:
    """One day as people read it.

    words: Thursday 24 December 2026. short: Thu 24 Dec 2026. The parts are for a page
    that sets weekday, day and year in different type, and for lists of days: Thu, 24, Dec. note: what
    to know before one leaves something to that day, mostly nothing.
    """

    iso: str
    words: str
    short: str
    weekday: str
    day_month: str
    year: str
    short_weekday: str
    number: str
    short_month: str
    note: str


@singledispatch
def in_words(day: date) -> DayInWords:
    """The day as people read it, always with its weekday.

    A kind of day that only stands for one, as the date table's, registers words of its own.
    """
    iso, weekday, month = day.isoformat(), WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
    return DayInWords(
        iso=iso,
        words=f"{weekday} {day.day} {month} {day.year}",
        short=f"{weekday[:3]} {day.day} {month[:3]} {day.year}",
        weekday=weekday,
        day_month=f"{day.day} {month}",
        year=str(day.year),
        short_weekday=weekday[:3],
        number=str(day.day),
        short_month=month[:3],
        note=NOTES.get(iso[5:], ""),
    )


def words(day: date) -> str:
    """Thursday 24 December 2026; of a month December 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}" if isinstance(day, Month) else in_words(day).words


def on_or_in(day: date) -> str:
    """on Thursday 24 December 2026; in December 2026."""
    return f"{'in' if isinstance(day, Month) else 'on'} {words(day)}"


def read_date(text: str, today: date) -> date:
    """The date that a person typed.

    Reads 2026-12-24, 24 12 2026, 24/12/2026, 24 Dec 2026, 24 December 2026, with or without a
    weekday before, which is not looked at, and the words today and yesterday. Day before month, as
    in Britain. After a space the year may have two digits, 24 12 26: elsewhere they could be a day.
    Raises DateError, saying what to write, for anything else and for a day that no calendar has.
    """
    plain = text.strip().lower()
    near = {"today": today, "yesterday": today - DAY}
    if plain in near:
        return near[plain]
    year, month, day = _parts(plain)
    try:
        return date(int(year), _month(month), int(day))
    except ValueError:
        raise DateError(NOT_REAL.format(text=text.strip())) from None


def _parts(plain: str) -> tuple[str, str, str]:
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", plain)
    if iso:
        return iso[1], iso[2], iso[3]
    british = re.fullmatch(
        r"(?:[a-z]+,? +)?([0-9]{1,2})(?:st|nd|rd|th)?[ /.-]+([a-z]+|[0-9]{1,2})"
        r"(?:[ /.,-]+([0-9]{4})| +([0-9]{2}))",
        plain,
    )
    if british:
        return british[3] or f"20{british[4]}", british[2], british[1]
    raise DateError(UNREAD)


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    found = [n for n, name in enumerate(MONTHS, 1) if len(text) > 2 and name.lower().startswith(text)]
    if not found:
        raise ValueError(text)
    return found[0]
