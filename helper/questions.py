"""The questions of the helper, in the order in which they are asked."""

from collections.abc import Callable
from dataclasses import dataclass

from helper.asking import Ask, Known
from helper.day_questions import day_asks, needs_day
from helper.first_questions import (
    ask_area,
    ask_danger,
    ask_ladder,
    ask_route,
    differs_by_area,
    needs_area,
    needs_ladder,
    needs_route,
    on_ladder,
)
from helper.fixed_words import stated
from helper.narrow import all_stages
from helper.passed_question import ask_passed, needs_passed
from helper.policy import Policy
from helper.situation import Situation, spoke_id, use_id
from helper.stage import Stage
from helper.stage_questions import (
    ask_begun,
    ask_result,
    ask_stage,
    ask_start,
    ask_use,
    needs_begun,
    needs_result,
    needs_start,
    needs_use,
)
from helper.starts import BEGAN, ENDED, RAISED
from helper.who_questions import (
    ask_other_agency,
    ask_own_agency,
    ask_priority,
    needs_other_agency,
    needs_own_agency,
    needs_priority,
)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One question: when it is needed, and how it is put. Both see only the answers before it.

    of_day: it asks for a day, which a printed page cannot.
    """

    id: str
    needed: Callable[[Situation, Known], bool]
    ask: Callable[[Situation], Ask]
    of_day: bool = False


def entries(policy: Policy) -> tuple[Entry, ...]:
    """Every question that this policy may need, in order."""
    stages = all_stages(policy)
    found = (
        Entry(id="immediate_danger", needed=lambda *_: True, ask=ask_danger),
        Entry(id="area", needed=needs_area, ask=ask_area),
        Entry(id="route", needed=needs_route, ask=ask_route),
        Entry(id="ladder", needed=needs_ladder, ask=ask_ladder),
        Entry(id="agency", needed=needs_own_agency, ask=ask_own_agency),
        Entry(id="other_agency", needed=needs_other_agency, ask=ask_other_agency),
        Entry(id="stage", needed=on_ladder, ask=ask_stage),
        *(_begun(stage) for stage in stages),
        Entry(id="start_at", needed=needs_start, ask=ask_start),
        Entry(id="result", needed=needs_result, ask=ask_result),
        *(_use(stage) for stage in stages if stage.only_if),
        Entry(id="priority", needed=needs_priority, ask=ask_priority),
        *(_day(id_) for id_ in day_asks(policy)),
        Entry(id="passed", needed=needs_passed, ask=ask_passed),
    )
    possible = _possible(policy)
    return tuple(entry for entry in found if possible.get(entry.id, True))


def _possible(policy: Policy) -> dict[str, bool]:
    """Whether a question can come up at all: only where the policy makes a difference."""
    of_ladder = dict.fromkeys(("stage", "result", "passed", RAISED, ENDED, BEGAN), bool(policy.ladder))
    return {
        **of_ladder,
        "area": differs_by_area(policy),
        "route": bool(stated(policy.other_routes)),
        "ladder": bool(policy.ladders),
        "agency": bool(policy.agencies),
        "other_agency": bool(policy.agencies),
        "start_at": bool(policy.start_higher),
        "priority": bool(policy.priorities),
    }


def _begun(stage: Stage) -> Entry:
    return Entry(
        id=spoke_id(stage),
        needed=lambda now, known: needs_begun(now, known, stage),
        ask=lambda now: ask_begun(stage),
    )


def _use(stage: Stage) -> Entry:
    return Entry(
        id=use_id(stage),
        needed=lambda now, known: needs_use(now, stage),
        ask=lambda now: ask_use(stage),
    )


def _day(id_: str) -> Entry:
    return Entry(
        id=id_,
        needed=lambda now, known: needs_day(now, known, id_),
        ask=lambda now: day_asks(now.policy)[id_](now),
        of_day=True,
    )
