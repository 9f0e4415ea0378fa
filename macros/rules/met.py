"""Whether a limit was kept: what the helper can see of it, and what it cannot."""

from collections.abc import Iterator, Sequence
from datetime import date

from helper.faults import Fault, Path, did_you_mean
from helper.fixed_words import Start
from helper.policy import Policy
from helper.starts import counts
from helper.time_facts import Budget, Event, Timescale
from macros.rules.places import Placed, limits, placed, stages
from macros.rules.rule import Kind, Rule, at


def _met_by(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit in limits(policy):
        if limit.met_by is not None and (is_of_no_stage(path, limit) or not counts(limit)):
            why = "Only a limit of one stage, with a number to count, is seen to be kept: leave it out."
            yield at(path, "met_by", f"is '{_word(limit.met_by)}'", why)
    events = {each.id for each in policy.events}
    for path, stage in stages(policy):
        own = list(placed((*path, "timescales"), stage.timescales))
        if all(day in events for _, limit in own for day in _named(limit)):
            yield from (_unseen(place, limit, own, events) for place, limit in own if _is_unseen(limit, own))


def is_of_no_stage(path: Path, limit: Timescale) -> bool:
    """Whether a limit is one of several stages together, or of another route."""
    return isinstance(limit, Budget) or path[0] == "other_routes"


def _is_unseen(limit: Timescale, own: Sequence[Placed[Timescale]]) -> bool:
    return limit.met_by is not None and counts(limit) and limit.met_by not in _others(limit, own)


def _unseen(path: Path, limit: Timescale, own: Sequence[Placed[Timescale]], events: set[str]) -> Fault:
    """met_by names a day that nobody is asked for, the limit's own start, or no event at all."""
    assert limit.met_by is not None
    found, days = _word(limit.met_by), [_word(each) for each in _others(limit, own)]
    is_known = isinstance(limit.met_by, Start) or found in events
    why = "which shows nothing" if is_known else "which is none of the events"
    near, there = did_you_mean(found, days), ", ".join(days) or "there is none here"
    write = f"{near}Write a day from which another limit of the stage counts ({there}), or leave it out."
    return at(path, "met_by", f"is '{found}', {why}", write)


def _named(limit: Timescale) -> list[str]:
    """The events that a limit counts from; one that is not there is a fault of its own."""
    return [day for day in (limit.counts_from, limit.or_from) if isinstance(day, str)]


def _others(limit: Timescale, own: Sequence[Placed[Timescale]]) -> list[Start | str]:
    """The days from which the other limits of a stage count, and this one does not."""
    mine = (limit.counts_from, limit.or_from)
    found = [day for _, each in own for day in (each.counts_from, each.or_from)]
    later = [day for day in found if isinstance(day, str) or day is Start.THIS_STAGE]
    return [day for day in dict.fromkeys(later) if day not in mine]


def _word(day: Start | str) -> str:
    return day.value if isinstance(day, Start) else day


def _may_be_met(policy: Policy, today: date) -> Iterator[Fault]:
    followed, known = _followed(policy), {each.id for each in policy.events}
    if not {end for _, end in followed} <= known:
        return  # of a misspelt one nobody can tell which day it comes after
    for path, stage in stages(policy):
        own = list(placed((*path, "timescales"), stage.timescales))
        for place, limit in own:
            days = {*_others(limit, own)} - _before(limit, followed)
            events = [each for each in policy.events if each.id in days]
            if events and limit.met_by is None and limit.moves_on is not False and counts(limit):
                ids = " or ".join(each.id for each in events)
                found = f"is “{limit.what}”, beside a limit that counts from {ids}"
                yield at(place, "what", found, _ask(events))


def _followed(policy: Policy) -> set[tuple[str, str]]:
    """Pairs of events of which the second comes after the first: it ends a limit that counts from that."""
    pairs = [(day, limit.met_by) for _, limit in limits(policy) for day in _named(limit)]
    return {(day, end) for day, end in pairs if isinstance(end, str)}


def _before(limit: Timescale, followed: set[tuple[str, str]]) -> set[Start | str]:
    """The events that come before those that a limit counts from, as far as the file shows it."""
    found: set[Start | str] = {*_named(limit)}
    while more := {day for day, end in followed if end in found} - found:
        found |= more
    return found


def _ask(events: Sequence[Event]) -> str:
    kept = " or once ".join(each.name for each in events)
    write = " or ".join(f"met_by: {each.id}" for each in events)
    return (
        f"Is it kept once {kept}, and is that day always after the one it counts from? Then write {write}, "
        "and the helper stops asking for it once people give that day. Is it something else, such as the "
        "end of the stage, or an earlier day? Then leave it."
    )


MET = (
    Rule(
        name="met-by",
        kind=Kind.FAULT,
        says="met_by names a day from which another limit of the same stage counts.",
        why="The helper asks for no other day, so nothing else can show that the limit was kept.",
        wrong="- what: the letter\n  met_by: start of this stage",
        right="- what: the letter\n  met_by: start of this stage\n- counts_from: start of this stage",
        find=_met_by,
    ),
    Rule(
        name="may-be-met",
        kind=Kind.WARNING,
        says=(
            "A limit that ends with an event from which another limit of the stage counts, such as “the "
            "meeting within 5 working days” beside its minutes, says so in met_by."
        ),
        why="The day of the meeting then shows that it was held. Otherwise its limit would be called passed.",
        wrong="- what: the meeting\n- counts_from: meeting_held",
        right="- what: the meeting\n  met_by: meeting_held\n- counts_from: meeting_held",
        find=_may_be_met,
    ),
)
