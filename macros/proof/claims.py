"""What must hold of the states of a policy, besides that each answer leads on."""

from collections.abc import Iterator

from helper.fixed_words import Side, stated
from helper.narrow import all_stages, contacts, slug
from helper.policy import Policy
from helper.situation import spoke_id, use_id
from helper.step import NextStep
from macros.proof.graph import Graph, Node, Problem
from macros.proof.step_words import in_few_words


def unsaid(policy: Policy, graph: Graph) -> Iterator[Problem]:
    """Every next step that does not say what to do, who, by when or where it stands."""
    for state, step in graph.steps.items():
        words = in_few_words(policy, step)
        said = {
            "what to do": words.what,
            "who acts or whom to tell": words.who,
            "by when, nor that no limit is stated": words.by_when,
            "where it stands in the source": words.source,
        }
        for name in (name for name, text in said.items() if not text):
            yield _problem(graph.nodes[state], f"The next step does not say {name}.")
        yield from _silent(graph.nodes[state], step)


def not_reached(policy: Policy, graph: Graph) -> Iterator[Problem]:
    """Everything that the policy states and no practitioner comes to."""
    yield from _missing(graph, "No answer leads to the stage", _stages(policy), _acted_in(graph))
    yield from _missing(graph, "Nobody is ever asked the question", _questions(policy), _asked(graph))
    for question, wanted in _answers(policy).items():
        offered = {
            o.value for asked in graph.questions.values() if asked.id == question for o in asked.options
        }
        yield from _missing(graph, f"The question {question} does not offer the answer", wanted, offered)
    yield from _missing(graph, "No answer leads to the next step", _named_steps(policy), _endings(graph))


def _silent(node: Node, step: NextStep) -> Iterator[Problem]:
    """A stage may say that no limit is stated only where none is."""
    if step.kind == "stage" and step.due and step.card.word == "No time limit stated":
        yield _problem(node, "The next step says that no limit is stated, but the policy states one.")


def _missing(graph: Graph, says: str, wanted: list[str], found: set[str]) -> Iterator[Problem]:
    first = next(iter(graph.nodes.values()))
    return (_problem(first, f"{says} {each}.") for each in wanted if each not in found)


def _stages(policy: Policy) -> list[str]:
    """Every stage in the file, those too that are added after one that is not there."""
    added = [added.stage for overlay in policy.overlays for added in overlay.adds]
    ladders = (policy.ladder, *(ladder.stages for ladder in policy.ladders), added)
    return [stage.id for stages in ladders for stage in stages]


def _acted_in(graph: Graph) -> set[str]:
    return {step.stage for step in graph.steps.values() if step.stage}


def _asked(graph: Graph) -> set[str]:
    return {question.id for question in graph.questions.values()}


def _questions(policy: Policy) -> list[str]:
    """The questions that the policy's own facts call for; those for days are put with dates only."""
    stages = all_stages(policy)
    called_for = {
        "area": _by_area(policy),
        "route": stated(policy.other_routes),
        "ladder": policy.ladders,
        "stage": policy.ladder,
        "agency": Side.YOURS in _sides(policy),
        "other_agency": Side.THEIRS in _sides(policy),
        "start_at": policy.start_higher,
        "result": policy.ladder,
        "priority": [limit for stage in stages for limit in stated(stage.timescales) if limit.priority],
    }
    of_stages = [spoke_id(stage) for stage in stages]
    optional = [use_id(stage) for stage in stages if stage.only_if]
    return [*(id_ for id_, facts in called_for.items() if facts), *of_stages, *optional]


def _answers(policy: Policy) -> dict[str, list[str]]:
    """For each question the answers that the policy's own facts call for."""
    areas = [slug(area) for area in _list(policy.areas)]
    agencies = [agency.id for agency in policy.agencies]
    return {
        "area": areas if _by_area(policy) else [],
        "route": [route.id for route in stated(policy.other_routes)],
        "ladder": [ladder.id for ladder in policy.ladders],
        "start_at": [each.stage for each in policy.start_higher],
        "agency": agencies if Side.YOURS in _sides(policy) else [],
        "other_agency": agencies if Side.THEIRS in _sides(policy) else [],
    }


def _by_area(policy: Policy) -> bool:
    return bool(policy.overlays) or any(contact.area for contact in contacts(policy))


def _sides(policy: Policy) -> set[Side]:
    """The sides on which the agency makes a difference; contacts are those of the other one."""
    sides = {role.side for stage in all_stages(policy) for role in stage.roles}
    reached = any(contact.agency for contact in contacts(policy))
    return sides | {Side.THEIRS} if policy.ladder and reached else sides


def _named_steps(policy: Policy) -> list[str]:
    """The next steps that the policy's own facts call for, but those of stages."""
    opted_out = [f"{slug(each.area)}-opted_out" for each in policy.overlays if each.opts_out]
    routes = [f"route-{route.id}" for route in stated(policy.other_routes)]
    return ["emergency", *opted_out, *routes, *([] if policy.ladder else ["full_procedure"])]


def _endings(graph: Graph) -> set[str]:
    """The next steps; without the area before the name where it is another route's."""
    away = {state[state.index("route-") :] for state, step in graph.steps.items() if step.kind == "route"}
    return {*graph.steps, *away}


def _list(stated: object) -> tuple:  # type: ignore[type-arg]
    return stated if isinstance(stated, tuple) else ()


def _problem(node: Node, says: str) -> Problem:
    return Problem(says=says, state=node.shown.state, answers=node.answers)
