"""Limits that the helper may not see to be met."""

from collections.abc import Iterator
from datetime import date

from helper.faults import Fault
from helper.fixed_words import Start
from helper.policy import Policy
from macros.rules.places import placed, stages
from macros.rules.rule import Kind, Rule, at


def _beside_an_event(policy: Policy, today: date) -> Iterator[Fault]:
    for path, stage in stages(policy):
        limits = list(placed((*path, "timescales"), stage.timescales))
        events = [limit.counts_from for _, limit in limits if isinstance(limit.counts_from, str)]
        for place, limit in limits if events else ():
            if limit.counts_from is Start.THIS_STAGE:
                found = f"is 'start of this stage', beside a limit that counts from {events[0]}"
                write = (
                    f"If it is the time until {events[0]}, write end of the stage before: then it is met "
                    "once that has a day. If it is the time for something else, leave it."
                )
                yield at(place, "counts_from", found, write)


MET = (
    Rule(
        name="beside-an-event",
        kind=Kind.WARNING,
        says="The time until an event counts from the end of the stage before.",
        why="After a meeting that was held in time, people would be told that its limit has passed.",
        wrong="- what: the meeting\n  counts_from: start of this stage\n- counts_from: meeting_held",
        right="- what: the meeting\n  counts_from: end of the stage before\n- counts_from: meeting_held",
        find=_beside_an_event,
    ),
)
