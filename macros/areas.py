"""Which partnership covers an area: every area of every policy, in alphabetical order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from helper.narrow import area_names
from helper.policy import Policy
from helper.vocabulary import listed, upper_first
from macros.limits import ladder_in_words

WITHOUT_LETTERS = 20


@dataclass(frozen=True, kw_only=True)
class Area:
    """An area with the policy that covers it.

    shared: the other areas of the same policy, empty where it has none. covers: whom the policy
    protects. ladder: its stages and their time in a few words. opted_out: the policy does not apply.
    """

    name: str
    policy: Policy
    shared: str
    covers: str
    ladder: str
    opted_out: bool


def areas(policies: Iterable[Policy]) -> tuple[Area, ...]:
    """Every area, in alphabetical order."""
    found = (_area(policy, name) for policy in policies for name in area_names(policy))
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.policy.name.casefold())))


def by_letter(found: Sequence[Area]) -> tuple[tuple[str, tuple[Area, ...]], ...]:
    """The areas under their first letters; under no letter where they are few."""
    if len(found) <= WITHOUT_LETTERS:
        return (("", tuple(found)),)
    groups = groupby(found, key=lambda each: each.name[:1].upper())
    return tuple((letter, tuple(each)) for letter, each in groups)


def guides(policies: Iterable[Policy]) -> tuple[Policy, ...]:
    """The general guides: no area's policy."""
    return tuple(policy for policy in policies if not area_names(policy))


def _area(policy: Policy, name: str) -> Area:
    others = [other for other in area_names(policy) if other != name]
    return Area(
        name=name,
        policy=policy,
        shared=listed(others),
        covers=upper_first(policy.scope.value),
        ladder=f"{policy.name}, shared policy" if others else ladder_in_words(policy),
        opted_out=any(each.area == name and each.opts_out for each in policy.overlays),
    )
