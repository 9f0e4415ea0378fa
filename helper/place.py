"""Where a practitioner acts: the stage, its dates, and what has run out."""

from dataclasses import dataclass
from datetime import date

from helper.due import Due, by_day
from helper.ladder import Rung, ladder
from helper.policy import Policy
from helper.situation import WAITING, Situation
from helper.stage import Stage
from helper.vocabulary import lead
from helper.working_days import HORIZON


@dataclass(frozen=True, kw_only=True)
class Place:
    """The situation with its dates.

    here: index of the stage to act in; the number of stages where none is left. moved_on: the
    stage that was reached ran out of time, so this is the one after it. passed: the limits that end
    a stage and whose day lies before today, of the stage left or else of this one. today: None on a
    printed page.
    """

    now: Situation
    rungs: tuple[Rung, ...]
    here: int
    moved_on: bool
    passed: tuple[Due, ...]
    today: date | None

    @property
    def policy(self) -> Policy:
        """The policy."""
        return self.now.policy

    @property
    def ahead(self) -> int:
        """Index of the stage after this one; the number of stages where none is left."""
        return self.now.after(self.here)

    @property
    def is_last(self) -> bool:
        """Whether the policy has no stage after this one."""
        return self.ahead == len(self.rungs)

    @property
    def left_behind(self) -> tuple[Stage, ...]:
        """The stages from the one that was reached up to the one to act in."""
        return () if self.now.reached is None else self.policy.ladder[self.now.reached : self.here]

    @property
    def then(self) -> str:
        """What to do where it is not settled in time: go to Step 2; after the last, whom to tell."""
        if self.is_last:
            return f"tell your {lead(self.policy)}"
        return f"go to {self.policy.ladder[self.ahead].called}"

    @property
    def closed(self) -> str:
        """Why offices are closed today, such as "Weekend"; empty on a working day."""
        if self.today is None or self.today > HORIZON:
            return ""
        return self.now.calendar.why_not(self.today)

    @property
    def shown(self) -> int:
        """Index of the stage to act in; where none is left, of the last that was used."""
        return max(rung.index for rung in self.rungs if rung.used) if self.ended else self.here

    @property
    def stage(self) -> Stage:
        """The stage to act in; where none is left, the last that was used."""
        return self.policy.ladder[self.shown]

    @property
    def left(self) -> Stage:
        """The stage that was reached before; the first one where none was."""
        return self.policy.ladder[self.now.reached or 0]

    @property
    def overdue(self) -> tuple[Due, ...]:
        """The dues of this stage whose day has passed, and that end it."""
        return () if self.ended else _passed(self.rungs[self.here])

    @property
    def missed(self) -> tuple[Due, ...]:
        """The dues of this stage whose day has passed without ending it, such as an acknowledgement."""
        dues = () if self.ended else self.rungs[self.here].dues
        return tuple(each for each in dues if each.passed and each.binds and not each.moves_on)

    @property
    def ended(self) -> bool:
        """Whether no stage is left."""
        return self.here == len(self.rungs)

    @property
    def open(self) -> tuple[Due, ...]:
        """Of this stage, or the last one used, the dues whose day is known and not passed; earliest first."""
        dues = self.rungs[self.shown].dues
        return tuple(each for each in dues if each.binds and not each.passed)

    @property
    def undated(self) -> tuple[Due, ...]:
        """Of this stage, the counted limits without a day; first those that end it, its own before others."""
        dues = () if self.ended else self.rungs[self.here].dues
        counted = [each for each in dues if each.limit and not (each.last_day or each.when or each.met)]
        return tuple(sorted(counted, key=lambda each: not each.moves_on))

    @property
    def loud(self) -> Due | None:
        """The limit that leads; one over several stages only where this one has none of its own."""
        own = any(each.moves_on and not each.is_for_several for each in self.undated)
        dated = () if own and all(each.is_for_several for each in self.open) else self.open
        return next(iter((*dated, *self.undated)), None)

    @property
    def still_open(self) -> tuple[Due, ...]:
        """The limits of one case that may not have passed, of the stage whose limit that always holds has."""
        if self.now.result == "agreed" or not (self.moved_on or self.passed):
            return ()
        return tuple(each for each in self.rungs[self.now.target].dues if each.may_run_on)

    @property
    def dues(self) -> tuple[Due, ...]:
        """Every limit of the stage to act in, and those that may still be open of the one that was left."""
        here = self.rungs[self.here].dues
        return tuple(sorted((*here, *(each for each in self.still_open if each not in here)), key=by_day))

    @property
    def has_later_limit(self) -> bool:
        """Whether what passed was only the first of two limits for the same stages, be it in one case."""
        last = self.passed[-1] if self.passed else None
        together = any(each.shared and last and each.covers == last.covers for each in self.open)
        return together or self.is_later_in_one_case

    @property
    def is_later_in_one_case(self) -> bool:
        """Whether what passed has a later day in one case."""
        last = self.passed[-1] if self.passed else None
        dated = (each for each in self.still_open if each.last_day)
        return any(last and each.covers == last.covers for each in dated)


def find_place(now: Situation, today: date | None) -> Place:
    """Where to act.

    Before anything is raised the clock would start today. A limit that has passed while the other
    side owes an answer moves on to the next stage, but for one of which the policy's file says that
    it does not; it never skips one.
    """
    rungs = ladder(now, now.target, today)
    left = _passed(rungs[now.target]) if now.result in WAITING else ()
    moved_on = bool(now.said_passed or left)
    here = now.after(now.target) if moved_on else now.target
    rungs = ladder(now, here, today) if moved_on else rungs
    passed = left if moved_on or here == len(rungs) else _passed(rungs[here])
    return Place(now=now, rungs=rungs, here=here, moved_on=moved_on, passed=passed, today=today)


def _passed(rung: Rung) -> tuple[Due, ...]:
    """The dues that are over and end the stage; those for one priority only once those of every one are."""
    ending = [each for each in rung.dues if each.ends_stage]
    open_ = any(each.priority and not each.passed for each in ending)
    return tuple(each for each in ending if each.passed and not (each.priority and open_))
