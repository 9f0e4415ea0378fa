"""Which pairs have a page of their own. The rule and its reason: decision note 0022."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from helper.narrow import area_names
from helper.policy import Policy

ALL_PAIRS_UP_TO = 12
"""With so many policies every pair has a page: 66 of them."""

Pair = tuple[Policy, Policy]


def pairs(policies: Sequence[Policy]) -> tuple[Pair, ...]:
    """Each pair once, both in the order of their ids.

    Every pair while there are few. Among many: each policy beside each general guide, two that
    cover one area, and two of which one's words on disputes across borders name the other's area.
    """
    found = combinations(policies, 2) if len(policies) <= ALL_PAIRS_UP_TO else _that_matter(policies)
    ordered = {tuple(sorted((one.id, other.id))): (one, other) for one, other in found if one.id != other.id}
    return tuple(_in_order(*ordered[ids]) for ids in sorted(ordered))


def beside(
    found: Sequence[Pair], policies: Sequence[Policy]
) -> tuple[tuple[Policy, tuple[Policy, ...]], ...]:
    """Each policy with those that it has a page with, all in the order of `policies`."""
    together = {(one.id, other.id) for one, other in found}
    together |= {(other, one) for one, other in together}
    return tuple(
        (policy, tuple(other for other in policies if (policy.id, other.id) in together))
        for policy in policies
    )


def _that_matter(policies: Sequence[Policy]) -> Iterator[Pair]:
    guides = [each for each in policies if not area_names(each)]
    yield from product(policies, guides)
    of_area: dict[str, list[Policy]] = {}
    for policy in policies:
        for area in area_names(policy):
            of_area.setdefault(area, []).append(policy)
    for sharing in of_area.values():
        yield from combinations(sharing, 2)
    for policy in (each for each in policies if each.cross_border):
        yield from ((policy, other) for area in _named(policy, of_area) for other in of_area[area])


def _named(policy: Policy, areas: dict[str, list[Policy]]) -> Iterator[str]:
    """The areas that a policy's words on disputes across borders name, as whole words."""
    said = policy.cross_border.text if policy.cross_border else ""
    return (area for area in areas if area in said and re.search(rf"\b{re.escape(area)}\b", said))


def _in_order(one: Policy, other: Policy) -> Pair:
    return (one, other) if one.id < other.id else (other, one)
