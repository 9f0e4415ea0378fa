"""The states of the helper as the page without script shows them."""

import json
from dataclasses import dataclass

from helper.asking import Option
from helper.decide import Question
from helper.next_step import NextStep
from helper.policy import Policy
from macros.proof.graph import Node, states_of


@dataclass(frozen=True, kw_only=True)
class State:
    """One section of the page.

    kind: question, or the next step's kind. answers: those that lead here, as JSON. back: the state
    of the question before, empty for the first. links: each option of a question with its state.
    """

    id: str
    kind: str
    shown: Question | NextStep
    answers: str
    back: str
    links: tuple[tuple[Option, str], ...]


def states(policy: Policy) -> tuple[State, ...]:
    """Every state in the order in which a reader meets it."""
    return tuple(map(_state, states_of(policy).nodes.values()))


def _state(node: Node) -> State:
    shown = node.shown
    options = shown.options if isinstance(shown, Question) else ()
    return State(
        id=shown.state,
        kind="question" if isinstance(shown, Question) else shown.kind,
        shown=shown,
        answers=json.dumps(node.answers, separators=(",", ":")),
        back=shown.answers[-1].change if shown.answers else "",
        links=tuple((option, node.leads_to[option.value]) for option in options),
    )
