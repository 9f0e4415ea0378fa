"""The ladder with its dates: what has passed, where the practitioner is, what lies ahead."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from helper.begin import begin
from helper.calendar import Marks
from helper.due import Count, Due, by_day, due
from helper.fixed_words import stated
from helper.limit_words import kind
from helper.moment import END_OF_DAY, Moment
from helper.policy import Policy, covers
from helper.situation import Situation
from helper.starts import budgets, met_id, start_ids, timescales
from helper.time_facts import Budget, Timescale
from helper.vocabulary import covers_in_words


@dataclass(frozen=True, kw_only=True)
class Rung:
    """One stage with its own dues and those it shares with other stages.

    closing: those of the shared ones that this stage is the last of. used: false where an optional
    stage is left out, or one before the stage at which the policy lets it begin.
    """

    index: int
    own: tuple[Due, ...] = ()
    shared: tuple[Due, ...] = ()
    closing: tuple[Due, ...] = ()
    used: bool = True

    @cached_property
    def dues(self) -> tuple[Due, ...]:
        """Those with a day, earliest first; then those without."""
        return tuple(sorted((*self.own, *self.shared), key=by_day))

    @cached_property
    def last_day(self) -> date | None:
        """The earliest last day of the stage's own dues that end it."""
        return min((each.last_day for each in self.own if each.last_day and each.ends_stage), default=None)

    @cached_property
    def ends_by(self) -> Moment | None:
        """The earliest end by which the stage has to be over; the next one may count from it.

        None where one of its own that end it has no day yet: then nobody can say when it is over.
        """
        return self._end(self._ending, self.closing)

    @cached_property
    def over_by(self) -> Moment | None:
        """The same with each of its own limits used up, one after another; of priorities the earliest.

        A shared limit that has passed is no end of a stage whose own time still runs.
        """
        ending = self._ending
        runs = any(not each.passed for each in ending)
        closing = tuple(each for each in self.closing if not (runs and each.passed))
        return self._end(ending if len({each.priority for each in ending}) > 1 else ending[-1:], closing)

    @property
    def _ending(self) -> list[Due]:
        """Its own dues that end it, earliest first."""
        return sorted((each for each in self.own if each.ends_stage), key=by_day)

    def _end(self, ending: list[Due], closing: tuple[Due, ...]) -> Moment | None:
        """The first end of some of its own dues, or of those that it shares and is the last of."""
        own = [each for each in self.own if each.moves_on]
        if any(each.limit and not (each.last_day or each.when or each.met) for each in own):
            return None
        dues = sorted((*ending, *(each for each in closing if each.ends_stage)), key=by_day)
        if not dues or dues[0].last_day is None:
            return None
        return Moment(day=dues[0].last_day, at=dues[0].clock or END_OF_DAY)


def ladder(now: Situation, here: int, today: date | None) -> tuple[Rung, ...]:
    """Every stage with its dates. here: index of the stage to act in.

    A stage counts from the day the stage before really ended where that is known, otherwise from
    the limit of the stage before. Without a start date there is no last day, and none past a stage
    of which nobody knows whether it will be used.
    """
    rungs: list[Rung] = []
    shared = {each.id: _shared(now, here, each, today) for each in stated(now.policy.budgets)}
    for index in range(len(now.policy.ladder)):
        rungs.append(_rung(now, index, here, rungs, shared, today))
    return tuple(rungs)


def _shared(now: Situation, here: int, limit: Budget, today: date | None) -> Due:
    """A limit for several stages together, the same on each of them."""
    policy, index = now.policy, now.starts_at
    count = Count(now=now, events=begin(now, index, here, None, today), today=today)
    starts = start_ids(policy, index, limit)
    return due(count, limit, starts, covers=covers_in_words(policy, limit), last="the last day")


def _rung(
    now: Situation,
    index: int,
    here: int,
    rungs: list[Rung],
    shared_dues: Mapping[str, Due],
    today: date | None,
) -> Rung:
    if index in now.skipped or index < now.starts_at:
        return Rung(index=index, used=False)
    used = [rung for rung in rungs if rung.used]
    before = (used[-1].index, _ends(used[-1], here)) if used else None
    events, marks = begin(now, index, here, before, today), _marks(now.policy, used)
    count = Count(now=now, events=events, today=today, marks=marks)
    together = budgets(now.policy, index)
    shared = tuple(shared_dues[each.id] for each in together)
    return Rung(
        index=index,
        own=tuple(_own(count, index, each) for each in timescales(now.policy, index)),
        shared=shared,
        closing=tuple(
            each for budget, each in zip(together, shared, strict=True) if _closes(now.policy, index, budget)
        ),
    )


def _ends(before: Rung, here: int) -> Moment | None:
    """What a stage counts from where nobody knows when the one before ended, or it has yet to end."""
    return before.ends_by if before.index < here else before.over_by


def _own(count: Count, index: int, limit: Timescale) -> Due:
    """A due of one stage alone, not passed where it is met."""
    policy, called = count.now.policy, count.now.policy.ladder[index].called
    starts = start_ids(policy, index, limit)
    found = due(count, limit, starts, covers=called, last=f"{called} {kind(limit)}")
    return replace(found, met=True, passed=False) if _met(count.now, index, limit) else found


def _met(now: Situation, index: int, limit: Timescale) -> bool:
    """Whether a limit of the stage reached is met: the day is known that shows it.

    A letter that has gone is no longer due. Only the policy's file can say what shows it: a day from
    which another limit counts need not be what this one asked for.
    """
    return index == now.reached and met_id(now.policy, index, limit) in now.days


def _closes(policy: Policy, index: int, budget: Budget) -> bool:
    """Whether a stage is the last that a budget is for."""
    return not any(covers(budget.covers, stage) for stage in policy.ladder[index + 1 :])


def _marks(policy: Policy, rungs: list[Rung]) -> Marks:
    """The limits of the stages before, to be named in the counting."""
    limits = ((rung.last_day, f"{policy.ladder[rung.index].called} limit") for rung in rungs)
    return tuple((day, name) for day, name in limits if day)
