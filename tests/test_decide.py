"""What the helper says, as a practitioner in Sefton or Barnet would check it."""

from datetime import date

import pytest

from helper.asking import AnswerError
from helper.decide import Question, decide
from helper.policy import Policy
from helper.step import NextStep
from helper.working_days import CalendarError
from tests.conftest import calm
from tests.days import day

CALM = {"immediate_danger": "no", "route": "none"}

SEFTON = [  # step 1 starts, steps 1 to 4 end
    ("Fri 2026-11-27", "Tue 2026-12-01", "Thu 2026-12-03", "Mon 2026-12-07", "Mon 2026-12-14"),
    ("Thu 2026-12-24", "Wed 2026-12-30", "Mon 2027-01-04", "Wed 2027-01-06", "Wed 2027-01-13"),
    ("Thu 2027-03-25", "Wed 2027-03-31", "Fri 2027-04-02", "Tue 2027-04-06", "Tue 2027-04-13"),
    ("Fri 2026-12-18", "Tue 2026-12-22", "Thu 2026-12-24", "Wed 2026-12-30", "Thu 2027-01-07"),
]


def step(policy: Policy, today: str, **answers: str) -> NextStep:
    shown = decide(policy, {**calm(policy), **answers}, day(today))
    assert isinstance(shown, NextStep), shown
    return shown


def asked(policy: Policy, today: str, **answers: str) -> Question:
    shown = decide(policy, answers, day(today))
    assert isinstance(shown, Question), shown
    return shown


@pytest.mark.parametrize("row", SEFTON, ids=lambda row: row[0])
def test_sefton_steps_end_on_these_days(sefton: Policy, row: tuple[str, ...]) -> None:
    start, *ends = row
    shown = step(sefton, start, stage="not_raised")
    assert [entry.last_day for entry in shown.timeline] == list(map(day, ends))
    waiting = step(sefton, start, stage="professionals", result="waiting", raised_on=start[4:])
    assert [entry.last_day for entry in waiting.timeline] == list(map(day, ends))


LAST_DAY = [  # today, urgency, the loudest words, what follows them
    ("Fri 2026-11-20", "By a date", "Monday 23 November 2026", "Start today."),
    ("Mon 2026-11-23", "Do this today", "Today", "Monday 23 November 2026."),
    ("Tue 2026-11-24", "Do this now", "Now", ""),
]


@pytest.mark.parametrize("row", LAST_DAY, ids=lambda row: row[0])
def test_a_limit_that_ends_today_is_to_be_met_today(sefton: Policy, row: tuple[str, ...]) -> None:
    """Step 1 began and ended on Thursday 19 November: Step 2 has until the end of Monday 23."""
    today, urgency, loud, after = row
    days = {"raised_on": "2026-11-19", "ended_on": "2026-11-19"}
    shown = step(sefton, today, stage="professionals", result="not_agreed", **days)
    assert shown.card.urgency == urgency
    assert (shown.card.day.words if shown.card.day else shown.card.word) == loud
    assert shown.card.after == after
    assert shown.escalation_record
    if loud == "Today":
        assert shown.card.before == "by the end of"
        assert shown.escalation_record.known["time limit"] == "By the end of Monday 23 November 2026"
        assert "by the end of today. Monday 23 November 2026." in shown.summary


BARNET = [  # raised, same working day, at the maximum
    ("Thu 2026-12-24", "Thu 2026-12-24", "Tue 2027-01-05"),
    ("Sun 2026-11-22", "Mon 2026-11-23", "Mon 2026-11-30"),
    ("Mon 2026-11-23", "Mon 2026-11-23", "Mon 2026-11-30"),
]


@pytest.mark.parametrize("row", BARNET, ids=lambda row: row[0])
def test_barnet_same_working_day_and_five_days_at_the_maximum(barnet: Policy, row: tuple[str, ...]) -> None:
    raised, *ends = row
    shown = step(barnet, raised, stage="professionals", result="not_agreed", raised_on=raised[4:])
    assert [due.last_day for due in shown.due if due.last_day] == list(map(day, ends))
    assert shown.act_by == day(ends[0])
    assert shown.stage == "managers"


