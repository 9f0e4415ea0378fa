"""Plain values as the YAML of a policy file, written as people write it."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

PLAIN = re.compile(r"[A-Za-z0-9][\w’ &(),./@…“”?+;'-]*")


def yaml_text(fields: Mapping[str, Any]) -> str:
    """A file whose fields are texts, lists, and fields again; each text on one line."""
    return "\n".join(_fields(fields)) + "\n"


def _fields(fields: Mapping[str, Any]) -> Iterator[str]:
    for name, value in fields.items():
        if isinstance(value, str):
            yield f"{name}: {_text(value)}"
        else:
            yield f"{name}:"
            yield from (f"  {line}" for line in _lines(value))


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _fields(value)
        return
    for item in value:
        first, *rest = [_text(item)] if isinstance(item, str) else _lines(item)
        yield f"- {first}"
        yield from (f"  {line}" for line in rest)


def _text(text: str) -> str:
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
