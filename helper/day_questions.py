"""The questions about days: only those that the policy's clocks need."""

from collections.abc import Mapping
from datetime import date

from helper.asking import NO, YES, Ask, Option
from helper.policy import Policy
from helper.situation import (
    NOT_KNOWN,
    WAITING,
    Situation,
    budgets,
    counts,
    from_first_stage,
    from_stage_before,
    situation,
    timescales,
)
from helper.working_days import FIRST_KNOWN

Known = Mapping[str, str]


def _limits(policy: Policy, index: int) -> list[tuple[int, bool]]:
    """For each countable limit of a stage: whether it needs the ladder's start, and the end before it."""
    own = [(limit, False) for limit in timescales(policy, index)]
    shared = [(limit, True) for limit in budgets(policy, index)]
    return [
        (
            from_first_stage(limit, index, shared=is_shared),
            from_stage_before(limit, index, shared=is_shared),
        )
        for limit, is_shared in own + shared
        if counts(limit)
    ]


def _acting(policy: Policy, known: Known) -> Situation | None:
    """The situation, where there is a stage that has begun or is next and its dates matter."""
    now = situation(policy, known)
    if now.reached is None or now.result == "agreed" or now.target >= len(policy.stages):
        return None
    return now


def needs_raised(policy: Policy, known: Known, today: date | None) -> bool:
    """Whether a limit of the stage to act in counts from the start of the ladder."""
    now = _acting(policy, known)
    return bool(today and now and any(first for first, _ in _limits(policy, now.target)))


def ask_raised(policy: Policy, known: Known) -> Ask:
    """When the first stage began."""
    label = policy.stages[0].label
    return _ask_day(
        id_="raised_on",
        name=f"{label} began",
        text=f"When did {label} begin?",
        why="The day on which it was first raised with the other agency. The time limits count from it.",
    )


def needs_ended(policy: Policy, known: Known, today: date | None) -> bool:
    """Whether a limit of the stage to act in counts from the end of the stage before."""
    now = _acting(policy, known)
    return bool(today and now and any(before for _, before in _limits(policy, now.target)))


def ask_ended(policy: Policy, known: Known) -> Ask:
    """When the stage before ended; not earlier than the first stage began."""
    now = situation(policy, known)
    before, stage = policy.stages[now.target - 1], policy.stages[now.target]
    return _ask_day(
        id_="ended_on",
        name=f"{before.label} ended",
        text=f"When did {before.label} end?",
        why=f"The time limit of {stage.label} counts from then.",
        earliest=now.raised or FIRST_KNOWN,
    )


def _ask_day(*, id_: str, name: str, text: str, why: str, earliest: date = FIRST_KNOWN) -> Ask:
    unknown = Option(value=NOT_KNOWN, text="I do not know", hint="We leave out the dates that need it")
    return Ask(id=id_, name=name, text=text, why=why, kind="date", options=(unknown,), earliest=earliest)


def needs_passed(policy: Policy, known: Known, today: date | None) -> bool:
    """Whether the reader has to say if the limit has passed, because no day is known to count from."""
    now = _acting(policy, known)
    if not now or now.result not in WAITING:
        return False
    can_count = [
        (first and now.raised) or (before and now.ended) for first, before in _limits(policy, now.target)
    ]
    return bool(can_count) and not any(can_count)


def ask_passed(policy: Policy, known: Known) -> Ask:
    """Whether the limit has passed, with the policy’s own words."""
    index = situation(policy, known).target
    label = policy.stages[index].label
    own = any(counts(limit) for limit in timescales(policy, index))
    said = [limit.says for limit in (*timescales(policy, index), *budgets(policy, index)) if counts(limit)]
    quoted = " and ".join(f"“{says}”" for says in said)
    return Ask(
        id="passed",
        name="Time limit passed",
        text=f"Has the time limit for {label} passed?" if own else "Has the time limit passed?",
        why=f"The policy says {quoted}. If it has passed, you move on now.",
        kind="choice",
        options=(
            YES,
            NO,
            Option(value=NOT_KNOWN, text="I do not know", hint="Find out today when it began"),
        ),
    )