def test_on_a_sunday_barnet_says_what_to_do_out_of_hours(barnet: Policy) -> None:
    shown = step(barnet, "Sun 2026-11-22", stage="not_raised")
    assert "Today is not a working day" in " ".join(row.text for row in shown.card.rows)
    assert "999" in shown.out_of_hours
    assert "does not publish its number" in shown.out_of_hours
    assert shown.card.after.startswith("The next working day, before your offices close.")


def test_danger_comes_before_every_other_question(sefton: Policy, barnet: Policy) -> None:
    for policy in (sefton, barnet):
        assert asked(policy, "Mon 2026-11-23").id == "immediate_danger"
        assert asked(policy, "Mon 2026-11-23", stage="managers").id == "immediate_danger"
        shown = decide(policy, {"immediate_danger": "yes"}, None)
        assert isinstance(shown, NextStep)
        assert (shown.state, shown.card.word) == ("emergency", "Call 999")


def test_in_barnet_danger_also_goes_to_the_head_of_safeguarding(barnet: Policy) -> None:
    shown = decide(barnet, {"immediate_danger": "yes"}, None)
    assert isinstance(shown, NextStep)
    assert shown.urgent is not None
    assert "Head of Safeguarding and Quality Assurance" in shown.urgent.do[1]


def test_the_action_card_of_the_design(sefton: Policy) -> None:
    shown = step(
        sefton, "Tue 2026-12-22", stage="professionals", result="not_agreed",
        raised_on="2026-12-18", ended_on="2026-12-22",
    )  # fmt: skip
    card = shown.card
    assert card.where == "Your next step in Sefton: Step 2 of 4"
    assert card.action == "Ask your line manager to speak to the other professional’s line manager"
    assert card.day is not None
    assert f"{card.before} {card.day.words}" == "by the end of Thursday 24 December 2026"
    counting = shown.due[0].reading.counting  # type: ignore[union-attr]
    assert [(each.in_words.short[:6], each.said, each.why) for each in counting] == [
        ("Fri 18", "Day 0", "Step 1 began"),
        ("Sat 19", "Not counted", "Weekend"),
        ("Sun 20", "Not counted", "Weekend"),
        ("Mon 21", "Day 1", ""),
        ("Tue 22", "Day 2", "Step 1 limit"),
        ("Wed 23", "Day 3", ""),
        ("Thu 24", "Day 4", "Step 2 limit"),
    ]
    assert shown.if_not_agreed is not None
    assert shown.if_not_agreed.last_day == day("Wed 2026-12-30")
    counted = shown.if_not_agreed.reading
    assert counted
    assert [(str(each.day), each.said) for each in counted.counting if each.counted][-2:] == [
        ("2026-12-29", "Day 5"),
        ("2026-12-30", "Day 6"),
    ]
    assert ("2026-12-25", "Christmas Day") in [(str(each.day), each.why) for each in counted.counting]


def test_without_a_day_the_running_total_is_said_in_words(sefton: Policy) -> None:
    unknown = step(
        sefton, "Tue 2026-12-22", stage="professionals", result="not_agreed",
        raised_on="unknown", ended_on="unknown",
    )  # fmt: skip
    printed = decide(sefton, {**calm(sefton), "stage": "managers", "result": "not_agreed"}, None)
    assert isinstance(printed, NextStep)
    assert "In all no more than 4 working days from the day Step 1 began." in unknown.card.after
    assert "In all no more than 6 working days from the day Step 1 began." in printed.card.after


def test_no_day_of_the_counting_says_the_same_twice(sefton: Policy) -> None:
    """Step 2 was to end on Thursday 14 January, and Step 3 is counted from that same day."""
    shown = step(
        sefton, "Mon 2027-01-18", stage="managers", result="no_answer",
        raised_on="2027-01-11", ended_on="2027-01-12",
    )  # fmt: skip
    first_days = [
        each.counting[0] for due in shown.due for each in (due.reading, *due.other_readings) if each
    ]
    assert ("Thu 14", "Day 0", "Step 2 limit") in {(d.in_words.short[:6], d.said, d.why) for d in first_days}


