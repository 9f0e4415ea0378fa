"""That a state alone decides what comes after: every answer is carried on to every state behind it."""

import json
from collections.abc import Iterator

from helper.asking import Option
from helper.policy import Policy
from macros.cache import cached
from macros.makers import with_makers
from macros.proof.graph import (
    Decide,
    Edge,
    Graph,
    Node,
    Problem,
    Shown,
    asked,
    is_same,
    options,
    remembering,
    step_on,
)

POLICIES = 2000
"""Of how many policies it is remembered what was found."""


def differing_ways(policy: Policy, graph: Graph, order: list[str], decide: Decide) -> list[Problem]:
    """Every state that leads elsewhere when it is reached by another way than at first.

    Each answer is given, and then the way is gone on from every state that can come after it; so
    every pair of an answer and a later state is met at least once. If what comes after a state
    depended on an earlier answer (the area, an agency, a priority, "I do not know" for the stage),
    the pair of the two would show it. Several answers are carried on at once where they fit on one
    way, so the work grows with the longest list of answers and not with the product of all lists.
    What this cannot show is a state that depends on two earlier answers together and on neither
    alone. The engine has no such place: `narrow` takes out of a policy, for each of these answers
    by itself, what does not apply; and the tests go along ways with all answers drawn by chance.
    """
    return _Carried(policy, graph, order, decide).problems()


def engines_differing_ways(policy: Policy, graph: Graph, order: list[str]) -> list[Problem]:
    """As differing_ways, of the engine itself; gone through once for the check and for the page."""

    def look() -> bytes:
        found = differing_ways(policy, graph, order, remembering(policy))
        return json.dumps([vars(each) for each in found]).encode()

    return [Problem(**each) for each in json.loads(cached("ways", with_makers(policy), look, keep=POLICIES))]


class _Carried:
    """What has been gone on from: for each answer, the states behind it, as bits of a number."""

    def __init__(self, policy: Policy, graph: Graph, order: list[str], decide: Decide) -> None:
        self.policy, self.graph, self.decide = policy, graph, decide
        self.bit = {state: 1 << number for number, state in enumerate(graph.nodes)}
        self.behind = _behind(graph, order, self.bit)
        self.done: dict[Edge, int] = {}
        self.found: list[Problem] = []
        for state, node in graph.nodes.items():
            self.note(state, node)

    def problems(self) -> list[Problem]:
        """Goes on from each answer until it was carried to every state behind it."""
        for state, node in self.graph.nodes.items():
            for value, after in node.leads_to.items():
                if self.open(((state, value),), after):
                    self.carry(node, value)
        return self.found

    def carry(self, node: Node, value: str) -> None:
        """From one answer to every state behind it where something is still open."""
        ahead = list(self.after(node, (value,)))
        while ahead:
            here = ahead.pop()
            if self.open(here.way, here.shown.state):
                ahead += self.after(here)
                self.note(here.shown.state, here)

    def after(self, here: Node, wanted: tuple[str, ...] = ()) -> Iterator[Node]:
        """What comes after each answer that is still open, the most open last; held against the first way."""
        state = here.shown.state
        known = self.graph.nodes[state].leads_to
        new = self.open(here.way, state) & self.bit[state]
        found: list[Node] = []
        for option in options(here.shown):
            after = known.get(option.value)
            if after is None or (wanted and option.value not in wanted):
                continue
            if new or self.open((*here.way, (state, option.value)), after):
                found += self.held(here, option, after)
        yield from sorted(found, key=lambda each: self.open(each.way[-1:], each.shown.state).bit_count())

    def held(self, here: Node, option: Option, after: str) -> Iterator[Node]:
        """What comes after one answer, if it is the same as on the first way; otherwise that is noted."""
        shown = asked(self.policy, self.decide, here, option, self.found)
        if shown is None:
            return
        if shown.state == after and is_same(self.graph.nodes[after].shown, shown):
            yield step_on(here, option, shown)
        else:
            self.found.append(_differs(here, option.value, self.graph.nodes[here.shown.state], after, shown))

    def open(self, way: tuple[Edge, ...], state: str) -> int:
        """The states from this one on to which an answer of the way has not been carried."""
        left = 0
        for edge in way:
            left |= self.behind[state] & ~self.done.get(edge, 0)
        return left

    def note(self, state: str, node: Node) -> None:
        """A state has been gone on from with the answers of this way."""
        for edge in node.way:
            self.done[edge] = self.done.get(edge, 0) | self.bit[state]


def _behind(graph: Graph, order: list[str], bit: dict[str, int]) -> dict[str, int]:
    """Each state with everything that can come after it."""
    behind: dict[str, int] = {}
    for state in order:
        behind[state] = bit[state]
        for after in set(graph.nodes[state].leads_to.values()):
            behind[state] |= behind[after]
    return behind


def _differs(here: Node, value: str, first: Node, after: str, shown: Shown) -> Problem:
    given = ", ".join(f"{id_}: {said}" for id_, said in first.answers.items())
    says = f"The answer {value} leads to {shown.state}, but to {after} after these answers ({given})."
    return Problem(says=says, state=here.shown.state, answers=here.answers)
