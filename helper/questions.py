"""The questions of the helper, in the order in which they are asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from helper.asking import NO, YES, Ask, Option
from helper.day_questions import (
    ask_ended,
    ask_passed,
    ask_raised,
    needs_ended,
    needs_passed,
    needs_raised,
)
from helper.policy import Policy, Power, Scope, Stage
from helper.situation import (
    NOT_KNOWN,
    reached,
    spoke_id,
)

Known = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One question: when it is needed, and how it is put. Both see only the answers before it.

    today is None on a printed page, where no date can be asked for.
    """

    id: str
    needed: Callable[[Policy, Known, date | None], bool]
    ask: Callable[[Policy, Known], Ask]


def entries(policy: Policy) -> tuple[Entry, ...]:
    """Every question that this policy may need, in order."""
    return (
        Entry(id="immediate_danger", needed=lambda *_: True, ask=_ask_danger),
        Entry(id="stage", needed=_needs_stage, ask=_ask_stage),
        *(_begun(policy, index) for index in range(len(policy.stages))),
        Entry(id="result", needed=_needs_result, ask=_ask_result),
        Entry(id="raised_on", needed=needs_raised, ask=ask_raised),
        Entry(id="ended_on", needed=needs_ended, ask=ask_ended),
        Entry(id="passed", needed=needs_passed, ask=ask_passed),
    )


def child(policy: Policy) -> str:
    """The person whom the policy protects, without an article."""
    people = {Scope.CHILDREN: "child", Scope.ADULTS: "adult at risk", Scope.JOINT: "child or adult"}
    return people[policy.scope]


def with_article(noun: str) -> str:
    """a child, an adult at risk"""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def title(stage: Stage) -> str:
    """Step 2: Manager to manager"""
    return f"{stage.label}: {stage.name}"


def _ask_danger(policy: Policy, known: Known) -> Ask:
    return Ask(
        id="immediate_danger",
        name="Immediate danger",
        text=f"Is {with_article(child(policy))} in immediate danger?",
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
