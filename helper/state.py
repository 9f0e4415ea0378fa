"""Permanent names for every question and next step of a policy, the same with and without dates.

They end up in addresses (`/sefton/what-now/#managers-not_agreed`), so they never hold a date or
anything that a person typed.
"""

from helper.situation import NOT_RAISED, Situation

START = "start"
EMERGENCY = "emergency"
OPTED_OUT = "opted_out"
FULL_PROCEDURE = "full_procedure"


def question_state(now: Situation, id_: str, route: str) -> str:
    """The name of a question: `start`, `stage`, `begun_managers`, `managers-result`."""
    if id_ == "immediate_danger":
        return START
    if route != "none":
        return _joined(*now.variant, "route", route, id_)
    before = () if id_.startswith("begun_") else _place(now)
    return _joined(*now.variant, *before, id_)


def next_step_state(now: Situation, *, moved_on: bool) -> str:
    """The name of a next step: `not_raised`, `managers-not_agreed`, `managers-waiting-moved_on`."""
    ending = "moved_on" if moved_on else "unsure" if now.said_passed is None else ""
    return _joined(*now.variant, *_place(now), ending)


def route_state(now: Situation, route: str) -> str:
    """The name of the next step of an other route: `route-complaint`."""
    return _joined(*now.variant, "route", route)


def plain_state(now: Situation, name: str) -> str:
    """The name of a next step that depends on no stage: `full_procedure`, `eastford-opted_out`."""
    return _joined(*now.variant, name)


def _place(now: Situation) -> tuple[str, ...]:
    """The stage reached, how it ended, and the stages that are left out."""
    stages = now.policy.ladder
    left_out = tuple(f"without_{stages[index].id}" for index in sorted(now.skipped))
    if now.reached is not None:
        return (stages[now.reached].id, now.result or "", *left_out)
    if not now.answered_stage:
        return ()
    return (NOT_RAISED, *([stages[now.starts_at].id] if now.starts_at else []), *left_out)


def _joined(*parts: str) -> str:
    return "-".join(part for part in parts if part)
