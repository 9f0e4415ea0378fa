"""Situations for made-up policies: answers by chance, and what the helper says to them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from helper.decide import Question, decide
from helper.policy import Policy
from helper.step import NextStep
from helper.working_days import day_of, number_of
from macros.bench_build.draw import Draw, phrases

RESULTS = ("agreed", "not_agreed", "no_answer", "waiting")
FIRST = date(2026, 11, 23)


def situations(policy: Policy, draw: Draw) -> Iterator[Mapping[str, Any]]:
    """One for danger, one before it is raised, and some for each stage; no two the same."""
    people, seen = list(phrases()["people"]), set[str]()
    draw.chance.shuffle(people)
    for (moment, answers), who in zip(_wanted(policy, draw), people, strict=False):
        today = day_of(number_of(FIRST) + draw.chance.randrange(300))
        given, step = _answered(policy, draw, dict(answers), today)
        if step.state not in seen:
            seen.add(step.state)
            name = f"{who} in {policy.name} {draw.one(phrases()['moments'][moment])}"
            yield {"name": name, "today": f"{today}", "answers": given, "expect": _expected(step)}


def _wanted(policy: Policy, draw: Draw) -> Iterator[tuple[str, dict[str, str]]]:
    """What each situation is about, and the answers that lead there."""
    yield "emergency", {"immediate_danger": "yes"}
    yield "not_raised", {"immediate_danger": "no", "route": "none", "stage": "not_raised"}
    for stage in policy.ladder:
        for result in draw.some(RESULTS, 2, 4):
            yield result, {"immediate_danger": "no", "route": "none", "stage": stage.id, "result": result}


def _answered(
    policy: Policy, draw: Draw, wanted: dict[str, str], today: date
) -> tuple[dict[str, str], NextStep]:
    """The answers to every question that is asked, and the next step after the last."""
    given: dict[str, str] = {}
    shown = decide(policy, given, today)
    while isinstance(shown, Question):
        given[shown.id] = _day(draw, given, today) if shown.kind == "date" else _choice(shown, draw, wanted)
        shown = decide(policy, given, today)
    return given, shown


def _day(draw: Draw, given: dict[str, str], today: date) -> str:
    """Within the week before, and no earlier than a day that was given before."""
    days = [date.fromisoformat(day) for id_, day in given.items() if id_.endswith("_on")]
    passed = number_of(today) - number_of(max(days, default=day_of(number_of(today) - 7)))
    return f"{day_of(number_of(today) - draw.chance.randint(0, passed))}"


def _choice(question: Question, draw: Draw, wanted: dict[str, str]) -> str:
    values = [option.value for option in question.options]
    return wanted[question.id] if wanted.get(question.id) in values else draw.one(values)


def _expected(step: NextStep) -> dict[str, str]:
    found = {"state": step.state, "stage": step.stage, "last_day": step.act_by and f"{step.act_by}"}
    return {name: value for name, value in found.items() if value}
