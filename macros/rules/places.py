"""Every part of one kind in a policy, with its path in the file."""

from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import TypeVar

from helper.facts import Contact, Duty
from helper.faults import Path
from helper.fixed_words import Silent
from helper.policy import Policy
from helper.stage import Role, Stage
from helper.time_facts import Timescale

T = TypeVar("T")
Placed = tuple[Path, T]


def once(find: Callable[[Policy], T]) -> Callable[[Policy], T]:
    """Keeps what was found for the policy asked about last: forty rules ask for the same."""
    held: list[tuple[Policy, T]] = []

    @wraps(find)
    def asked(policy: Policy) -> T:
        if not held or held[0][0] is not policy:
            held[:] = [(policy, find(policy))]
        return held[0][1]

    return asked


def placed(path: Path, parts: Sequence[T] | Silent | None) -> Iterator[Placed[T]]:
    """Each part of a list with its path; nothing where the policy is silent."""
    if parts and not isinstance(parts, Silent):
        for number, part in enumerate(parts):
            yield (*path, number), part


def ladders(policy: Policy) -> Iterator[Placed[tuple[Stage, ...]]]:
    """The stages of the normal ladder and of each other one, without what areas add."""
    if policy.ladder:
        yield ("stages",), policy.ladder
    yield from (((*path, "stages"), each.stages) for path, each in placed(("ladders",), policy.ladders))


@once
def stages(policy: Policy) -> list[Placed[Stage]]:
    """Every stage of every ladder, then those that areas add."""
    found = [rung for path, rungs in ladders(policy) for rung in placed(path, rungs)]
    for path, overlay in placed(("overlays",), policy.overlays):
        adds = placed((*path, "adds"), overlay.adds)
        found += [((*place, "stage"), added.stage) for place, added in adds]
    return found


@once
def limits(policy: Policy) -> list[Placed[Timescale]]:
    """Every timescale: of the stages, the budgets, the other routes."""
    routes = placed(("other_routes",), policy.other_routes)
    return [
        *(each for path, stage in stages(policy) for each in placed((*path, "timescales"), stage.timescales)),
        *placed(("budgets",), policy.budgets),
        *(each for path, route in routes for each in placed((*path, "timescales"), route.timescales)),
    ]


@once
def contacts(policy: Policy) -> list[Placed[Contact]]:
    """Every contact: of the whole policy, the stages, the other routes."""
    routes = placed(("other_routes",), policy.other_routes)
    return [
        *placed(("contacts",), policy.contacts),
        *(each for path, stage in stages(policy) for each in placed((*path, "contacts"), stage.contacts)),
        *(each for path, route in routes for each in placed((*path, "contacts"), route.contacts)),
    ]


@once
def duties(policy: Policy) -> list[Placed[Duty]]:
    """Every duty: always, after, the stages' records and messages, what to do if it takes longer."""
    lists: list[Placed[Sequence[Duty] | Silent]] = [(("always",), policy.always), (("after",), policy.after)]
    for path, stage in stages(policy):
        lists += [((*path, "records"), stage.records), ((*path, "tells"), stage.tells)]
    for path, budget in placed(("budgets",), policy.budgets):
        lists.append(((*path, "if_longer"), budget.if_longer))
    return [each for path, parts in lists for each in placed(path, parts)]


def roles(policy: Policy) -> Iterator[Placed[Role]]:
    """Every role of every stage."""
    for path, stage in stages(policy):
        yield from placed((*path, "roles"), stage.roles)
