"""Permanent names for every question and next step of a policy, the same with and without dates.

They end up in addresses (`/sefton/what-now/#managers-not_agreed`), so they never hold a date or
anything that a person typed.
"""

from helper.situation import Situation

START = "start"
STAGE = "stage"
EMERGENCY = "emergency"
NOT_RAISED = "not_raised"
RESERVED = (START, STAGE, EMERGENCY, NOT_RAISED, "unknown")


def question_state(now: Situation, id_: str) -> str:
    """The name of a question: `start`, `stage`, `begun_managers`, `managers-result`."""
    if id_ == "immediate_danger":
        return START
    stage = [] if now.reached is None else [now.policy.stages[now.reached].id]
    result = [now.result] if now.result else []
    return id_ if id_.startswith("begun_") else "-".join([*stage, *result, id_])


def next_step_state(now: Situation, *, moved_on: bool) -> str:
    """The name of a next step: `not_raised`, `managers-not_agreed`, `managers-waiting-moved_on`."""
    if now.reached is None:
        return NOT_RAISED
    ending = "moved_on" if moved_on else "unsure" if now.said_passed is None else ""
    parts = [now.policy.stages[now.reached].id, now.result or "", ending]
    return "-".join(part for part in parts if part)
