"""The loud part of the action card: the date, or what stands in its place, and what is open about it."""

from dataclasses import dataclass
from datetime import date

from helper.dates import DayInWords
from helper.place import Place
from helper.policy import Policy, Unit
from helper.timescale import Due


@dataclass(frozen=True, kw_only=True)
class Time:
    """The loud part of the card and the words around it."""

    urgency: str
    before: str = ""
    day: DayInWords | None = None
    word: str = ""
    after: str = ""


def time_of(place: Place) -> Time:
    """The date, or what stands in its place."""
    rung = place.rungs[place.here]
    at_once = any(each.unit is Unit.AT_ONCE for each in rung.own)
    if place.open and at_once and _only_shared(place.open[0]):
        return Time(urgency="Do this now", word="Now")
    if place.open:
        return _dated(place.open[0], place.today)
    counted = [each for each in rung.dues if each.limit]
    if counted:
        return _undated(counted[0], place.policy)
    if at_once:
        return Time(urgency="Do this now", word="Now")
    if rung.own:
        said = f"The policy says “{rung.own[0].says}”, which gives no date."
        return Time(
            urgency="No date", word="No date", after=f"{said} Agree one between you and write it down."
        )
    return Time(
        urgency="No time limit",
        word="No time limit stated",
        after="This policy gives no time limit here. Agree a date between you and write it down.",
    )


def _undated(due: Due, policy: Policy) -> Time:
    if due.unit is Unit.SAME_WORKING_DAY:
        after = f"That is {due.counts_from}, before your offices close. The policy gives no clock time."
        return Time(urgency="By a date", before="on", word=due.limit, after=after)
    first = 1 if policy.start_day_counts is True else 0
    after = " ".join([f"Counted from {due.counts_from}, which is day {first}.", *_sooner(due)])
    return Time(urgency="By a date", before="within", word=due.limit, after=after)


def _only_shared(due: Due) -> bool:
    """Whether a limit is for several stages and leaves none of them a day of its own."""
    return due.shared and due.unit is not Unit.SAME_WORKING_DAY


def _sooner(due: Due) -> list[str]:
    """The other limb of "whichever is sooner", which only judgement can date."""
    return [f"Sooner if it is needed: the policy says “{due.or_sooner}”."] if due.or_sooner else []


def _dated(due: Due, today: date | None) -> Time:
    assert due.last_day_in_words is not None
    if due.unit is not Unit.SAME_WORKING_DAY:
        before = "at the very latest by the end of" if due.or_sooner else "by the end of"
        before = f"{due.covers} together {before}" if _only_shared(due) else before
        start = "That is today, the" if due.last_day == today else "That is the"
        check = [f"It may be earlier: find out when {due.unchecked}."] if due.unchecked else []
        after = " ".join([f"{start} last day for {due.what}.", *check, *_sooner(due)])
        return Time(urgency="By a date", before=before, day=due.last_day_in_words, after=after)
    hour = "before your offices close. The policy gives no clock time."
    if due.last_day == today:
        return Time(urgency="Do this today", word="Today", after=f"{due.last_day_in_words.words}, {hour}")
    return Time(
        urgency="By a date", before="on", day=due.last_day_in_words, after=f"The next working day, {hour}"
    )


def start_now(place: Place) -> str:
    """That the policy wants it begun at once, beside a limit by which it has to be done."""
    own = place.rungs[place.here].own
    says = [each.says for each in own if each.unit is Unit.AT_ONCE]
    if says:
        return f"Start now: the policy says “{says[0]}”."
    return "Start today." if place.open and not place.passed else ""


def unsure(place: Place) -> str:
    """What to do where nobody knows whether the limit has passed: the safer of the two."""
    if place.now.said_passed is not None:
        return ""
    last = place.here + 1 == len(place.rungs)
    then = (
        "tell your designated safeguarding lead"
        if last
        else f"go to {place.policy.stages[place.here + 1].label}"
    )
    return f"Find out today whether this time has passed. If you cannot, take it as passed: {then}."
