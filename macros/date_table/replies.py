"""A reply as a table holds it: what differs from the page without dates, with the days left open."""

from collections.abc import Mapping
from typing import Any

from macros.date_table.traced import OPEN, PARTS, DayByDay, marks_in

COUNTING = set(DayByDay.__annotations__)
ALWAYS = frozenset(
    ("state", "kind", "card", "due", "act_by", "passed", "timeline", "assumptions", "if_not_agreed")
    + ("calendar", "summary", "escalation_record")
)
"""What every reply says, be it the same as on the page or not: what the script puts there as a whole."""


def as_held(value: Any) -> Any:
    """A plain tree with holes for its days.

    {"$": n} is the day of expression n in words, {"$t": [...]} a text of parts: text, or [n, part]
    for a part of the words; {"$n": [...]} a counting, as DayByDay has it. {"$a": ids} the answers that
    were given, one in a line, without those to these questions (macros/date_table/explore.py).
    """
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return [as_held(each) for each in value] if not _is_counting(value) else _counting(value[0])
    if isinstance(value, dict):
        in_words = set(value) == set(PARTS) and value["iso"].startswith(OPEN)
        return {"$": _day(value["iso"])} if in_words else {key: as_held(each) for key, each in value.items()}
    return value


def fields(dated: Mapping[str, Any], undated: Mapping[str, Any]) -> dict[str, Any]:
    """What of a held reply is not in the undated one, by field, and what every reply says.

    A part that both have goes by its own fields: card.after.
    """
    changed: dict[str, Any] = {}
    for key in [key for key, each in dated.items() if key in ALWAYS or each != undated[key]]:
        if (
            isinstance(dated[key], dict)
            and isinstance(undated[key], dict)
            and set(dated[key]) == set(undated[key])
        ):
            parts = {
                f"{key}.{part}": each
                for part, each in dated[key].items()
                if key in ALWAYS or each != undated[key][part]
            }
            changed |= parts
        else:
            changed[key] = dated[key]
    return changed


def _text(text: str) -> Any:
    if OPEN not in text:
        return text
    parts: list[Any] = []
    for after, number, part in marks_in(text):
        parts += [*([[number, part]] if part else []), *([after] if after else [])]
    return {"$t": parts}


def _day(iso: str) -> int:
    return next(number for _, number, part in marks_in(iso) if part)


def _is_counting(value: list[Any]) -> bool:
    return len(value) == 1 and isinstance(value[0], dict) and set(value[0]) == COUNTING


def _counting(each: Any) -> Any:
    marks = [[_day(on), mark] for on, mark in each["marks"]]
    return {"$n": [_day(each["start"]), _day(each["end"]), each["first"], each["whatever"], marks]}
