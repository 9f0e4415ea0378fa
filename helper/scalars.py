"""Single values from the text of a file or from the numbers, true and false of JSON; None where unlike."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from helper.dates import MONTHS, Month
from helper.faults import did_you_mean

APOSTROPHE = re.compile(r"(?<=\w)'")
NUMBER = re.compile("[0-9]{1,3}")
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTH = re.compile("[0-9]{4}-[0-9]{2}")
MEANT = {
    "calendar days": "days",
    "immediately": "at once",
    "shall": "must",
    "england": "england-and-wales",
    "wales": "england-and-wales",
}
UNCOUNTED = {
    "week": "Write days and how many in amount, 14 for two weeks, or working days if the policy says so. ",
    "month": "Write words only: a month has no fixed number of days, so it cannot be counted. ",
}
NEAR_DAY = re.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


def one_line(text: str) -> str:
    """Text on one line, without spaces at its ends, with the apostrophes of print."""
    tidy = text.isprintable() and "  " not in text
    line = text.strip() if tidy else " ".join(text.split())
    return APOSTROPHE.sub("’", line) if "'" in line else line


def number(tree: object) -> int | None:
    """A whole number; in a file one of at most three digits."""
    if isinstance(tree, int) and not isinstance(tree, bool):
        return tree
    return int(tree) if isinstance(tree, str) and NUMBER.fullmatch(tree) else None


def yes_no(tree: object) -> bool | None:
    """True or false; a file says yes or no."""
    return tree if isinstance(tree, bool) else {"yes": True, "no": False}.get(str(tree))


def day(tree: object) -> date | None:
    """A day of the calendar as 2026-11-21."""
    if not (isinstance(tree, str) and DAY.fullmatch(tree)):
        return None
    try:
        return date.fromisoformat(tree)
    except ValueError:
        return None


def day_or_month(tree: object) -> date | None:
    """A day of the calendar, or a month alone as 2026-11."""
    if not (isinstance(tree, str) and MONTH.fullmatch(tree)):
        return day(tree)
    first = day(f"{tree}-01")
    return Month(first.year, first.month, 1) if first else None


def near_day(tree: object) -> str:
    """What to write for a day that is none, or that lacks a nought; empty for what is no day at all."""
    parts = NEAR_DAY.fullmatch(tree) if isinstance(tree, str) else None
    year, month, number = map(int, parts.groups()) if parts else (0, 0, 0)
    if not year:
        return ""
    if not 1 <= month <= len(MONTHS):
        return "There is no such day: write a month from 01 to 12."
    begins = f"{year:04}-{month:02}-"
    if day(near := f"{begins}{number:02}"):
        return f"Write {near}."
    days = next(last for last in (31, 30, 29, 28) if day(f"{begins}{last}"))
    return f"There is no such day: {MONTHS[month - 1]} {year} has {days} days."


def near_word(found: str, known: list[str]) -> str:
    """Which of the known words may be meant, or how to say it in them; empty for what is like none."""
    word = found.lower()
    if "days" in known and word.removesuffix("s") in UNCOUNTED:
        return UNCOUNTED[word.removesuffix("s")]
    meant = MEANT.get(word, found)
    return did_you_mean(meant if meant in known else found, known)


SCALARS: dict[Any, Callable[[object], Any]] = {int: number, bool: yes_no, date: day, Month: day_or_month}
