"""The values of a policy in words, as the sentences on changes print them."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any

from helper.dates import in_words
from helper.fixed_words import Strength, Unit
from helper.policy import Policy
from helper.stage import Stage
from helper.time_facts import Timescale

Names = Mapping[str, Mapping[str, str]]
STAGES = ("stage", "stages", "after", "covers")
REFERENCES = ("areas", "covers", "stages")  # lists of names, told of as one value
NO_NUMBER = {Unit.AT_ONCE: "at once", Unit.WORDS_ONLY: "no number"}
ONE = {
    Unit.WORKING_WEEK: "a working week",
    Unit.SAME_WORKING_DAY: "the same working day",
    Unit.NEXT_WORKING_DAY: "the next working day",
}


def names_of(old: Policy, new: Policy) -> Names:
    """What stands for the ids in each field that holds ids; the new name where there are two."""
    both = (old, new)
    stages = {each.id: each.called for policy in both for each in every_stage(policy)}
    events = {each.id: f"the day {each.name}" for policy in both for each in policy.events}
    return {
        **dict.fromkeys(STAGES, stages),
        **dict.fromkeys(("counts_from", "or_from", "met_by"), events),
        "agency": {each.id: each.name for policy in both for each in policy.agencies},
        "priority": {each.id: each.name for policy in both for each in policy.priorities},
        "form": {each.id: each.name for policy in both for each in as_tuple(policy.forms)},
    }


def every_stage(policy: Policy) -> Iterator[Stage]:
    """The stages of every ladder, and those that areas add."""
    yield from policy.ladder
    yield from (stage for ladder in policy.ladders for stage in ladder.stages)
    yield from (added.stage for overlay in policy.overlays for added in overlay.adds)


def as_tuple(items: Any) -> tuple[Any, ...]:
    """The items of a list; none where the policy is silent."""
    return items if isinstance(items, tuple) else ()


def in_few_words(value: Any, field: str, names: Names) -> str:
    """A value as it stands after "is now" and "was"."""
    if isinstance(value, tuple):
        return ", ".join(in_few_words(each, field, names) for each in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {each}" for name, each in value.items())
    if isinstance(value, str):
        return names.get(field, {}).get(value, value)
    return _word(value)


def _word(value: Any) -> str:
    if isinstance(value, Strength):
        return f"“{value.value}”"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{in_words(value).day_month} {value.year}"
    return str(value.value) if isinstance(value, Enum) else "not given" if value is None else str(value)


def limit(timescale: Timescale) -> str:
    """3 working days, the same working day, by 17:00, 48 hours (2 working days), at once, no number."""
    clock = f", by {timescale.clock}" if timescale.clock else ""
    also = f" ({amount(timescale.also.amount, timescale.also.unit)})" if timescale.also else ""
    return f"{amount(timescale.amount, timescale.unit)}{also}{clock}"


def amount(number: int | None, unit: Unit) -> str:
    """1 working day, 48 hours, a working week."""
    if number is None:
        return {**NO_NUMBER, **ONE}.get(unit, unit.value)
    return f"{number} {unit.value[:-1] if number == 1 and unit.value.endswith('s') else unit.value}"


def lower_first(text: str) -> str:
    """Duty desk -> duty desk; NSPCC stays."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def stopped(text: str) -> str:
    """The text with a full stop, if it has none."""
    return text if text.rstrip("”").endswith((".", "?", "!")) else f"{text}."
