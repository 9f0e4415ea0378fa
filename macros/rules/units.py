"""What each kind of limit needs and what it cannot have."""

import re
from collections.abc import Iterator
from datetime import date

from helper.faults import Fault, Path
from helper.fixed_words import NOT_STATED, Start, Unit
from helper.policy import Policy
from helper.time_facts import Budget, Timescale
from macros.rules.hours import said_times
from macros.rules.places import ladders, limits, placed
from macros.rules.rule import Kind, Rule, at

WITH_AMOUNT = (Unit.WORKING_DAYS, Unit.DAYS, Unit.HOURS)
WITHOUT_NUMBER = (Unit.AT_ONCE, Unit.WORDS_ONLY)
COUNTING = ("counts_from", "or_from", "total", "also")
HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
MIDNIGHT = "00:00"
UNTIL_MIDNIGHT = "Leave it out: a limit without an hour holds until midnight at the end of its last day."


def _amount(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit in limits(policy):
        if limit.unit in WITH_AMOUNT and not limit.amount:
            found = "is missing" if limit.amount is None else "is 0"
            yield at(
                path, "amount", found, f"Write amount: and a whole number of {limit.unit.value}, from 1."
            )
        if limit.unit not in WITH_AMOUNT and limit.amount is not None:
            write = f"Leave it out: “{limit.unit.value}” has none."
            yield at(path, "amount", f"is {limit.amount}", write)


def _counted(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit in limits(policy):
        if limit.unit not in WITHOUT_NUMBER and limit.counts_from is None:
            starts = ", ".join([*(start.value for start in Start), *(event.id for event in policy.events)])
            yield at(path, "counts_from", "is missing", f"Write one of: {starts}, not stated.")
        for name in COUNTING if limit.unit in WITHOUT_NUMBER else ():
            if getattr(limit, name) is not None:
                yield at(path, name, "is there", f"Leave it out: nothing is counted “{limit.unit.value}”.")


def _clock(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit in limits(policy):
        write = _no_hour(limit)
        if limit.clock is not None and write:
            yield at(path, "clock", f"is '{limit.clock}'", write)


def _no_hour(limit: Timescale) -> str:
    """What to write in place of an hour that cannot stand; empty where it can."""
    if limit.unit in WITHOUT_NUMBER:
        return f"Leave it out: “{limit.unit.value}” has no day that the hour could be on."
    if limit.unit is Unit.HOURS or (limit.amount and limit.also and limit.also.unit is Unit.HOURS):
        return "Leave it out: hours end at a clock time of their own. An hour stands with days alone."
    if limit.clock == MIDNIGHT:
        return UNTIL_MIDNIGHT
    return _no_clock(limit.clock or "")


def _no_clock(clock: str) -> str:
    """What to write in place of what is no clock time: the time itself where it is plain which is meant."""
    if HOUR.fullmatch(clock):
        return ""
    times = [f"0{clock}"] if HOUR.fullmatch(f"0{clock}") else said_times(clock)
    if MIDNIGHT in times:
        return UNTIL_MIDNIGHT
    if len(times) == 1:
        return f"Write {times[0]}."
    return "Write hours and minutes with two digits each, for example 09:00 or 17:00."


def _also(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit in limits(policy):
        if limit.also is None or limit.unit in WITHOUT_NUMBER:
            continue
        if limit.unit not in WITH_AMOUNT:
            write = f"Leave it out: “{limit.unit.value}” has no second unit."
            yield at(path, "also", "is there", write)
        elif limit.also.unit not in WITH_AMOUNT or limit.also.unit is limit.unit:
            others = ", ".join(unit.value for unit in WITH_AMOUNT if unit is not limit.unit)
            yield at((*path, "also"), "unit", f"is '{limit.also.unit.value}'", f"Write one of: {others}.")
        elif not limit.also.amount:
            yield at((*path, "also"), "amount", "is 0", "Write a whole number from 1.")


def _or_from(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit in limits(policy):
        if limit.or_from is None or limit.unit in WITHOUT_NUMBER:
            continue
        if limit.counts_from in (None, NOT_STATED):
            yield at(path, "or_from", "stands alone", "Write the first of the two events in counts_from.")
        elif limit.or_from == limit.counts_from:
            yield at(path, "or_from", "is the same as counts_from", "Write the other event, or leave it out.")


def _stage_before(policy: Policy, today: date) -> Iterator[Fault]:
    for path, rungs in ladders(policy):
        for place, limit in placed((*path, 0, "timescales"), rungs[0].timescales):
            write = "The first stage has none before it: write not stated, or start of the first stage."
            yield from _starts(place, limit, (Start.STAGE_BEFORE,), write)
        for place, stage in placed(path, rungs):
            for spot, limit in placed(
                (*place, "timescales"), stage.timescales if stage.before_raising else ()
            ):
                write = "The concern is not raised yet: write not stated, or start of this stage."
                yield from _starts(spot, limit, (Start.LADDER,), write)


def _shared_start(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit in limits(policy):
        if isinstance(limit, Budget):
            write = (
                "A limit for several stages counts from the start of the first: write that, an "
                "event, or not stated."
            )
            yield from _starts(path, limit, (Start.STAGE_BEFORE, Start.THIS_STAGE), write)
        elif path[0] == "other_routes":
            write = "Another route has no stages: write the id of an event, or not stated."
            yield from _starts(path, limit, tuple(Start), write)


def _starts(path: Path, limit: Timescale, not_here: tuple[Start, ...], write: str) -> Iterator[Fault]:
    for name in ("counts_from", "or_from"):
        start = getattr(limit, name)
        if start in not_here:
            yield at(path, name, f"is '{start.value}'", write)


UNITS = (
    Rule(
        name="amount",
        kind=Kind.FAULT,
        says="Working days, days and hours have an amount; the other units have none.",
        why="Without the number there is no date, and a number that nothing counts misleads.",
        wrong="unit: hours",
        right="unit: hours\namount: 48",
        find=_amount,
    ),
    Rule(
        name="counted",
        kind=Kind.FAULT,
        says=(
            "A limit that is counted says what it counts from, or that this is not stated. “at once” "
            "and “words only” are never counted."
        ),
        why="A date that nobody can trace to the policy’s words cannot be trusted.",
        wrong="unit: at once\ncounts_from: start of the first stage",
        right="unit: at once",
        find=_counted,
    ),
    Rule(
        name="clock",
        kind=Kind.FAULT,
        says="A clock time stands only with a limit in days, in the form 17:00: the hour of its last day.",
        why="A limit in hours finds its own clock time, and words without a number have no day for it.",
        wrong="unit: hours\namount: 24\nclock: 12:00",
        right="unit: working days\namount: 1\nclock: 12:00",
        find=_clock,
    ),
    Rule(
        name="also",
        kind=Kind.FAULT,
        says=(
            "The same limit in a second unit stands with hours, working days or days, and in another "
            "of these."
        ),
        why=(
            "The helper counts both and leads with the earlier; the same unit twice would be no "
            "second reading."
        ),
        wrong="unit: hours\namount: 48\nalso:\n  unit: hours\n  amount: 48",
        right="unit: hours\namount: 48\nalso:\n  unit: working days\n  amount: 2",
        find=_also,
    ),
    Rule(
        name="or-from",
        kind=Kind.FAULT,
        says="A second start event stands beside a first one, and is another.",
        why="“Of the disagreement or of the decision” means two days, of which the earlier counts.",
        wrong="counts_from: not stated\nor_from: decision_received",
        right="counts_from: start of this stage\nor_from: decision_received",
        find=_or_from,
    ),
    Rule(
        name="stage-before",
        kind=Kind.FAULT,
        says=(
            "The first stage does not count from the stage before, and a stage within your own "
            "agency not from the first stage."
        ),
        why="The day that the limit counts from would not have come yet, or never comes.",
        wrong="counts_from: end of the stage before",
        right="counts_from: start of the first stage",
        find=_stage_before,
    ),
    Rule(
        name="shared-start",
        kind=Kind.FAULT,
        says=(
            "A limit for several stages counts from the start of the first stage or an event, that "
            "of another route from an event."
        ),
        why="Such a limit belongs to no single stage, so it cannot count from one.",
        wrong="covers: all stages\ncounts_from: end of the stage before",
        right="covers: all stages\ncounts_from: start of the first stage",
        find=_shared_start,
    ),
)
