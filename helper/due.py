"""One limit of a policy with its last day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from helper.calendar import Marks
from helper.dates import DAY, DayInWords
from helper.fixed_words import Start, Strength, Unit
from helper.limit_words import kind, limit_in_words
from helper.situation import Situation
from helper.starts import counts
from helper.time_facts import Budget, Timescale
from helper.timescale import Reading, Way, readings, ways


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


@dataclass(frozen=True, kw_only=True)
class Count:
    """What limits are counted out with.

    events: all that they may count from, by the id of the question for its day. marks: what else is
    to be said beside a day. today: None on a printed page.
    """

    now: Situation
    events: Mapping[str, Way]
    today: date | None
    marks: Marks = ()


def due(count: Count, timescale: Timescale, starts: tuple[str, ...], *, covers: str, last: str) -> Due:
    """A limit counted out in each way that its words allow; the earliest day leads.

    starts: the ids of the days that it counts from. covers: as in Due. last: what to say beside the
    last day.
    """
    each_way = ways(timescale, starts, count.events)
    found = readings(each_way, count.now.calendar, count.marks, last)
    lead, names = found[0] if found else None, [count.events[id_].name for id_ in starts]
    return Due(
        what=timescale.what,
        covers=covers,
        shared=isinstance(timescale, Budget),
        says=timescale.says,
        limit=limit_in_words(timescale),
        owner=timescale.owner or "",
        priority=count.now.policy.priority_name(timescale.priority),
        when=timescale.when or "",
        or_sooner=timescale.or_sooner,
        total=timescale.total,
        unchecked=_unchecked(each_way) if found else "",
        strength=timescale.strength,
        kind=kind(timescale),
        unit=timescale.unit,
        until=timescale.clock or "",
        starts=starts,
        counts_from=_counts_from(timescale, names),
        start_stated=isinstance(timescale.counts_from, (Start, str)),
        last_day=lead.last_day if lead else None,
        last_day_in_words=lead.last_day_in_words if lead else None,
        clock=lead.clock if lead else "",
        by=lead.by if lead else "",
        reading=lead,
        other_readings=found[1:],
        passed=bool(lead and count.today and lead.last_day < count.today),
        provisional=any(each.provisional for each in found),
        source=timescale.source,
        moves_on=timescale.moves_on is not False,
    )


def by_day(each: Due) -> tuple[bool, bool, date, str]:
    """The order of limits: those with a day first, those that always hold before those of one case."""
    return each.last_day is None, bool(each.when), each.last_day or date.min, each.clock or "24:00"


def is_over(each: Due, today: date | None) -> bool:
    """Whether it is certain that a limit has passed: hours from an unknown hour count from midnight."""
    if not (each.reading and each.reading.from_unknown_hour):
        return each.passed
    return each.passed and today is not None and today > each.reading.last_day + DAY


def _counts_from(timescale: Timescale, names: list[str]) -> str:
    known = " or ".join(f"the day {name}" for name in names)
    return known or ("a day that it does not state" if counts(timescale) else "")


def _unchecked(each_way: tuple[Way, ...]) -> str:
    return next((way.name for way in each_way if way.is_open), "")
