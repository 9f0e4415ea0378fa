"""What a policy may say and few do: a last stage that is not used, routes with limits, thinking it over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helper.decide import Question, decide
from helper.plain import read
from helper.policy import Policy
from helper.step import NextStep
from macros.proof import prove
from macros.read_yaml import read_yaml
from tests.conftest import ROOT

Change = Callable[[dict[str, Any]], object]
FRIDAY = date(2026, 11, 27)
CALM = {"immediate_danger": "no", "area": "unknown"}
ON_THE_LADDER = {**CALM, "route": "none", "ladder": "normal", "agency": "unknown", "other_agency": "unknown"}
OF_THE_DECISION = {"counts_from": "decision_received", "strength": "expected", "source": "Section 7"}


def fairmead(change: Change) -> Policy:
    """The made-up policy of the rules, with something changed."""
    tree: Any = read_yaml(ROOT / "tests" / "rules" / "base.yaml").tree
    change(tree)
    return replace(read(Policy, tree), id="fairmead")


def step(policy: Policy, today: date | None = FRIDAY, **answers: str) -> NextStep:
    found = decide(policy, answers, today)
    assert isinstance(found, NextStep), found.id
    return found


def question(policy: Policy, **answers: str) -> Question:
    found = decide(policy, answers, FRIDAY)
    assert isinstance(found, Question)
    return found


def heads_may_meet(tree: dict[str, Any]) -> None:
    tree["stages"][3]["only_if"] = {"ask": "Do the heads meet?", "says": "may meet", "source": "Stage 3"}
    tree["budgets"][0]["covers"] = ["talk", "managers", "heads"]


def test_where_the_last_stage_is_not_used_the_one_before_was_the_last() -> None:
    policy = fairmead(heads_may_meet)
    without = {**ON_THE_LADDER, "stage": "managers", "result": "not_agreed", "start_at": "first"}
    for today in (FRIDAY, None):
        found = step(policy, today, **without, use_heads="no")
        assert found.card.where == "Stage 2 was the last stage in Fairmead, as Stage 3 is not used"
        assert "the policy names no stage after stage 3." in found.card.after.lower()
        assert "The heads" not in found.card.after + found.card.action
    assert prove(policy).problems == ()


def test_the_summary_of_a_complaint_has_the_address_of_the_policy(sefton: Policy) -> None:
    summary = step(sefton, immediate_danger="no", route="complaint").summary
    assert summary.endswith("\nhttp://seftonscp.procedures.org.uk")
    assert "gives no address" not in summary


def test_a_route_with_an_address_of_its_own_gives_both() -> None:
    def link(tree: dict[str, Any]) -> None:
        tree["other_routes"][0]["link"] = "https://conference.example/dissent"

    lines = step(fairmead(link), **CALM, route="dissent", when_decision_received="unknown").summary.split(
        "\n"
    )
    assert lines[-3] == "Where: https://conference.example/dissent"
    assert lines[-1] == "https://fairmead.example/escalation"


def test_of_two_limits_of_a_route_the_earlier_comes_first_though_the_file_has_it_last() -> None:
    """Decision on Thursday 26 November: 2 working days are Monday 30, 10 are Thursday 10 December."""

    def note(tree: dict[str, Any]) -> None:
        says = {
            "what": "the chair's note",
            "says": "within 2 working days",
            "unit": "working days",
            "amount": 2,
        }
        tree["other_routes"][0]["timescales"].append({**OF_THE_DECISION, **says})

    found = step(fairmead(note), **CALM, route="dissent", when_decision_received="2026-11-26")
    assert [due.last_day for due in found.due] == [date(2026, 11, 30), date(2026, 12, 10)]
    assert found.act_by == date(2026, 11, 30)
    assert [row.text.partition(". ")[0] for row in found.card.rows[:2]] == [
        "The chair’s note: Monday 30 November 2026",
        "The chair’s answer: Thursday 10 December 2026",
    ]
    assert [entry.key for entry in found.calendar] == ["fairmead.dissent.1", "fairmead.dissent.2"]


def test_a_date_of_a_route_past_the_published_holidays_is_said_to_be_provisional() -> None:
    """Friday 29 December 2028 and ten working days: Friday 12 January 2029, or later by a holiday."""
    policy = fairmead(lambda _: None)
    today = date(2028, 12, 29)
    found = step(policy, today, **CALM, route="dissent", when_decision_received="2028-12-29")
    assert {"working_day", "provisional"} <= {each.id for each in found.assumptions}
    assert "starts_today" not in {each.id for each in found.assumptions}


def test_a_route_in_hours_asks_for_the_time_and_ends_at_it() -> None:
    """Wednesday 25 November, 16:50, and 48 hours: Friday 27, 16:50."""

    def hours(tree: dict[str, Any]) -> None:
        tree["other_routes"][0]["timescales"][0].update(unit="hours", amount=48, says="within 48 hours")

    policy = fairmead(hours)
    assert question(policy, **CALM, route="dissent").clock
    found = step(policy, **CALM, route="dissent", when_decision_received="2026-11-25 16:50")
    assert found.card.rows[0].text.startswith("The chair’s answer: Friday 27 November 2026, by 16:50.")
    assert not found.passed


def test_a_route_in_days_asks_for_no_time_because_another_route_runs_in_hours() -> None:
    """Both count from the same day; the time of it is for whoever needs the other one."""

    def hours(tree: dict[str, Any]) -> None:
        dissent = tree["other_routes"][0]
        limits = [{**dissent["timescales"][0], "unit": "hours", "amount": 24, "says": "within 24 hours"}]
        tree["other_routes"].append({**dissent, "id": "hearing", "name": "Hearing", "timescales": limits})

    policy = fairmead(hours)
    asked = question(policy, **CALM, route="dissent")
    assert (asked.kind, asked.clock) == ("date", False)
    assert "hours" not in asked.why
    assert question(policy, **CALM, route="hearing").clock


@pytest.mark.parametrize("where", ["budget", "route"])
def test_a_priority_is_called_by_its_name(where: str) -> None:
    def urgent(tree: dict[str, Any]) -> None:
        of = {"budget": tree["budgets"], "route": tree["other_routes"][0]["timescales"]}
        of[where][0]["priority"] = "high"

    policy = fairmead(urgent)
    on_route = {**CALM, "route": "dissent", "when_decision_received": "2026-11-26"}
    stage = {"stage": "talk", "result": "waiting", "priority": "unknown", "raised_on": "2026-11-26"}
    found = step(policy, **(on_route if where == "route" else {**ON_THE_LADDER, **stage}))
    said = " ".join(row.text for row in found.card.rows)
    assert "It is for High." in said
    assert "for high" not in said


def thinking_ends(tree: dict[str, Any]) -> None:
    """Stage 1 counts from the end of Stage 0, in which one only thinks it over."""
    tree["stages"][1]["timescales"][1]["counts_from"] = "end of the stage before"
    tree["budgets"] = "not stated"


def test_thinking_it_over_may_have_ended_before_it_was_raised() -> None:
    """It always has: Friday 20 November, raised on Tuesday 24; two working days are Tuesday 24."""

    def either(tree: dict[str, Any]) -> None:
        thinking_ends(tree)
        tree["stages"][1]["timescales"][1]["or_from"] = "start of the first stage"

    talking = {**ON_THE_LADDER, "stage": "talk", "result": "waiting", "raised_on": "2026-11-24"}
    found = step(fairmead(either), date(2026, 11, 24), **talking, ended_on="2026-11-20")
    assert found.act_by == date(2026, 11, 24)


def test_the_day_on_which_thinking_it_over_ended_is_asked_for() -> None:
    thought = {**ON_THE_LADDER, "stage": "think", "result": "not_agreed"}
    asked = question(fairmead(thinking_ends), **thought)
    assert (asked.id, asked.text) == ("ended_on", "When did Stage 0 end?")
    found = step(fairmead(thinking_ends), **thought, ended_on="2026-11-26")
    assert found.act_by == date(2026, 11, 30)


def test_a_running_total_in_hours_asks_for_the_hour_at_which_it_was_raised() -> None:
    def total(tree: dict[str, Any]) -> None:
        last = tree["stages"][3]["timescales"][0]
        last.update(total=96, counts_from="end of the stage before")
        del last["or_from"]

    there = {**ON_THE_LADDER, "stage": "managers", "result": "not_agreed", "start_at": "first"}
    asked = question(fairmead(total), **there)
    assert (asked.id, asked.clock) == ("raised_on", True)


def test_a_short_form_keeps_its_capitals_in_a_question() -> None:
    def told(tree: dict[str, Any]) -> None:
        tree["stages"][2]["reached"] = "LADO has been told"

    asked = question(
        fairmead(told), **{**ON_THE_LADDER, "stage": "unknown", "begun_think": "yes", "begun_talk": "yes"}
    )
    assert asked.why == "It has if this is true: LADO has been told."


def test_while_it_is_thought_over_no_day_is_the_latest_for_what_comes_after() -> None:
    """Nobody knows when the thinking ends, so the day of Stage 1 is only for beginning it today."""
    found = step(fairmead(lambda _: None), **ON_THE_LADDER, stage="think", result="waiting")
    assert found.if_not_agreed is not None
    assert found.if_not_agreed.before == "The discussion: if you begin Stage 1 today, by the end of"
    assert "at the latest by" not in {entry.by for entry in found.timeline}


def test_a_stage_that_is_not_used_has_no_limit_to_be_silent_about() -> None:
    found = step(
        fairmead(lambda _: None), **ON_THE_LADDER, stage="not_raised", start_at="managers", priority="unknown"
    )
    assert [(entry.status, entry.limit) for entry in found.timeline[:2]] == [
        ("left_out", ""),
        ("left_out", ""),
    ]


def test_a_limit_in_words_alone_is_not_called_silence() -> None:
    def soon(tree: dict[str, Any]) -> None:
        words = {"what": "the talk", "says": "as soon as is practicable", "unit": "words only"}
        tree["stages"][1]["timescales"] = [{**words, "strength": "must", "source": "Stage 1"}]

    found = step(fairmead(soon), **ON_THE_LADDER, stage="think", result="waiting")
    assert found.timeline[1].limit == "“as soon as is practicable”"


def test_hours_from_a_day_without_its_hour_may_have_passed() -> None:
    """Raised some time on Tuesday 24: 24 hours end on Wednesday 25 at the latest, so on 25 nobody knows."""

    def day(tree: dict[str, Any]) -> None:
        limit = {
            "unit": "hours",
            "amount": 24,
            "says": "within 24 hours",
            "what": "the talk",
            "strength": "must",
        }
        start = {"counts_from": "start of the first stage", "source": "Stage 1"}
        tree["stages"][1]["timescales"] = [{**limit, **start}]
        tree["budgets"] = "not stated"

    talking = {**ON_THE_LADDER, "stage": "talk", "result": "waiting", "raised_on": "2026-11-24"}
    wednesday, friday = date(2026, 11, 25), date(2026, 11, 27)
    unsure = step(fairmead(day), wednesday, **talking).card.where
    sure = step(fairmead(day), friday, **talking).card.where
    assert sure.startswith("The limit for Stage 1 has passed: ")
    assert unsure == sure.replace("has passed", "may have passed, as its hour is not known")


def test_calendar_days_are_not_called_days_alone() -> None:
    def calendar(tree: dict[str, Any]) -> None:
        tree["stages"][1]["timescales"][1].update(unit="days", says="within two calendar days")

    talking = {**ON_THE_LADDER, "stage": "talk", "result": "waiting", "raised_on": "2026-11-26"}
    said = {each.id: each.text for each in step(fairmead(calendar), **talking).assumptions}
    assert said["calendar_days"] == "Calendar days: weekends and bank holidays are counted too."
    assert said["start_day"].startswith(
        "The start day is day 0. For limits in working days, if it is not one, the next working day is."
    )


DAYS_THAT_ARE_SAID = [  # the words of two limits, what is said of their days
    ("within one day", "within two days", "The policy says only “days”. We count weekends"),
    ("within one day", "within a fortnight", "Where the policy says only “days”, we count weekends"),
    ("within one day", "in one day, weekly", "The policy says only “days”. We count weekends"),
    ("within two weeks", "within 10 calendar days", "Weekends and bank holidays are counted too."),
    ("in one week", "in a two-week period", "Weekends and bank holidays are counted too."),
    ("in 3 consecutive days", "in 3 calendar days", "Weekends and bank holidays are counted too."),
    ("in ten (10) calendar days", "in 3 calendar days", "Calendar days: weekends and bank holidays are"),
]


@pytest.mark.parametrize(("one", "other", "said"), DAYS_THAT_ARE_SAID)
def test_weeks_are_not_said_to_be_days_alone(one: str, other: str, said: str) -> None:
    def in_days(tree: dict[str, Any]) -> None:
        first = tree["stages"][1]["timescales"][1]
        first.update(unit="days", says=one)
        tree["stages"][1]["timescales"] = [first, {**first, "what": "a second", "says": other}]

    talking = {**ON_THE_LADDER, "stage": "talk", "result": "waiting", "raised_on": "2026-11-26"}
    found = {each.id: each.text for each in step(fairmead(in_days), **talking).assumptions}
    assert found["calendar_days"].startswith(said)


def straight_to_the_managers(tree: dict[str, Any]) -> None:
    """Three working days for the managers, from the end of Stage 1 or, without it, from the start."""
    tree["budgets"] = "not stated"
    del tree["stages"][2]["timescales"][0]


def test_where_it_began_at_a_later_stage_the_day_does_not_move_once_it_has_begun() -> None:
    """Raised on Monday 23 November with the managers: three working days are Thursday 26."""
    policy = fairmead(straight_to_the_managers)
    on_monday = {**ON_THE_LADDER, "stage": "not_raised", "start_at": "managers"}
    assert step(policy, date(2026, 11, 23), **on_monday).act_by == date(2026, 11, 26)
    on_tuesday = {**ON_THE_LADDER, "stage": "managers", "start_at": "managers", "result": "waiting"}
    asked = question(policy, **on_tuesday)
    assert (asked.id, asked.text) == ("raised_on", "When did Stage 2 begin?")
    found = step(policy, date(2026, 11, 24), **on_tuesday, raised_on="2026-11-23")
    assert found.act_by == date(2026, 11, 26)
    assert [entry.status for entry in found.timeline] == ["left_out", "left_out", "here", "ahead"]


def test_it_is_asked_where_it_began_only_where_the_policy_lets_it_begin_later() -> None:
    policy = fairmead(straight_to_the_managers)
    asked = question(policy, **ON_THE_LADDER, stage="managers")
    assert asked.text == "Did it begin with Stage 1?"
    assert [(each.value, each.text) for each in asked.options] == [
        ("first", "Yes"),
        ("managers", "No, with Stage 2"),
    ]
    assert question(policy, **ON_THE_LADDER, stage="talk").id == "result"
    assert prove(policy).problems == ()


def test_a_limit_from_the_start_of_the_stage_where_it_began_asks_for_that_day_once() -> None:
    """Begun on Tuesday 24 November: three working days are Friday 27."""

    def from_its_start(tree: dict[str, Any]) -> None:
        straight_to_the_managers(tree)
        tree["stages"][2]["timescales"][0].update(counts_from="start of this stage")

    began = {**ON_THE_LADDER, "stage": "managers", "start_at": "managers", "result": "waiting"}
    policy = fairmead(from_its_start)
    assert question(policy, **began).id == "raised_on"
    assert step(policy, date(2026, 11, 24), **began, raised_on="2026-11-24").act_by == date(2026, 11, 27)
