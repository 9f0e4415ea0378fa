"""Stages that one area adds, for somebody whose area is not known."""

from helper.policy import Policy
from helper.stage import Stage


def may_come(policy: Policy, after: tuple[Stage, ...]) -> tuple[tuple[str, Stage], ...]:
    """The stages that may come after one of these, each with its area; none once the area is known.

    policy: narrowed, so that its ladder has what the known area adds.
    """
    shown = {stage.id for stage in policy.ladder}
    return tuple(
        (overlay.area, added.stage)
        for stage in after
        for overlay in policy.overlays
        for added in overlay.adds
        if added.after == stage.id and added.stage.id not in shown
    )
