"""A limit that holds in one case only, where the one that always holds has passed.

Plainshire is in Scotland: Monday 30 November 2026 is Saint Andrew's Day. Day 0 is Friday 27 November,
so Tuesday 1 December is day 1 and Wednesday 2 December is day 2.
"""

from dataclasses import replace

import pytest

from helper.decide import decide
from helper.fixed_words import NOT_STATED, Start, Unit
from helper.policy import Policy
from helper.step import NextStep
from helper.time_facts import Budget, Timescale
from macros.kinds import KINDS
from macros.policy_pages import page_of
from macros.proof.graph import states_of
from macros.proof.step_words import in_few_words
from tests.conftest import policy
from tests.days import day
from tests.differential import Tally, asked_of, compare, pyodide
from tests.tables import look_up, sample

CALL: Timescale
(CALL,) = policy("plainshire").stages[0].timescales  # type: ignore[misc]
SAME_DAY = replace(CALL, says="the same working day", unit=Unit.SAME_WORKING_DAY, amount=None)
LATER = replace(
    CALL,
    says="by the next working day",
    unit=Unit.NEXT_WORKING_DAY,
    amount=None,
    when="It is after 16:00",
)
HARM = replace(CALL, says="within one working day", amount=1, when="There is a risk of harm")
STILL_OPEN = (
    "Only if this is true: it is after 16:00. Then the limit is Tuesday 1 December 2026 and has not passed."
)
SAID = "The policy says “by the next working day”."
NO_ANSWER = {"stage": "talk", "result": "no_answer", "raised_on": "2026-11-27"}


def plainshire(
    first: tuple[Timescale, ...], last: tuple[Timescale, ...] = (), budgets: tuple[Budget, ...] = ()
) -> Policy:
    """Plainshire with these limits, and none over both levels unless given."""
    made_up = policy("plainshire")
    talk, leads = made_up.stages
    return replace(
        made_up,
        start_day_counts=NOT_STATED,
        stages=(replace(talk, timescales=first), replace(leads, timescales=last or NOT_STATED)),
        budgets=budgets or NOT_STATED,
    )


TWO_CLOCKS = plainshire((SAME_DAY, LATER), (replace(CALL, counts_from=Start.STAGE_BEFORE),))


def step(asked: Policy, today: str, **answers: str) -> NextStep:
    given = {"immediate_danger": "no", "route": "none", **answers}
    shown = decide(asked, given, day(today) if today else None)
    assert isinstance(shown, NextStep), shown
    return shown


def test_who_has_more_time_is_told_so_where_others_move_on() -> None:
    shown = step(TWO_CLOCKS, "Sat 2026-11-28", **NO_ANSWER)
    assert shown.state == "talk-no_answer-moved_on"
    assert shown.card.where == "The first limit for Level 1 has passed: Friday 27 November 2026"
    assert (shown.card.rows[0].term, shown.card.rows[0].text) == ("Level 1 limit", f"{STILL_OPEN} {SAID}")
    assert "A time limit of the Plainshire policy has passed without an agreement." in shown.say


def test_the_list_of_stages_and_the_summary_say_it_too() -> None:
    shown = step(TWO_CLOCKS, "Sat 2026-11-28", **NO_ANSWER)
    assert shown.timeline[0].note == STILL_OPEN
    assert f"Level 1 limit: {STILL_OPEN} {SAID}" in shown.summary.splitlines()


def test_its_counting_is_shown_but_it_goes_into_no_calendar() -> None:
    """The formal level counts from Friday's limit: Tuesday 1, Wednesday 2, Thursday 3 December."""
    shown = step(TWO_CLOCKS, "Sat 2026-11-28", **NO_ANSWER)
    assert [(each.covers, each.last_day) for each in shown.due] == [
        ("Formal level", day("Thu 2026-12-03")),
        ("Level 1", day("Tue 2026-12-01")),
    ]
    assert [each.day for each in shown.calendar] == [day("Thu 2026-12-03")]