def test_an_early_end_gives_two_readings_and_the_earlier_leads(sefton: Policy) -> None:
    """Two days from Monday 21 is Wednesday 23; four days in all from Friday 18 is Thursday 24."""
    shown = step(
        sefton, "Mon 2026-12-21", stage="professionals", result="not_agreed",
        raised_on="2026-12-18", ended_on="2026-12-21",
    )  # fmt: skip
    (due,) = shown.due
    assert due.last_day == day("Wed 2026-12-23")
    assert [other.last_day for other in due.other_readings] == [day("Thu 2026-12-24")]


def test_a_late_end_does_not_stretch_the_running_total(sefton: Policy) -> None:
    """Step 1 ended on Wednesday 23: two days on is Tuesday 29, but four in all is Thursday 24."""
    shown = step(
        sefton, "Wed 2026-12-23", stage="professionals", result="not_agreed",
        raised_on="2026-12-18", ended_on="2026-12-23",
    )  # fmt: skip
    assert shown.due[0].last_day == day("Thu 2026-12-24")
    assert [other.last_day for other in shown.due[0].other_readings] == [day("Tue 2026-12-29")]


def test_without_the_real_end_it_counts_from_the_limit_and_says_so(sefton: Policy) -> None:
    shown = step(
        sefton, "Tue 2026-12-22", stage="professionals", result="not_agreed",
        raised_on="2026-12-18", ended_on="unknown",
    )  # fmt: skip
    assert shown.act_by == day("Thu 2026-12-24")


def test_no_start_date_no_due_date(sefton: Policy) -> None:
    shown = step(
        sefton, "Tue 2026-12-22", stage="professionals", result="not_agreed",
        raised_on="unknown", ended_on="unknown",
    )  # fmt: skip
    assert shown.act_by is None
    assert (shown.card.before, shown.card.word) == ("within", "2 working days")
    assert "start_not_known" in [each.id for each in shown.assumptions]


def test_a_limit_that_has_passed_moves_on_now(sefton: Policy) -> None:
    shown = step(
        sefton, "Mon 2026-12-28", stage="managers", result="no_answer",
        raised_on="2026-12-18", ended_on="2026-12-22",
    )  # fmt: skip
    assert shown.card.where == "The limit for Step 2 has passed: Thursday 24 December 2026"
    assert shown.card.word == "Now"
    assert shown.card.action.startswith("Move to Step 3. Ask for your head of service")
    assert shown.act_by == day("Wed 2026-12-30")


def test_a_passed_limit_never_skips_a_stage(sefton: Policy) -> None:
    shown = step(
        sefton, "Mon 2027-02-01", stage="professionals", result="not_agreed",
        raised_on="2026-12-18", ended_on="2026-12-22",
    )  # fmt: skip
    assert (shown.stage, shown.card.word) == ("managers", "Now")


def test_in_barnet_a_missed_day_gives_no_leave_until_the_ceiling(barnet: Policy) -> None:
    """Raised on Tuesday 1 December, no answer, asked on Wednesday: now, and at once again after that."""
    shown = step(
        barnet, "Wed 2026-12-02", stage="professionals", result="no_answer", raised_on="2026-12-01"
    )  # fmt: skip
    assert (shown.stage, shown.card.word) == ("managers", "Now")
    assert shown.if_not_agreed is not None
    assert shown.if_not_agreed.text.startswith("Go to Stage 3 at once.")
    assert shown.if_not_agreed.last_day is None
    assert "with no answer today, go to Stage 3" in shown.if_no_answer
    assert "At the very latest: Tuesday 8 December 2026" in [
        f"{r.term}: {r.text[:23]}" for r in shown.card.rows
    ]


def test_a_ladder_long_overdue_shows_every_passed_day_as_passed(sefton: Policy) -> None:
    shown = step(
        sefton, "Wed 2026-12-02", stage="professionals", result="waiting", raised_on="2026-11-16"
    )  # fmt: skip
    assert [entry.by for entry in shown.timeline] == ["was due"] * 4
    assert "it passed on Friday 20 November 2026" in " ".join(row.text for row in shown.card.rows)


