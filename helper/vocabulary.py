"""The words that a policy has for people and for its stages."""

from collections.abc import Iterable

from helper.fixed_words import Every, Scope
from helper.policy import Policy, covers
from helper.stage import Stage
from helper.time_facts import Budget
from helper.working_days import Division

PEOPLE = {Scope.CHILDREN: "child", Scope.ADULTS: "adult at risk", Scope.JOINT: "child or adult"}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def child(policy: Policy) -> str:
    """The person whom the policy protects, without an article."""
    own = policy.vocabulary.person if policy.vocabulary else None
    return own or PEOPLE[policy.scope]


def lead(policy: Policy) -> str:
    """The role in one's own agency to ask when nothing else is known, without an article."""
    own = policy.vocabulary.lead if policy.vocabulary else None
    return own or "designated safeguarding lead"


def social_care_body(policy: Policy) -> str:
    """Whose social care it is. Councils of Northern Ireland have none."""
    northern = policy.division is Division.NORTHERN_IRELAND
    return "Health and Social Care Trust" if northern else "local authority"


def teller(policy: Policy) -> str:
    """What is silent where a fact is missing: a source without stages may be no more than a page about it."""
    return "The policy" if policy.ladder else "Our source"


def only_if(case: str) -> str:
    """The one case in which something holds, to follow it."""
    return f"only if this is true: {lower_first(case)}"


def with_article(noun: str) -> str:
    """a child, an adult at risk"""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def title(stage: Stage) -> str:
    """Step 2: Manager to manager; only the name where the policy has no label."""
    return f"{stage.label}: {stage.name}" if stage.label else stage.name


def stages_in_words(policy: Policy) -> str:
    """four steps"""
    number = len(policy.ladder)
    said = NUMBERS[number] if number < len(NUMBERS) else number
    return f"{said} {policy.stage_word}{'' if number == 1 else 's'}"


def covers_in_words(policy: Policy, budget: Budget) -> str:
    """Which stages a budget is for: "all four steps", or their labels."""
    if isinstance(budget.covers, Every):
        return f"all {stages_in_words(policy)}"
    return listed(stage.called for stage in policy.ladder if covers(budget.covers, stage))


def listed(names: Iterable[str]) -> str:
    """Step 1, Step 2 and Step 3; empty for none."""
    *others, last = [*names] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def lower_first(text: str) -> str:
    """A text inside a sentence; one that begins with a short form stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """A text that can begin a sentence."""
    return text[:1].upper() + text[1:]