def test_on_its_own_last_day_it_is_today() -> None:
    shown = step(TWO_CLOCKS, "Tue 2026-12-01", **NO_ANSWER)
    assert "Then the limit is today, Tuesday 1 December 2026." in shown.card.rows[0].text


def test_once_it_has_passed_in_its_case_too_it_is_named_no_more() -> None:
    shown = step(TWO_CLOCKS, "Wed 2026-12-02", **NO_ANSWER)
    assert shown.card.where == "The limit for Level 1 has passed: Friday 27 November 2026"
    assert "after 16:00" not in f"{shown.card} {shown.timeline} {shown.summary}"


def test_without_days_it_is_named_and_to_be_found_out() -> None:
    shown = step(TWO_CLOCKS, "", stage="talk", result="no_answer", passed="yes", raised_on="unknown")
    text = (
        "Only if this is true: it is after 16:00. Then the limit is the next working day. It counts from the day "
        "Level 1 began. Find out today whether it has passed."
    )
    assert shown.card.rows[0].text == f"{text} {SAID}"
    page = page_of(TWO_CLOCKS, next(each for each in KINDS if each.name == "what_now")).body
    assert text in page[page.index('id="talk-no_answer-moved_on"') :]


def test_an_hour_today_is_not_said_to_be_still_to_come() -> None:
    """24 hours from Friday 16:50 end on Saturday at 16:50; nobody knows what time it is."""
    hours = replace(LATER, unit=Unit.HOURS, amount=24, says="within 24 hours")
    asked = plainshire((SAME_DAY, hours))
    shown = step(asked, "Sat 2026-11-28", **{**NO_ANSWER, "raised_on": "2026-11-27 16:50"})
    assert shown.card.rows[0].text.startswith(
        "Only if this is true: it is after 16:00. Then the limit is today, Saturday 28 November 2026, "
        "by 16:50. If it is past 16:50, it has passed too."
    )


def test_words_without_a_number_are_named_too() -> None:
    words = replace(
        LATER, unit=Unit.WORDS_ONLY, amount=None, counts_from=None, says="as soon as offices open"
    )
    shown = step(plainshire((SAME_DAY, words)), "Sat 2026-11-28", **NO_ANSWER)
    assert shown.card.rows[0].text == (
        "Only if this is true: it is after 16:00. Then it has no date. "
        "The policy says “as soon as offices open”."
    )
    assert shown.card.where == "The limit for Level 1 has passed: Friday 27 November 2026"


def test_at_the_last_level_it_stands_on_the_last_card() -> None:
    since = {"counts_from": Start.STAGE_BEFORE}
    asked = plainshire((CALL,), (replace(SAME_DAY, **since), replace(LATER, **since)))  # type: ignore[arg-type]
    shown = step(
        asked,
        "Sat 2026-11-28",
        stage="leads",
        result="waiting",
        raised_on="2026-11-26",
        ended_on="2026-11-27",
    )
    assert shown.kind == "end"
    assert shown.card.where == "The first limit for Formal level has passed: Friday 27 November 2026"
    assert shown.card.rows[0].text == f"{STILL_OPEN} {SAID}"
    assert STILL_OPEN in shown.summary


def test_a_level_to_begin_late_still_names_who_has_more_time() -> None:
    since = {"counts_from": Start.STAGE_BEFORE}
    asked = plainshire((CALL,), (replace(SAME_DAY, **since), replace(LATER, **since)))  # type: ignore[arg-type]
    shown = step(
        asked,
        "Sat 2026-11-28",
        stage="talk",
        result="not_agreed",
        raised_on="2026-11-26",
        ended_on="2026-11-27",
    )
    assert shown.card.where == "The first limit for Formal level has passed: Friday 27 November 2026"
    assert [each.text for each in shown.card.rows].count(f"{STILL_OPEN} {SAID}") == 1


