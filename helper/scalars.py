"""Single values from the text of a file or from the numbers, true and false of JSON; None where unlike."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

APOSTROPHE = re.compile(r"(?<=\w)'")
NUMBER = re.compile("[0-9]{1,3}")
DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def one_line(text: str) -> str:
    """Text on one line, without spaces at its ends, with the apostrophes of print."""
    tidy = text.isprintable() and "  " not in text
    line = text.strip() if tidy else " ".join(text.split())
    return APOSTROPHE.sub("’", line) if "'" in line else line


def number(tree: object) -> int | None:
    """A whole number of at most three digits."""
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


SCALARS: dict[Any, Callable[[object], Any]] = {int: number, bool: yes_no, date: day}
