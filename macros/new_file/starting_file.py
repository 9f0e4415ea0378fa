"""The starting file of a new policy: every field in reading order, what to write in it, and a blank.

Everything comes from the classes and from the tables of policies/README.md.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin

from helper.fields import hints, required
from helper.fixed_words import Every, Outside, Silent, Start
from helper.policy import Policy
from helper.readers import BLANK
from helper.stage import Stage
from helper.time_facts import Budget, SaidTwice, Timescale
from macros.new_file.field_words import field_words, introduction
from macros.rules.units import WITH_AMOUNT

HEAD = Path(__file__).with_name("head.yaml")
USUAL = {"label", "amount", "counts_from", "issued_as"}  # may be left out, and hardly ever are
NOT_STATED = re.compile(r"Or `not stated`[^.]*\.")
PLAIN = re.compile(r"[A-Za-z][\w’ &(),.-]*")
ALLOWED: dict[tuple[type, str], tuple[Enum, ...]] = {
    (Timescale, "met_by"): (),
    (Budget, "counts_from"): (),
    (Budget, "or_from"): (Start.LADDER,),
    (SaidTwice, "unit"): WITH_AMOUNT,
}
"""Where a field does not take every word of its kind; none where its row names the one that it takes."""
STAGE_AGAIN = f"## All the fields of a stage, as in `stages` above, in place of {BLANK}."


def starting_file(areas: Sequence[str] = ()) -> str:
    """The whole file, with the areas where they are known."""
    lines = _Writer(areas).fields(Policy)
    return "\n".join([HEAD.read_text("utf-8").format(blank=BLANK), *lines])


class _Writer:
    """Writes the fields of a class as lines. A class is explained where it first stands in use."""

    def __init__(self, areas: Sequence[str]) -> None:
        self.areas = areas
        self.explained: set[type] = set()

    def fields(self, kind: type, *, last: bool = False) -> list[str]:
        """The lines of a class. last: it is the last stage, which alone has an ending."""
        explain = kind not in self.explained
        self.explained.add(kind)
        lines: list[str] = []
        for name, each in hints(kind).items():
            written = self.field(kind, name, each, explain=explain, last=last)
            lines += [*written, *([""] if written and kind is Policy else [])]
        return lines

    def field(self, kind: type, name: str, each: Any, *, explain: bool, last: bool) -> list[str]:
        """One field: in use, commented out, or left out where it is no use to repeat it."""
        row = field_words(kind, name)
        if row and not row.is_allowed:
            return []
        if kind is Stage and name == "ends":
            return self.lines(kind, name, each, explain=True) if last else []
        if name in required(kind) | USUAL:
            return self.lines(kind, name, each, explain=explain)
        return self.optional(kind, name, each) if explain else []

    def optional(self, kind: type, name: str, each: Any) -> list[str]:
        explained = set(self.explained)
        lines = self.lines(kind, name, each, explain=True)
        self.explained = explained
        return [f"# {line}" for line in lines]

    def lines(self, kind: type, name: str, each: Any, *, explain: bool) -> list[str]:
        sides = [side for side in get_args(each) if side is not NoneType]
        shape = each if get_origin(each) is tuple or not sides else sides[0]
        value = [f" {BLANK}"] if Every in sides else self.value(name, shape)
        remarks = _remarks(kind, name, each, group=len(value) > 1) if explain else []
        return [*remarks, f"{name}:{value[0]}", *_indented(value[1:])]

    def value(self, name: str, kind: Any) -> list[str]:
        """What follows the colon, then the lines below it."""
        if get_origin(kind) is tuple:
            return ["", *self.items(name, get_args(kind)[0])]
        if kind is Stage:
            return ["", STAGE_AGAIN, f"id: {BLANK}"]
        return ["", *self.fields(kind)] if _is_part(kind) else [f" {BLANK}"]

    def items(self, name: str, kind: Any) -> list[str]:
        if name == "areas" and self.areas:
            return [f"- {_quoted(area)}" for area in self.areas]
        if not _is_part(kind):
            return [f"- {BLANK}"]
        if kind is Stage and Stage in self.explained:
            return [STAGE_AGAIN, f"- {BLANK}"]
        first = _item(self.fields(kind))
        return [*first, "", *_item(self.fields(Stage, last=True))] if kind is Stage else first


def _remarks(kind: type, name: str, each: Any, *, group: bool) -> list[str]:
    """What to write, the fixed words, and how to say that the policy is silent about a whole part."""
    row = field_words(kind, name)
    said = (row.remark if row else "") or _part(each)
    silent = ""
    if group and Silent in get_args(each):
        said = NOT_STATED.sub("", said).strip()
        silent = f"If the policy does not say, write only `{name}: not stated`."
    text = " ".join(part for part in (said, _words(kind, name, each), silent) if part)
    return [f"## {text}"] if text else []


def _part(kind: Any) -> str:
    """What a part is as a whole, where its row only names its table."""
    return next((introduction(side) for side in (kind, *get_args(kind)) if _is_part(side)), "")


def _is_part(kind: Any) -> bool:
    return is_dataclass(kind)


def _words(kind: type, name: str, each: Any) -> str:
    enums = [side for side in (each, *get_args(each)) if isinstance(side, type) and issubclass(side, Enum)]
    told = [member for side in enums if side not in (Silent, Outside, Every) for member in side]
    words = [f"`{member.value}`" for member in ALLOWED.get((kind, name), told)]
    return f"Fixed words: {', '.join(words)}." if words else ""


def _item(lines: list[str]) -> list[str]:
    """The lines as one item of a list: the remarks on its first field stand before its "- "."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return [*lines[:first], f"- {lines[first]}", *_indented(lines[first + 1 :])]


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"  {line}" if line else "" for line in lines]


def _quoted(text: str) -> str:
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
