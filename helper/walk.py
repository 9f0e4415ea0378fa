"""Every question and next step of a policy, found by giving every answer."""

from dataclasses import dataclass

from helper.decide import Decider, Question
from helper.narrow import NOT_KNOWN
from helper.next_step import NextStep
from helper.policy import Policy

Answers = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A question or next step, the answers that lead to it, and where each answer of a question leads.

    leads_to: (option value, state) in the order of the options; empty for a next step.
    """

    shown: Question | NextStep
    answers: dict[str, str]
    leads_to: tuple[tuple[str, str], ...]


def walk(policy: Policy) -> tuple[Visit, ...]:
    """Every state of a policy once, in the order in which a reader meets it, without dates.

    A state is gone on from once, however it is reached: what comes after depends on the state alone.
    """
    seen: dict[str, Visit] = {}
    decider = Decider(policy)
    _visit(decider, {}, decider.decide({}, None), seen)
    return tuple(seen.values())


def _visit(decider: Decider, answers: Answers, shown: Question | NextStep, seen: dict[str, Visit]) -> None:
    if isinstance(shown, NextStep):
        seen[shown.state] = Visit(shown=shown, answers=answers, leads_to=())
        return
    ahead = [(option.value, {**answers, shown.id: option.value}) for option in shown.options]
    found = [(value, after, decider.decide(after, None)) for value, after in ahead]
    leads_to = tuple((value, next_.state) for value, _, next_ in found)
    seen[shown.state] = Visit(shown=shown, answers=answers, leads_to=leads_to)
    for _, after, next_ in sorted(found, key=_unknown_first) if shown.narrows else found:
        if next_.state not in seen:
            _visit(decider, after, next_, seen)


def _unknown_first(found: tuple[str, Answers, Question | NextStep]) -> bool:
    """Where the answer only narrows, the section shows what holds for everybody."""
    return found[0] != NOT_KNOWN
