"""The tree of one field of a reply: only the questions that this field depends on.

A way is what was asked with each outcome, and the field's value at the end. A question that a way
never came by does not matter to it: it is found after every outcome of that question. So a tree
gives the right value for every way there is, and anything for ways that there are not; those the
control tree has refused before.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.date_table.traced import Asked
from macros.date_table.tree import Node

Steps = Mapping[Asked, str]
Way = tuple[Steps, int]


@dataclass(frozen=True)
class Fork:
    """A question and the tree after each outcome."""

    asked: Asked
    after: Mapping[str, "Tree"]


Tree = Fork | int
"""A fork, or the value at the end."""


def ends(node: Node, before: tuple[tuple[Asked, str], ...] = ()) -> Iterator[tuple[Steps, Node]]:
    """Every end of a tree with the steps that lead there."""
    if node.asked is None:
        yield dict(before), node
        return
    for outcome, after in node.after.items():
        yield from ends(after, (*before, (node.asked, outcome)))


def field_tree(ways: list[Way]) -> Tree:
    """A small tree that gives each way its value."""
    return _tree(ways, list(dict.fromkeys(asked for steps, _ in ways for asked in steps)))


def _tree(ways: list[Way], left: list[Asked]) -> Tree:
    """left: the questions that are not asked yet."""
    if len({value for _, value in ways}) == 1:
        return ways[0][1]
    costs = {asked: cost for asked in left if (cost := _cost(ways, asked))}
    best = min(costs, key=lambda asked: costs[asked])
    rest = [asked for asked in costs if asked != best]
    return Fork(
        best, {outcome: _tree(_after(ways, best, outcome), rest) for outcome in _outcomes(ways, best)}
    )


def _outcomes(ways: list[Way], asked: Asked) -> list[str]:
    return list(dict.fromkeys(steps[asked] for steps, _ in ways if asked in steps))


def _after(ways: list[Way], asked: Asked, outcome: str) -> list[Way]:
    """The ways that may be met after an outcome."""
    return [way for way in ways if way[0].get(asked, outcome) == outcome]


def _cost(ways: list[Way], asked: Asked) -> tuple[int, int] | None:
    """How much is left open after a question: values to tell apart, then ways; None if nothing is gained."""
    anywhere, found, met = set[int](), dict[str, set[int]](), 0
    for steps, value in ways:
        outcome = steps.get(asked)
        met += outcome is not None
        (anywhere if outcome is None else found.setdefault(outcome, set())).add(value)
    if len(found) < 2:  # noqa: PLR2004
        return None
    open_ = sum(len(values | anywhere) ** 2 for values in found.values())
    return open_, met + len(found) * (len(ways) - met)
