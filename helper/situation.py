"""Where a practitioner stands, read off the answers given so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from helper.policy import NOT_STATED, Policy, Stage, Start, Timescale, Unit, covers

WAITING = ("waiting", "no_answer")
NOT_KNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What the answers say.

    reached: index of the stage that has begun; None if nothing is raised yet.
    result: agreed, not_agreed, no_answer, waiting; None if not asked yet or not raised.
    raised: the day the first stage began; None if not known.
    ended: the day the stage before the target ended; None if not known.
    said_passed: whether the practitioner says that the time limit has passed; None if they do not
        know.
    """

    policy: Policy
    reached: int | None
    result: str | None
    raised: date | None
    ended: date | None
    said_passed: bool | None

    @property
    def target(self) -> int:
        """Index of the stage to act in: the one reached while it goes on, otherwise the next.

        It equals the number of stages where there is no next one.
        """
        if self.reached is None:
            return 0
        return self.reached if self.result in WAITING else self.reached + 1


def situation(policy: Policy, known: Mapping[str, str]) -> Situation:
    """The situation that a set of accepted answers describes."""
    return Situation(
        policy=policy,
        reached=reached(policy, known),
        result=known.get("result"),
        raised=_day(known.get("raised_on")),
        ended=_day(known.get("ended_on")),
        said_passed=None if known.get("passed") == NOT_KNOWN else known.get("passed") == "yes",
    )


def reached(policy: Policy, known: Mapping[str, str]) -> int | None:
    """Index of the last stage that has begun, as chosen or found out by asking; None if none has."""
    begun = [stage.id for stage in policy.stages if known.get(spoke_id(stage)) == "yes"]
    chosen = begun[-1] if begun else known.get("stage")
    ids = [stage.id for stage in policy.stages]
    return ids.index(chosen) if chosen in ids else None


def spoke_id(stage: Stage) -> str:
    """Id of the question whether a stage has begun."""
    return f"begun_{stage.id}"


def timescales(policy: Policy, index: int) -> tuple[Timescale, ...]:
    """What the policy says about time for the stage at `index` alone."""
    stated = policy.stages[index].timescales
    return () if stated is NOT_STATED else stated


def budgets(policy: Policy, index: int) -> tuple[Timescale, ...]:
    """What the policy says about time for several stages together, this one among them."""
    stated = () if policy.budgets is NOT_STATED else policy.budgets
    return tuple(each for each in stated if covers(each.covers, policy.stages[index]))


def counts(timescale: Timescale) -> bool:
    """Whether there is anything to count."""
    return timescale.unit not in (Unit.WORDS_ONLY, Unit.AT_ONCE)


def from_first_stage(timescale: Timescale, index: int, *, shared: bool) -> bool:
    """Whether a limit needs the day on which the first stage began.

    Where the policy does not state the start, a stage's limit counts from the day the stage began
    and a shared one from the day the first stage began.
    """
    if timescale.total is not None or timescale.counts_from is Start.LADDER:
        return True
    return counts(timescale) and timescale.counts_from is NOT_STATED and (shared or index == 0)


def from_stage_before(timescale: Timescale, index: int, *, shared: bool) -> bool:
    """Whether a limit needs the day on which the stage before ended."""
    if index == 0 or shared or not counts(timescale):
        return False
    return timescale.counts_from in (Start.STAGE_BEFORE, NOT_STATED)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text and text != NOT_KNOWN else None
