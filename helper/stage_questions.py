"""The questions about stages: which one, where to begin, how it ended, whether one is used."""

from dataclasses import replace

from helper.asking import NO, YES, Ask, Known, Option
from helper.fixed_words import Power
from helper.narrow import NOT_KNOWN
from helper.policy import Policy
from helper.situation import NOT_RAISED, WAITING, Situation, spoke_id, use_id
from helper.stage import Stage
from helper.vocabulary import child, lower_first, title, upper_first

FROM_FIRST = "first"


def ask_stage(now: Situation) -> Ask:
    """Which stage has begun."""
    policy = now.policy
    stages = (Option(value=stage.id, text=title(stage), hint=stage.reached) for stage in policy.ladder)
    return Ask(
        id="stage",
        name=f"{upper_first(policy.stage_word)} reached",
        text=f"Which {policy.stage_word} have you reached?",
        why="This tells us who should speak next and which time limit applies.",
        kind="choice",
        options=(
            Option(
                value=NOT_RAISED,
                text="I have not raised it yet",
                hint="You are worried, but have not spoken to the other agency",
            ),
            *stages,
            Option(value=NOT_KNOWN, text="I do not know", hint="We will ask who has spoken to whom"),
        ),
    )


def needs_begun(now: Situation, known: Known, stage: Stage) -> bool:
    """Whether to ask if a stage has begun: in turn, until one has not."""
    ladder = now.policy.ladder
    if known.get("stage") != NOT_KNOWN or stage.id not in [each.id for each in ladder]:
        return False
    before = ladder[: [each.id for each in ladder].index(stage.id)]
    return all(known.get(spoke_id(each)) == "yes" for each in before)


def ask_begun(stage: Stage) -> Ask:
    """Whether a stage has begun."""
    return Ask(
        id=spoke_id(stage),
        name=f"{stage.called} has begun",
        text=f"Has {stage.called} begun?",
        why=f"It has if this is true: {lower_first(stage.reached)}.",
        kind="choice",
        options=(YES, replace(NO, hint="Or nobody can tell you today")),
    )


def needs_start(now: Situation, known: Known) -> bool:
    """Whether the policy may permit to begin at a later stage, or may have permitted it."""
    return now.answered_stage and bool(_permitted(now))


def ask_start(now: Situation) -> Ask:
    """Whether a permission to begin at a later stage holds; once it has begun, whether one was used."""
    if now.reached is not None:
        return _ask_begun_at(now)
    called = now.policy.ladder[0].called
    from_first = Option(value=FROM_FIRST, text="None of these", hint=f"You begin at {called}")
    return Ask(
        id="start_at",
        name="Where to begin",
        text="Is one of these true?",
        why=f"In these cases the policy lets you begin after {called}.",
        kind="choice",
        options=(*_permitted(now), from_first),
    )


def _ask_begun_at(now: Situation) -> Ask:
    """Whether it began where it is first raised; thinking it over may be left out without a permission."""
    ladder, permitted = now.policy.ladder, _permitted(now)
    called = ladder[0 if ladder[now.first].id in [each.value for each in permitted] else now.first].called
    return Ask(
        id="start_at",
        name="Where it began",
        text=f"Did it begin with {called}?",
        why=f"In some cases the policy lets you begin after {called}. Then the time limits count from there.",
        kind="choice",
        options=(Option(value=FROM_FIRST, text="Yes", hint=f"{called} came first"), *permitted),
    )


def _permitted(now: Situation) -> tuple[Option, ...]:
    """Each later stage at which one may begin or, once a stage has begun, may have begun."""
    begun = now.reached is not None
    stages = now.policy.ladder[1 : None if now.reached is None else now.reached + 1]
    called = {stage.id: stage.called for stage in stages}
    return tuple(
        Option(
            value=each.stage,
            text=f"No, with {called[each.stage]}" if begun else each.when,
            hint=each.when if begun else f"You may begin at {called[each.stage]}",
        )
        for each in now.policy.start_higher
        if each.stage in called
    )


def needs_result(now: Situation, known: Known) -> bool:
    """Whether a stage has begun."""
    return now.answered_stage and now.reached is not None


def ask_result(now: Situation) -> Ask:
    """What happened at the stage that was reached."""
    index = now.reached or 0
    called = now.policy.ladder[index].called
    return Ask(
        id="result",
        name=f"What happened at {called}",
        text=f"What happened at {called}?",
        why="This tells us whether to move on.",
        kind="choice",
        options=(
            *_endings(now.policy, index),
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


def needs_use(now: Situation, stage: Stage) -> bool:
    """Whether the next stage is this one, which is not always used."""
    if now.result is None or now.result in (*WAITING, "agreed") or not now.has_target:
        return False
    return now.policy.ladder[now.target].id == stage.id


def ask_use(stage: Stage) -> Ask:
    """Whether a stage that is not always used is to be used."""
    only_if = stage.only_if
    assert only_if is not None
    unknown = Option(value=NOT_KNOWN, text="I do not know", hint=f"Ask today; we show {stage.called}")
    return Ask(
        id=use_id(stage),
        name=f"{stage.called} is used",
        text=only_if.ask,
        why=f"{stage.called} is not always used. The policy says “{only_if.says}”.",
        kind="choice",
        options=(YES, NO, unknown),
    )


def _endings(policy: Policy, index: int) -> tuple[Option, Option]:
    """The two ways in which a stage can end."""
    stage, word = policy.ladder[index], policy.stage_word
    if stage.before_raising:
        after = f"You go on to {policy.ladder[index + 1].called}"
        return _ending("It is settled", "There is nothing to raise", "I am still worried", after)
    if stage.ends is None:
        after = f"You go on to {policy.ladder[index + 1].called}"
        return _ending("It was agreed", "Everybody accepts the plan", "It was not agreed", after)
    nothing = f"The policy names no {word} after it"
    if stage.ends.power is Power.DECIDES:
        worried = f"It has decided, and I still think the {child(policy)} is not safe"
        return _ending("It has decided", "There is a decision to carry out", worried, nothing)
    return _ending("It was settled", "Everybody accepts the outcome", "It was not settled", nothing)


def _ending(agreed: str, hint: str, not_agreed: str, other_hint: str) -> tuple[Option, Option]:
    return (
        Option(value="agreed", text=agreed, hint=hint),
        Option(value="not_agreed", text=not_agreed, hint=other_hint),
    )
