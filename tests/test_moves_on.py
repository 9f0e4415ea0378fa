"""A limit whose passing takes nobody to the next stage: an acknowledgement beside the decision."""

from datetime import date
from typing import Any

import pytest

from helper.policy import Policy
from helper.step import NextStep
from macros.proof import prove
from tests.test_rare_ladders import ON_THE_LADDER, fairmead, question, step

ACKNOWLEDGED = {
    "what": "an acknowledgement",
    "says": "acknowledged within one working day",
    "unit": "working days",
    "amount": 1,
    "counts_from": "start of the first stage",
    "strength": "must",
    "owner": "The other agency",
    "source": "Stage 1",
}
SETTLED = {
    "what": "an agreed plan",
    "says": "agreed within five working days",
    "unit": "working days",
    "amount": 5,
    "counts_from": "start of the first stage",
    "strength": "must",
    "source": "Stage 1",
}
WAITING = {**ON_THE_LADDER, "stage": "talk", "result": "waiting", "raised_on": "2026-11-26"}
FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)
LATER_THURSDAY, LATER_FRIDAY = date(2026, 12, 3), date(2026, 12, 4)


def acknowledged(*, moves_on: bool | None, settled_from: str = "start of the first stage") -> Policy:
    """Raised on Thursday 26 November: acknowledged by Friday 27, settled by Thursday 3 December."""

    def change(tree: dict[str, Any]) -> None:
        first = {**ACKNOWLEDGED, **({} if moves_on is None else {"moves_on": moves_on})}
        tree["stages"][1]["timescales"] = [first, {**SETTLED, "counts_from": settled_from}]
        tree["budgets"] = "not stated"

    return fairmead(change)


def said(found: NextStep) -> str:
    return "\n".join(f"{row.term}: {row.text}" for row in found.card.rows)


def day(found: NextStep) -> str:
    return found.card.day.words if found.card.day else ""


def test_on_its_day_it_leads_but_nobody_is_told_to_go_on_after_it() -> None:
    found = step(acknowledged(moves_on=False), FRIDAY, **WAITING)
    assert (found.card.word, found.act_by) == ("Today", FRIDAY)
    assert "after Thursday 3 December 2026" in found.if_no_answer


def test_once_it_has_passed_one_stays_and_asks_for_it() -> None:
    found = step(acknowledged(moves_on=False), MONDAY, **WAITING)
    assert (found.state, found.stage, found.act_by) == ("talk-waiting", "talk", LATER_THURSDAY)
    assert day(found) == "Thursday 3 December 2026"
    assert (
        "Stage 1 limit: An acknowledgement: it passed on Friday 27 November 2026. That alone does not take you on: "
        "ask for an acknowledgement today." in said(found)
    )
    assert "it passed on Friday 27 November 2026" in found.summary
    assert found.passed == ()


def test_one_over_several_stages_that_has_passed_is_a_sentence_of_its_own() -> None:
    """Five working days from Thursday 26 November end on Thursday 3 December."""

    def change(tree: dict[str, Any]) -> None:
        tree["stages"][1]["timescales"] = "not stated"
        tree["budgets"][0]["moves_on"] = False

    found = step(fairmead(change), LATER_FRIDAY, **WAITING)
    assert (
        "At the very latest: It passed on Thursday 3 December 2026. That alone does not take you on: "
        "ask today where it stands." in said(found)
    )


@pytest.mark.parametrize("moves_on", [None, True])
def test_without_the_word_it_takes_one_on_which_is_the_safer(moves_on: bool | None) -> None:
    found = step(acknowledged(moves_on=moves_on), MONDAY, **WAITING)
    assert (found.state, found.stage) == ("talk-waiting-moved_on", "managers")
    assert "has passed: Friday 27 November 2026" in found.card.where


def test_the_decision_takes_one_on_the_day_after_its_last() -> None:
    policy = acknowledged(moves_on=False)
    assert step(policy, LATER_THURSDAY, **WAITING).stage == "talk"
    found = step(policy, LATER_FRIDAY, **WAITING)
    assert (found.stage, found.card.where) == (
        "managers",
        "The limit for Stage 1 has passed: Thursday 3 December 2026",
    )


def test_the_list_of_stages_has_the_day_of_the_decision() -> None:
    first = step(acknowledged(moves_on=False), MONDAY, **WAITING).timeline[1]
    assert (first.last_day, first.limit) == (LATER_THURSDAY, "within 5 working days")


def test_where_no_day_is_known_only_the_decision_is_asked_about() -> None:
    answers = {**WAITING, "raised_on": "unknown"}
    asked = question(acknowledged(moves_on=False), **answers)
    assert (asked.id, "“agreed within five working days”. If it has passed" in asked.why) == ("passed", True)
    assert "acknowledged" not in asked.why


def test_its_day_alone_does_not_answer_whether_the_decision_is_over() -> None:
    policy = acknowledged(moves_on=False, settled_from="decision_received")
    answers = {**WAITING, "when_decision_received": "unknown"}
    assert question(policy, **answers).id == "passed"
    found = step(policy, MONDAY, **answers, passed="no")
    assert (found.stage, found.card.word) == ("talk", "5 working days")
    assert "it passed on Friday 27 November 2026" in said(found)


def test_every_way_through_is_proved() -> None:
    assert prove(acknowledged(moves_on=False)).problems == ()
