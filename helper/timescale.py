"""From what a policy says about time to the day on which it ends.

Each kind of time limit is worked out here and nowhere else. Source of the rules:
docs/about/how-dates-are-counted.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from helper.calendar import Calendar, Counted, Marks
from helper.dates import DayInWords, in_words
from helper.fixed_words import Unit, amount_in_words
from helper.moment import Moment
from helper.starts import RAISED, counts
from helper.time_facts import Timescale

WEEK = 5
SAME_DAY, NEXT_DAY = "the same working day", "the next working day"
IN_WORKING_DAYS = (Unit.WORKING_DAYS, Unit.NEXT_WORKING_DAY)
SAME_TIME = "by the same time of day on"
HOUR_LESS = "by one hour before the same time of day on"
AFTER_TO_COME, AFTER = "after it begins, on", "after they began to run, on"


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way to count a limit.

    name: the event that the policy counts from ("Step 1 ended"). event: what is counted from, to
    follow "from": that day, or the limit of Step 1 in its place. mark: the same to stand beside the
    day, where it is not the name. start: when that was (None if not known). from_limit: it is the
    limit of the stage before, whose true end is not known; has_ended: that end is past. amount, unit:
    how long. at: the hour of the last day by which it ends, empty where that is the whole day.
    """

    name: str
    event: str
    start: Moment | None
    mark: str = ""
    from_limit: bool = False
    has_ended: bool = False
    amount: int = 0
    unit: Unit = Unit.WORKING_DAYS
    at: str = ""

    @property
    def is_open(self) -> bool:
        """Whether its true start can be found out, and nobody has said it."""
        return self.start is None or (self.from_limit and self.has_ended)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A way counted out: "the day Step 1 began", on which day, to which last day.

    from_limit: as in Way. began: the start in words, with its clock time where that counts. limit:
    "2 working days", of which unit.
    clock: the clock time on the last day, empty where it is the whole day. by: the words before
    the last day ("by the end of", "by 16:50 on").
    """

    counted_from: str
    from_limit: bool
    start: date
    start_in_words: DayInWords
    began: str
    limit: str
    unit: Unit
    last_day: date
    last_day_in_words: DayInWords
    clock: str
    by: str
    counting: tuple[Counted, ...]
    provisional: bool

    @property
    def from_unknown_hour(self) -> bool:
        """Whether hours are counted from a day of which nobody knows the hour."""
        return self.unit is Unit.HOURS and self.began == self.start_in_words.words


def ways(timescale: Timescale, starts: tuple[str, ...], begin: Mapping[str, Way]) -> tuple[Way, ...]:
    """Every way in which the policy's own words can be counted.

    starts: the ids of the days it counts from; begin: for each id, the event and when it was. A
    stated running total, a second start event and a second unit are each a further way to count the
    same limit. The hour of the last day holds for each that counts days.
    """
    if not counts(timescale):
        return ()
    running = (
        [] if timescale.total is None else [(begin[RAISED], timescale.total, unit_of_total(timescale.unit))]
    )
    stated = [_stated(timescale)]
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


def unit_of_total(unit: Unit) -> Unit:
    """The unit that a running total is counted in: a week, the same and the next day are working days."""
    return unit if unit in (Unit.DAYS, Unit.HOURS) else Unit.WORKING_DAYS


def _stated(timescale: Timescale) -> tuple[int, Unit]:
    """What the calendar is asked to count: the same working day is none, the next is one of its own kind."""
    if timescale.unit is Unit.NEXT_WORKING_DAY:
        return 1, Unit.NEXT_WORKING_DAY
    week = WEEK if timescale.unit is Unit.WORKING_WEEK else 0
    return timescale.amount or week, unit_of_total(timescale.unit)


def _hour(timescale: Timescale, unit: Unit) -> str:
    return "" if unit is Unit.HOURS else timescale.clock or ""


def _read(way: Way, start: Moment, calendar: Calendar, marks: Marks, last: str) -> Reading:
    began = ((start.day, way.mark or way.name), *marks)
    named = f"{last}, by {way.at}" if way.at else last
    end, counting = calendar.count_out(start, way.amount, way.unit, began, named)
    end = replace(end, at=way.at) if way.at else end
    return Reading(
        counted_from=way.event,
        from_limit=way.from_limit,
        start=start.day,
        start_in_words=in_words(start.day),
        began=start.words if way.unit is Unit.HOURS else in_words(start.day).words,
        limit=_length(way),
        unit=way.unit,
        last_day=end.day,
        last_day_in_words=in_words(end.day),
        clock=end.at,
        by=_by(end),
        counting=counting,
        provisional=way.unit in IN_WORKING_DAYS and calendar.provisional(end.day),
    )


def _length(way: Way) -> str:
    if way.unit is Unit.NEXT_WORKING_DAY:
        return NEXT_DAY
    return amount_in_words(way.amount, way.unit) if way.amount else SAME_DAY


def _by(end: Moment) -> str:
    if end.after:
        return f"{amount_in_words(end.after, Unit.HOURS)} {AFTER_TO_COME if end.to_come else AFTER}"
    if end.to_come:
        return HOUR_LESS if end.hour_less else SAME_TIME
    return f"by {end.at} on" if end.at else "by the end of"
