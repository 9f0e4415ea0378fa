"""The loud part of the action card: the date, or what stands in its place, and what is open about it."""

from dataclasses import dataclass, replace
from datetime import date

from helper.begin import raised_name
from helper.calendar import Calendar
from helper.dates import DayInWords
from helper.due import Due
from helper.due_words import check, in_time, sooner, whose
from helper.fixed_words import Unit, amount_in_words
from helper.place import Place
from helper.situation import Situation
from helper.starts import may_be_to_come
from helper.timescale import unit_of_total
from helper.vocabulary import lower_first, upper_first
from helper.working_days import which


@dataclass(frozen=True, kw_only=True)
class Time:
    """The loud part of the card and the words around it."""

    urgency: str
    what: str = ""
    before: str = ""
    day: DayInWords | None = None
    word: str = ""
    after: str = ""
    note: str = ""


NOW = Time(urgency="Do this now", word="Now")
TODAY = "Today"


def time_of(place: Place) -> Time:
    """The date, or what stands in its place."""
    rung, loud = place.rungs[place.here], place.loud
    at_once = bool(_at_once(place))
    if loud and loud.last_day and at_once and loud.is_for_several:
        return NOW
    if loud:
        return dated(loud, place.today, place.now.calendar) if loud.last_day else _undated(loud, place)
    if at_once:
        return NOW
    said = [each for each in rung.own if not each.when]
    return _said(said[0]) if said else silent(one_case=any(each.when for each in rung.dues))


def silent(*, one_case: bool) -> Time:
    """What stands in the date's place where the policy says nothing of time, or of one case only."""
    if one_case:
        if_not = "If it is not yours, agree a date between you and write it down."
        after = f"The policy gives a time in one case only. {if_not}"
        return Time(urgency="No date", word="No date", after=after)
    return Time(
        urgency="No time limit",
        word="No time limit stated",
        after="This policy gives no time limit here. Agree a date between you and write it down.",
    )


def dated(due: Due, today: date | None, calendar: Calendar) -> Time:
    """A limit whose last day is known."""
    assert due.last_day_in_words is not None
    if due.unit is Unit.SAME_WORKING_DAY:
        return _same_day(due, due.last_day_in_words, today)
    closed = _closed(due, calendar) if due.last_day != today else []
    after = " ".join([*_today(due, today), *closed, *_whose(due), *check(due), *sooner(due)])
    if due.last_day == today:
        before = _before(due).removesuffix(" on")
        what, note = _what(due), due.last_day_in_words.note
        return Time(urgency="Do this today", what=what, before=before, word=TODAY, after=after, note=note)
    return Time(
        urgency="By a date",
        what=_what(due),
        before=_before(due),
        day=due.last_day_in_words,
        after=after,
        note=due.last_day_in_words.note,
    )


def start_now(place: Place, time: Time) -> str:
    """When to begin a stage, so that its last day is not taken for the day on which to ask."""
    says = _at_once(place)
    if says:
        return f"Start now: the policy says “{says[0]}”."
    counted = any(each.limit for each in place.rungs[place.here].dues)
    ahead = place.now.reached != place.here and not place.passed and time.word != TODAY
    return "Start today." if ahead and counted else ""


def _at_once(place: Place) -> list[str]:
    """The words by which the stage begins at once, in any case and for both sides."""
    own = place.rungs[place.here].own
    return [each.says for each in own if each.unit is Unit.AT_ONCE and not (each.owner or each.when)]


def _today(due: Due, today: date | None) -> list[str]:
    """Which day it is that stands there as "Today", and what its hour means."""
    if due.last_day != today or due.last_day_in_words is None:
        return []
    return [
        f"{due.last_day_in_words.words}.",
        *([f"If it is past {due.clock}, the {due.kind} has passed."] if due.clock else []),
    ]


