"""The states of the helper as the page without script shows them."""

import json
from dataclasses import dataclass, replace

from helper.asking import Answered, Option
from helper.decide import Question
from helper.fixed_words import Fact
from helper.narrow import NARROWING, NOT_KNOWN
from helper.plain import to_plain
from helper.policy import Policy
from helper.step import NextStep
from helper.take_away import EscalationRecord
from macros.proof.graph import Node, states_of

ALL_SHOWN = "What holds for all is shown"
IN_A_PAGE = (Fact.STAGE.value, Fact.LIMIT.value)


@dataclass(frozen=True, kw_only=True)
class State:
    """One section of the page.

    kind: question, or the next step's kind. answers: those that lead here, as JSON. back: the state
    of the question before, empty for the first. links: each option of a question with its state.
    take: what can be taken along without a date, as JSON.
    """

    id: str
    kind: str
    shown: Question | NextStep
    answers: str
    back: str
    links: tuple[tuple[Option, str], ...]
    take: str = "{}"


def states(policy: Policy) -> tuple[State, ...]:
    """Every state in the order in which a reader meets it."""
    return tuple(map(_state, states_of(policy).nodes.values()))


def _state(node: Node) -> State:
    shown = _open(node.shown)
    options = shown.options if isinstance(shown, Question) else ()
    return State(
        id=shown.state,
        kind="question" if isinstance(shown, Question) else shown.kind,
        shown=shown,
        answers=json.dumps(node.answers, separators=(",", ":")),
        back=shown.answers[-1].change if shown.answers else "",
        links=tuple((option, node.leads_to[option.value]) for option in options),
        take=_json(_take(shown)),
    )


def _open(shown: Question | NextStep) -> Question | NextStep:
    """An answer that only narrows what is shown is not known to a page that shows the same to everybody."""
    return replace(shown, answers=tuple(map(_shown_to_all, shown.answers)))


def _shown_to_all(given: Answered) -> Answered:
    narrows = given.id in NARROWING and given.value == NOT_KNOWN
    return replace(given, text=ALL_SHOWN) if narrows else given


def _take(shown: Question | NextStep) -> dict[str, object]:
    if isinstance(shown, Question) or not shown.summary:
        return {}
    return {"summary": shown.summary, "escalation_record": _record(shown.escalation_record)}


def _record(shown: EscalationRecord | None) -> dict[str, object] | None:
    """Of what the helper knows only what the page's every section can carry; a reply brings the rest."""
    if shown is None:
        return None
    return {
        **to_plain(shown),
        "known": {fact: shown.known[fact] for fact in IN_A_PAGE if fact in shown.known},
    }


def _json(tree: object) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
