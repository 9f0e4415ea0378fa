"""What leads away from the ladder: other routes, with their own limits and contacts."""

from dataclasses import dataclass

from helper.fixed_words import NOT_STATED
from helper.policy import OtherRoute, Policy
from macros.contacts import Line, lines
from macros.limits import Limit, limit


@dataclass(frozen=True, kw_only=True)
class Route:
    """A route to use in place of the policy, with how long it takes and whom to ask."""

    route: OtherRoute
    limits: tuple[Limit, ...]
    contacts: tuple[Line, ...]


def routes(policy: Policy) -> tuple[Route, ...]:
    """Every other route; none where the policy states none."""
    stated = () if policy.other_routes is NOT_STATED else policy.other_routes
    return tuple(
        Route(
            route=each,
            limits=tuple(limit(policy, timescale) for timescale in each.timescales),
            contacts=lines(policy, each.contacts),
        )
        for each in stated
    )
