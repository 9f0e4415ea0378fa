"""Which days a limit needs to be counted: the ids of the questions that ask for them."""

from helper.fixed_words import Silent, Start, Unit, stated
from helper.policy import Policy, covers
from helper.time_facts import Budget, Event, Timescale

RAISED, ENDED, BEGAN = "raised_on", "ended_on", "began_on"


def event_question(event: Event) -> str:
    """Id of the question for the day of an event."""
    return f"when_{event.id}"


def counts(timescale: Timescale) -> bool:
    """Whether there is anything to count."""
    return timescale.unit not in (Unit.WORDS_ONLY, Unit.AT_ONCE)


def timescales(policy: Policy, index: int) -> tuple[Timescale, ...]:
    """What the policy says about time for the stage at `index` alone."""
    return stated(policy.ladder[index].timescales)


def budgets(policy: Policy, index: int) -> tuple[Budget, ...]:
    """What the policy says about time for several stages together, this one among them."""
    return tuple(each for each in stated(policy.budgets) if covers(each.covers, policy.ladder[index]))


def limits(policy: Policy, index: int) -> tuple[Timescale, ...]:
    """Every limit that holds in a stage and can be counted: its own, then the shared ones."""
    return tuple(each for each in (*timescales(policy, index), *budgets(policy, index)) if counts(each))


def ending_limits(policy: Policy, index: int) -> tuple[Timescale, ...]:
    """Those of them that end the stage once they have passed."""
    return tuple(each for each in limits(policy, index) if each.moves_on is not False)


def start_ids(policy: Policy, index: int, timescale: Timescale) -> tuple[str, ...]:
    """The days from which a limit itself counts: one, or two where the policy names two events.

    Where the policy does not state the start, a shared limit counts from the day the first stage
    began, a stage's own from the end of the stage before, or from its own start if it has none
    before. A running total counts from the start of the ladder besides.
    """
    if not counts(timescale):
        return ()
    named = (timescale.counts_from, *([timescale.or_from] if timescale.or_from else []))
    return tuple(dict.fromkeys(_id(policy, index, timescale, each) for each in named))


def met_id(policy: Policy, index: int, timescale: Timescale) -> str | None:
    """The day that shows that a limit was kept; None where none does, such as its own start."""
    if timescale.met_by is None:
        return None
    day = _id(policy, index, timescale, timescale.met_by)
    return None if day in start_ids(policy, index, timescale) else day


def needed_ids(policy: Policy, index: int, of: tuple[Timescale, ...]) -> tuple[str, ...]:
    """Every day that these limits of a stage need."""
    found = [id_ for limit in of for id_ in start_ids(policy, index, limit)]
    totals = [RAISED for limit in of if limit.total is not None]
    return tuple(dict.fromkeys([*found, *totals]))


def _id(policy: Policy, index: int, timescale: Timescale, start: Start | Silent | str | None) -> str:
    if isinstance(start, str):
        return f"when_{start}"
    if isinstance(timescale, Budget) or start is Start.LADDER:
        return RAISED
    if index > 0 and start is Start.STAGE_BEFORE:
        return ENDED
    return _own_start(policy, index) if start is Start.THIS_STAGE or _raises(policy, index) else ENDED


def _own_start(policy: Policy, index: int) -> str:
    """The day on which a stage begins: for the first one, the day on which it is raised."""
    stage = policy.ladder[index]
    return RAISED if _raises(policy, index) and not stage.before_raising else BEGAN


def _raises(policy: Policy, index: int) -> bool:
    """Whether a stage has none before it that could end, but for thinking it over."""
    return index == 0 or policy.ladder[index - 1].before_raising


def may_be_to_come(starts: tuple[str, ...]) -> bool:
    """Whether one of these days is that of an event of the policy's own, which may be still to come."""
    return any(id_ not in (RAISED, ENDED, BEGAN) for id_ in starts)
