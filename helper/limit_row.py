"""A limit that is not the loud one, as a row of the card; one that holds in one case names it."""

from dataclasses import dataclass
from datetime import date

from helper.dates import words
from helper.due import Due, is_over
from helper.due_words import check, in_time, whose
from helper.fixed_words import Unit
from helper.timescale import Reading
from helper.vocabulary import lower_first, only_if, upper_first


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line below the date: a term and what it says."""

    term: str
    text: str


def date_row(each: Due, today: date | None) -> Row:
    """A limit with the policy’s own words; a stage may have several, so each says what it is for."""
    day = _day(each) or _length(each)
    when = _passed_on(each, day, today) if each.passed else f"{day}." if day else ""
    named = when if each.shared or not when else f"{upper_first(each.what)}: {when}"
    return _row(each, upper_first(named), f"{upper_first(only_if(each.when))}." if each.when else "")


def case_row(each: Due, today: date | None) -> Row:
    """The same of a limit that holds in one case, where it matters whether its time is over in that case."""
    return _row(each, in_its_case(each, today))


def in_its_case(each: Due, today: date | None) -> str:
    """The one case in which a limit holds, and whether its time is over then."""
    return f"{upper_first(only_if(each.when))}. {_then(each, today)}"


def _row(each: Due, *leading: str) -> Row:
    said = f"The policy says “{each.says}”" + (f", for {each.covers}." if each.shared else ".")
    priority = f"It is for {each.priority}." if each.priority and (each.when or not each.passed) else ""
    open_ = [] if each.passed else check(each)
    parts = [*leading, said, priority, *whose(each), *open_, *map(_other, each.other_readings)]
    term = "At the very latest" if each.shared else f"{each.covers} {each.kind}"
    return Row(term=term, text=" ".join(part for part in parts if part))


def _then(each: Due, today: date | None) -> str:
    if each.last_day is None:
        return _undated(each)
    if each.passed:
        return f"Then the {each.kind} passed on {_day(each).replace(', by ', ' at ')}: do not wait."
    if each.last_day != today:
        return f"Then the {each.kind} is {_day(each)} and has not passed."
    over = f" If it is past {each.clock}, it has passed too." if each.clock else ""
    return f"Then the {each.kind} is today, {_day(each)}.{over}"


def _undated(each: Due) -> str:
    """What to find out where nobody has said from which day it counts."""
    if not each.limit:
        return "Then it has no date."
    starts = "That is" if each.unit is Unit.SAME_WORKING_DAY else "It counts from"
    counted = f"{each.limit}. {starts} {each.counts_from}"
    return f"Then the {each.kind} is {counted}. Find out today whether it has passed."


def _day(each: Due) -> str:
    """Sunday 6 December 2026, by 16:50; empty where it is not known."""
    by = f", {each.by.removesuffix(' on')}" if each.clock else ""
    return f"{words(each.last_day)}{by}" if each.last_day else ""


def _length(each: Due) -> str:
    """How long it is, and from when; empty where the policy gives no number."""
    if each.unit is Unit.SAME_WORKING_DAY or not each.limit:
        return each.limit
    return f"{' '.join(in_time(each))}, counted from {each.counts_from}"


def _passed_on(each: Due, day: str, today: date | None) -> str:
    """That a limit has passed; where nobody knows whether it holds, what to do if it does."""
    hour = "" if is_over(each, today) else " if its hour has come"
    passed = f"it passed on {day.replace(', by ', ' at ')}{hour}"
    if not each.moves_on:
        ask = "ask today where it stands" if each.shared else f"ask for {lower_first(each.what)} today"
        return f"{passed}. That alone does not take you on: {ask}."
    return f"{passed} if it is {each.priority}: then move on now." if each.priority else f"{passed}."


def _other(way: Reading) -> str:
    """A second reading of the same words."""
    end = f"{way.by} {way.last_day_in_words.words}" if way.clock else way.last_day_in_words.words
    return f"Counted as {way.limit} from {way.counted_from} it is {end}."
