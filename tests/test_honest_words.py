"""What the helper must not claim: a limit that may not hold, a stage that has not begun, a target as a limit."""

import re

import pytest

from helper.decide import Question, decide
from helper.policy import Policy
from helper.step import NextStep
from macros.kinds import KINDS
from macros.policy_pages import page_of
from macros.proof.graph import states_of
from tests.conftest import ALL_POLICIES, policy
from tests.days import day

LONGWATER = {"immediate_danger": "no", "route": "none", "ladder": "normal"}
MANYFORD = {"area": "southford", "agency": "school", "other_agency": "health", **LONGWATER}


def step(id_: str, today: str, answers: dict[str, str]) -> NextStep:
    shown = decide(policy(id_), answers, day(today))
    assert isinstance(shown, NextStep)
    return shown


def longwater(today: str, **answers: str) -> NextStep:
    return step("longwater", today, {**LONGWATER, "start_at": "first", **answers})


def manyford(today: str, **answers: str) -> NextStep:
    return step("manyford", today, {**MANYFORD, **answers})


def sefton(today: str, **answers: str) -> NextStep:
    return step("sefton", today, {"immediate_danger": "no", "route": "none", **answers})


def barnet(today: str, **answers: str) -> NextStep:
    return step("barnet", today, {"immediate_danger": "no", **answers})


def test_in_northern_ireland_social_care_is_the_trusts() -> None:
    """Oldharbour is in Northern Ireland, where councils have no social care; neither policy names a team."""
    answers = {"immediate_danger": "no", "stage": "not_raised"}
    for id_, whose in (("oldharbour", "Health and Social Care Trust"), ("barnet", "local authority")):
        shown = step(id_, "Sun 2026-11-22", answers)
        assert f"the out-of-hours social care team of the {whose}." in shown.out_of_hours


def test_no_page_of_northern_ireland_speaks_of_a_councils_social_care() -> None:
    for kind in KINDS:
        body = page_of(policy("oldharbour"), kind).body
        assert not re.search("local authority|council", body, re.IGNORECASE), kind.name
        assert "Health and Social Care Trust" in body or kind.name != "what_now"


def test_a_limit_of_a_priority_that_nobody_knows_of_does_not_pass_for_all() -> None:
    """Priority 1 had 48 hours from Friday 4 December, Priority 2 has a working week, to Friday 11."""
    shown = longwater(
        "Tue 2026-12-08", stage="safeguarding_leads", result="no_answer", priority="unknown",
        raised_on="2026-11-27", began_on="2026-12-04 16:50",
    )  # fmt: skip
    assert (shown.state, shown.act_by) == ("safeguarding_leads-no_answer", day("Fri 2026-12-11"))
    assert shown.card.rows[0].text.startswith(
        "The leads’ answer: it passed on Sunday 6 December 2026 at 16:50 if it is Priority 1: then move on now."
    )


def test_with_every_priority_over_it_has_passed() -> None:
    shown = longwater(
        "Mon 2026-12-14", stage="safeguarding_leads", result="no_answer", priority="unknown",
        raised_on="2026-11-27", began_on="2026-12-04 16:50",
    )  # fmt: skip
    assert shown.state == "safeguarding_leads-no_answer-moved_on"


def test_a_stage_that_has_not_begun_is_not_said_to_have() -> None:
    shown = longwater(
        "Wed 2026-12-02", stage="managers", result="not_agreed", priority="standard",
        raised_on="2026-11-27", ended_on="2026-12-02",
    )  # fmt: skip
    own = next(due for due in shown.due if not due.shared)
    assert own.reading is not None
    assert own.reading.counted_from == "today, if you begin Stage 3 today"
    assert own.reading.counting[0].why == "Stage 3 begins"
    assert not shown.card.where.endswith("which has begun")


def test_a_stage_under_way_says_that_it_has_begun() -> None:
    shown = longwater(
        "Mon 2026-11-30", stage="practitioners", result="waiting", raised_on="2026-11-27",
        when_disagreement="unknown", when_decision="unknown", passed="no",
    )  # fmt: skip
    assert shown.card.where.endswith(", which has begun")


def test_a_stage_that_ran_out_under_a_ceiling_was_not_due_before_its_own_day() -> None:
    """All three stages had ten working days from Monday 2 November; Stage 3's own week ends on 23 November."""
    shown = longwater(
        "Tue 2026-11-17", stage="safeguarding_leads", result="waiting", priority="standard",
        raised_on="2026-11-02", began_on="2026-11-16",
    )  # fmt: skip
    assert shown.state == "safeguarding_leads-waiting-moved_on"
    entry = next(entry for entry in shown.timeline if entry.stage == "safeguarding_leads")
    assert (entry.by, entry.last_day) == ("limit is", day("Mon 2026-11-23"))