def test_the_card_says_what_the_last_day_is_for_and_to_start_today(sefton: Policy) -> None:
    shown = step(
        sefton, "Tue 2026-12-22", stage="professionals", result="not_agreed",
        raised_on="2026-12-18", ended_on="2026-12-22",
    )  # fmt: skip
    assert shown.card.what == "The discussion between managers and their agreed plan:"
    assert shown.card.after == "Start today."


def test_after_silence_the_words_to_use_do_not_claim_a_conversation(sefton: Policy) -> None:
    shown = step(
        sefton, "Mon 2026-12-28", stage="professionals", result="no_answer", raised_on="2026-12-18"
    )  # fmt: skip
    assert shown.say.startswith("Step 1 of the Sefton policy has run out of time without an agreement.")


def test_not_knowing_whether_the_limit_has_passed_is_taken_as_passed(sefton: Policy) -> None:
    shown = step(
        sefton, "Mon 2026-12-28", stage="professionals", result="no_answer",
        raised_on="unknown", passed="unknown",
    )  # fmt: skip
    assert shown.state == "professionals-no_answer-unsure"
    assert "If you cannot, take it as passed: go to Step 2." in shown.card.after


def test_when_the_last_stage_is_late_the_ceiling_still_stands(barnet: Policy) -> None:
    shown = step(barnet, "Wed 2026-12-02", stage="board", result="waiting", raised_on="2026-12-01")
    assert shown.kind == "end"
    assert shown.act_by == day("Tue 2026-12-08")
    assert shown.card.rows[0].text.startswith("Tuesday 8 December 2026.")


def test_a_meeting_that_decides_is_not_asked_whether_it_agreed(sefton: Policy, barnet: Policy) -> None:
    for policy, stage, said in (
        (
            sefton,
            "chaired_meeting",
            ["It has decided", "It has decided, and I still think the child is not safe"],
        ),
        (barnet, "board", ["It was settled", "It was not settled"]),
    ):
        question = asked(policy, "Mon 2026-12-14", **calm(policy), stage=stage)
        assert [option.text for option in question.options[:2]] == said
    shown = step(sefton, "Mon 2026-12-14", stage="chaired_meeting", result="agreed")
    assert shown.card.where == "Step 4 in Sefton has decided"


def test_a_total_that_cannot_be_counted_is_said_to_be_perhaps_earlier(sefton: Policy) -> None:
    """Step 1 ended on Wednesday 23; nobody knows when it began, so the four days in all may be over."""
    shown = step(
        sefton, "Wed 2026-12-23", stage="managers", result="waiting",
        raised_on="unknown", ended_on="2026-12-23",
    )  # fmt: skip
    assert shown.act_by == day("Tue 2026-12-29")
    assert "It may be earlier: find out when Step 1 began." in shown.card.after
    assert "total_not_checked" in [each.id for each in shown.assumptions]


def test_a_passed_limit_still_shows_its_other_reading(sefton: Policy) -> None:
    """Four days in all from Tuesday 1 were over on Monday 7; two days from Tuesday 22 end on Thursday 24."""
    shown = step(
        sefton, "Tue 2026-12-22", stage="professionals", result="not_agreed",
        raised_on="2026-12-01", ended_on="2026-12-22",
    )  # fmt: skip
    assert shown.card.word == "Now"
    said = " ".join(row.text for row in shown.card.rows)
    assert "Counted as 2 working days from the day Step 1 ended it is Thursday 24 December 2026." in said


def test_after_the_last_stage_there_is_still_somebody_to_tell(sefton: Policy, barnet: Policy) -> None:
    for policy in (sefton, barnet):
        last = policy.ladder[-1].id
        shown = step(policy, "Mon 2026-12-14", stage=last, result="not_agreed")
        assert "Tell your line manager and your designated safeguarding lead" in shown.card.action
        assert shown.always
    assert "final and binding" in step(sefton, "Mon 2026-12-14", stage="chaired_meeting", result="not_agreed").card.after  # fmt: skip


