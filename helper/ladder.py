"""The ladder with its dates: what has passed, where the practitioner is, what lies ahead."""

from dataclasses import dataclass
from datetime import date

from helper.policy import Budget, Every, Policy, Timescale, covers
from helper.situation import Situation, budgets, from_stage_before, timescales
from helper.timescale import Due, Way, due, readings, ways
from helper.working_days import WorkingDays

LIMIT_OF = "the limit of"
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, kw_only=True)
class Rung:
    """One stage with its own dues and those it shares with other stages.

    closing: those of the shared ones that this stage is the last of.
    """

    index: int
    own: tuple[Due, ...]
    shared: tuple[Due, ...]
    closing: tuple[Due, ...] = ()

    @property
    def dues(self) -> tuple[Due, ...]:
        """Those with a day, earliest first; then those without."""
        return tuple(sorted((*self.own, *self.shared), key=_by_day))

    @property
    def last_day(self) -> date | None:
        """The earliest last day of the stage's own dues."""
        return min((each.last_day for each in self.own if each.last_day), default=None)

    @property
    def ends_by(self) -> date | None:
        """The earliest day by which the stage has to be over; the next one may count from it."""
        dues = (*self.own, *self.closing)
        return min((each.last_day for each in dues if each.last_day), default=None)


def ladder(now: Situation, raised: date | None, today: date | None) -> tuple[Rung, ...]:
    """Every stage with its dates.

    A stage counts from the day the stage before really ended where that is known, otherwise from
    the limit of the stage before. Without a start date there is no last day.
    """
    rungs: list[Rung] = []
    for index in range(len(now.policy.stages)):
        began = Way(event=f"{now.policy.stages[0].label} began", start=raised)
        event, day = _before(now, rungs) if rungs else (began.event, raised)
        ended = Way(event=event, start=day)
        marks = _marks(now.policy, rungs)
        own, shared = (
            tuple(_due(now.policy, index, each, (began, ended), marks, today) for each in stated)
            for stated in (timescales(now.policy, index), budgets(now.policy, index))
        )
        closing = tuple(
            each
            for budget, each in zip(budgets(now.policy, index), shared, strict=True)
            if isinstance(budget, Budget) and _closes(now.policy, index, budget)
        )
        rungs.append(Rung(index=index, own=own, shared=shared, closing=closing))
    return tuple(rungs)


def stages_in_words(policy: Policy) -> str:
    """four steps"""
    number = len(policy.stages)
    return f"{NUMBERS[number] if number < len(NUMBERS) else number} {policy.stage_word}s"


def covers_in_words(policy: Policy, budget: Budget) -> str:
    """Which stages a budget is for: "all four steps", or their labels."""
    if isinstance(budget.covers, Every):
        return f"all {stages_in_words(policy)}"
    return ", ".join(stage.label for stage in policy.stages if covers(budget.covers, stage))


def _closes(policy: Policy, index: int, budget: Budget) -> bool:
    """Whether a stage is the last that a budget is for."""
    return not any(covers(budget.covers, stage) for stage in policy.stages[index + 1 :])


def _by_day(each: Due) -> tuple[bool, date]:
    return each.last_day is None, each.last_day or date.min


def _before(now: Situation, rungs: list[Rung]) -> tuple[str, date | None]:
    """The end of the stage before: its event in words, and its day if that is known."""
    label = now.policy.stages[len(rungs) - 1].label
    if len(rungs) == now.target and now.ended:
        return f"{label} ended", now.ended
    limit = rungs[-1].ends_by
    return (f"{LIMIT_OF} {label}", limit) if limit else (f"{label} ended", None)


def _marks(policy: Policy, rungs: list[Rung]) -> dict[date, str]:
    """The limits of the stages before, to be named in the counting."""
    limits = ((rung.last_day, f"{policy.stages[rung.index].label} limit") for rung in rungs)
    return {day: name for day, name in limits if day}


def _due(
    policy: Policy,
    index: int,
    timescale: Timescale,
    events: tuple[Way, Way],
    marks: dict[date, str],
    today: date | None,
) -> Due:
    began, ended = events
    label, shared = policy.stages[index].label, isinstance(timescale, Budget)
    each_way = ways(timescale, began, began if shared or index == 0 else ended)
    found = readings(
        each_way,
        WorkingDays.of(policy.division),
        start_counts=policy.start_day_counts is True,
        marks={} if shared else marks,
        last="the last day" if shared else f"{label} limit",
    )
    return due(
        timescale,
        found,
        covers=covers_in_words(policy, timescale) if isinstance(timescale, Budget) else label,
        counts_from=_event(policy, index, timescale),
        unchecked=next((way.event for way in each_way if way.start is None), ""),
        today=today,
    )


def _event(policy: Policy, index: int, timescale: Timescale) -> str:
    """The event that a timescale counts from, whether its day is known or not."""
    shared = isinstance(timescale, Budget)
    if from_stage_before(timescale, index, shared=shared):
        return f"the day {policy.stages[index - 1].label} ended"
    return f"the day {policy.stages[0].label} began"
