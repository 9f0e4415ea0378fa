"""Limits that can be read in two ways."""

from collections.abc import Iterator
from datetime import date

from helper.faults import Fault
from helper.fixed_words import NOT_STATED, Unit
from helper.policy import Policy
from macros.rules.hours import said_deadlines
from macros.rules.numbers import HOURS_A_DAY
from macros.rules.places import limits, placed, stages
from macros.rules.quoted import counted, quoted
from macros.rules.rule import Kind, Rule, at


def _hours_and_days(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit, said in quoted(policy):
        things = {each.thing for each in said}
        if limit.also and _differ(dict(counted(limit))):
            write = (
                "Over a weekend the two end on different days. The helper shows both and leads with the "
                "earlier. Ask the partnership which one is meant."
            )
            yield at(path, "also", f"is {limit.also.amount} {limit.also.unit.value}", write)
        elif limit.amount and not limit.also and {"hour", "day"} <= things:
            write = "Write the second one in also:, or leave it out of the quote if it is for something else."
            yield at(path, "says", "gives hours and days, of which one is counted", write)


def _differ(amounts: dict[Unit, int]) -> bool:
    """Whether a limit in two units can end on different days; 48 hours and 2 days, all counted, do not."""
    days = amounts.get(Unit.DAYS, 0)
    return len(amounts) > 1 and amounts != {Unit.HOURS: days * HOURS_A_DAY, Unit.DAYS: days}


def _no_start_event(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit in limits(policy):
        if limit.counts_from is NOT_STATED:
            until = "no date is worked out" if path[0] == "other_routes" else "the page says what we assume"
            write = (
                "Look for the event in the policy once more. If there is none, ask the partnership to name "
                f"one. Until then {until}."
            )
            yield at(path, "counts_from", "is 'not stated'", write)


def _same_day(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit in limits(policy):
        hour = limit.clock or said_deadlines(limit.says)  # an hour in the words alone has a rule of its own
        if limit.unit is Unit.SAME_WORKING_DAY and not hour:
            write = (
                "Write clock: and the hour if the policy names one. If not, ask the partnership what holds "
                "late in the afternoon and outside working days."
            )
            yield at(path, "unit", "is 'same working day' without an hour", write)


def _same_what(policy: Policy, today: date) -> Iterator[Fault]:
    for path, stage in stages(policy):
        seen = set()
        for place, limit in placed((*path, "timescales"), stage.timescales):
            key = (limit.what.lower(), limit.owner, limit.priority, limit.when)
            if key in seen:
                write = "Write what is different: what has to happen, who acts, the priority or the case."
                yield at(place, "what", f"is '{limit.what}' again", write)
            seen.add(key)


UNCLEAR = (
    Rule(
        name="hours-and-days",
        kind=Kind.WARNING,
        says="A limit in hours and in days ends on the same day by both.",
        why=(
            "“48 hours (two working days)” from a Friday ends on Sunday or on Tuesday. Two people "
            "would read two dates."
        ),
        wrong="says: within 48 hours (two working days)\nunit: hours\namount: 48",
        right="says: within 48 hours (two days)\nunit: hours\namount: 48\nalso:\n  unit: days\n  amount: 2",
        find=_hours_and_days,
    ),
    Rule(
        name="no-start-event",
        kind=Kind.WARNING,
        says="A limit that is counted says what it counts from.",
        why=(
            "“Within 5 working days” is no date until the first day is known. Both agencies should "
            "count from the same one."
        ),
        wrong="says: within 5 working days\ncounts_from: not stated",
        right="says: within 5 working days of raising it\ncounts_from: start of the first stage",
        find=_no_start_event,
    ),
    Rule(
        name="same-day-without-hour",
        kind=Kind.WARNING,
        says="“The same working day” names the hour at which that day ends.",
        why="Whoever raises it at 16:50 or on a Sunday does not know what the policy asks.",
        wrong="unit: same working day",
        right="unit: same working day\nclock: 17:00",
        find=_same_day,
    ),
    Rule(
        name="same-what",
        kind=Kind.WARNING,
        says="Two limits of a stage differ in what they are for, in who acts, in their priority or case.",
        why="People see two dates for the same thing and cannot tell them apart.",
        wrong="- what: the discussion\n- what: the discussion",
        right="- what: the discussion\n- what: an agreed plan",
        find=_same_what,
    ),
)
