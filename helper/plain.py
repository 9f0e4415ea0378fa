"""From plain trees (dicts, lists, text, as YAML and JSON give them) to the policy classes, and back.

One reader serves the file on disk and the JSON in the browser, so both are checked alike.
"""

import re
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from helper.faults import Fault, Faults, Path, did_you_mean

T = TypeVar("T")


class _Unread(Exception):
    """This value is at fault and has been noted: leave it out."""


def read(kind: type[T], tree: object) -> T:
    """The tree as one of the policy classes.

    Values may be text (YAML) or already numbers, true and false (JSON). Raises Faults with every
    unknown, missing and mistyped field at once.
    """
    faults: list[Fault] = []
    found: list[T] = _Reader(faults).attempt(kind, tree, ())
    if faults:
        raise Faults(faults)
    return found[0]


def to_plain(value: object) -> Any:
    """The value as dicts, lists, text, numbers, true, false and None; days as 2026-11-21."""
    if is_dataclass(value):
        return {name: to_plain(getattr(value, name)) for name in hints(value.__class__)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: to_plain(item) for name, item in value.items()}
    return [to_plain(item) for item in value] if isinstance(value, (tuple, list)) else value


@cache
def hints(kind: Any) -> dict[str, Any]:
    """The fields of a class in the order in which they are written, with their types."""
    types = get_type_hints(kind)
    return {field.name: types[field.name] for field in fields(kind)}


@cache
def required(kind: Any) -> frozenset[str]:
    """The fields of a class that must be written."""
    return frozenset(field.name for field in fields(kind) if field.default is MISSING)


def expected(kind: Any) -> str:
    """What to write for a type, to follow "Write"."""
    enums, others = _sides(kind)
    choices = [str(member.value) for enum in enums for member in enum]
    if not others:
        return "one of: " + ", ".join(choices)
    return " or ".join([_expected_one(others[0]), *choices])


def _expected_one(kind: Any) -> str:
    if get_origin(kind) is tuple:
        return "a list, each item on a line of its own after “- ”"
    if _is_record(kind):
        return "the fields " + ", ".join(sorted(required(kind), key=list(hints(kind)).index))
    names = {
        str: "text",
        int: "a whole number, for example 2",
        bool: "yes or no",
        date: "a day as year-month-day, for example 2026-11-21",
    }
    return names.get(kind, "a name and a value on each line")


def _is_record(kind: Any) -> bool:
    return is_dataclass(kind)


def _sides(kind: Any) -> tuple[list[type[Enum]], list[Any]]:
    """A type as its fixed words and the rest: `date | Silent` is ([Silent], [date])."""
    sides = [kind] if isinstance(kind, type) or get_origin(kind) in (tuple, dict) else get_args(kind)
    enums = [side for side in sides if isinstance(side, type) and issubclass(side, Enum)]
    return enums, [side for side in sides if side not in enums and side is not NoneType]


class _Reader:
    """Reads values by their types and notes each fault."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults

    def value(self, kind: Any, tree: object, path: Path) -> Any:
        if tree is None and NoneType in get_args(kind):
            return None
        enums, others = _sides(kind)
        for member in (member for enum in enums for member in enum):
            if tree == member.value:
                return member
        if not others:
            self.refuse(kind, tree, path)
        return self.one(kind, others[0], tree, path)

    def one(self, kind: Any, side: Any, tree: object, path: Path) -> Any:
        if get_origin(side) is tuple and isinstance(tree, list):
            return self.items(get_args(side)[0], tree, path)
        if get_origin(side) is dict and isinstance(tree, dict):
            pairs = ((name, item) for name, item in tree.items())
            return {name: self.value(get_args(side)[1], item, (*path, name)) for name, item in pairs}
        if is_dataclass(side) and isinstance(tree, dict):
            return self.record(side, tree, path)
        read_as = SCALARS.get(side)
        found = read_as(tree) if read_as else None
        return self.refuse(kind, tree, path) if found is None else found

    def items(self, kind: Any, trees: list[object], path: Path) -> tuple[Any, ...]:
        if not trees:
            self.note(path, "is an empty list", "Write at least one item, or leave the field out.")
        return tuple(
            item for number, tree in enumerate(trees) for item in self.attempt(kind, tree, (*path, number))
        )

    def record(self, kind: Any, tree: dict[str, object], path: Path) -> Any:
        types = hints(kind)
        for name in [name for name in tree if name not in types]:
            unused = [field for field in types if field not in tree]
            write = f"{did_you_mean(name, unused)}Fields not yet used: {', '.join(unused)}."
            self.note((*path, name), "is not a field here", write, in_key=True)
        missing = [name for name in types if name in required(kind) and name not in tree]
        for name in missing:
            self.note((*path, name), "is missing", f"Write {name}: and then {expected(types[name])}.")
        read = {
            name: value
            for name in types
            if name in tree
            for value in self.attempt(types[name], tree[name], (*path, name))
        }
        if missing or not required(kind) <= read.keys():
            raise _Unread
        return kind(**read)

    def attempt(self, kind: Any, tree: object, path: Path) -> list[Any]:
        """The value in a list, or an empty list where it is at fault."""
        try:
            return [self.value(kind, tree, path)]
        except _Unread:
            return []

    def refuse(self, kind: Any, tree: object, path: Path) -> Any:
        words = [member.value for enum in _sides(kind)[0] for member in enum]
        self.note(path, f"is {_shown(tree)}", f"{did_you_mean(str(tree), words)}Write {expected(kind)}.")
        raise _Unread

    def note(self, path: Path, found: str, write: str, *, in_key: bool = False) -> None:
        self.faults.append(Fault(path=path, found=found, write=write, in_key=in_key))


def _shown(tree: object) -> str:
    if isinstance(tree, (dict, list)):
        return "a list" if isinstance(tree, list) else "a group of fields"
    if isinstance(tree, bool):
        return "yes" if tree else "no"
    text = "" if tree is None else str(tree)
    return "empty" if not text.strip() else f"'{text[:60]}'"


def _text(tree: object) -> str | None:
    """Text on one line, with the apostrophes of print."""
    if not isinstance(tree, str):
        return None
    return re.sub(r"(?<=\w)'", "’", " ".join(tree.split())) or None


def _number(tree: object) -> int | None:
    if isinstance(tree, int) and not isinstance(tree, bool):
        return tree
    return int(tree) if isinstance(tree, str) and re.fullmatch("[0-9]{1,3}", tree) else None


def _yes_no(tree: object) -> bool | None:
    return tree if isinstance(tree, bool) else {"yes": True, "no": False}.get(str(tree))


def _day(tree: object) -> date | None:
    if not (isinstance(tree, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", tree)):
        return None
    try:
        return date.fromisoformat(tree)
    except ValueError:
        return None


SCALARS = {str: _text, int: _number, bool: _yes_no, date: _day}
