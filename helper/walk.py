"""Every question and next step of a policy, found by giving every answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from helper.decide import Question, decide
from helper.next_step import NextStep
from helper.policy import Policy


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A question or next step, the answers that lead to it, and where each answer of a question leads.

    leads_to: (option value, state) in the order of the options; empty for a next step.
    """

    shown: Question | NextStep
    answers: dict[str, str]
    leads_to: tuple[tuple[str, str], ...]


def walk(policy: Policy) -> tuple[Visit, ...]:
    """Every state of a policy once, in the order in which a reader meets it, without dates."""
    seen: dict[str, Visit] = {}
    for visit in _visits(policy, {}):
        seen.setdefault(visit.shown.state, visit)
    return tuple(seen.values())


def _visits(policy: Policy, answers: dict[str, str]) -> Iterator[Visit]:
    shown = decide(policy, answers, None)
    if isinstance(shown, NextStep):
        yield Visit(shown=shown, answers=answers, leads_to=())
        return
    after = [{**answers, shown.id: option.value} for option in shown.options]
    states = [decide(policy, each, None).state for each in after]
    leads_to = tuple(zip([option.value for option in shown.options], states, strict=True))
    yield Visit(shown=shown, answers=answers, leads_to=leads_to)
    for each in after:
        yield from _visits(policy, each)
