"""Limits that have no day: what the card, the ladder and the record say of them beside those that have one."""

from datetime import date
from typing import Any

from helper.fixed_words import Fact
from helper.policy import Policy
from helper.step import NextStep
from tests.days import day
from tests.test_honest_words import longwater, sefton
from tests.test_rare_ladders import ON_THE_LADDER, fairmead, step

ON_IT = {**ON_THE_LADDER, "start_at": "first", "priority": "unknown"}
MOVED = {**ON_IT, "stage": "managers", "result": "waiting", "began_on": "2026-11-23"}
DATED = {"raised_on": "2026-11-23", "ended_on": "2026-11-23"}
WEDNESDAY = date(2026, 12, 2)
MEETING = {
    "what": "the meeting",
    "says": "should meet within five working days of the decision",
    "unit": "working days",
    "amount": 5,
    "counts_from": "decision_received",
    "strength": "should",
    "source": "Stage 3",
}
MONTH = {
    "what": "the letter",
    "says": "in good time",
    "unit": "words only",
    "counts_from": "does not apply",
    "strength": "should",
    "source": "Stage 3",
}


def meets_after_the_decision(tree: dict[str, Any]) -> None:
    """The heads have no limit but of days that nobody knows, or in words; 40 working days are for all."""
    tree["stages"][3]["timescales"] = [MEETING, MONTH]
    tree["stages"][3]["only_if"] = None
    tree["budgets"][0] |= {"amount": 40, "says": "40 working days", "covers": "all stages"}


def heads() -> Policy:
    return fairmead(meets_after_the_decision)


def terms(found: NextStep) -> list[tuple[str, str]]:
    return [(row.term, row.text) for row in found.card.rows]


def told(found: NextStep, id_: str) -> str:
    return " ".join(each.text for each in found.assumptions if each.id == id_)


def test_who_is_moved_on_reads_the_next_stages_limits_though_they_have_no_day() -> None:
    """Stage 2 ran out on Thursday 26 November; the card had the 40 working days for all stages alone."""
    found = step(heads(), WEDNESDAY, **MOVED, **DATED)
    assert (found.stage, found.card.word) == ("heads", "Now")
    named = [text for term, text in terms(found) if term == "Stage 3 limit"]
    assert named == [
        "The meeting: within 5 working days, counted from the day the decision was received. The policy says “should meet within five working days of the decision”.",
        "The policy says “in good time”.",
    ]


def test_where_a_limit_without_a_day_leads_no_day_is_to_be_agreed() -> None:
    """Beside “within 5 working days” stood that one should agree a day."""
    asked = {**ON_IT, "stage": "managers", "result": "not_agreed", **DATED}
    found = step(heads(), date(2026, 11, 25), **asked, when_decision_received="unknown")
    assert (found.card.before, found.card.word) == ("within", "5 working days")
    assert "Do not wait past the time limit:" in found.if_no_answer
    assert "Agree a day" not in found.if_no_answer


def test_each_day_that_is_missing_is_named_with_every_limit_that_waits_for_it() -> None:
    shown = longwater(
        "Wed 2026-12-02",
        stage="meeting",
        start_at="first",
        result="waiting",
        raised_on="2026-11-27",
        ended_on="2026-12-01",
        when_meeting_held="unknown",
    )
    assert "there is no date for the list of actions and the minutes." in told(shown, "start_not_known")


def test_a_limit_for_several_stages_in_words_says_for_which() -> None:
    """“Within 5 working days” stood alone, as if it were the stage's own."""

    def change(tree: dict[str, Any]) -> None:
        tree["stages"][2]["timescales"] = "not stated"

    asked = {**MOVED, "raised_on": "unknown", "passed": "no"}
    found = step(fairmead(change), WEDNESDAY, **asked)
    assert (found.card.before, found.card.word) == ("Stage 1 and Stage 2 together within", "5 working days")


def test_of_a_stage_ahead_the_limit_of_each_priority_is_named_and_what_is_to_come() -> None:
    def change(tree: dict[str, Any]) -> None:
        (limit,) = tree["stages"][3]["timescales"]
        limit |= {"counts_from": "decision_received", "unit": "working days", "amount": 1, "priority": "high"}
        other = {**limit, "amount": 7, "priority": "standard"}
        tree["stages"][3]["timescales"] = [limit, other]
        tree["priorities"].append({**tree["priorities"][0], "id": "standard", "name": "Standard"})

    asked = {**ON_IT, "stage": "managers", "result": "waiting", "began_on": "2026-11-23"}
    found = step(fairmead(change), date(2026, 11, 23), **asked, **DATED)
    assert found.if_not_agreed
    assert "within 1 working day (High), or 7 working days (Standard)" in found.if_not_agreed.text


def test_a_stage_ahead_begins_and_has_not_begun() -> None:
    """Sefton, when Step 1 began is not known: Step 3 counts from the day Step 2 ends."""
    shown = sefton(
        "Tue 2026-12-22", stage="professionals", result="waiting", raised_on="unknown", passed="no"
    )
    assert shown.if_not_agreed
    assert shown.if_not_agreed.text.endswith("counted from the day Step 1 ends.")


