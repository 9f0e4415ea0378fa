"""The hour of a limit, held against the words of its own quote."""

from collections.abc import Iterator, Sequence
from datetime import date

from helper.faults import Fault
from helper.fixed_words import Unit
from helper.policy import Policy
from helper.time_facts import Timescale
from macros.rules.hours import said_deadlines, said_times
from macros.rules.numbers import Said
from macros.rules.quoted import NEXT_DAY, SAME_DAY, quote, quoted
from macros.rules.rule import Kind, Rule, at
from macros.rules.units import HOUR, MIDNIGHT, WITHOUT_NUMBER


def _clock_differs(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit, said in quoted(policy):
        hours = said_deadlines(limit.says) if _may_have_hour(limit) else []
        found = _found(limit, hours, said)
        if found:
            yield at(path, "clock", f"{found}, but {quote(limit)}", _write(hours))


def _may_have_hour(limit: Timescale) -> bool:
    units = (limit.unit, limit.also.unit if limit.also else None)
    return Unit.HOURS not in units and limit.unit not in WITHOUT_NUMBER


def _found(limit: Timescale, hours: Sequence[str], said: Sequence[Said]) -> str:
    """What stands in place of the hours of a quote; empty where they agree, or may be of another limit."""
    if limit.clock is None:
        return "is missing" if {*hours} - {MIDNIGHT} and not _is_of_another(limit, said) else ""
    differs = hours and HOUR.fullmatch(limit.clock) and limit.clock not in said_times(limit.says)
    return f"is '{limit.clock}'" if differs else ""


def _is_of_another(limit: Timescale, said: Sequence[Said]) -> bool:
    """Whether a quote has a second limit: "by noon the same day, and the plan within 5 working days"."""
    amount = limit.amount or 0
    named = any(each.fits(limit.unit, amount) for each in said)
    return named and bool(SAME_DAY.search(limit.says) or NEXT_DAY.search(limit.says))


def _write(hours: Sequence[str]) -> str:
    named = " or ".join(hour for hour in dict.fromkeys(hours) if hour != MIDNIGHT)
    return f"Write clock: {named}." if named else "Leave it out: midnight is the end of the last day."


SAID_HOUR = (
    Rule(
        name="clock-differs",
        kind=Kind.WARNING,
        says="The hour is that of the quote: noon, 5 pm and 16.30 are written in clock.",
        why="Without it the page says “by the end of” the day, and people act hours too late.",
        wrong="says: by noon on the next working day\nunit: next working day",
        right="says: by noon on the next working day\nunit: next working day\nclock: 12:00",
        find=_clock_differs,
    ),
)
