"""The running total of a limit, held against the words of its own quote."""

from collections.abc import Iterator
from datetime import date

from helper.faults import Fault
from helper.fixed_words import Start, Unit, stated
from helper.policy import Policy
from helper.time_facts import Timescale
from macros.rules.met import is_of_no_stage
from macros.rules.numbers import Said, said_totals
from macros.rules.quoted import quote, quoted
from macros.rules.rule import Kind, Rule, at
from macros.rules.totals import length, unit_of
from macros.rules.units import WITHOUT_NUMBER


def _total_differs(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit, said in quoted(policy):
        totals = [] if is_of_no_stage(path, limit) else _totals(limit)
        missing = [each for each in totals if _is_missing(policy, limit, each, said)]
        if limit.total is None and missing:
            write = f"Write total: {missing[0]}. The helper then shows the earlier of the two days."
            yield at(path, "total", f"is missing, but {quote(limit)}", write)
        if limit.total is not None and totals and limit.total not in totals:
            write = "Write the total that the policy gives."
            yield at(path, "total", f"is {limit.total}, but {quote(limit)}", write)


def _totals(limit: Timescale) -> list[int]:
    """The totals of a quote in the unit of its limit; “2 days, in total 4” is 4, and 2 the limit itself."""
    unit = unit_of(limit)
    found = said_totals(limit.says) if limit.unit not in WITHOUT_NUMBER else []
    amounts = [amount for each in found if (amount := _amount(each, unit))]
    return [amount for amount in amounts if amount != length(limit)] or amounts


def _amount(said: Said, unit: Unit) -> int:
    """The amount of a total in a unit, 0 where it is in another; "4 in total" has that of its limit."""
    if not said.thing:
        return said.number
    return said.amount if said.names(unit) and said.unit is not Unit.WORDS_ONLY else 0


def _is_missing(policy: Policy, limit: Timescale, total: int, said: list[Said]) -> bool:
    """Whether a total stands nowhere: neither as the limit itself, nor as a limit of several stages."""
    if total == length(limit):
        further = any(each.number != total for each in said)
        return further and limit.counts_from in (Start.STAGE_BEFORE, Start.THIS_STAGE)
    budgets = ((unit_of(each), length(each)) for each in stated(policy.budgets))
    return (unit_of(limit), total) not in budgets


SAID_TOTAL = (
    Rule(
        name="total-differs",
        kind=Kind.WARNING,
        says="A total that the quote gives, such as “(3 in total)”, stands in total, with that number.",
        why="It ends the time where a stage before it took long. Without it the date can be days too late.",
        wrong="says: a further 2 working days (3 in total)\namount: 2",
        right="says: a further 2 working days (3 in total)\namount: 2\ntotal: 3",
        find=_total_differs,
    ),
)
