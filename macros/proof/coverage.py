"""What no scenario of a policy tries, each with a scenario to copy and fill in."""

from collections.abc import Iterator
from datetime import date

from helper.decide import decide
from helper.faults import Fault
from helper.fixed_words import stated
from helper.narrow import all_stages, opted_out, slug
from helper.policy import Policy
from helper.situation import NOT_RAISED
from helper.step import NextStep
from helper.vocabulary import title
from macros.proof.graph import Graph, Node

RULE = "scenario-coverage"
BLANK = "FILL IN"
Wanted = tuple[str, list[str]]
"""What a scenario has to try, in words, and the states of which one is enough."""


def untried(policy: Policy, graph: Graph) -> Iterator[Fault]:
    """Everything that at least one scenario should try and none does.

    That is: each stage acted in, of every ladder and area; an optional stage that is left out; a
    later start; danger; each other route; each area that has opted out; the way without a ladder;
    nothing raised yet; one agreement; one end. Not each of the other next steps: `untried_steps`.
    """
    tried = {scenario.expect.state for scenario in policy.scenarios}
    for what, states in _wanted(policy, graph):
        if states and tried.isdisjoint(states):
            write = f"Add a real situation and work its day out by hand: {_to_copy(policy, graph, states)}"
            yield Fault(path=("scenarios",), found=f"try nothing for {what}", write=write, rule=RULE)


def untried_steps(policy: Policy, graph: Graph) -> list[str]:
    """The next steps that no scenario expects."""
    tried = {scenario.expect.state for scenario in policy.scenarios}
    return [state for state in graph.steps if state not in tried]


def _wanted(policy: Policy, graph: Graph) -> Iterator[Wanted]:
    steps = graph.steps
    yield "immediate danger", ["emergency"]
    yield from _away(policy, graph)
    yield "nothing raised yet", [state for state in steps if NOT_RAISED in state.split("-")]
    for stage in all_stages(policy):
        yield title(stage), [state for state, step in steps.items() if step.stage == stage.id]
    for higher in policy.start_higher:
        later = f"{NOT_RAISED}-{higher.stage}"
        yield f"a start at {higher.stage}", [state for state in steps if state.endswith(later)]
    for stage in (stage for stage in all_stages(policy) if stage.only_if):
        left_out = f"without_{stage.id}"
        yield f"{title(stage)} left out", [state for state in steps if left_out in state.split("-")]
    for kind, what in (("agreed", "an agreement"), ("end", "the end of the last stage")):
        yield what, [state for state, step in steps.items() if step.kind == kind]


def _away(policy: Policy, graph: Graph) -> Iterator[Wanted]:
    """What leads away from the ladder."""
    kinds = {state: step.kind for state, step in graph.steps.items()}
    routes = stated(policy.other_routes)
    for route in routes:
        ending = f"route-{route.id}"
        yield route.name, [s for s, kind in kinds.items() if kind == "route" and s.endswith(ending)]
    for overlay in policy.overlays:
        if opted_out(policy, {"area": slug(overlay.area)}):
            yield f"{overlay.area}, which has opted out", [f"{slug(overlay.area)}-opted_out"]
    yield "the way to the full procedure", [s for s, kind in kinds.items() if kind == "procedure"]


def _to_copy(policy: Policy, graph: Graph, states: list[str]) -> str:
    """A scenario that tries the first of these states, on one line, with blanks."""
    state = min(states, key=lambda each: "passed" in graph.nodes[each].answers)
    days, step = _dated(policy, graph.nodes[state], policy.document.taken)
    given = {id_: value for id_, value in graph.nodes[state].answers.items() if not days or id_ != "passed"}
    answers = _listed({**given, **dict.fromkeys(days, BLANK)})
    stage = {"stage": step.stage} if step.stage else {}
    last_day = {"last_day": BLANK} if step.act_by else {}
    expect = _listed({"state": state, **stage, **last_day})
    return f"- {{name: {BLANK}, today: {BLANK}, answers: {{{answers}}}, expect: {{{expect}}}}}"


def _dated(policy: Policy, node: Node, today: date) -> tuple[list[str], NextStep]:
    """The questions for days on the way there, and the next step where each of them is answered "today"."""
    days: list[str] = []
    while True:
        shown = decide(policy, {**node.answers, **dict.fromkeys(days, today.isoformat())}, today)
        if isinstance(shown, NextStep):
            return days, shown
        days.append(shown.id)


def _listed(fields: dict[str, str]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in fields.items())
