"""The JSON Schema of a policy file, made from the classes, for editors that complete and check."""

import inspect
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin

from helper.plain import hints, required
from helper.policy import Policy

SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string", "pattern": r"\S"},
    int: {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[0-9]{1,3}$"}]},
    bool: {"enum": ["yes", "no", True, False]},
    date: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
}


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12 for a policy file: what each field can say. Rules between fields it cannot hold."""
    found: dict[str, dict[str, Any]] = {}
    root = _record(Policy, found)
    del root["properties"]["id"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A safeguarding escalation policy",
        **root,
        "$defs": dict(sorted(found.items())),
    }


def _record(kind: type, found: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        "description": (inspect.getdoc(kind) or "").split("\n\n", maxsplit=1)[0],
        "type": "object",
        "properties": {name: _value(each, found) for name, each in hints(kind).items()},
        "required": [name for name in hints(kind) if name in required(kind)],
        "additionalProperties": False,
    }


def _value(kind: Any, found: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if get_origin(kind) is tuple:
        return {"type": "array", "minItems": 1, "items": _value(get_args(kind)[0], found)}
    if get_origin(kind) is dict:
        return {"type": "object", "additionalProperties": _value(get_args(kind)[1], found)}
    if kind in SCALARS:
        return SCALARS[kind]
    sides = [side for side in get_args(kind) if side is not NoneType]
    if sides:
        values = [_value(side, found) for side in sides]
        return values[0] if len(values) == 1 else {"anyOf": values}
    return _named(kind, found)


def _named(kind: type, found: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A class or a list of fixed words, described once and referred to by name."""
    if kind.__name__ not in found:
        found[kind.__name__] = {}
        found[kind.__name__] = _record(kind, found) if is_dataclass(kind) else _words(kind)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _words(kind: type) -> dict[str, Any]:
    assert issubclass(kind, Enum)
    return {"description": inspect.getdoc(kind) or "", "enum": [member.value for member in kind]}
