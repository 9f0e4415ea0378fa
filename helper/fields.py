"""What the policy classes say about their fields: names, types, which must be there, what to write."""

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from helper.dates import Month


@cache
def hints(kind: Any) -> dict[str, Any]:
    """The fields of a class in the order in which they are written, with their types."""
    types = get_type_hints(kind)
    return {field.name: types[field.name] for field in fields(kind)}


@cache
def required(kind: Any) -> frozenset[str]:
    """The fields of a class that must be written."""
    return frozenset(field.name for field in fields(kind) if field.default is MISSING)


@cache
def may_be_empty(kind: Any) -> frozenset[str]:
    """The lists of a class that need not be written: JSON has them as [] where there is nothing."""
    return frozenset(field.name for field in fields(kind) if field.default == ())


def is_record(kind: Any) -> bool:
    """Whether a type is a class with fields."""
    return is_dataclass(kind)


def sides(kind: Any) -> tuple[list[type[Enum]], list[Any]]:
    """A type as its fixed words and the rest: `date | Silent` is ([Silent], [date])."""
    parts = [kind] if isinstance(kind, type) or get_origin(kind) in (tuple, dict) else get_args(kind)
    enums = [part for part in parts if isinstance(part, type) and issubclass(part, Enum)]
    return enums, [part for part in parts if part not in enums and part is not NoneType]


def fixed_words(kind: Any) -> dict[str, Enum]:
    """The fixed words that a type allows, with what they stand for."""
    return {member.value: member for enum in sides(kind)[0] for member in enum}


def expected(kind: Any) -> str:
    """What to write for a type, to follow "Write"."""
    choices = list(fixed_words(kind))
    others = sides(kind)[1]
    if not others:
        return "one of: " + ", ".join(choices)
    return " or ".join([_expected_one(others[0]), *choices])


def _expected_one(kind: Any) -> str:
    if get_origin(kind) is tuple:
        return "a list, each item on a line of its own after “- ”"
    if is_record(kind):
        return "the fields " + ", ".join(name for name in hints(kind) if name in required(kind))
    names = {
        str: "text",
        int: "a whole number, for example 2",
        bool: "yes or no",
        date: "a day as year-month-day (for example 2026-11-21)",
        Month: "a day as year-month-day (for example 2026-11-21) or a month alone (2026-11)",
    }
    return names.get(kind, "a name and a value on each line")
