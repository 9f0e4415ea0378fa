"""Limits held against the words of their own quote: the number, the unit, which days."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from helper.faults import Fault, Path
from helper.fixed_words import NOT_STATED, Unit
from helper.policy import Policy
from helper.time_facts import Timescale
from macros.rules.numbers import WEEKS, Said, said_amounts
from macros.rules.places import limits, once
from macros.rules.rule import Kind, Rule, at
from macros.rules.totals import unit_of

CALENDAR = re.compile("calendar|consecutive|working|business", re.IGNORECASE)
SAME_DAY = re.compile(r"\bsame (?:(?:working|business|office|school) )?day\b", re.IGNORECASE)
NEXT_DAY = re.compile(r"\b(?:next|following) (?:\w+ )?day\b", re.IGNORECASE)
AT_ONCE = re.compile(
    r"immediate|urgent|without delay|at once|straight|right away|as soon as|prompt", re.IGNORECASE
)
NEXT_WORKING_DAY = re.compile(
    r"\b(?:(?:next|following) (?:working|business|office|school) day\b"
    r"|(?:working|business|office|school) day (?:after|following)\b)",
    re.IGNORECASE,
)
LONGEST = 100
Counted = tuple[Path, Unit, int | None]
IN_WORDS = {
    Unit.WORDS_ONLY: True,
    Unit.SAME_WORKING_DAY: SAME_DAY,
    Unit.NEXT_WORKING_DAY: NEXT_DAY,
    Unit.AT_ONCE: AT_ONCE,
}
"""The words that a unit without a number stands for; beside them a quote may have a number of its own."""


@once
def quoted(policy: Policy) -> list[tuple[Path, Timescale, list[Said]]]:
    """Every limit, with the amounts of time in its quote."""
    return [(path, limit, said_amounts(limit.says)) for path, limit in limits(policy)]


def counted(limit: Timescale) -> list[tuple[Unit, int]]:
    """The unit and amount of a limit, and those of its second unit; nothing where it has no amount."""
    second = [(limit.also.unit, limit.also.amount)] if limit.also else []
    return [(limit.unit, limit.amount), *second] if limit.amount else []


def _amount_differs(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit, said in quoted(policy):
        numbers = [each for each in said if each.thing != "month"]
        pairs = counted(limit)
        if numbers and pairs and not any(each.fits(*pair) for each in numbers for pair in pairs):
            write = "Write the number and the unit that the policy gives."
            yield at(path, "amount", f"is {limit.amount}, but {quote(limit)}", write)


def _unit_differs(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit, said in quoted(policy):
        for place, unit, amount in _units(path, limit):
            about = _about(unit, amount, said)
            if about and not any(each.names(unit) for each in about):
                yield at(place, "unit", f"is '{unit.value}', but {quote(limit)}", _write(about[0]))
        if _is_same_day(limit, said):
            write = "Write unit: same working day, without an amount, or quote the words that you count."
            yield at(path, "unit", f"is '{limit.unit.value}', but {quote(limit)}", write)
        yield from _total_differs(path, limit, said)


def _units(path: Path, limit: Timescale) -> Iterator[Counted]:
    """Each unit of a limit that a quote with a number can contradict; None where it has no amount."""
    meant = IN_WORDS.get(limit.unit)
    if not meant or (isinstance(meant, re.Pattern) and not meant.search(limit.says)):
        yield path, limit.unit, limit.amount
    if limit.also:
        yield (*path, "also"), limit.also.unit, limit.also.amount


def _about(unit: Unit, amount: int | None, said: Sequence[Said]) -> Sequence[Said]:
    """The amounts of a quote that have this number, or where there are but months, these."""
    months = all(each.thing == "month" for each in said)
    return said if amount is None or months else [each for each in said if each.fits(unit, amount)]


def _is_same_day(limit: Timescale, said: Sequence[Said]) -> bool:
    """Whether a limit is counted, though its quote says no more than “the same day”."""
    if said or limit.unit in (Unit.SAME_WORKING_DAY, Unit.WORDS_ONLY):
        return False
    also_says = AT_ONCE if limit.unit is Unit.AT_ONCE else NEXT_DAY
    return bool(SAME_DAY.search(limit.says)) and not also_says.search(limit.says)


def _total_differs(path: Path, limit: Timescale, said: Sequence[Said]) -> Iterator[Fault]:
    unit = unit_of(limit)
    about = [each for each in said if limit.total and each.number == limit.total]
    if about and not any(each.names(unit) for each in about):
        found = f"is {limit.total}, which is counted in {unit.value} as the limit is, but {quote(limit)}"
        write = "Leave it out, and write it under budgets in its own unit, for the stages up to here."
        yield at(path, "total", found, write)


def _write(said: Said) -> str:
    if said.unit is not Unit.WORDS_ONLY:
        unit = f"unit: {said.unit.value} and amount: {said.amount}"
        return f"Write {unit}, or quote the words that you count."
    why = "a month has no fixed number of days" if said.thing == "month" else "nights would be counted too"
    return f"Write unit: words only, without an amount: {why}."


def quote(limit: Timescale) -> str:
    words = limit.says
    return f"the quote says “{words if len(words) <= LONGEST else words[:LONGEST] + '…'}”"


def _next_working_day(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit, said in quoted(policy):
        if limit.unit is Unit.WORKING_DAYS and limit.amount == 1 and _is_next_day(limit, said):
            write = (
                "Write unit: next working day, without an amount: the first working day after the day it "
                "starts from. One working day from a Sunday ends on Tuesday."
            )
            yield at(path, "unit", f"is 'working days' with amount 1, but {quote(limit)}", write)


def _is_next_day(limit: Timescale, said: Sequence[Said]) -> bool:
    """Whether a quote says the next working day, and not one working day; a second unit needs an amount."""
    one_day = any(each.thing == "day" and each.number == 1 for each in said)
    return bool(NEXT_WORKING_DAY.search(limit.says)) and not one_day and not limit.also


def _bare_days(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit, said in quoted(policy):
        if limit.amount and limit.unit is Unit.DAYS and not _says_which(limit, said):
            write = (
                "Ask the partnership whether working days are meant. Until then every day is counted, which "
                "gives the earlier date."
            )
            yield at(path, "unit", "is 'days', as the quote does not say which days", write)
        defined = policy.working_day is not NOT_STATED
        if limit.amount and limit.unit is Unit.WORKING_DAYS and not defined and _says_days_only(limit, said):
            write = "Write unit: days, or quote the words that show that working days are meant."
            yield at(path, "unit", "is 'working days', but the quote says only days", write)


def _says_which(limit: Timescale, said: list[Said]) -> bool:
    """Whether the quote says which days it means, or counts in something else, such as weeks."""
    weeks = any(each.thing in WEEKS and each.fits(Unit.DAYS, limit.amount or 0) for each in said)
    days = any(each.thing == "day" for each in said) or not said
    return weeks or not days or bool(CALENDAR.search(limit.says))


def _says_days_only(limit: Timescale, said: list[Said]) -> bool:
    return any(each.thing == "day" for each in said) and not CALENDAR.search(limit.says)


QUOTED = (
    Rule(
        name="amount-differs",
        kind=Kind.WARNING,
        says="The number is that of the quote.",
        why="A slip of one digit moves every date, and the page would show a quote that says otherwise.",
        wrong="says: within five working days\nunit: working days\namount: 2",
        right="says: within five working days\nunit: working days\namount: 5",
        find=_amount_differs,
    ),
    Rule(
        name="unit-differs",
        kind=Kind.WARNING,
        says=(
            "The unit is that of the quote: working days where it says working days, days where it says "
            "calendar days or weeks, hours where it says hours. So is that of a total. Months and "
            "working hours are words only."
        ),
        why="Three working days from a Friday end on Wednesday, three calendar days on Monday.",
        wrong="says: within 3 calendar days\nunit: working days\namount: 3",
        right="says: within 3 calendar days\nunit: days\namount: 3",
        find=_unit_differs,
    ),
    Rule(
        name="next-working-day",
        kind=Kind.WARNING,
        says="“The next working day” is a unit of its own, not one working day.",
        why=(
            "The next working day after a Sunday is Monday. One working day from a Sunday ends on Tuesday, "
            "as Monday is day 0."
        ),
        wrong="says: by noon on the next working day\nunit: working days\namount: 1\nclock: 12:00",
        right="says: by noon on the next working day\nunit: next working day\nclock: 12:00",
        find=_next_working_day,
    ),
    Rule(
        name="bare-days",
        kind=Kind.WARNING,
        says="The quote says whether days are working days or every day.",
        why="“Within 28 days” can be read in two ways that lie more than a week apart.",
        wrong="says: within 28 days\nunit: working days\namount: 28",
        right="says: within 28 calendar days\nunit: days\namount: 28",
        find=_bare_days,
    ),
)
