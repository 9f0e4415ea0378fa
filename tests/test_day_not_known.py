"""What leads where a day is not known: the stage's own limit in words, and never a day later than need be."""

from typing import Any

from helper.policy import Policy
from helper.step import NextStep
from tests.dated import day
from tests.test_honest_words import sefton
from tests.test_moves_on import acknowledged
from tests.test_rare_ladders import CALM, FRIDAY, OF_THE_DECISION, ON_THE_LADDER, fairmead, question, step

TALKED = {**ON_THE_LADDER, "stage": "talk", "result": "not_agreed", "start_at": "first"}
RAISED = {"raised_on": "2026-11-27", "when_decision_received": "unknown"}


def rows(found: NextStep) -> dict[str, str]:
    return {row.term: row.text for row in found.card.rows}


def from_the_decision(tree: dict[str, Any]) -> None:
    tree["stages"][2]["timescales"] = [
        {
            "what": "the plan",
            "says": "within 3 working days",
            "unit": "working days",
            "amount": 3,
            **OF_THE_DECISION,
        }
    ]


def without_its_own(tree: dict[str, Any]) -> None:
    tree["stages"][2]["timescales"] = "not stated"


def test_a_stage_that_is_over_ended_today_at_the_latest() -> None:
    """Raised on Thursday 3 December, Step 1 could have taken until Monday 7; they disagreed already that Thursday."""
    found = sefton(
        "Thu 2026-12-03",
        stage="professionals",
        result="not_agreed",
        raised_on="2026-12-03",
        ended_on="unknown",
    )
    assert found.act_by == day("Mon 2026-12-07")
    [leading, *_] = found.due
    assert leading.reading
    assert leading.reading.counted_from == "today, the latest day on which Step 1 can have ended"
    assert "It may be earlier: find out when Step 1 ended." in found.card.after
    assert any("or from today if that comes first" in each.text for each in found.assumptions)


def test_once_its_limit_is_over_that_is_the_latest() -> None:
    """From the limit of Step 1, Monday 7 December."""
    found = sefton(
        "Tue 2026-12-08",
        stage="professionals",
        result="not_agreed",
        raised_on="2026-12-03",
        ended_on="unknown",
    )
    assert found.act_by == day("Wed 2026-12-09")


def test_the_stages_own_limit_leads_in_words_before_the_day_for_all_of_them() -> None:
    """Five working days for both stages from Friday 27 November end on Friday 4 December."""
    found = step(fairmead(from_the_decision), FRIDAY, **TALKED, **RAISED, ended_on="2026-11-27")
    assert (found.card.what, found.card.before, found.card.word) == ("The plan:", "within", "3 working days")
    assert found.card.after.startswith("Counted from the day the decision was received, which is day 0.")
    assert rows(found)["At the very latest"].startswith("Friday 4 December 2026.")
    assert found.act_by == day("Fri 2026-12-04")


def test_whether_a_stages_own_limit_has_passed_is_asked_though_one_for_several_has_a_day() -> None:
    """Raised on Friday 20 November; nobody knows when the decision came. For both stages Friday 27 is the last day."""
    answers = {**TALKED, **RAISED, "stage": "managers", "result": "no_answer", "raised_on": "2026-11-20"}
    found = question(fairmead(from_the_decision), **answers)
    assert (found.id, found.text) == ("passed", "Has the time limit for Stage 2 passed?")
    moved = step(fairmead(from_the_decision), FRIDAY, **answers, passed="yes")
    assert (moved.stage, moved.card.word) == ("heads", "Now")


def test_the_limit_ahead_is_said_in_words_too() -> None:
    answers = {**TALKED, "result": "waiting", **RAISED}
    after = step(fairmead(from_the_decision), FRIDAY, **answers).if_not_agreed
    assert after
    assert "The plan: within 3 working days, counted from the day the decision was received." in after.text
    assert after.last_day is None


def test_an_acknowledgement_does_not_lead_where_no_day_is_known() -> None:
    policy = acknowledged(moves_on=False)
    answers = {
        **ON_THE_LADDER,
        "stage": "talk",
        "result": "waiting",
        "raised_on": "unknown",
        "passed": "unknown",
    }
    found = step(policy, FRIDAY, **answers)
    assert found.card.word == "5 working days"
    assert "take it as passed: go to Stage 2" in found.card.after


def test_the_last_of_several_stages_leaves_no_time_for_a_rest() -> None:
    answers = {**TALKED, "stage": "managers", "result": "no_answer", "raised_on": "2026-11-27"}
    found = step(fairmead(without_its_own), FRIDAY, **answers)
    assert "Do not wait after Friday 4 December 2026: go to Stage 3." in found.if_no_answer


def test_a_route_whose_limit_has_no_start_says_so() -> None:
    def silent(tree: dict[str, Any]) -> None:
        tree["other_routes"][0]["timescales"][0]["counts_from"] = "not stated"

    found = step(fairmead(silent), FRIDAY, **CALM, route="dissent")
    said = " ".join(each.text for each in found.assumptions)
    assert "The policy does not say what the chair’s answer counts from, so it has no date." in said
    assert "a day that it does not state" not in said


def two_priorities() -> Policy:
    def change(tree: dict[str, Any]) -> None:
        discussion = tree["stages"][1]["timescales"][1]
        from_the_decision(tree)
        tree["priorities"].append({**tree["priorities"][0], "id": "low", "name": "Low"})
        tree["stages"][1]["timescales"] = [
            {**discussion, "priority": "high", "amount": 1},
            {**discussion, "priority": "low", "amount": 3},
        ]

    return fairmead(change)


def test_a_stage_that_is_over_has_no_day_where_nobody_said_which_priority() -> None:
    answers = {**TALKED, "stage": "managers", "raised_on": "2026-11-20", "ended_on": "2026-11-24"}
    found = step(two_priorities(), FRIDAY, **answers, when_decision_received="unknown")
    talk = found.timeline[1]
    assert (talk.status, talk.last_day) == ("done", None)
    assert talk.limit == "within 1 working day (High), or 3 working days (Low)"


def test_the_list_has_the_day_for_all_stages_where_it_comes_first() -> None:
    """Stage 2 is entered on Thursday 3 December; its three days end on Tuesday 8, the five for both on Friday 4."""
    found = step(
        fairmead(lambda tree: tree["stages"][2]["timescales"].pop(0)),
        day("Thu 2026-12-03"),
        **TALKED,
        raised_on="2026-11-27",
        ended_on="2026-12-03",
    )
    assert found.card.day
    assert found.card.day.words == "Friday 4 December 2026"
    assert found.timeline[2].last_day == day("Fri 2026-12-04")