def _closed(due: Due, calendar: Calendar) -> list[str]:
    """That offices may be closed on the last day of a count in which every day counts, and why."""
    assert due.last_day is not None
    why = calendar.why_not(due.last_day) if due.unit in (Unit.DAYS, Unit.HOURS) else ""
    return [f"Offices may be closed that day{which(why)}: act before it."] if why else []


def unsure(place: Place) -> str:
    """What to do where nobody knows whether the limit has passed: the safer of the two."""
    if place.now.said_passed is not None:
        return ""
    return f"Find out today whether this time has passed. If you cannot, take it as passed: {place.then}."


def _said(due: Due) -> Time:
    """Words without a number."""
    after = f"The policy says “{due.says}”, which gives no date. Agree one between you and write it down."
    return Time(urgency="No date", word="No date", after=after)


def _undated(due: Due, place: Place) -> Time:
    now = place.now
    if due.unit is Unit.SAME_WORKING_DAY and _has_started(due, place):
        after = f"The limit ends on {due.counts_from}. If that was before today, take it as passed."
        return replace(NOW, after=after)
    if due.unit is Unit.SAME_WORKING_DAY:
        after = f"That is {due.counts_from}, {_hour(due)}"
        return Time(urgency="Within a time limit", before="on", word="the same working day", after=after)
    within, word = in_time(due)
    before = f"{due.covers} together {within}" if due.is_for_several else within
    after = " ".join([counted_in_words(due, now), *_whose(due), *sooner(due)])
    return Time(urgency="Within a time limit", what=_what(due), before=before, word=word, after=after)


def counted_in_words(due: Due, now: Situation) -> str:
    """What a limit counts from, and within how many days in all."""
    return " ".join([_counted(due, now), *_in_all(due, now)])


def _counted(due: Due, now: Situation) -> str:
    """What it counts from, and which day that is."""
    if due.unit is Unit.NEXT_WORKING_DAY:
        return f"That is the first working day after {due.counts_from}."
    first = 1 if now.policy.start_day_counts is True else 0
    which = "" if due.unit is Unit.HOURS else f", which is day {first}"
    return f"Counted from {due.counts_from}{which}."


def _has_started(due: Due, place: Place) -> bool:
    """Whether a limit runs since a day that nobody remembers: only the policy's own events may be to come."""
    return place.now.is_raised and not may_be_to_come(due.starts)


def _in_all(due: Due, now: Situation) -> list[str]:
    """The running total, which may end before the limit itself."""
    if due.total is None:
        return []
    total = amount_in_words(due.total, unit_of_total(due.unit))
    return [f"In all no more than {total} from the day {raised_name(now)}."]


def _what(due: Due) -> str:
    """What has to be done by the day, so that it is not taken for the day on which to ask."""
    aim = "" if due.kind == "limit" else ", the target of the policy"
    return "" if due.is_for_several else f"{upper_first(due.what)}{aim}:"


def _before(due: Due) -> str:
    before = f"at the very latest {due.by}" if due.or_sooner or _is_cap(due) else due.by
    if due.is_for_several:
        return f"{due.covers} together {before}"
    return f"{lower_first(due.owner)} {before}" if due.owner else before


def _is_cap(due: Due) -> bool:
    """Whether another count, of which the start is not known, can only end earlier."""
    return bool(due.unchecked) and not (due.reading and due.reading.from_limit)


def _whose(due: Due) -> list[str]:
    """For which priority it is, and who has to act."""
    return [*([f"It is for {due.priority}."] if due.priority else []), *whose(due)]


def _same_day(due: Due, day: DayInWords, today: date | None) -> Time:
    if due.last_day == today:
        after = f"{day.words}, {_hour(due)}"
        return Time(urgency="Do this today", word=TODAY, after=after, note=day.note)
    before, after = (due.by, ".") if due.until else ("at the latest on", f", {_hour(due)}")
    after = f"The next working day{after}"
    return Time(urgency="By a date", before=before, day=day, after=after, note=day.note)


def _hour(due: Due) -> str:
    if due.until:
        return f"by {due.until}."
    return "before your offices close. The policy gives no clock time."
