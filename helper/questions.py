"""The questions of the helper, in the order in which they are asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from helper.asking import Ask, Option
from helper.policy import Policy, Power, Scope, Stage
from helper.situation import (
    NOT_KNOWN,
    WAITING,
    Situation,
    budgets,
    counts,
    from_first_stage,
    from_stage_before,
    reached,
    situation,
    spoke_id,
    timescales,
)
from helper.working_days import FIRST_KNOWN

Known = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One question: when it is needed, and how it is put. Both see only the answers before it.

    today is None on a printed page, where no date can be asked for.
    """

    id: str
    needed: Callable[[Policy, Known, date | None], bool]
    ask: Callable[[Policy, Known], Ask]


YES = Option(value="yes", text="Yes")
NO = Option(value="no", text="No")


def entries(policy: Policy) -> tuple[Entry, ...]:
    """Every question that this policy may need, in order."""
    return (
        Entry(id="immediate_danger", needed=lambda *_: True, ask=_ask_danger),
        Entry(id="stage", needed=_needs_stage, ask=_ask_stage),
        *(_begun(policy, index) for index in range(len(policy.stages))),
        Entry(id="result", needed=_needs_result, ask=_ask_result),
        Entry(id="raised_on", needed=_needs_raised, ask=_ask_raised),
        Entry(id="ended_on", needed=_needs_ended, ask=_ask_ended),
        Entry(id="passed", needed=_needs_passed, ask=_ask_passed),
    )


def child(policy: Policy) -> str:
    """The person whom the policy protects, after "a"."""
    people = {Scope.CHILDREN: "child", Scope.ADULTS: "adult at risk", Scope.JOINT: "child or adult"}
    return people[policy.scope]


def title(stage: Stage) -> str:
    """Step 2: Manager to manager"""
    return f"{stage.label}: {stage.name}"


def _ask_danger(policy: Policy, known: Known) -> Ask:
    return Ask(
        id="immediate_danger",
        name="Immediate danger",
        text=f"Is a {child(policy)} in immediate danger?",
        why="If so, that comes before any procedure.",
        kind="choice",
        options=(
            Option(value="yes", text="Yes", hint="Or you think that they may be"),
            Option(
                value="no",
                text="No",
                hint="You disagree with a decision, but nobody is in danger now",
            ),
        ),
    )


def _needs_stage(policy: Policy, known: Known, today: date | None) -> bool:
    return known["immediate_danger"] == "no"


def _ask_stage(policy: Policy, known: Known) -> Ask:
    stages = (Option(value=stage.id, text=title(stage), hint=stage.reached) for stage in policy.stages)
    return Ask(
        id="stage",
        name=f"{policy.stage_word.capitalize()} reached",
        text=f"Which {policy.stage_word} have you reached?",
        why="This tells us who should speak next and which time limit applies.",
        kind="choice",
        options=(
            Option(
                value="not_raised",
                text="I have not raised it yet",
                hint="You are worried, but have not spoken to the other agency",
            ),
            *stages,
            Option(value=NOT_KNOWN, text="I do not know", hint="We will ask who has spoken to whom"),
        ),
    )


def _begun(policy: Policy, index: int) -> Entry:
    """Whether the stage at `index` has begun: asked in turn, until one has not."""
    stage = policy.stages[index]
    before = [spoke_id(earlier) for earlier in policy.stages[:index]]

    def needed(policy: Policy, known: Known, today: date | None) -> bool:
        return known.get("stage") == NOT_KNOWN and all(known.get(id_) == "yes" for id_ in before)

    def ask(policy: Policy, known: Known) -> Ask:
        return Ask(
            id=spoke_id(stage),
            name=f"{stage.label} has begun",
            text=f"Has {stage.label} begun?",
            why=f"It has if this is true: {stage.reached[0].lower()}{stage.reached[1:]}.",
            kind="choice",
            options=(YES, NO),
        )

    return Entry(id=spoke_id(stage), needed=needed, ask=ask)


def _needs_result(policy: Policy, known: Known, today: date | None) -> bool:
    return reached(policy, known) is not None


def _ask_result(policy: Policy, known: Known) -> Ask:
    index = reached(policy, known) or 0
    label = policy.stages[index].label
    return Ask(
        id="result",
        name=f"What happened at {label}",
        text=f"What happened at {label}?",
        why="This tells us whether to move on.",
        kind="choice",
        options=(
            *_endings(policy, index),
            Option(
                value="no_answer",
                text="There is no answer yet",
                hint="You have asked, and nobody has replied",
            ),
            Option(
                value="waiting",
                text="It is still going on",
                hint="You are talking, or a meeting is arranged",
            ),
        ),
    )


def _endings(policy: Policy, index: int) -> tuple[Option, Option]:
    """The two ways in which a stage can end."""
    ends, word = policy.stages[index].ends, policy.stage_word
    if ends is None:
        after = f"You go on to {policy.stages[index + 1].label}"
        return _ending("It was agreed", "Everybody accepts the plan", "It was not agreed", after)
    nothing = f"The policy names no {word} after it"
    if ends.power is Power.DECIDES:
        worried = f"It has decided, and I still think the {child(policy)} is not safe"
        return _ending("It has decided", "There is a decision to carry out", worried, nothing)
    return _ending("It was settled", "Everybody accepts the outcome", "It was not settled", nothing)


def _ending(agreed: str, hint: str, not_agreed: str, other_hint: str) -> tuple[Option, Option]:
    return (
        Option(value="agreed", text=agreed, hint=hint),
        Option(value="not_agreed", text=not_agreed, hint=other_hint),
    )


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


def _needs_raised(policy: Policy, known: Known, today: date | None) -> bool:
    now = _acting(policy, known)
    return bool(today and now and any(first for first, _ in _limits(policy, now.target)))


def _ask_raised(policy: Policy, known: Known) -> Ask:
    label = policy.stages[0].label
    return _ask_day(
        id_="raised_on",
        name=f"{label} began",
        text=f"When did {label} begin?",
        why="The day on which it was first raised with the other agency. The time limits count from it.",
    )


def _needs_ended(policy: Policy, known: Known, today: date | None) -> bool:
    now = _acting(policy, known)
    return bool(today and now and any(before for _, before in _limits(policy, now.target)))


def _ask_ended(policy: Policy, known: Known) -> Ask:
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


def _needs_passed(policy: Policy, known: Known, today: date | None) -> bool:
    now = _acting(policy, known)
    if not now or now.result not in WAITING:
        return False
    can_count = [
        (first and now.raised) or (before and now.ended) for first, before in _limits(policy, now.target)
    ]
    return bool(can_count) and not any(can_count)


def _ask_passed(policy: Policy, known: Known) -> Ask:
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
