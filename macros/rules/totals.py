"""Sums that a policy states about its own limits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from helper.faults import Fault, Path
from helper.fixed_words import Start, Unit, stated
from helper.policy import Policy, covers
from helper.stage import Stage
from helper.time_facts import Budget, Timescale
from helper.timescale import WEEK
from macros.rules.places import ladders, placed
from macros.rules.rule import Kind, Rule, at

LENGTHS = {Unit.WORKING_WEEK: WEEK, Unit.SAME_WORKING_DAY: 0, Unit.NEXT_WORKING_DAY: 1}


@dataclass(frozen=True, kw_only=True)
class Reached:
    """How far the limits of a ladder reach. sure: each stage so far has one that can be added up."""

    amount: int = 0
    sure: bool = True


def _running_totals(policy: Policy, today: date) -> Iterator[Fault]:
    for path, rungs in ladders(policy):
        limits = (limit for stage in rungs for limit in stated(stage.timescales))
        totals = (limit for limit in limits if limit.total is not None)
        for unit, priority in dict.fromkeys((unit_of(limit), limit.priority) for limit in totals):
            yield from _totals_of(path, rungs, unit, priority)


def _totals_of(path: Path, rungs: Sequence[Stage], unit: Unit, priority: str | None) -> Iterator[Fault]:
    before = Reached()
    for place, stage in placed(path, rungs):
        mine = [each for each in placed((*place, "timescales"), stage.timescales) if unit_of(each[1]) is unit]
        for spot, limit in mine:
            if limit.priority == priority and limit.total is not None:
                yield from _total(spot, limit, limit.total, _end(limit, before))
        chosen = [limit for _, limit in mine if limit.priority in (None, priority)]
        before = _after(stage, chosen, before)


def _total(path: Path, limit: Timescale, total: int, end: Reached) -> Iterator[Fault]:
    if total < end.amount or (end.sure and total != end.amount):
        least, more = ("", "") if end.sure else ("at least ", " or more")
        write = (
            f"The limits up to here add up to {least}{end.amount}: "
            f"write {end.amount}{more}, or put the amounts right."
        )
        yield at(path, "total", f"is {total}", write)


def _end(limit: Timescale, before: Reached) -> Reached:
    """How far this limit reaches from the start of the first stage."""
    amount = length(limit)
    if isinstance(limit.counts_from, str) or limit.or_from:
        return Reached(amount=0, sure=False)
    if limit.counts_from is Start.LADDER:
        return Reached(amount=amount)
    return Reached(amount=before.amount + amount, sure=before.sure)


def _after(stage: Stage, chosen: Sequence[Timescale], before: Reached) -> Reached:
    """How far the limits reach when this stage is over: no further if it is outside or optional."""
    if stage.before_raising:
        return before
    totals = [limit.total for limit in chosen if limit.total is not None]
    if totals:
        return Reached(amount=max(totals))
    if stage.only_if or not chosen:
        return Reached(amount=before.amount, sure=False)
    ends = [_end(limit, before) for limit in chosen]
    return Reached(amount=max(end.amount for end in ends), sure=all(end.sure for end in ends))


def _ceilings(policy: Policy, today: date) -> Iterator[Fault]:
    for path, budget in placed(("budgets",), policy.budgets):
        sums = [_sum(budget, rungs) for _, rungs in ladders(policy)]
        if sums and max(sums) > length(budget) and unit_of(budget) in COUNTED:
            unit = unit_of(budget).value
            yield at(
                path,
                "amount" if budget.amount is not None else "unit",
                f"comes to {length(budget)} {unit}, but the stages that it covers come to {max(sums)}",
                "Compare both with the policy. If the policy has it so, ask the partnership which one holds. "
                "The helper shows both and leads with the earlier.",
            )


def _sum(budget: Budget, rungs: Sequence[Stage]) -> int:
    """How far the limits of the covered stages that are always used reach."""
    raised = [stage for stage in rungs if not stage.before_raising]
    always = [stage for stage in raised if covers(budget.covers, stage) and not stage.only_if]
    whole = always[:1] == raised[:1]
    reached = 0
    for stage in always:
        ends = (_end(limit, Reached(amount=reached)) for limit in _fitting(stage, budget, whole=whole))
        reached = max([reached, *(end.amount for end in ends)])
    return reached


def _fitting(stage: Stage, budget: Budget, *, whole: bool) -> Iterator[Timescale]:
    """The limits of a stage that can be added up with the budget's.

    whole: the budget begins with the ladder, so a limit from the ladder's start lies within it.
    """
    for limit in stated(stage.timescales):
        inside = whole or limit.counts_from is not Start.LADDER
        if inside and unit_of(limit) is unit_of(budget) and limit.priority in (None, budget.priority):
            yield limit


def unit_of(limit: Timescale) -> Unit:
    """The unit that a limit is added up in."""
    return Unit.WORKING_DAYS if limit.unit in LENGTHS else limit.unit


def length(limit: Timescale) -> int:
    """How many of that unit; the same working day is none, the next is one."""
    return LENGTHS.get(limit.unit, limit.amount or 0)


COUNTED = (Unit.WORKING_DAYS, Unit.DAYS, Unit.HOURS)
TOTALS = (
    Rule(
        name="running-total",
        kind=Kind.FAULT,
        says="A running total that the policy states is the sum of the limits up to its stage.",
        why="If it is not, either a number was copied wrongly or the policy contradicts itself.",
        wrong="says: a further 2 working days (5 days total)\namount: 2\ntotal: 5",
        right="says: a further 2 working days (4 days total)\namount: 2\ntotal: 4",
        find=_running_totals,
    ),
    Rule(
        name="ceiling-too-short",
        kind=Kind.WARNING,
        says="A limit for several stages is no shorter than the limits of these stages together.",
        why=(
            "People who keep to every single limit would still break the shared one. The partnership "
            "should know."
        ),
        wrong="covers: all stages\namount: 5   # three stages of 2 working days each",
        right="covers: all stages\namount: 6",
        find=_ceilings,
    ),
)
