"""Dates as the tests write them: with their weekday, so that a wrong one is seen."""

from datetime import date

from helper.dates import WEEKDAYS


def day(text: str) -> date:
    """The day of "Fri 2026-11-27"; a weekday that is not that day's fails."""
    weekday, iso = text.split()
    found = date.fromisoformat(iso)
    assert WEEKDAYS[found.weekday()].startswith(weekday), f"{iso} is no {weekday}"
    return found
