"""The questions about days: only those that the policy's clocks need."""

from collections.abc import Callable
from datetime import date

from helper.asking import Ask, Known, Option
from helper.fixed_words import Unit
from helper.narrow import NOT_KNOWN
from helper.policy import Policy
from helper.situation import Situation
from helper.starts import BEGAN, ENDED, RAISED, counts, event_question, limits, needed_ids, start_ids
from helper.time_facts import Event, Timescale
from helper.working_days import FIRST_KNOWN


def day_asks(policy: Policy) -> dict[str, Callable[[Situation], Ask]]:
    """How each question for a day is put, by its id, in the order in which they are asked."""
    events = {event_question(event): _event_asker(event) for event in policy.events}
    return {RAISED: _ask_raised, ENDED: _ask_ended, BEGAN: _ask_began, **events}


def needs_day(now: Situation, known: Known, id_: str) -> bool:
    """Whether a limit of the route, or of the stage to act in, counts from this day, and it can be known."""
    if now.route:
        return id_ in [event for each in now.route.timescales for event in route_starts(now.policy, each)]
    if not now.acts or id_ not in wanted_days(now, limits(now.policy, now.target)):
        return False
    begun = {RAISED: now.is_raised, ENDED: now.reached is not None and now.target > now.starts_at}
    return begun.get(id_, id_ != BEGAN or now.reached == now.target)


def wanted_days(now: Situation, stated: tuple[Timescale, ...]) -> tuple[str, ...]:
    """Every day that these limits of the stage to act in count from, as it is asked for."""
    return _asked(now, needed_ids(now.policy, now.target, stated))


def route_starts(policy: Policy, timescale: Timescale) -> tuple[str, ...]:
    """The days that a limit of another route counts from: only events outside the ladder."""
    starts = (timescale.counts_from, timescale.or_from) if counts(timescale) else ()
    ids = [event.id for event in policy.events]
    return tuple(f"when_{each}" for each in starts if each in ids)


def _ask_raised(now: Situation) -> Ask:
    """When the first stage began."""
    called = now.policy.ladder[now.begins].called
    return _ask_day(
        now,
        id_=RAISED,
        name=f"{called} began",
        text=f"When did {called} begin?",
        why="The day on which it was first raised with the other agency. The time limits count from it.",
    )


def _ask_ended(now: Situation) -> Ask:
    """When the stage before ended; not earlier than it was raised, but for thinking it over."""
    stages = now.policy.ladder
    used = [index for index in range(now.starts_at, now.target) if index not in now.skipped]
    return _ask_day(
        now,
        id_=ENDED,
        name=f"{stages[used[-1]].called} ended",
        text=f"When did {stages[used[-1]].called} end?",
        why=f"The time limit of {stages[now.target].called} counts from then.",
        after=now.raised.day if now.raised and used[-1] >= now.first else FIRST_KNOWN,
    )


def _ask_began(now: Situation) -> Ask:
    """When the stage that goes on began; not earlier than the stage before ended."""
    called = now.policy.ladder[now.target].called
    before = now.days.get(ENDED) or now.raised
    return _ask_day(
        now,
        id_=BEGAN,
        name=f"{called} began",
        text=f"When did {called} begin?",
        why=f"The time limit of {called} counts from then.",
        after=before.day if before else FIRST_KNOWN,
    )


def _event_asker(event: Event) -> Callable[[Situation], Ask]:
    def ask(now: Situation) -> Ask:
        counts = f"A time limit counts from the day {event.name}."
        why = f"{counts} If that is still to come, choose “I do not know”."
        return _ask_day(now, id_=event_question(event), name=_as_name(event), text=event.ask, why=why)

    return ask


def _as_name(event: Event) -> str:
    return f"The day {event.name}"


def _ask_day(now: Situation, *, id_: str, name: str, text: str, why: str, after: date = FIRST_KNOWN) -> Ask:
    unknown = Option(value=NOT_KNOWN, text="I do not know", hint="We leave out the dates that need it")
    clock = _in_hours(now, id_)
    return Ask(
        id=id_,
        name=name,
        text=text,
        why=f"{why} It runs in hours, so give the time too, if you know it." if clock else why,
        kind="date",
        options=(unknown,),
        earliest=after,
        clock=clock,
    )


def _in_hours(now: Situation, id_: str) -> bool:
    """Whether the hour matters: a limit that counts from this day runs in hours."""
    hourly = (each for each in _limits(now) if Unit.HOURS in (each.unit, each.also and each.also.unit))
    return any(id_ in _starts(now, each) for each in hourly)


def _limits(now: Situation) -> tuple[Timescale, ...]:
    """Those of the other route that fits better, or else of the stage to act in."""
    return now.route.timescales if now.route else limits(now.policy, now.target)


def _starts(now: Situation, limit: Timescale) -> tuple[str, ...]:
    if now.route:
        return route_starts(now.policy, limit)
    total = () if limit.total is None else (RAISED,)
    return (*_asked(now, start_ids(now.policy, now.target, limit)), *total)


def _asked(now: Situation, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The days to ask for. In the later stage where it began none ended before: it began as it was raised."""
    if not now.starts_at or now.target != now.starts_at:
        return ids
    return tuple(RAISED if id_ in (ENDED, BEGAN) else id_ for id_ in ids)
