"""What we took for granted in working out a date, said beside it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from helper.dates import words
from helper.due import Due
from helper.fixed_words import NOT_STATED, Unit
from helper.policy import Policy
from helper.situation import Situation
from helper.starts import may_be_to_come
from helper.timescale import AFTER, AFTER_TO_COME, HOUR_LESS, SAME_TIME, Reading, unit_of_total
from helper.vocabulary import listed, lower_first
from helper.working_days import LAST_KNOWN

WHICH_DAYS = re.compile(
    r"(?:calendar|consecutive) days?\b|(?<!working )\bweeks\b|\b(?:an?|one|1) week\b|-weeks?\b|\bfortnight"
)
"""The words by which a policy says itself that weekends are in its days."""

IN_FULL, TWICE = "working day", 2


@dataclass(frozen=True, kw_only=True)
class Assumption:
    """One thing taken for granted, with a name that stays and its sentence."""

    id: str
    text: str


def assumptions(
    now: Situation, dues: tuple[Due, ...], today: date | None, passed: tuple[Due, ...] = ()
) -> tuple[Assumption, ...]:
    """Every assumption behind these dues, the most telling first. passed: what was found to be over."""
    policy = now.policy
    counted = [each for each in dues if each.limit and not each.met]
    found = {
        "starts_today": starts_today(now, today) if counted else "",
        "total_not_checked": _unchecked(counted),
        "hours": _hours(counted, passed),
        "two_units": _two_units(counted),
        "start_not_known": _start_not_known(counted) if today else "",
        "from_limit": _from_limit(counted),
        "start_not_stated": _start_not_stated(counted),
        "total": _total(counted),
        "start_day": _start_day(policy, counted),
        "next_working_day": _next_working_day(counted),
        "working_day": _working_day(policy) if any(map(_in_working_days, counted)) else "",
        "calendar_days": _calendar_days(counted),
        "no_clock_time": _no_clock_time(counted),
        "provisional": _provisional(counted),
    }
    return tuple(Assumption(id=id_, text=text) for id_, text in found.items() if text)


def starts_today(now: Situation, today: date | None) -> str:
    """That the dates are for raising it today; empty where it is raised."""
    if now.is_raised or today is None or not now.answered_stage:
        return ""
    stage = now.policy.ladder[now.target]
    if not stage.before_raising:
        return f"The clock starts when you raise it. These dates are for raising it today, {words(today)}."
    own = f"The date of {stage.called} is for beginning it today. " if now.reached is None else ""
    return f"{own}The dates after {stage.called} are for raising it today, {words(today)}."


def _start_not_known(counted: list[Due]) -> str:
    """Each day that is missing, with every limit that has no date for it."""
    missing: dict[tuple[str, ...], list[Due]] = {}
    for each in counted:
        if each.last_day is None:
            missing.setdefault(each.starts, []).append(each)
    return " ".join(_without(*each) for each in missing.items())


def _without(starts: tuple[str, ...], dues: list[Due]) -> str:
    named = listed(list(dict.fromkeys(lower_first(each.what) for each in dues)))
    if not starts:
        return f"The policy does not say what {named} counts from, so it has no date."
    then = "If it has happened, find out today when" if may_be_to_come(starts) else "Find it out today"
    return f"Without {dues[0].counts_from} there is no date for {named}. {then}."


def _from_limit(counted: list[Due]) -> str:
    if not any(each.reading and each.reading.from_limit for each in counted):
        return ""
    return (
        "The day on which the stage before really ended is not known, so we count from its limit, "
        "or from today if that comes first."
    )


def _start_not_stated(counted: list[Due]) -> str:
    events = [each.counts_from for each in counted if each.starts and not each.start_stated]
    return f"The policy does not say what the limit counts from. We count from {events[0]}." if events else ""


def _total(counted: list[Due]) -> str:
    """That a bare "days" in a running total is read as the limit is; not where the words say it twice."""
    summed = (each for each in counted if each.total is not None and each.says.count(IN_FULL) < TWICE)
    totals = [unit_of_total(each.unit) for each in summed]
    if Unit.WORKING_DAYS not in totals:
        return ""
    return "We read the policy’s running total as working days, like the limits that it adds up."


def _unchecked(counted: list[Due]) -> str:
    events = [each.unchecked for each in counted if each.unchecked]
    if not events:
        return ""
    return f"The last day may be earlier. Find out today when {events[0]}."


def _start_day(policy: Policy, counted: list[Due]) -> str:
    counted = [each for each in counted if _from_start_day(each)]
    if not counted:
        return ""
    if policy.start_day_counts is True:
        return "By this policy the start day is day 1."
    parts = ["The start day is day 0."]
    if any(map(_in_working_days, counted)):
        both = any(each.unit is Unit.DAYS for each in counted)
        if_not = "For limits in working days, if it is not one" if both else "If it is not a working day"
        parts.append(f"{if_not}, the next working day is.")
    if policy.start_day_counts is NOT_STATED:
        parts.append("The policy does not say; that is the usual rule.")
    return " ".join(parts)


def _from_start_day(each: Due) -> bool:
    """Whether it matters to a limit, or to its running total, if the start day counts."""
    is_next = each.unit is Unit.NEXT_WORKING_DAY
    return each.unit is not Unit.HOURS and not (is_next and each.total is None)


def _next_working_day(counted: list[Due]) -> str:
    if not any(each.unit is Unit.NEXT_WORKING_DAY for each in counted):
        return ""
    return (
        "“The next working day” is the first working day after the day from which it counts. For this "
        "limit that day is day 0, also at a weekend or on a bank holiday."
    )


def _in_working_days(each: Due) -> bool:
    return each.unit not in (Unit.DAYS, Unit.HOURS)


def _hours(counted: list[Due], passed: tuple[Due, ...]) -> str:
    """How hours run, and what is taken where the hour of the start is not known."""
    hourly = [way for way in _readings(counted) if way.unit is Unit.HOURS]
    hourly += [way for way in _readings(passed) if way.from_unknown_hour]
    if not hourly and not any(each.unit is Unit.HOURS for each in counted):
        return ""
    said = "Hours run on through nights, weekends and bank holidays, by the clock in the United Kingdom."
    return f"{said} {_start_of_hours(hourly)}".rstrip()


def _readings(dues: Iterable[Due]) -> list[Reading]:
    return [way for each in dues for way in (each.reading, *each.other_readings) if way]


def _start_of_hours(hourly: list[Reading]) -> str:
    if any(way.by.endswith(AFTER_TO_COME) for way in hourly):
        return "They run from the time of day at which it begins, so they may end on the day after."
    if any(way.by in (SAME_TIME, HOUR_LESS) for way in hourly):
        return "They run from the time of day at which it begins."
    if any(way.by.endswith(AFTER) for way in hourly):
        return "The time of day at which it began is not known, so they may end on the day after."
    if any(way.from_unknown_hour for way in hourly):
        return "The time of day is not known, so we count from the first minute of the day."
    return ""


def _two_units(counted: list[Due]) -> str:
    """The policy says one limit in hours and in days."""
    if not any("(" in each.limit for each in counted):
        return ""
    return "The policy says the limit in two ways, which can end on two days. We lead with the earlier."


def _working_day(policy: Policy) -> str:
    if policy.working_day is not NOT_STATED:
        return f"By this policy a working day is {policy.working_day.value}."
    return (
        "The policy does not say what a working day is. We take Monday to Friday, "
        f"less the bank holidays of {policy.division.title}."
    )


def _calendar_days(counted: list[Due]) -> str:
    said = [each.says.lower() for each in counted if each.unit is Unit.DAYS]
    bare = [not WHICH_DAYS.search(words) for words in said]
    if not said:
        return ""
    if any(bare):
        only = "The policy says only “days”. We" if all(bare) else "Where the policy says only “days”, we"
        return f"{only} count weekends and bank holidays too, which is the earlier day."
    calendar = "Calendar days: weekends" if all("calendar day" in words for words in said) else "Weekends"
    return f"{calendar} and bank holidays are counted too."


def _no_clock_time(counted: list[Due]) -> str:
    if not any(each.unit is Unit.SAME_WORKING_DAY and not each.until for each in counted):
        return ""
    return "The policy gives no clock time for the same working day. We take it as before offices close."


def _provisional(counted: list[Due]) -> str:
    if not any(each.provisional for each in counted):
        return ""
    return (
        f"Provisional: bank holidays after {LAST_KNOWN.year} are not published yet, "
        "so only weekends are left out there. The true last day may be later, never earlier."
    )
