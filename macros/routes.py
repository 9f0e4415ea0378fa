"""What leads away from the ladder: other routes, with their own limits and contacts."""

from dataclasses import dataclass

from helper.fixed_words import stated
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
    return tuple(
        Route(
            route=each,
            limits=tuple(limit(policy, timescale) for timescale in each.timescales),
            contacts=lines(policy, each.contacts),
        )
        for each in stated(policy.other_routes)
    )
