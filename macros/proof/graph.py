"""Every state of a policy and where each answer leads, found by giving every answer once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from helper.asking import AnswerError, Option
from helper.decide import Question
from helper.narrow import NOT_KNOWN
from helper.policy import Policy
from helper.step import NextStep
from helper.working_days import CalendarError
from macros.asked_often import OftenAsked
from macros.same import kept

MOST = 2000
Answers = dict[str, str]
Shown = Question | NextStep
Decide = Callable[[Policy, Mapping[str, str], date | None], Shown]
Edge = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What does not hold: a sentence, the state, and the answers that lead there."""

    says: str
    state: str
    answers: Mapping[str, str]

    def __str__(self) -> str:
        given = ", ".join(f"{id_}: {value}" for id_, value in self.answers.items())
        return f"{self.state}: {self.says} Answers: {given or 'none yet'}."


@dataclass(frozen=True, kw_only=True)
class Node:
    """A question or next step, the answers by which it was found first, and the edges on that way.

    leads_to: the state after each answer, by the answer's value; empty for a next step.
    """

    shown: Shown
    answers: Answers
    way: tuple[Edge, ...]
    leads_to: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Graph:
    """Every state by its name, in the order in which a reader meets it, and what went wrong on the way."""

    nodes: dict[str, Node]
    problems: list[Problem]

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The questions by state."""
        return {state: node.shown for state, node in self.nodes.items() if isinstance(node.shown, Question)}

    @cached_property
    def steps(self) -> dict[str, NextStep]:
        """The next steps by state."""
        return {state: node.shown for state, node in self.nodes.items() if isinstance(node.shown, NextStep)}


@kept
def states_of(policy: Policy) -> Graph:
    """The graph that the engine itself gives. The last one is kept: several pages are made of it."""
    return graph(policy, remembering(policy))


def remembering(policy: Policy) -> Decide:
    """The engine, which keeps between its answers what the policy alone decides."""
    decider = OftenAsked(policy)
    return lambda _, answers, today: decider.decide(answers, today)


def graph(policy: Policy, decide: Decide) -> Graph:
    """Every state, each gone on from once, without dates: those change no state that is not here.

    An answer that only narrows is given as "unknown" first, so that a next step shows what holds
    for everybody.
    """
    found = Graph(nodes={}, problems=[])
    first = decide(policy, {}, None)
    ahead = [Node(shown=first, answers={}, way=())]
    while ahead and len(found.nodes) <= MOST:
        node = ahead.pop()
        if node.shown.state not in found.nodes:
            found.nodes[node.shown.state] = node
            ahead += reversed(list(_after(policy, decide, node, found)))
    if ahead:
        found.problems.append(_problem(ahead[-1], f"There are over {MOST:,} states: there may be no end."))
    return found


def options(shown: Shown) -> tuple[Option, ...]:
    """The answers to choose from, what is not known first where the answer only narrows."""
    if isinstance(shown, NextStep):
        return ()
    return tuple(sorted(shown.options, key=_known)) if shown.narrows else shown.options


def is_same(one: Shown, other: Shown) -> bool:
    """Whether two states of one name ask the same, or say the same kind of thing at the same stage."""
    if isinstance(one, Question) and isinstance(other, Question):
        return (one.id, _values(one)) == (other.id, _values(other))
    if isinstance(one, NextStep) and isinstance(other, NextStep):
        return (one.kind, one.stage) == (other.kind, other.stage)
    return False


def asked(
    policy: Policy, decide: Decide, node: Node, option: Option, problems: list[Problem]
) -> Shown | None:
    """What comes after one answer; None where nothing does, which is noted."""
    assert isinstance(node.shown, Question)
    try:
        return decide(policy, {**node.answers, node.shown.id: option.value}, None)
    except (AnswerError, CalendarError) as error:
        problems.append(_problem(node, f"The answer {option.value} has no next state: {error}"))
        return None


def step_on(node: Node, option: Option, shown: Shown) -> Node:
    """The node after an answer."""
    assert isinstance(node.shown, Question)
    answers = {**node.answers, node.shown.id: option.value}
    return Node(shown=shown, answers=answers, way=(*node.way, (node.shown.state, option.value)))


def _after(policy: Policy, decide: Decide, node: Node, found: Graph) -> Iterator[Node]:
    if isinstance(node.shown, NextStep):
        return
    if not node.shown.options:
        found.problems.append(_problem(node, "The question has no answer to choose."))
    for option in options(node.shown):
        if option.value in node.leads_to:
            found.problems.append(_problem(node, f"The answer {option.value} stands there twice."))
        shown = asked(policy, decide, node, option, found.problems)
        if shown is None:
            continue
        node.leads_to[option.value] = shown.state
        ahead = step_on(node, option, shown)
        known = found.nodes.get(shown.state)
        if known and not is_same(known.shown, shown):
            found.problems.append(_problem(ahead, "Two different things have this one name."))
        yield ahead


def _problem(node: Node, says: str) -> Problem:
    return Problem(says=says, state=node.shown.state, answers=node.answers)


def _known(option: Option) -> bool:
    return option.value != NOT_KNOWN


def _values(question: Question) -> list[str]:
    return [option.value for option in question.options]
