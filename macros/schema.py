"""The JSON Schema of a policy file, made from the classes, for editors that complete and check.

An editor reads a file by YAML's own types, so a version of 2.1 is a number there and text to the check.
"""

import inspect
import re
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin

from helper.dates import Month
from helper.fields import hints, may_be_empty, required
from helper.hidden import TURNING
from helper.policy import Policy
from helper.readers import BLANK
from macros.new_file.field_words import field_words, introduction

Schema = dict[str, Any]
NUMBER = {"type": "integer", "minimum": 0, "maximum": 999}
HIDDEN = "".join(f"\\u{ord(sign):04x}" for sign in TURNING)
NO_TEXT = {"type": "string", "pattern": rf"^\s*{BLANK}\s*$|[\u0000-\u0008{HIDDEN}]"}
DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
MONTH = "^[0-9]{4}-(0[1-9]|1[0-2])$"
SCALARS: dict[Any, tuple[str, Schema]] = {
    str: ("Text", {"type": ["string", "number", "boolean"], "pattern": r"\S", "not": NO_TEXT}),
    int: ("Number", {"anyOf": [NUMBER, {"type": "string", "pattern": "^[0-9]{1,3}$"}]}),
    bool: ("YesOrNo", {"enum": ["yes", "no", True, False]}),
    date: ("Day", {"type": "string", "pattern": DAY}),
    Month: ("Month", {"type": "string", "pattern": MONTH}),
}


def schema() -> Schema:
    """JSON Schema 2020-12 for a policy file: what each field can say. Rules between fields it cannot hold."""
    found: dict[str, Schema] = {}
    root = _record(Policy, found)
    del root["properties"]["id"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **root,
        "title": "A safeguarding escalation policy",
        "$defs": dict(sorted(found.items())),
    }


def _record(kind: type, found: dict[str, Schema]) -> Schema:
    return {
        **_about(kind),
        "type": "object",
        "properties": {name: _field(kind, name, found) for name in hints(kind)},
        "required": [name for name in hints(kind) if name in required(kind)],
        "additionalProperties": False,
    }


def _field(kind: type, name: str, found: dict[str, Schema]) -> Schema:
    """What a field can say, and what policies/README.md says about it."""
    each = _value(hints(kind)[name], found)
    if name in may_be_empty(kind):
        each = {**each, "minItems": 0}
    row = field_words(kind, name)
    if row is None:
        return each
    examples = {"examples": row.examples} if row.examples and str in _sides(hints(kind)[name]) else {}
    return {**each, "description": row.remark, **examples} if row.remark else each


def _value(kind: Any, found: dict[str, Schema]) -> Schema:
    if get_origin(kind) is tuple:
        return {"type": "array", "minItems": 1, "items": _value(get_args(kind)[0], found)}
    if get_origin(kind) is dict:
        return {"type": "object", "additionalProperties": _value(get_args(kind)[1], found)}
    if kind in SCALARS:
        name, found[name] = SCALARS[kind]
        return {"$ref": f"#/$defs/{name}"}
    if get_args(kind):
        values = [_value(side, found) for side in _sides(kind)]
        return values[0] if len(values) == 1 else {"anyOf": values}
    return _named(kind, found)


def _sides(kind: Any) -> tuple[Any, ...]:
    return tuple(side for side in get_args(kind) if side is not NoneType) or (kind,)


def _named(kind: type, found: dict[str, Schema]) -> Schema:
    """A class or a list of fixed words, described once and referred to by name."""
    if kind.__name__ not in found:
        found[kind.__name__] = {}
        found[kind.__name__] = _record(kind, found) if is_dataclass(kind) else _words(kind)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _words(kind: type) -> Schema:
    assert issubclass(kind, Enum)
    return {**_about(kind), "enum": [member.value for member in kind]}


def _about(kind: type) -> Schema:
    """A name and a sentence: OtherRoute is an other route."""
    said = introduction(kind) or (inspect.getdoc(kind) or "").split("\n\n", maxsplit=1)[0]
    title = re.sub("(?<=[a-z])(?=[A-Z])", " ", kind.__name__).capitalize()
    return {"title": title, "description": " ".join(said.split())}
