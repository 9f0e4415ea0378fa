"""Every name that a link to the helper may end in, of this version of a policy and of those before it.

A link may name the version that it was made with: managers-not_agreed~2026-11-21. Each such name has
its mark in the section that it leads to, so that it leads there without script too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from helper.policy import Policy
from macros.diff.changes import Changes, changes
from macros.diff.renamed import new_ids, with_ids
from macros.diff.versions import Version
from macros.exercises import Exercise, exercises
from macros.proof.graph import Graph, graph, remembering, states_of

Marks = Mapping[str, tuple["Mark", ...]]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One name, and what is said to those who come by it.

    says: `exercise`; `changed` where the policy has changed since; `gone` where the step is no longer
    there and the nearest is shown, `gone_exercise` where the situation is; empty for nothing. made:
    from when the version was held that the link was made with, None where it names none.
    """

    id: str
    says: str = ""
    made: date | None = None
    exercise: Exercise | None = None


def held_since(policy: Policy, earlier: tuple[Version, ...]) -> tuple[date, ...]:
    """From when each version was held, oldest first: the version that a link names."""
    oldest = earlier[0][1] if earlier else policy
    return (oldest.document.taken, *(replaced for replaced, _ in earlier))


def link_marks(policy: Policy, earlier: tuple[Version, ...]) -> Marks:
    """The marks of each state. earlier: the versions before this one, oldest first. Each name stands once."""
    found = states_of(policy)
    taken = set(found.nodes)
    placed: dict[str, list[Mark]] = defaultdict(list)
    for state, mark in (*_of_now(policy, found, earlier), *_of_before(policy, found, earlier)):
        if state in found.nodes and mark.id not in taken:
            taken.add(mark.id)
            placed[state].append(mark)
    return {state: tuple(marks) for state, marks in placed.items()}


def _of_now(policy: Policy, found: Graph, earlier: tuple[Version, ...]) -> Iterator[tuple[str, Mark]]:
    since = held_since(policy, earlier)[-1]
    for exercise in exercises(policy):
        yield exercise.state, Mark(id=exercise.id, says="exercise", exercise=exercise)
    for state in found.nodes:
        yield state, Mark(id=f"{state}~{since}")


def _of_before(policy: Policy, found: Graph, earlier: tuple[Version, ...]) -> Iterator[tuple[str, Mark]]:
    """The newest first: what a name meant last is what it means."""
    told = changes(policy, earlier)
    versions = list(zip(held_since(policy, earlier), earlier, strict=False))
    for since, (_, old) in reversed(versions):
        now = _successors(old, policy, found)
        for state, (leads_to, stays) in now.items():
            says = _differs(told, since) if stays else "gone"
            yield leads_to, Mark(id=f"{state}~{since}", says=says, made=since)
            yield leads_to, Mark(id=state, says="" if stays else "gone")
        for exercise in (each for each in exercises(old) if each.state in now):
            yield now[exercise.state][0], Mark(id=exercise.id, says="gone_exercise")


def _differs(told: Changes, since: date) -> str:
    return "changed" if any(each.day > since and each.groups for each in told.revisions) else ""


def _successors(old: Policy, policy: Policy, found: Graph) -> dict[str, tuple[str, bool]]:
    """For each state of an earlier version the state of today, and whether it is the same one.

    A stage that only has another id is the same. Where a state is gone, the last question on the way
    to it that is still put takes its place.
    """
    before = graph(old, remembering(old))
    renamed = with_ids(old, new_ids(old, policy))
    after = graph(renamed, remembering(renamed))
    pairs = zip(before.nodes, after.nodes.items(), strict=True)
    return {
        was: (now, True)
        if now in found.nodes
        else (_last_known(found, (state for state, _ in node.way)), False)
        for was, (now, node) in pairs
    }


def _last_known(found: Graph, states: Iterable[str]) -> str:
    return [state for state in states if state in found.nodes][-1]
