"""What the policy does not say: silence is a fact, and is listed like one."""

from collections.abc import Iterator

from helper.fixed_words import NOT_STATED, Silent, stated
from helper.narrow import all_stages
from helper.policy import Policy
from helper.stage import Stage
from helper.time_facts import Budget, Timescale

NOT = "Not stated"


def silences(policy: Policy) -> tuple[tuple[str, str], ...]:
    """Each thing that the policy is silent about, and where if not everywhere."""
    return (*_whole(policy), *_of_stages(policy), *_of_time(policy))


def _whole(policy: Policy) -> Iterator[tuple[str, str]]:
    asked = {
        f"The {policy.stage_word}s": policy.stages,
        "At immediate risk, beside 999": policy.urgent,
        "Outside office hours": policy.out_of_hours,
        "How to talk": policy.channels,
        f"Duties at every {policy.stage_word}": policy.always,
        "If nobody answers": policy.silence,
        "When the partnership acts itself": policy.steps_in,
        "Afterwards": policy.after,
        "Where it does not apply": policy.other_routes,
        "Contacts for the whole policy": policy.contacts,
        "Forms": policy.forms,
        "What a working day is": policy.working_day,
        "Whether the start day counts": policy.start_day_counts,
    }
    yield from ((term, NOT) for term, value in asked.items() if isinstance(value, Silent))


def _of_stages(policy: Policy) -> Iterator[tuple[str, str]]:
    stages = all_stages(policy)
    silent = {
        "Time limits": [each for each in stages if each.timescales is NOT_STATED],
        "What to record": [each for each in stages if each.records is NOT_STATED],
        "Whether the end is binding": [
            each for each in stages if each.ends and each.ends.binding is NOT_STATED
        ],
    }
    for term, found in silent.items():
        if found:
            yield term, _where(found, stages)


def _of_time(policy: Policy) -> Iterator[tuple[str, str]]:
    stages = all_stages(policy)
    open_ = [stage for stage in stages if any(map(_no_start, stated(stage.timescales)))]
    if open_:
        yield "What a time limit counts from", _where(open_, stages)
    for budget in stated(policy.budgets):
        if _no_start(budget):
            yield f"What “{budget.name}” counts from", NOT
        if budget.if_longer is NOT_STATED:
            yield f"What if “{budget.name}” is not kept", NOT


def _no_start(timescale: Timescale | Budget) -> bool:
    return timescale.counts_from is NOT_STATED


def _where(found: list[Stage], stages: tuple[Stage, ...]) -> str:
    """Not stated, or where it is not stated."""
    return NOT if len(found) == len(stages) else f"{NOT} for {'; '.join(each.short_title for each in found)}"