def test_the_one_who_has_to_act_stands_before_the_date() -> None:
    """The meeting is for the chair to hold: the reader's own part is today."""
    shown = longwater(
        "Mon 2026-12-14", stage="safeguarding_leads", result="not_agreed", use_meeting="yes",
        raised_on="2026-12-10", ended_on="2026-12-14", when_meeting_held="unknown",
    )  # fmt: skip
    lead = next(due for due in shown.due if due.last_day == shown.act_by)
    assert lead.owner
    assert shown.card.before == f"{lead.owner[0].lower()}{lead.owner[1:]} by the end of"
    assert f"To act: {lead.owner}." in shown.card.after


def test_a_target_is_called_one() -> None:
    """Three working days "where possible" from Friday 18 December end on Wednesday 23."""
    shown = manyford(
        "Fri 2026-12-18", stage="workers", result="not_agreed", raised_on="2026-12-17", ended_on="2026-12-18"
    )
    assert shown.act_by == day("Wed 2026-12-23")
    assert shown.card.what.endswith(", the target of the policy:")
    own = next(due for due in shown.due if not due.shared)
    assert own.reading is not None
    assert own.reading.counting[-1].why == "Tier 2 target"
    assert "The target of the policy ends then:" in shown.if_no_answer


def test_a_limit_counted_from_another_limit_reads_as_a_sentence() -> None:
    """Nobody knows when Stage 1 ended, so Stage 2 counts from its limit."""
    shown = longwater(
        "Thu 2026-12-03", stage="practitioners", result="no_answer", raised_on="2026-11-27",
        when_disagreement="2026-11-27", when_decision="2026-11-26",
    )  # fmt: skip
    ways = [way for due in shown.due for way in (due.reading, *due.other_readings) if way]
    assert {way.counted_from for way in ways} <= {
        "the day Stage 1 began", "the limit of Stage 1", "the day the disagreement arose",
        "today, if you begin Stage 2 today",
    }  # fmt: skip


def test_a_day_that_nobody_knows_can_only_make_it_end_sooner() -> None:
    """Four working days from Monday 21 December end on Tuesday 29; had Step 1 ended at once, it were Wednesday 23."""
    shown = sefton(
        "Wed 2026-12-23", stage="managers", result="waiting", raised_on="2026-12-21", ended_on="unknown"
    )
    assert shown.act_by == day("Tue 2026-12-29")
    assert shown.card.before == "at the very latest by the end of"
    assert shown.card.after == "It may be earlier: find out when Step 1 ended."
    assert "The last day may be earlier. Find out today when Step 1 ended." in [
        each.text for each in shown.assumptions
    ]


def test_where_both_days_are_known_nothing_is_the_very_latest() -> None:
    shown = sefton(
        "Wed 2026-12-23", stage="managers", result="waiting", raised_on="2026-12-21", ended_on="2026-12-21"
    )
    assert (shown.card.before, shown.act_by) == ("by the end of", day("Wed 2026-12-23"))


def test_after_the_first_of_two_limits_the_time_has_not_run_out() -> None:
    """Barnet expects the same working day, Tuesday 1 December; its five working days end on Tuesday 8."""
    shown = barnet("Wed 2026-12-02", stage="professionals", result="no_answer", raised_on="2026-12-01")
    assert shown.card.where.startswith(
        "The first limit for all four stages has passed: Tuesday 1 December 2026."
    )
    assert shown.say.startswith("A time limit of the Barnet policy has passed without an agreement.")
    assert shown.if_not_agreed
    assert shown.if_not_agreed.text.endswith(
        "The first limit for all four stages was Tuesday 1 December 2026. "
        "The last is by the end of Tuesday 8 December 2026."
    )


def test_after_the_last_of_two_limits_it_has() -> None:
    shown = barnet("Wed 2026-12-09", stage="professionals", result="no_answer", raised_on="2026-12-01")
    assert shown.card.where.startswith("The limit for all four stages has passed: Tuesday 8 December 2026.")
    assert shown.if_not_agreed
    assert "The last is" not in shown.if_not_agreed.text


EVES = [  # asked on, its last day, what to know of it
    ("Tue 2026-12-22", "Thu 2026-12-24", "Offices may close early on Christmas Eve: act before then."),
    ("Tue 2026-12-29", "Thu 2026-12-31", "Offices may close early on New Year’s Eve: act before then."),
    ("Mon 2026-12-21", "Wed 2026-12-23", ""),
]


@pytest.mark.parametrize(("asked", "last", "note"), EVES, ids=[row[0] for row in EVES])
def test_who_leaves_it_to_christmas_eve_is_told_that_offices_may_close_early(
    asked: str, last: str, note: str
) -> None:
    shown = sefton(asked, stage="not_raised")
    assert (shown.act_by, shown.card.note) == (day(last), note)
    on_the_day = sefton(last, stage="professionals", result="waiting", raised_on=asked[4:])
    assert (on_the_day.card.word, on_the_day.card.note) == ("Today", note)