def test_a_limit_over_both_levels_in_one_case_is_named_once() -> None:
    (ten_days,) = policy("plainshire").budgets  # type: ignore[misc]
    at_night = replace(ten_days, when="It is night", amount=2, says="within two working days")
    shown = step(plainshire((SAME_DAY,), budgets=(at_night,)), "Sat 2026-11-28", **NO_ANSWER)
    assert [each.text for each in shown.card.rows if "night" in each.text] == [
        "Only if this is true: it is night. Then the target is Wednesday 2 December 2026 and has not "
        "passed. The policy says “within two working days”, for Level 1 and Formal level."
    ]
    assert len([each for each in shown.due if each.shared]) == 1


def test_an_agreement_leaves_nothing_open() -> None:
    shown = step(TWO_CLOCKS, "Wed 2026-12-02", stage="talk", result="agreed")
    assert "after 16:00" not in f"{shown.card} {shown.timeline} {shown.summary}"


def test_a_shorter_limit_that_has_passed_in_its_case_does_not_let_wait() -> None:
    """Three working days from Friday end on Thursday 3 December; with a risk of harm it was Tuesday 1."""
    shown = step(plainshire((CALL, HARM)), "Wed 2026-12-02", **NO_ANSWER)
    assert shown.act_by == day("Thu 2026-12-03")
    assert shown.card.rows[0].text == (
        "Only if this is true: there is a risk of harm. Then the limit passed on Tuesday 1 December 2026: "
        "do not wait. The policy says “within one working day”."
    )


def test_a_limit_in_one_case_alone_is_no_limit_for_the_others() -> None:
    shown = step(plainshire((HARM,)), "Fri 2026-11-27", stage="not_raised")
    assert shown.card.word == "No date"
    assert shown.card.after.startswith("The policy gives a time in one case only.")
    assert shown.card.rows[0].text.startswith(
        "The call: Tuesday 1 December 2026. Only if this is true: there is a risk"
    )
    assert shown.timeline[0].limit == "a limit in one case only"


def test_at_once_in_one_case_is_not_now_for_the_others() -> None:
    at_once = replace(HARM, unit=Unit.AT_ONCE, amount=None, counts_from=None, says="immediately")
    shown = step(plainshire((at_once, CALL)), "Fri 2026-11-27", stage="not_raised")
    assert (shown.act_by, shown.card.after) == (day("Thu 2026-12-03"), "Start today.")
    assert shown.card.rows[0].text == (
        "Only if this is true: there is a risk of harm. The policy says “immediately”."
    )


def test_the_certificate_names_the_level_that_was_left() -> None:
    steps = states_of(TWO_CLOCKS).steps
    said = in_few_words(TWO_CLOCKS, steps["talk-no_answer-moved_on"]).by_when
    assert (
        "Level 1: if it is after 16:00: limit of the next working day, counted from the day Level 1 began"
        in said
    )


@pytest.mark.parametrize("last", [(), (SAME_DAY, LATER), (CALL, HARM)], ids=["none", "later", "sooner"])
def test_the_table_of_dates_says_the_same(last: tuple[Timescale, ...]) -> None:
    own = tuple(replace(each, counts_from=Start.STAGE_BEFORE) for each in last)
    tally = sample(plainshire((SAME_DAY, LATER), own), 12)
    assert (tally.differences, tally.only_engine) == ([], [])
    assert tally.same


def test_the_table_names_it_on_a_day_worked_out_by_hand() -> None:
    asked = {"immediate_danger": "no", "route": "none", **NO_ANSWER}
    [reply] = look_up(TWO_CLOCKS, [[asked, "2026-11-28"]])
    assert reply["card"]["rows"][0] == {"term": "Level 1 limit", "text": f"{STILL_OPEN} {SAID}"}
    assert reply["timeline"][0]["note"] == STILL_OPEN


def test_the_engine_in_the_browser_says_the_same() -> None:
    tally = Tally()
    with pyodide() as other:
        compare(other, TWO_CLOCKS, asked_of(TWO_CLOCKS, tally, whole=False), tally)
    assert tally.answers
    assert tally.differences == []