def test_a_changed_answer_leaves_no_stale_one_behind(sefton: Policy) -> None:
    """Dates given for Step 2 have no effect once the practitioner says that nothing is raised."""
    changed = {**CALM, "stage": "not_raised", "result": "not_agreed", "raised_on": "2026-11-02"}
    assert decide(sefton, changed, day("Fri 2026-11-27")) == step(
        sefton, "Fri 2026-11-27", stage="not_raised"
    )


def test_only_the_dates_that_the_clocks_need_are_asked(sefton: Policy, barnet: Policy) -> None:
    known = {"stage": "professionals", "result": "not_agreed", "raised_on": "2026-11-20"}
    assert asked(sefton, "Mon 2026-11-23", **CALM, **known).id == "ended_on"
    assert step(barnet, "Mon 2026-11-23", **known).stage == "managers"


def test_not_knowing_the_stage_asks_who_has_spoken(sefton: Policy) -> None:
    known = {**CALM, "stage": "unknown"}
    assert asked(sefton, "Mon 2026-11-23", **known).text == "Has Step 1 begun?"
    known |= {"begun_professionals": "yes", "begun_managers": "no"}
    assert asked(sefton, "Mon 2026-11-23", **known).text == "What happened at Step 1?"
    nothing = step(sefton, "Mon 2026-11-23", stage="unknown", begun_professionals="no")
    assert nothing.state == "not_raised"


REFUSED = [  # answers, what is said
    ({"immediate_danger": "maybe"}, "immediate_danger is ‘maybe’. The answers are: yes, no."),
    ({**CALM, "stage": "step 9"}, "The answers are: not_raised, professionals, managers"),
    ({"colour": "red"}, "colour is not a question here. The questions are: immediate_danger, route, stage"),
    (
        {**CALM, "stage": "professionals", "result": "waiting", "raised_on": "2026-11-24"},
        "Step 1 began: give today or a day in the past.",
    ),
    (
        {**CALM, "stage": "professionals", "result": "waiting", "raised_on": "Tuesday"},
        "Step 1 began: Write a day, a month and a year",
    ),
    (
        {
            **CALM, "stage": "professionals", "result": "not_agreed",
            "raised_on": "2026-11-20", "ended_on": "2026-11-19",
        },
        "Step 1 ended: give Friday 20 November 2026 or a later day.",
    ),
    (
        {**CALM, "stage": "professionals", "result": "waiting", "raised_on": "2001-01-01"},
        "Step 1 began: give Tuesday 1 January 2019 or a later day.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("answers", "said"), REFUSED)
def test_an_answer_that_is_not_allowed_says_which_are(
    sefton: Policy, answers: dict[str, str], said: str
) -> None:
    with pytest.raises(AnswerError) as error:
        decide(sefton, answers, day("Mon 2026-11-23"))
    assert said in str(error.value)


def test_provisional_dates_say_so_and_the_horizon_is_refused(sefton: Policy) -> None:
    shown = step(sefton, "Fri 2028-12-29", stage="not_raised")
    assert shown.due[0].provisional
    assert "Provisional" in " ".join(each.text for each in shown.assumptions)
    with pytest.raises(CalendarError, match="outside the days that we can count"):
        step(sefton, "Mon 2029-12-24", stage="not_raised")


def test_a_printed_page_has_no_dates(sefton: Policy) -> None:
    shown = decide(sefton, {**CALM, "stage": "not_raised"}, None)
    assert isinstance(shown, NextStep)
    assert shown.act_by is None
    assert not [due for due in shown.due if due.last_day]


def test_every_scenario_of_every_policy(sefton: Policy, barnet: Policy) -> None:
    from macros.proof.scenarios import scenario_faults

    assert [*scenario_faults(sefton), *scenario_faults(barnet)] == []


def test_the_clock_is_an_argument(sefton: Policy) -> None:
    answers = {**CALM, "stage": "not_raised"}
    first, second = (decide(sefton, answers, date(2026, 11, n)) for n in (23, 24))
    assert first != second
