"""Where a practitioner stands, read off the answers given so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from helper.asking import Known
from helper.calendar import Calendar
from helper.fixed_words import stated
from helper.moment import Moment, moment
from helper.narrow import NOT_KNOWN, variant
from helper.policy import OtherRoute, Policy
from helper.stage import Stage
from helper.starts import BEGAN, ENDED, RAISED, event_question

WAITING = ("waiting", "no_answer")
NOT_RAISED = "not_raised"


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What the answers say.

    policy: narrowed to this practitioner; variant: what narrowed its ladder. route: the other route
    that fits better, if one does. reached: index of the stage that has begun, None if nothing is
    raised yet. starts_at: index of the stage where it begins.
    result: agreed, not_agreed, no_answer, waiting; None if not asked yet or not raised.
    skipped: optional stages that are not used. days: by question id, those that are known.
    said_passed: whether the practitioner says that the time limit has passed; None if they do not
    know. answered_stage: whether the stage is found out, be it that nothing is raised. calendar: by
    which the policy's limits are counted.
    """

    policy: Policy
    variant: tuple[str, ...]
    route: OtherRoute | None
    reached: int | None
    starts_at: int
    result: str | None
    skipped: frozenset[int]
    days: Mapping[str, Moment]
    said_passed: bool | None
    answered_stage: bool
    calendar: Calendar

    @cached_property
    def first(self) -> int:
        """Index of the stage in which it is first raised with the other agency."""
        return first(self.policy)

    @cached_property
    def begins(self) -> int:
        """Index of the stage in which it is first raised here: a later one where it may begin there."""
        return max(self.first, self.starts_at)

    @property
    def raised(self) -> Moment | None:
        """When the first stage began; None if not known."""
        return self.days.get(RAISED)

    @property
    def is_raised(self) -> bool:
        """Whether it has been raised with the other agency."""
        return self.reached is not None and self.reached >= self.first

    @cached_property
    def target(self) -> int:
        """Index of the stage to act in: the one reached while it goes on, otherwise the next.

        It equals the number of stages where there is no next one.
        """
        if self.reached is None:
            return self.starts_at
        if self.result in WAITING:
            return self.reached
        return self.after(self.reached)

    @property
    def has_target(self) -> bool:
        """Whether there is a stage to act in."""
        return self.target < len(self.policy.ladder)

    @property
    def acts(self) -> bool:
        """Whether a stage has begun or is next, and its dates matter."""
        return self.answered_stage and self.result != "agreed" and self.has_target

    def after(self, index: int) -> int:
        """Index of the stage after one, without those that are not used."""
        ahead = range(index + 1, len(self.policy.ladder))
        return next((each for each in ahead if each not in self.skipped), len(self.policy.ladder))


def situation(policy: Policy, here: Policy, known: Known) -> Situation:
    """The situation that a set of accepted answers describes; here: the policy narrowed to them."""
    days = {id_: moment(known.get(id_)) for id_ in day_ids(here)}
    return Situation(
        policy=here,
        variant=variant(policy, known),
        route=next((each for each in stated(here.other_routes) if each.id == known.get("route")), None),
        reached=reached(here, known),
        starts_at=_index(here, known.get("start_at")) or 0,
        result=known.get("result"),
        skipped=frozenset(n for n, stage in enumerate(here.ladder) if known.get(use_id(stage)) == "no"),
        days={id_: day for id_, day in days.items() if day},
        said_passed=None if known.get("passed") == NOT_KNOWN else known.get("passed") == "yes",
        answered_stage=_answered_stage(here, known),
        calendar=Calendar.of(here),
    )


def first(policy: Policy) -> int:
    """Index of the first stage that is more than thinking it over in one's own agency."""
    return next((n for n, stage in enumerate(policy.ladder) if not stage.before_raising), 0)


def day_ids(policy: Policy) -> tuple[str, ...]:
    """The ids of every question for a day, in the order in which they are asked."""
    return (RAISED, ENDED, BEGAN, *(event_question(event) for event in policy.events))


def reached(policy: Policy, known: Known) -> int | None:
    """Index of the last stage that has begun, as chosen or found out by asking; None if none has."""
    begun = [stage.id for stage in policy.ladder if known.get(spoke_id(stage)) == "yes"]
    return _index(policy, begun[-1] if begun else known.get("stage"))


def _answered_stage(policy: Policy, known: Known) -> bool:
    """Whether the stage is chosen, or found out by asking until one had not begun."""
    if known.get("stage") != NOT_KNOWN:
        return "stage" in known
    begun = [known.get(spoke_id(stage)) for stage in policy.ladder]
    return "no" in begun or (bool(begun) and None not in begun)


def spoke_id(stage: Stage) -> str:
    """Id of the question whether a stage has begun."""
    return f"begun_{stage.id}"


def use_id(stage: Stage) -> str:
    """Id of the question whether a stage that is not always used is to be used."""
    return f"use_{stage.id}"


def _index(policy: Policy, id_: str | None) -> int | None:
    ids = [stage.id for stage in policy.ladder]
    return ids.index(id_) if id_ in ids else None
