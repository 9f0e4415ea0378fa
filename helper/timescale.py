"""From what a policy says about time to the day on which it ends.

Each kind of time limit is worked out here and nowhere else. Source of the rules:
docs/about/how-dates-are-counted.md.
"""

from dataclasses import dataclass, replace
from datetime import date

from helper.dates import DayInWords, in_words
from helper.policy import Budget, Start, Strength, Timescale, Unit
from helper.working_days import CountedDay, WorkingDays

WEEK = 5


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way to count a limit.

    event, start: what it counts from, and the day of that (None if not known). days: how many;
    every_day: whether weekends and bank holidays are counted with the rest.
    """

    event: str
    start: date | None
    days: int = 0
    every_day: bool = False


@dataclass(frozen=True, kw_only=True)
class Counted:
    """One day of the counting. said: "Day 2" or "Not counted". why: the reason, or what happens on it."""

    day: date
    in_words: DayInWords
    counted: bool
    said: str
    why: str
    last: bool


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A way counted out: "Step 1 began", on which day, how many days, to which last day."""

    counted_from: str
    start: date
    start_in_words: DayInWords
    days: int
    last_day: date
    last_day_in_words: DayInWords
    counting: tuple[Counted, ...]
    provisional: bool


@dataclass(frozen=True, kw_only=True)
class Due:
    """The last day of one timescale.

    covers: the stage's label, or "all four stages" where it is shared. kind: limit or target.
    counts_from: the event in words, known or not; start_stated: whether the policy states it.
    last_day: None where the policy gives no number or that event's day is not known. reading: how
    it was counted; where the policy's words can be counted in two ways the earliest leads and the
    others are in other_readings. total: the stated running total. unchecked: the event whose day a
    further reading would need, empty where every reading was counted. or_sooner: the policy's words
    for an earlier day that only judgement can find. passed: the last day lies before today.
    provisional: the count goes past the published bank holidays.
    """

    what: str
    covers: str
    shared: bool
    says: str
    limit: str
    or_sooner: str | None
    total: int | None
    unchecked: str
    strength: Strength
    kind: str
    unit: Unit
    counts_from: str
    start_stated: bool
    last_day: date | None
    last_day_in_words: DayInWords | None
    reading: Reading | None
    other_readings: tuple[Reading, ...]
    passed: bool
    provisional: bool
    source: str


def ways(timescale: Timescale, began: Way, ended: Way) -> tuple[Way, ...]:
    """Every way in which the policy's own words can be counted.

    began, ended: the start of the ladder and the end of the stage before; their days are replaced
    by the timescale's. A stated running total is a second way to count the same limit.
    """
    if timescale.unit in (Unit.AT_ONCE, Unit.WORDS_ONLY):
        return ()
    start = began if timescale.counts_from is Start.LADDER else ended
    every_day = timescale.unit is Unit.DAYS
    running = () if timescale.total is None else (replace(began, days=timescale.total, every_day=every_day),)
    days = WEEK if timescale.unit is Unit.WORKING_WEEK else timescale.amount or 0
    return (*running, replace(start, days=days, every_day=every_day))


def readings(
    found: tuple[Way, ...],
    calendar: WorkingDays,
    *,
    start_counts: bool,
    marks: dict[date, str],
    last: str,
) -> tuple[Reading, ...]:
    """Each way whose start is known, counted out; the earliest last day first, each last day once.

    marks: what else falls on a day, to be said beside it ("Step 1 limit"); last: the same for the
    last day.
    """
    by_day: dict[date, Reading] = {}
    for way in found:
        if way.start is not None:
            days = _days(way, way.start, calendar, start_counts=start_counts)
            said = {way.start: [way.event], **{day: [mark] for day, mark in marks.items()}}
            said[days[-1].day] = [*said.get(days[-1].day, []), last]
            by_day.setdefault(days[-1].day, _read(way, days, calendar, said))
    return tuple(by_day[day] for day in sorted(by_day))


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
        or_sooner=timescale.or_sooner,
        total=timescale.total,
        unchecked=unchecked if found else "",
        strength=timescale.strength,
        kind="target" if timescale.strength is Strength.TARGET else "limit",
        unit=timescale.unit,
        counts_from=counts_from,
        start_stated=isinstance(timescale.counts_from, Start),
        last_day=lead.last_day if lead else None,
        last_day_in_words=lead.last_day_in_words if lead else None,
        reading=lead,
        other_readings=found[1:],
        passed=bool(lead and today and lead.last_day < today),
        provisional=any(each.provisional for each in found),
        source=timescale.source,
    )


def limit_in_words(timescale: Timescale) -> str:
    """2 working days, a working week, the same working day, or nothing where the policy gives no number."""
    if timescale.unit is Unit.SAME_WORKING_DAY:
        return "the same working day"
    if timescale.unit is Unit.WORKING_WEEK:
        return "a working week"
    if timescale.amount is None:
        return ""
    unit = timescale.unit.value
    return f"{timescale.amount} {unit[:-1] if timescale.amount == 1 else unit}"


def _days(way: Way, start: date, calendar: WorkingDays, *, start_counts: bool) -> list[CountedDay]:
    if way.every_day:
        return list(calendar.count_every_day(start, way.days, start_counts=start_counts))
    return list(calendar.count(start, way.days, start_counts=start_counts))


def _read(way: Way, days: list[CountedDay], calendar: WorkingDays, said: dict[date, list[str]]) -> Reading:
    start, last_day = days[0].day, days[-1].day
    return Reading(
        counted_from=way.event,
        start=start,
        start_in_words=in_words(start),
        days=way.days,
        last_day=last_day,
        last_day_in_words=in_words(last_day),
        counting=tuple(_counted(each, said.get(each.day, []), last=each.day == last_day) for each in days),
        provisional=calendar.provisional(last_day) and not way.every_day,
    )


def _counted(each: CountedDay, said: list[str], *, last: bool) -> Counted:
    why = ", ".join([*([each.why] if each.why else []), *said])
    return Counted(
        day=each.day,
        in_words=in_words(each.day),
        counted=each.number is not None,
        said="Not counted" if each.number is None else f"Day {each.number}",
        why=why[:1].upper() + why[1:],
        last=last,
    )