def test_24_hours_from_an_unknown_hour_are_not_surely_over_on_the_next_day() -> None:
    """Received on Thursday 26 November at an hour that nobody knows: over at midnight, or only on Friday."""
    acknowledged = {
        "what": "an acknowledgement",
        "says": "acknowledged within 24 hours of the decision",
        "unit": "hours",
        "amount": 24,
        "counts_from": "decision_received",
        "strength": "must",
        "moves_on": False,
        "source": "Stage 3",
    }

    def change(tree: dict[str, Any]) -> None:
        tree["stages"][3]["timescales"][0]["amount"] = 96
        tree["stages"][3]["timescales"].append(acknowledged)

    asked = {**ON_IT, "stage": "heads", "result": "waiting"}
    asked |= {"ended_on": "2026-11-26 15:00", "when_decision_received": "2026-11-26"}
    friday, saturday = (
        " ".join(text for _, text in terms(step(fairmead(change), today, **asked)))
        for today in (date(2026, 11, 27), date(2026, 11, 28))
    )
    assert "it passed on Thursday 26 November 2026 if its hour has come." in friday
    assert "it passed on Thursday 26 November 2026." in saturday


def test_a_stage_ahead_is_not_over_before_the_one_that_goes_on() -> None:
    """Both stages had 5 working days from Thursday 19 November, until Thursday 26; Stage 2 has until Tuesday 1.

    Stage 3 then has 48 hours: Thursday 3 December. It stood there with Saturday 28 November.
    """

    def change(tree: dict[str, Any]) -> None:
        del tree["stages"][2]["timescales"][0]

    asked = {**ON_IT, "stage": "talk", "result": "not_agreed", "raised_on": "2026-11-19"}
    found = step(fairmead(change), date(2026, 11, 27), **asked, ended_on="2026-11-26")
    by = {each.stage: each.last_day for each in found.timeline}
    assert (found.stage, found.card.word) == ("managers", "Now")
    assert (by["managers"], by["heads"]) == (day("Tue 2026-12-01"), day("Thu 2026-12-03"))


def test_the_ladder_says_that_a_day_may_be_earlier() -> None:
    """Sefton, Step 1 ended on Monday 21 December; when it began is not known, and there are 4 days in all."""
    shown = sefton(
        "Tue 2026-12-22",
        stage="professionals",
        result="not_agreed",
        raised_on="unknown",
        ended_on="2026-12-21",
    )
    here = next(each for each in shown.timeline if each.status == "here")
    assert (here.by, here.last_day) == ("at the latest by", day("Wed 2026-12-23"))


def test_a_record_on_paper_says_what_a_limit_in_words_counts_from() -> None:
    shown = sefton(
        "Tue 2026-12-22",
        stage="professionals",
        result="not_agreed",
        raised_on="unknown",
        ended_on="unknown",
        passed="no",
    )
    assert shown.escalation_record
    assert shown.escalation_record.known[Fact.LIMIT.value] == (
        "Within 2 working days. Counted from the day Step 1 ended, which is day 0. "
        "In all no more than 4 working days from the day Step 1 began"
    )


def test_the_hour_of_a_limit_for_several_stages_stands_in_the_ladder() -> None:
    def change(tree: dict[str, Any]) -> None:
        tree["stages"][1]["timescales"] = [tree["stages"][1]["timescales"][1]]
        tree["budgets"][0] |= {"amount": 2, "clock": "15:00", "says": "by 3pm after two working days"}

    asked = {**ON_THE_LADDER, "stage": "talk", "result": "waiting", "raised_on": "2026-11-23"}
    found = step(fairmead(change), date(2026, 11, 24), **asked)
    here = next(each for each in found.timeline if each.status == "here")
    assert (here.last_day, here.clock) == (day("Wed 2026-11-25"), "15:00")


def test_a_total_that_says_working_days_itself_is_no_assumption_of_ours() -> None:
    def in_all(says: str) -> Policy:
        def change(tree: dict[str, Any]) -> None:
            tree["stages"][2]["timescales"][1] |= {"total": 5, "says": says}

        return fairmead(change)

    asked = {**ON_IT, "stage": "talk", "result": "not_agreed", **DATED}
    for says, ours in (
        ("a further three working days (5 days in all)", True),
        ("a further three working days (5 working days in all)", False),
    ):
        found = step(in_all(says), date(2026, 11, 24), **asked)
        assert bool(told(found, "total")) is ours


def test_thinking_it_over_is_not_dated_as_raising_it() -> None:
    def change(tree: dict[str, Any]) -> None:
        tree["stages"][0]["timescales"] = [
            {**MEETING, "amount": 1, "counts_from": "start of this stage", "says": "within a working day"}
        ]

    found = step(fairmead(change), date(2026, 11, 24), **ON_IT, stage="not_raised")
    assert told(found, "starts_today").startswith("The date of Stage 0 is for beginning it today. ")
