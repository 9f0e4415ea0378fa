"""The scenarios of a policy file, held against what the helper answers."""

from collections.abc import Iterator

from helper.asking import AnswerError
from helper.decide import decide
from helper.next_step import NextStep
from helper.policy import Expected, Policy, Scenario
from helper.working_days import CalendarError


def failed_scenarios(policy: Policy) -> Iterator[str]:
    """Every scenario that the helper answers otherwise, with what it answers."""
    for scenario in policy.scenarios:
        found = _found(policy, scenario)
        if found != _said(scenario.expect):
            said = _said(scenario.expect)
            yield f"{policy.id}: scenario “{scenario.name}” expects {said}; the helper says {found}."


def _found(policy: Policy, scenario: Scenario) -> str:
    try:
        shown = decide(policy, scenario.answers, scenario.today)
    except (AnswerError, CalendarError) as error:
        return str(error)
    if not isinstance(shown, NextStep):
        return f"the question {shown.id}"
    return _said(Expected(state=shown.state, stage=shown.stage, last_day=shown.act_by))


def _said(expect: Expected) -> str:
    day = f" by {expect.last_day}" if expect.last_day else ""
    return f"{expect.state}{f' at {expect.stage}' if expect.stage else ''}{day}"
