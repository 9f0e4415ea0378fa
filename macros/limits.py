"""Time limits as pages print them; the words and sums come from helper."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from helper.ladder import covers_in_words, stages_in_words
from helper.policy import NOT_STATED, Budget, Policy, Stage, Strength, Timescale, Unit
from helper.situation import budgets, timescales
from helper.timescale import limit_in_words


@dataclass(frozen=True, kw_only=True)
class Limit:
    """One time limit.

    name: the caption of a limit over several stages; covers: which; both empty otherwise. words:
    "2 working days", empty where the policy gives no number. number, unit: its two parts, number
    empty for "same working day". total: the running total that the policy states, or empty.
    """

    name: str
    covers: str
    what: str
    words: str
    number: str
    unit: str
    total: str
    says: str
    strength: Strength
    source: str


@dataclass(frozen=True, kw_only=True)
class Rung:
    """A stage with its limits. silent: what to print where it has none of its own."""

    number: int
    stage: Stage
    limits: tuple[Limit, ...]
    said: tuple[Limit, ...]
    silent: str
    last: bool


def limit(policy: Policy, timescale: Timescale) -> Limit:
    """A timescale as pages print it."""
    words = limit_in_words(timescale).removeprefix("the ")
    number, _, unit = words.partition(" ") if timescale.amount is not None else ("", "", words)
    total = "" if timescale.total is None else limit_in_words(replace(timescale, amount=timescale.total))
    return Limit(
        name=timescale.name if isinstance(timescale, Budget) else "",
        covers=covers_in_words(policy, timescale) if isinstance(timescale, Budget) else "",
        what=timescale.what,
        words=words,
        number=number,
        unit=unit,
        total=total,
        says=timescale.says,
        strength=timescale.strength,
        source=timescale.source,
    )


def rungs(policy: Policy) -> tuple[Rung, ...]:
    """Every stage with what the policy says about its time."""
    return tuple(_rung(policy, index) for index in range(len(policy.stages)))


def shared_limits(policy: Policy) -> tuple[Limit, ...]:
    """The limits over several stages."""
    return () if policy.budgets is NOT_STATED else tuple(limit(policy, each) for each in policy.budgets)


def in_all(policy: Policy) -> str:
    """The running total of the last stage, "11 working days"; empty where the policy states none."""
    totals = [each.total for rung in rungs(policy) for each in rung.limits]
    return totals[-1] if totals else ""


def ladder_in_words(policy: Policy) -> str:
    """four steps, 11 working days in all"""
    whole = in_all(policy)
    shared = [each.words for each in shared_limits(policy) if each.words]
    return ", ".join([stages_in_words(policy), *([f"{whole} in all"] if whole else shared[:1])])


def _rung(policy: Policy, index: int) -> Rung:
    stated = timescales(policy, index)
    silent = "no limit of its own" if budgets(policy, index) else "no time limit stated"
    return Rung(
        number=index + 1,
        stage=policy.stages[index],
        limits=tuple(_counted(policy, stated)),
        said=tuple(limit(policy, each) for each in stated if each.unit in (Unit.AT_ONCE, Unit.WORDS_ONLY)),
        silent=silent,
        last=index == len(policy.stages) - 1,
    )


def _counted(policy: Policy, stated: tuple[Timescale, ...]) -> Iterator[Limit]:
    for timescale in stated:
        found = limit(policy, timescale)
        if found.words:
            yield found
