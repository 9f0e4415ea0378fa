"""The question whether a limit has passed, where no day is known to count from."""

from helper.asking import NO, YES, Ask, Known, Option
from helper.day_questions import wanted_days
from helper.narrow import NOT_KNOWN
from helper.situation import WAITING, Situation
from helper.starts import ending_limits
from helper.time_facts import Budget
from helper.vocabulary import listed


def needs_passed(now: Situation, known: Known) -> bool:
    """Whether the reader has to say if the limit has passed, because no day is known to count from.

    The stage's own limit is asked about also where one for several stages has its day: that is later.
    """
    if not now.acts or now.result not in WAITING:
        return False
    ending = ending_limits(now.policy, now.target)
    own = tuple(each for each in ending if not isinstance(each, Budget))
    wanted = wanted_days(now, own or ending)
    return bool(wanted) and not any(id_ in now.days for id_ in wanted)


def ask_passed(now: Situation) -> Ask:
    """Whether the limit has passed, with the policy’s own words."""
    called = now.policy.ladder[now.target].called
    ending = ending_limits(now.policy, now.target)
    own = any(not isinstance(limit, Budget) for limit in ending)
    said = [f"“{limit.says}”" for limit in ending]
    quoted, which = listed(said), "the first of them" if len(said) > 1 else "it"
    return Ask(
        id="passed",
        name="Time limit passed",
        text=f"Has the time limit for {called} passed?" if own else "Has the time limit passed?",
        why=f"The policy says {quoted}. If {which} has passed, you move on now.",
        kind="choice",
        options=(
            YES,
            NO,
            Option(value=NOT_KNOWN, text="I do not know", hint="Find out today when it began"),
        ),
    )
