"""The scenarios of a policy file, held against what the helper answers."""

from collections.abc import Iterator

from helper.asking import AnswerError, Known
from helper.decide import Question, decide
from helper.faults import Fault, Path
from helper.policy import Expected, Policy, Scenario
from helper.step import NextStep
from helper.working_days import CalendarError

RULE, NOT_ASKED = "scenario", "answer-not-asked"
LEAVE_OUT = (
    "It changes nothing: leave it out. If you expected the question, look at the answers before it and at "
    "the facts that it depends on."
)
WORK_OUT = "Work it out by hand, then put the scenario or the facts right."
A_DAY = "a day, for example 2026-11-27, or unknown"


def scenario_faults(policy: Policy) -> Iterator[Fault]:
    """Every scenario that the helper answers otherwise, at the answer or the expectation that differs."""
    for number, scenario in enumerate(policy.scenarios):
        yield from _faults(policy, scenario, ("scenarios", number))


def not_asked(policy: Policy) -> Iterator[Fault]:
    """Every answer of a scenario to a question that does not come up on its way to the next step."""
    for number, scenario in enumerate(policy.scenarios):
        for id_ in unasked(decide(policy, scenario.answers, scenario.today), scenario.answers):
            path = ("scenarios", number, "answers", id_)
            found = f"is ‘{scenario.answers[id_][:40]}’, and the helper does not ask this here"
            yield Fault(path=path, found=found, write=LEAVE_OUT, rule=NOT_ASKED)


def unasked(shown: Question | NextStep, answers: Known) -> list[str]:
    """The questions that have an answer and were not asked before this one, or this next step."""
    asked = {each.id for each in shown.answers}
    return [id_ for id_ in answers if id_ not in asked]


def _faults(policy: Policy, scenario: Scenario, path: Path) -> Iterator[Fault]:
    try:
        shown = decide(policy, scenario.answers, scenario.today)
    except AnswerError as error:
        yield _refused(error, scenario, path)
    except CalendarError as error:
        yield _fault((*path, "today"), f"is {scenario.today}", str(error))
    else:
        if isinstance(shown, Question):
            yield _unfinished(shown, path)
        else:
            yield from _differences(shown, scenario.expect, path)


def _refused(error: AnswerError, scenario: Scenario, path: Path) -> Fault:
    """An answer that is not allowed, or a question that the policy does not have."""
    answer = scenario.answers.get(error.question, "")
    found = f"is ‘{answer[:40]}’"
    return _fault(
        (*path, "answers", error.question), found, str(error).removeprefix(f"{error.question} {found}. ")
    )


def _unfinished(shown: Question, path: Path) -> Fault:
    allowed = A_DAY if shown.kind == "date" else ", ".join(option.value for option in shown.options)
    found = f"do not lead to a next step: {shown.id} is not answered"
    return _fault((*path, "answers"), found, f"Add {shown.id}, one of: {allowed}.")


def _differences(step: NextStep, expect: Expected, path: Path) -> Iterator[Fault]:
    """Each part of the answer that differs; where the state does, the rest only follows from it."""
    parts = {
        "state": (expect.state, step.state),
        "stage": (expect.stage, step.stage),
        "last_day": (expect.last_day, step.act_by),
    }
    differing = [(name, *values) for name, values in parts.items() if values[0] != values[1]]
    if differing and differing[0][0] == "state":
        differing = differing[:1]
    for name, expected, found in differing:
        said = f"expects {expected or 'nothing'}, and the helper says {found or 'nothing'}"
        yield _fault((*path, "expect", name), said, WORK_OUT)


def _fault(path: Path, found: str, write: str) -> Fault:
    return Fault(path=path, found=found, write=write, rule=RULE)