def test_silence_at_the_last_stage_leads_to_asking_again() -> None:
    """Five working days from Wednesday 9 December ended on Wednesday 16; nobody has heard of a decision."""
    shown = sefton(
        "Tue 2026-12-22",
        stage="chaired_meeting",
        result="no_answer",
        raised_on="2026-12-01",
        ended_on="2026-12-09",
    )
    assert shown.card.where == "The limit for Step 4 has passed: Wednesday 16 December 2026"
    assert shown.card.action.startswith("Ask again for the outcome of Step 4, and tell your line manager")
    assert "binding" not in shown.card.after
    assert any(row.term == "Contact" and "independent chair" in row.text for row in shown.card.rows)


def test_a_limit_still_to_come_is_not_said_to_be_due_of_a_stage_that_is_over() -> None:
    """Step 1 has until Wednesday 23 December, but Step 2 has begun already."""
    shown = sefton(
        "Tue 2026-12-22", stage="managers", result="waiting", raised_on="2026-12-21", ended_on="unknown"
    )
    assert (shown.timeline[0].by, shown.timeline[0].last_day) == ("limit is", day("Wed 2026-12-23"))


def test_only_a_card_with_a_limit_calls_itself_a_limit_in_words() -> None:
    """After the last step the card says "Now": there is no date of it to count on a calendar."""
    page = page_of(policy("sefton"), next(each for each in KINDS if each.name == "what_now")).body
    states = dict(
        re.findall(r'<section class="eg-state" id="([^"]+)"(.*?)(?=<section class="eg-state"|$)', page, re.S)
    )
    assert "This is the limit in words" in states["professionals-not_agreed"]
    for now in ("chaired_meeting-waiting-moved_on", "professionals-waiting-moved_on"):
        assert "This is the limit in words" not in states[now]
        assert "For the dates of the limits," in states[now]
        assert "data-date-wanted" in states[now]


def test_on_a_bank_holiday_the_last_step_too_leads_to_out_of_hours() -> None:
    shown = sefton(
        "Mon 2026-12-28",
        stage="chaired_meeting",
        result="waiting",
        raised_on="2026-11-23",
        ended_on="2026-11-27",
    )
    assert (shown.card.rows[0].term, shown.card.word) == ("Out of hours", "Now")
    assert shown.card.rows[0].text.startswith("Today is not a working day (Boxing Day (substitute day)).")


def test_a_date_ahead_is_the_latest_as_whoever_disagrees_today_has_less_time() -> None:
    """Step 1 began on Monday 23 November 2026. Ended the same day, Step 2 ends on Wednesday 25."""
    monday, began = "Mon 2026-11-23", {"stage": "professionals", "raised_on": "2026-11-23"}
    going_on = sefton(monday, **began, result="waiting")
    assert going_on.if_not_agreed
    assert going_on.if_not_agreed.before.endswith("sooner if Step 1 ends sooner, at the latest by the end of")
    assert going_on.if_not_agreed.last_day == day("Fri 2026-11-27")
    assert [each.by for each in going_on.timeline] == ["by", *["at the latest by"] * 3]
    ended = sefton(monday, **began, result="not_agreed", ended_on="2026-11-23")
    assert ended.act_by == day("Wed 2026-11-25")


def test_the_same_working_day_as_a_day_that_nobody_remembers_is_now() -> None:
    """Barnet has one working day for its first three stages; two of them are over."""
    shown = barnet("Mon 2026-11-23", stage="managers", result="not_agreed", raised_on="unknown")
    assert (shown.card.word, shown.card.day) == ("Now", None)
    assert "If that was before today, take it as passed." in shown.card.after


def test_a_meeting_that_may_be_still_to_come_is_not_to_be_found_out_today() -> None:
    """The minutes are due after the meeting, on whichever day that will be."""
    asked = {"stage": "meeting", "start_at": "first", "result": "waiting", "raised_on": "2026-11-27"}
    asked |= {"ended_on": "2026-12-01"}
    question = decide(policy("longwater"), {**LONGWATER, **asked}, day("Wed 2026-12-02"))
    assert isinstance(question, Question)
    assert question.id == "when_meeting_held"
    assert question.why.endswith("If that is still to come, choose “I do not know”.")
    shown = longwater("Wed 2026-12-02", **asked, when_meeting_held="unknown")
    (told,) = [each.text for each in shown.assumptions if each.id == "start_not_known"]
    assert told.startswith(
        "Without the day the resolution meeting was held there is no date for the list of actions and the minutes."
    )
    assert told.endswith("If it has happened, find out today when.")


@pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda asked: asked.id)
def test_only_where_a_limit_is_open_is_there_one_to_count(asked: Policy) -> None:
    """Where the last stage has decided nothing is left to count: the helper asks for no day there either."""
    page = page_of(asked, next(each for each in KINDS if each.name == "what_now")).body
    for name, html in re.findall(r'data-state="([^"]+)"(.*?)(?=<section class="eg-state"|$)', page, re.S):
        if "data-show-undated" in html:
            after = decide(asked, states_of(asked).nodes[name].answers, day("Mon 2026-11-23"))
            assert isinstance(after, Question) or after.act_by or after.passed, name
