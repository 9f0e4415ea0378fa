"""The situations of a policy as exercises, each with the link that opens it in the helper."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helper.asking import Answered, AnswerError
from helper.moment import moment
from helper.policy import Policy, Scenario
from helper.step import NextStep
from helper.working_days import CalendarError
from macros.asked_often import OftenAsked
from macros.same import kept

FIRST_WORDS = 8


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """One situation to practise.

    id: how its link ends. today: the day on which it plays. state: the next step that it leads to,
    step: that next step. days: what happened when. answers: all of them by question id, as JSON.
    """

    id: str
    name: str
    today: date
    state: str
    step: NextStep
    days: tuple[Answered, ...]
    answers: str


@kept
def exercises(policy: Policy) -> tuple[Exercise, ...]:
    """Every situation that the helper answers, in the order of the file; the check names the others."""
    decider = OftenAsked(policy)
    ids = exercise_ids(policy)
    steps = ((each, _next_step(decider, each)) for each in policy.scenarios)
    return tuple(_exercise(each, step, ids[each.name]) for each, step in steps if step)


def exercise_ids(policy: Policy) -> dict[str, str]:
    """The id of each situation by its sentence: its first words; all of them where others begin the same."""
    found: dict[str, str] = {}
    for name in (each.name for each in policy.scenarios):
        words = re.findall(r"[a-z0-9]+", name.lower().replace("'", ""))
        short, whole = (f"scenario-{'-'.join(some)}" for some in (words[:FIRST_WORDS], words))
        found.setdefault(name, whole if short in found.values() else short)
    return found


def exercise_links(policy: Policy, root: str) -> Iterator[tuple[str, str]]:
    """Of each exercise its sentence, and its address on the sheet, where the answer is closed.

    root: the way to the site's own root.
    """
    for each in exercises(policy):
        yield each.name, f"{root}{policy.id}/practice/#{each.id}"


def _next_step(decider: OftenAsked, scenario: Scenario) -> NextStep | None:
    try:
        shown = decider.decide(scenario.answers, scenario.today)
    except (AnswerError, CalendarError):
        return None
    return shown if isinstance(shown, NextStep) else None


def _exercise(scenario: Scenario, step: NextStep, id_: str) -> Exercise:
    answers = {each.id: each.value for each in step.answers}
    return Exercise(
        id=id_,
        name=scenario.name,
        today=scenario.today,
        state=step.state,
        step=step,
        days=tuple(each for each in step.answers if _is_day(each.value)),
        answers=json.dumps(answers, separators=(",", ":")),
    )


def _is_day(value: str) -> bool:
    return value[:1].isdigit() and moment(value) is not None
