"""From plain trees (dicts, lists, text, as YAML and JSON give them) to the policy classes, and back.

One reader serves the file on disk and the JSON in the browser, so both are checked alike.
"""

from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeVar, cast

from helper.faults import Faults
from helper.fields import expected, hints, required
from helper.readers import Wrong, at_most, reader

__all__ = ["expected", "hints", "read", "required", "to_plain"]

T = TypeVar("T")
AS_THEY_ARE = frozenset((str, int, bool, type(None)))


def read(kind: type[T], tree: object) -> T:
    """The tree as one of the policy classes.

    Values may be text (YAML) or already numbers, true and false (JSON). Raises Faults with every
    unknown, missing and mistyped field at once; past a hundred it stops and says so.
    """
    try:
        found: T = reader(cast(Any, kind))(tree)
    except Wrong as wrong:
        raise Faults(at_most(wrong.faults)) from None
    return found


def to_plain(value: object) -> Any:
    """The value as dicts, lists, text, numbers, true, false and None; days as 2026-11-21."""
    if value.__class__ in AS_THEY_ARE:
        return value
    if is_dataclass(value):
        return {name: to_plain(getattr(value, name)) for name in hints(value.__class__)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: to_plain(item) for name, item in value.items()}
    return [to_plain(item) for item in value] if isinstance(value, (tuple, list)) else value
