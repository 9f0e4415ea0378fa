"""How many stages there are and which of them something is for, with those that one area adds."""

from helper.fixed_words import Every, stated
from helper.narrow import all_stages
from helper.policy import Policy, covers
from helper.time_facts import Budget
from helper.vocabulary import NUMBERS, listed, stages_in_words


def stages_said(policy: Policy) -> str:
    """four stages (in Fenland five)"""
    ids = {stage.id for stage in policy.ladder}
    areas: dict[int, list[str]] = {}
    for overlay in policy.overlays:
        if more := sum(added.after in ids for added in overlay.adds):
            areas.setdefault(len(ids) + more, []).append(overlay.area)
    own = ", ".join(f"in {listed(names)} {_number(count)}" for count, names in areas.items())
    return f"{stages_in_words(policy)} ({own})" if own else stages_in_words(policy)


def covers_said(policy: Policy, budget: Budget) -> str:
    """Which stages a limit is for: "all four stages (in Fenland five)", "Step 1 and Step 2"."""
    if isinstance(budget.covers, Every):
        return f"all {stages_said(policy)}"
    return listed(each.called for each in all_stages(policy) if covers(budget.covers, each))


def time_for(policy: Policy) -> str:
    """Whose time the limits over several stages are: all stages, unless one is for some of them."""
    budgets = stated(policy.budgets)
    some = [each for each in budgets if not isinstance(each.covers, Every)]
    return f"several {policy.stage_word}s" if some else f"all {stages_said(policy)}"


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
