"""One limit of a policy with its last day, and the limit in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from helper.dates import DAY, DayInWords
from helper.fixed_words import Start, Strength, Unit, amount_in_words
from helper.starts import counts
from helper.time_facts import Budget, Timescale
from helper.timescale import NEXT_DAY, SAME_DAY, Reading


@dataclass(frozen=True, kw_only=True)
class Due:
    """The last day of one timescale.

    covers: the stage's label, or "all four stages" where it is shared. kind: limit or target.
    owner: who has to act within it, empty where it is both sides. when: the one case in which it
    holds. priority: the name of the one that it is for. starts: the ids of the days that it counts
    from; counts_from: these events in words, known or not; start_stated: whether the policy states
    them. last_day: None where the policy gives no number or that event's day is not known; clock, by:
    as in Reading. reading: how it was counted; where the policy's words can be counted in two ways
    the earliest leads and the others are in other_readings. total: the stated running total.
    unchecked: the event whose day could give an earlier end and is not known, empty where every
    reading was counted. or_sooner: the policy's words for an earlier day that only judgement can
    find. until: the hour of the last day, empty where the policy names none. passed: the last day
    lies before today. provisional: the count goes past the published bank holidays. met: what it
    asked for has begun. moves_on: once it has passed one goes on to the next stage.
    """

    what: str
    covers: str
    shared: bool
    says: str
    limit: str
    owner: str
    priority: str
    when: str
    or_sooner: str | None
    total: int | None
    unchecked: str
    strength: Strength
    kind: str
    unit: Unit
    until: str
    starts: tuple[str, ...]
    counts_from: str
    start_stated: bool
    last_day: date | None
    last_day_in_words: DayInWords | None
    clock: str
    by: str
    reading: Reading | None
    other_readings: tuple[Reading, ...]
    passed: bool
    provisional: bool
    source: str
    moves_on: bool
    met: bool = False

    @property
    def binds(self) -> bool:
        """Whether it has a day that still holds, and in any case."""
        return self.last_day is not None and not self.when and not self.met

    @property
    def day_in_words(self) -> str:
        """Thursday 26 November 2026; only of one that has a day."""
        assert self.last_day_in_words is not None
        return self.last_day_in_words.words

    @property
    def ends_stage(self) -> bool:
        """Whether the stage is over once its day has passed."""
        return self.binds and self.moves_on

    @property
    def is_for_several(self) -> bool:
        """Whether it is for several stages and leaves none of them a day of its own."""
        return self.shared and self.unit is not Unit.SAME_WORKING_DAY

    @property
    def may_run_on(self) -> bool:
        """Whether it holds in one case, and its time may not be over then."""
        return bool(self.when) and self.unit is not Unit.AT_ONCE and not (self.passed or self.met)


def in_time(each: Due) -> tuple[str, str]:
    """A limit whose day is not known, as two words: ("within", "2 working days, by 12:00").

    ("by 12:00 on", "the next working day") for one that is a day.
    """
    if each.unit is Unit.NEXT_WORKING_DAY:
        return f"by {each.until} on" if each.until else "by the end of", NEXT_DAY
    return "within", each.limit


def is_over(each: Due, today: date | None) -> bool:
    """Whether it is certain that a limit has passed: hours from an unknown hour count from midnight."""
    if not (each.reading and each.reading.from_unknown_hour):
        return each.passed
    return each.passed and today is not None and today > each.reading.last_day + DAY


def each_priority(dues: list[Due]) -> str:
    """within 48 hours (Priority 1), or a working week (Priority 2)"""
    leads = {in_time(each)[0] for each in dues}
    told = [f"{' '.join(in_time(each))} ({each.priority})" for each in dues]
    joint = ", or " if len(leads) > 1 else f", or {leads.pop()} "
    return ", or ".join(told).replace(joint, ", or ")


def due(
    timescale: Timescale,
    found: tuple[Reading, ...],
    *,
    covers: str,
    starts: Mapping[str, str],
    unchecked: str,
    today: date | None,
) -> Due:
    """The due of a timescale from its readings: the earliest leads.

    starts: the days that it counts from by id, each as it follows "the day".
    """
    lead = found[0] if found else None
    return Due(
        what=timescale.what,
        covers=covers,
        shared=isinstance(timescale, Budget),
        says=timescale.says,
        limit=limit_in_words(timescale),
        owner=timescale.owner or "",
        priority=timescale.priority or "",
        when=timescale.when or "",
        or_sooner=timescale.or_sooner,
        total=timescale.total,
        unchecked=unchecked if found else "",
        strength=timescale.strength,
        kind=kind(timescale),
        unit=timescale.unit,
        until=timescale.clock or "",
        starts=tuple(starts),
        counts_from=_counts_from(timescale, starts),
        start_stated=isinstance(timescale.counts_from, (Start, str)),
        last_day=lead.last_day if lead else None,
        last_day_in_words=lead.last_day_in_words if lead else None,
        clock=lead.clock if lead else "",
        by=lead.by if lead else "",
        reading=lead,
        other_readings=found[1:],
        passed=bool(lead and today and lead.last_day < today),
        provisional=any(each.provisional for each in found),
        source=timescale.source,
        moves_on=timescale.moves_on is not False,
    )


def _counts_from(timescale: Timescale, starts: Mapping[str, str]) -> str:
    known = " or ".join(f"the day {name}" for name in starts.values())
    return known or ("a day that it does not state" if counts(timescale) else "")


def kind(timescale: Timescale) -> str:
    """A target where the policy says "where possible" or "as a guide", otherwise a limit."""
    return "target" if timescale.strength is Strength.TARGET else "limit"


def limit_in_words(timescale: Timescale) -> str:
    """2 working days, by 12:00; the same working day; nothing where the policy gives no number."""
    clock = f", by {timescale.clock}" if timescale.clock else ""
    return f"{_length(timescale)}{clock}"


def _length(timescale: Timescale) -> str:
    if timescale.unit is Unit.SAME_WORKING_DAY:
        return SAME_DAY
    if timescale.unit is Unit.NEXT_WORKING_DAY:
        return NEXT_DAY
    if timescale.unit is Unit.WORKING_WEEK:
        return "a working week"
    said = "" if timescale.amount is None else amount_in_words(timescale.amount, timescale.unit)
    also = timescale.also and amount_in_words(timescale.also.amount, timescale.also.unit)
    return f"{said} ({also})" if also else said
