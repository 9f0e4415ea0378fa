"""From what a policy says about time to the day on which it ends.

Each kind of time limit is worked out here and nowhere else. Source of the rules:
docs/about/how-dates-are-counted.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from helper.calendar import Calendar, Counted, Marks
from helper.dates import DayInWords, in_words
from helper.fixed_words import Start, Strength, Unit, amount_in_words
from helper.moment import Moment
from helper.starts import RAISED, counts
from helper.time_facts import Budget, Timescale

WEEK = 5
SAME_TIME = "by the same time of day on"
HOUR_LESS = "by one hour before the same time of day on"
AFTER_TO_COME, AFTER = "after it begins, on", "after it began, on"


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way to count a limit.

    name: the event that the policy counts from ("Step 1 ended"). event: what is counted from, to
    follow "from": that day, or the limit of Step 1 in its place. mark: the same to stand beside the
    day, where it is not the name. start: when that was (None if not known). amount, unit: how long.
    at: the hour of the last day by which it ends, empty where that is the whole day.
    """

    name: str
    event: str
    start: Moment | None
    mark: str = ""
    amount: int = 0
    unit: Unit = Unit.WORKING_DAYS
    at: str = ""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A way counted out: "the day Step 1 began", on which day, to which last day.

    began: the start in words, with its clock time where that counts. limit: "2 working days".
    clock: the clock time on the last day, empty where it is the whole day. by: the words before
    the last day ("by the end of", "by 16:50 on").
    """

    counted_from: str
    start: date
    start_in_words: DayInWords
    began: str
    limit: str
    last_day: date
    last_day_in_words: DayInWords
    clock: str
    by: str
    counting: tuple[Counted, ...]
    provisional: bool

    @property
    def is_hourly(self) -> bool:
        """Whether hours are counted."""
        return self.limit.endswith(("hour", "hours"))

    @property
    def from_unknown_hour(self) -> bool:
        """Whether hours are counted from a day of which nobody knows the hour."""
        return self.is_hourly and self.began == self.start_in_words.words


@dataclass(frozen=True, kw_only=True)
class Due:
    """The last day of one timescale.

    covers: the stage's label, or "all four stages" where it is shared. kind: limit or target.
    owner: who has to act within it, empty where it is both sides. when: the one case in which it
    holds. priority: the name of the one that it is for. counts_from: the event in words,
    known or not; start_stated: whether the policy states it. last_day: None where the policy gives
    no number or that event's day is not known; clock, by: as in Reading. reading: how it was
    counted; where the policy's words can be counted in two ways the earliest leads and the others
    are in other_readings. total: the stated running total. unchecked: the event whose day could give
    an earlier end and is not known, empty where every reading was counted. or_sooner: the policy's
    words for an earlier day that only judgement can find. until: the hour of the last day,
    empty where the policy names none. passed: the last day lies before today. provisional: the count
    goes past the published bank holidays. met: what it asked for has begun. moves_on: once it has
    passed one goes on to the next stage.
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
    def ends_stage(self) -> bool:
        """Whether the stage is over once its day has passed."""
        return self.binds and self.moves_on

    @property
    def may_run_on(self) -> bool:
        """Whether it holds in one case, and its time may not be over then."""
        return bool(self.when) and self.unit is not Unit.AT_ONCE and not (self.passed or self.met)


def ways(timescale: Timescale, starts: tuple[str, ...], begin: Mapping[str, Way]) -> tuple[Way, ...]:
    """Every way in which the policy's own words can be counted.

    starts: the ids of the days it counts from; begin: for each id, the event and when it was. A
    stated running total, a second start event and a second unit are each a further way to count the
    same limit. The hour of the last day holds for each that counts days.
    """
    if not counts(timescale):
        return ()
    running = [] if timescale.total is None else [(begin[RAISED], timescale.total, _unit(timescale))]
    stated = [(timescale.amount or (WEEK if timescale.unit is Unit.WORKING_WEEK else 0), _unit(timescale))]
    if timescale.also:
        stated.append((timescale.also.amount, timescale.also.unit))
    each_way = [*running, *((begin[id_], *limit) for limit in stated for id_ in starts)]
    return tuple(
        replace(start, amount=amount, unit=unit, at=_hour(timescale, unit))
        for start, amount, unit in each_way
    )


def readings(found: tuple[Way, ...], calendar: Calendar, marks: Marks, last: str) -> tuple[Reading, ...]:
    """Each way whose start is known, counted out; the earliest end first, each end once.

    marks: what else falls on a day, to be said beside it ("Step 1 limit"); last: the same for the
    last day.
    """
    by_end: dict[tuple[date, str], Reading] = {}
    for way in found:
        if way.start is not None:
            reading = _read(way, way.start, calendar, marks, last)
            by_end.setdefault((reading.last_day, reading.clock or "24:00"), reading)
    return tuple(by_end[end] for end in sorted(by_end))


def due(
    timescale: Timescale,
    found: tuple[Reading, ...],
    *,
    covers: str,
    counts_from: str,
    unchecked: str,
    today: date | None,
) -> Due:
    """The due of a timescale from its readings: the earliest leads."""
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
        counts_from=counts_from,
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


def kind(timescale: Timescale) -> str:
    """A target where the policy says "where possible" or "as a guide", otherwise a limit."""
    return "target" if timescale.strength is Strength.TARGET else "limit"


def limit_in_words(timescale: Timescale) -> str:
    """2 working days, by 12:00; the same working day; nothing where the policy gives no number."""
    clock = f", by {timescale.clock}" if timescale.clock else ""
    return f"{_length(timescale)}{clock}"


def _length(timescale: Timescale) -> str:
    if timescale.unit is Unit.SAME_WORKING_DAY:
        return "the same working day"
    if timescale.unit is Unit.WORKING_WEEK:
        return "a working week"
    said = "" if timescale.amount is None else amount_in_words(timescale.amount, timescale.unit)
    also = timescale.also and amount_in_words(timescale.also.amount, timescale.also.unit)
    return f"{said} ({also})" if also else said


def _unit(timescale: Timescale) -> Unit:
    return timescale.unit if timescale.unit in (Unit.DAYS, Unit.HOURS) else Unit.WORKING_DAYS


def _hour(timescale: Timescale, unit: Unit) -> str:
    return "" if unit is Unit.HOURS else timescale.clock or ""


def _read(way: Way, start: Moment, calendar: Calendar, marks: Marks, last: str) -> Reading:
    began = ((start.day, way.mark or way.name), *marks)
    named = f"{last}, by {way.at}" if way.at else last
    end, counting = calendar.count_out(start, way.amount, way.unit, began, named)
    end = replace(end, at=way.at) if way.at else end
    return Reading(
        counted_from=way.event,
        start=start.day,
        start_in_words=in_words(start.day),
        began=start.words if way.unit is Unit.HOURS else in_words(start.day).words,
        limit=amount_in_words(way.amount, way.unit),
        last_day=end.day,
        last_day_in_words=in_words(end.day),
        clock=end.at,
        by=_by(end),
        counting=counting,
        provisional=way.unit is Unit.WORKING_DAYS and calendar.provisional(end.day),
    )


def _by(end: Moment) -> str:
    if end.after:
        return f"{amount_in_words(end.after, Unit.HOURS)} {AFTER_TO_COME if end.to_come else AFTER}"
    if end.to_come:
        return HOUR_LESS if end.hour_less else SAME_TIME
    return f"by {end.at} on" if end.at else "by the end of"
