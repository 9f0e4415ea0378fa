"""The proof that nobody who answers the helper's questions is led to a dead end, with its numbers."""

from dataclasses import dataclass
from functools import partial

from helper.faults import Fault
from helper.narrow import all_stages
from helper.policy import Policy
from macros.proof.claims import not_reached, unsaid
from macros.proof.graph import Decide, Graph, Problem, states_of
from macros.proof.graph import graph as find_graph
from macros.proof.order import last_first, ways
from macros.proof.same_way import differing_ways, engines_differing_ways

RULE = "no-dead-end"


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """How much was gone through.

    answers: each answer of each question. ways: every row of answers from the first question to a
    next step, counted and not listed. longest: questions on the longest of them. stages: of every
    ladder, with what areas add. tried_stages, tried_steps: those that a scenario expects.
    """

    questions: int
    next_steps: int
    answers: int
    ways: int
    longest: int
    stages: int
    scenarios: int
    tried_stages: int
    tried_steps: int


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What was found of one policy. problems: empty where everything holds."""

    policy: str
    graph: Graph
    problems: tuple[Problem, ...]
    numbers: Numbers

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The problems as faults of the policy file."""
        found = (f"leads astray at {str(each).removesuffix('.')}" for each in self.problems)
        return tuple(Fault(path=(), found=each, write=WRITE, rule=RULE) for each in found)


WRITE = (
    "Look at what the file says about that stage, area or route; if it says what the policy says, report it."
)


def prove(policy: Policy, decide: Decide | None = None) -> Proof:
    """Goes from every state by every answer, and tells what does not hold.

    Without dates: a date picks between next steps that an answer leads to as well, and asks for days
    on the way, so it adds no state. The tests hold dated answers against these states. A problem is
    never raised, always returned. decide: the engine; another one only to see this proof fail.
    """
    graph = find_graph(policy, decide) if decide else states_of(policy)
    order, loops = last_first(graph)
    problems = [*graph.problems, *loops]
    if not problems:
        differing = partial(differing_ways, decide=decide) if decide else engines_differing_ways
        problems += differing(policy, graph, order)
    problems += [*unsaid(policy, graph), *not_reached(policy, graph)]
    numbers = _numbers(policy, graph, *((0, 0) if loops else ways(graph, order)))
    return Proof(policy=policy.id, graph=graph, problems=tuple(problems), numbers=numbers)


def answers_tried(policy: Policy) -> int:
    """How many answers the proof gives: each answer of each question, wherever it is asked."""
    return _answers(states_of(policy))


def proof_line(proof: Proof) -> str:
    """One line for the check: the numbers, and that everything holds or how much does not."""
    n = proof.numbers
    size = (
        f"{_many(n.questions, 'question')}, {_many(n.next_steps, 'next step')}, "
        f"{_many(n.answers, 'answer')}, {_many(n.ways, 'path')}; "
        f"longest way {_many(n.longest, 'question')}"
    )
    held = "every one has one next state, who, by when and source"
    if proof.problems:
        return f"{proof.policy}: {size}; not proved, {_many(len(proof.problems), 'problem')}."
    steps = f"{n.tried_steps} of {_many(n.next_steps, 'next step')}"
    stages = f"{n.tried_stages} of {_many(n.stages, 'stage')} and " if n.stages else ""
    reach = "reaches" if n.scenarios == 1 else "reach"
    return f"{proof.policy}: {size}; {held}. {_many(n.scenarios, 'scenario')} {reach} {stages}{steps}."


def _numbers(policy: Policy, graph: Graph, number: int, longest: int) -> Numbers:
    tried = {scenario.expect.state for scenario in policy.scenarios} & set(graph.steps)
    stages = {stage.id for stage in all_stages(policy)}
    return Numbers(
        questions=len(graph.questions),
        next_steps=len(graph.steps),
        answers=_answers(graph),
        ways=number,
        longest=longest,
        stages=len(stages),
        scenarios=len(policy.scenarios),
        tried_stages=len(stages & {graph.steps[state].stage for state in tried}),
        tried_steps=len(tried),
    )


def _answers(graph: Graph) -> int:
    return sum(len(node.leads_to) for node in graph.nodes.values())


def _many(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"
