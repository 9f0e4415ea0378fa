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
                yield at(place, "counts_from", found, _write(limit.what, _name(policy, events[0])))


def _write(what: str, name: str) -> str:
    return (
        f"What has to happen by the end of this limit, “{what}”: is it that {name}? Then write end of the "
        "stage before, and the helper knows that the limit was kept once people give that day. Is it "
        "something else, such as a reply? Then leave it."
    )


def _name(policy: Policy, id_: str) -> str:
    """What the policy's file calls an event: "the decision was received"."""
    return next((event.name for event in policy.events if event.id == id_), id_)


MET = (
    Rule(
        name="beside-an-event",
        kind=Kind.WARNING,
        says=(
            "A limit that ends with an event, such as “the meeting within 5 working days”, counts from the "
            "end of the stage before, where another limit of the stage counts from that event."
        ),
        why=(
            "The day of the meeting then shows that it was held in time. Counted from the start of this "
            "stage, its limit would be called passed, though the meeting was held."
        ),
        wrong="- what: the meeting\n  counts_from: start of this stage\n- counts_from: meeting_held",
        right="- what: the meeting\n  counts_from: end of the stage before\n- counts_from: meeting_held",
        find=_beside_an_event,
    ),
)
