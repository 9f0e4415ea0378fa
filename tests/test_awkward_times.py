"""Longwater has every awkward way of saying a time. All the days here are worked out by hand."""

from datetime import date

import pytest

from helper.decide import Question, decide
from helper.due import Due
from helper.fixed_words import Unit
from helper.step import NextStep
from tests.conftest import policy
from tests.days import day

CALM = {"immediate_danger": "no", "route": "none", "ladder": "normal", "start_at": "first"}
UNKNOWN = dict.fromkeys(("raised_on", "ended_on", "began_on", "priority", "when_meeting_held"), "unknown")


def step(today: str, **answers: str) -> NextStep:
    shown = decide(policy("longwater"), {**CALM, **UNKNOWN, **answers}, day(today))
    assert isinstance(shown, NextStep), shown
    return shown


def limit(shown: NextStep, what: str) -> Due:
    (found,) = [due for due in shown.due if due.what == what]
    return found


def end(due: Due) -> tuple[date | None, str]:
    return due.last_day, due.clock


def all_ends(due: Due) -> list[tuple[date | None, str]]:
    return [end(due), *((each.last_day, each.clock) for each in due.other_readings)]


def assumed(shown: NextStep) -> set[str]:
    return {each.id for each in shown.assumptions}


HOURS_24 = [  # raised, ends, why
    ("Fri 2026-11-27 16:50", "Sat 2026-11-28 16:50", "hours run into the weekend"),
    ("Sat 2026-11-28 11:05", "Sun 2026-11-29 11:05", "and through it"),
    ("Thu 2026-12-24 09:15", "Fri 2026-12-25 09:15", "and on Christmas Day"),
    ("Thu 2026-12-31 23:59", "Fri 2027-01-01 23:59", "over the turn of the year"),
    ("Fri 2026-11-27 00:00", "Fri 2026-11-27", "midnight is the end of the day before"),
    ("Sat 2026-03-28 16:50", "Sun 2026-03-29 17:50", "the clocks go forward: a day of 23 hours"),
    ("Sat 2026-10-24 16:50", "Sun 2026-10-25 15:50", "the clocks go back: a day of 25 hours"),
    ("Sat 2027-03-27 16:50", "Sun 2027-03-28 17:50", "the clocks go forward on Easter Day"),
    ("Sat 2027-10-30 12:00", "Sun 2027-10-31 11:00", "the clocks go back"),
    ("Sat 2027-03-27 00:30", "Sun 2027-03-28 00:30", "ends before they change"),
    ("Sat 2027-03-27 01:30", "Sun 2027-03-28 02:30", "01:30 is the hour that is left out"),
    ("Sat 2026-10-24 02:30", "Sun 2026-10-25 01:30", "the second 01:30 of that night"),
    ("Sun 2026-10-25 00:30", "Sun 2026-10-25 23:30", "25 hours of it, and 24 count"),
    ("Sun 2026-10-25 01:30", "Mon 2026-10-26 00:30", "of the two 01:30 the first, the safer"),
    ("Sun 2027-03-28 03:00", "Mon 2027-03-29 03:00", "begins after they changed"),
]


@pytest.mark.parametrize(("raised", "ends", "why"), HOURS_24, ids=[row[0] for row in HOURS_24])
def test_within_24_hours(raised: str, ends: str, why: str) -> None:
    weekday, answer = raised.split(" ", 1)
    last_day, clock = ends[:14], ends[15:]
    shown = step(raised[:14], ladder="fast", stage="fast_leads", result="waiting", raised_on=answer)
    assert end(limit(shown, "the leads’ answer")) == (day(last_day), clock), why
    assert shown.state == "fast-fast_leads-waiting"


DAY_ONLY = [  # raised on a day whose hour nobody knows, ends, why
    ("Fri 2026-11-27", "Fri 2026-11-27", "", "from the first minute: by the end of that day"),
    ("Sat 2027-03-27", "Sat 2027-03-27", "", "over before the clocks change"),
    ("Sun 2026-10-25", "Sun 2026-10-25", "23:00", "a day of 25 hours"),
    ("Sun 2027-03-28", "Mon 2027-03-29", "01:00", "a day of 23 hours"),
]


@pytest.mark.parametrize(("raised", "ends", "clock", "why"), DAY_ONLY, ids=[row[0] for row in DAY_ONLY])
def test_24_hours_from_a_day_without_an_hour(raised: str, ends: str, clock: str, why: str) -> None:
    shown = step(raised, ladder="fast", stage="fast_leads", result="waiting", raised_on=raised[4:])
    assert end(limit(shown, "the leads’ answer")) == (day(ends), clock), why


def test_24_hours_not_raised_yet_have_a_day_and_no_hour() -> None:
    shown = step("Fri 2026-11-27", ladder="fast", stage="not_raised")
    assert end(limit(shown, "the leads’ answer")) == (day("Sat 2026-11-28"), "")
    assert shown.card.before == "by the same time of day on"
    assert "starts_today" in assumed(shown)


def test_the_same_time_of_day_is_an_hour_late_when_the_clocks_go_back() -> None:
    """Raised on Saturday at 16:50, 24 hours end on Sunday at 15:50: "the same time" would be too late."""
    shown = step("Sat 2026-10-24", ladder="fast", stage="not_raised")
    assert shown.act_by == day("Sun 2026-10-25")
    assert shown.card.before != "by the same time of day on"


TO_COME_IN_AUTUMN = [  # today, on which 24 hours would begin, the day they end on
    ("Fri 2027-10-29", "Sat 2027-10-30"),
    ("Sat 2027-10-30", "Sun 2027-10-31"),
    ("Sun 2027-10-31", "Mon 2027-11-01"),
    ("Mon 2027-11-01", "Tue 2027-11-02"),
]


@pytest.mark.parametrize(("begun", "ends"), TO_COME_IN_AUTUMN, ids=[row[0] for row in TO_COME_IN_AUTUMN])
def test_24_hours_still_to_come_end_on_the_day_after_also_as_the_clocks_go_back(
    begun: str, ends: str
) -> None:
    """Sunday 31 October 2027 has 25 hours, but nothing that begins on it at 9:00 ends on it."""
    assert step(begun, ladder="fast", stage="not_raised").act_by == day(ends)


def test_the_day_after_24_hours_the_directors_have_it() -> None:
    """Raised on Saturday 28 at 11:05, so until Sunday 29 at 11:05. On Monday 30 it has passed."""
    shown = step(
        "Mon 2026-11-30", ladder="fast", stage="fast_leads", result="no_answer", raised_on="2026-11-28 11:05"
    )
    assert (shown.state, shown.stage) == ("fast-fast_leads-no_answer-moved_on", "fast_directors")
    assert shown.card.word == "Now"


HOURS_AND_DAYS = [  # the leads were told, 48 hours, two working days, why
    ("Mon 2026-12-07 09:00", "Wed 2026-12-09 09:00", "Wed 2026-12-09", "one day, two ends"),
    ("Fri 2026-12-04 16:50", "Sun 2026-12-06 16:50", "Tue 2026-12-08", "a weekend parts them"),
    ("Thu 2026-12-24 12:00", "Sat 2026-12-26 12:00", "Wed 2026-12-30", "Christmas"),
    ("Thu 2027-03-25 10:00", "Sat 2027-03-27 10:00", "Wed 2027-03-31", "Easter"),
    ("Fri 2027-03-26 16:50", "Sun 2027-03-28 17:50", "Thu 2027-04-01", "Good Friday: day 0 is Tuesday"),
    ("Fri 2026-10-23 16:50", "Sun 2026-10-25 15:50", "Tue 2026-10-27", "the clocks go back"),
    ("Mon 2026-12-07", "Tue 2026-12-08", "Wed 2026-12-09", "the hour is not known"),
]


@pytest.mark.parametrize("row", HOURS_AND_DAYS, ids=[row[0] for row in HOURS_AND_DAYS])
def test_48_hours_or_two_working_days_the_earlier_leads(row: tuple[str, ...]) -> None:
    told, hours, days, why = row
    shown = step(
        told[:14], stage="safeguarding_leads", result="waiting", priority="high", began_on=told[4:]
    )  # fmt: skip
    due = limit(shown, "the leads’ answer")
    assert all_ends(due) == [(day(hours[:14]), hours[15:]), (day(days), "")], why
    assert shown.act_by == day(hours[:14])


WORKING_WEEK = [  # the leads were told, the very latest day, why
    ("Fri 2026-12-04", "Fri 2026-12-11", "five working days"),
    ("Sun 2026-12-06", "Mon 2026-12-14", "Monday is day 0"),
    ("Thu 2026-12-24", "Tue 2027-01-05", "three bank holidays and two weekends"),
    ("Thu 2027-03-25", "Mon 2027-04-05", "Good Friday and Easter Monday"),
]


@pytest.mark.parametrize(("told", "latest", "why"), WORKING_WEEK, ids=[row[0] for row in WORKING_WEEK])
def test_a_working_week_or_sooner(told: str, latest: str, why: str) -> None:
    shown = step(told, stage="safeguarding_leads", result="waiting", priority="standard", began_on=told[4:])
    due = limit(shown, "the leads’ answer")
    assert (due.last_day, due.or_sooner) == (day(latest), "a timescale that protects the child from harm"), (
        why
    )
    assert shown.card.before == "at the very latest by the end of"
    assert "“a timescale that protects the child from harm”" in shown.card.after


def test_without_the_priority_every_limit_is_shown_and_the_earliest_leads() -> None:
    shown = step("Fri 2026-12-04", stage="safeguarding_leads", result="waiting", began_on="2026-12-04 16:50")
    ends = {due.priority: end(due) for due in shown.due if due.priority}
    assert ends == {"Priority 1": (day("Sun 2026-12-06"), "16:50"), "Priority 2": (day("Fri 2026-12-11"), "")}
    assert shown.act_by == day("Sun 2026-12-06")


def test_the_priority_is_asked_only_where_a_limit_depends_on_it() -> None:
    answers = {**CALM, "stage": "managers", "result": "not_agreed"}
    shown = decide(policy("longwater"), answers, day("Thu 2026-12-03"))
    assert isinstance(shown, Question)
    assert shown.id == "priority"
    assert [option.value for option in shown.options] == ["high", "standard", "unknown"]
    shown = decide(policy("longwater"), {**answers, "stage": "practitioners"}, day("Thu 2026-12-03"))
    assert isinstance(shown, Question)
    assert shown.id == "raised_on"


SAME_DAY = [  # the disagreement, its same working day, why
    ("Fri 2026-11-27", "Fri 2026-11-27", "a working day"),
    ("Sat 2026-11-28", "Mon 2026-11-30", "the next working day"),
    ("Thu 2026-12-24", "Thu 2026-12-24", "Christmas Eve is a working day"),
    ("Fri 2026-12-25", "Tue 2026-12-29", "Monday is the substitute for Boxing Day"),
    ("Fri 2027-03-26", "Tue 2027-03-30", "Good Friday, weekend, Easter Monday"),
]


@pytest.mark.parametrize(("disagreed", "last", "why"), SAME_DAY, ids=[row[0] for row in SAME_DAY])
def test_the_same_working_day_without_an_hour(disagreed: str, last: str, why: str) -> None:
    shown = step(disagreed, stage="not_raised", when_disagreement=disagreed[4:], when_decision="unknown")
    assert (shown.state, shown.stage, shown.act_by) == ("not_raised", "pause", day(last)), why
    assert "before your offices close. The policy gives no clock time." in shown.card.after
    assert "no_clock_time" in assumed(shown)


DIRECTORS = [  # the leads ended, the directors' last day, why
    ("Mon 2026-11-30", "Mon 2026-11-30", "a working day"),
    ("Sun 2026-10-25", "Mon 2026-10-26", "a Sunday"),
    ("Mon 2027-03-29", "Tue 2027-03-30", "Easter Monday"),
]


@pytest.mark.parametrize(("ended", "last", "why"), DIRECTORS, ids=[row[0] for row in DIRECTORS])
def test_the_same_working_day_with_its_hour(ended: str, last: str, why: str) -> None:
    shown = step(ended, ladder="fast", stage="fast_leads", result="not_agreed", ended_on=ended[4:])
    assert (shown.stage, shown.act_by) == ("fast_directors", day(last)), why
    assert "by 17:00" in f"{shown.card.before} {shown.card.after}"
    assert "no_clock_time" not in assumed(shown)


def test_on_a_sunday_the_out_of_hours_number_stands_beside_the_next_working_day() -> None:
    shown = step(
        "Sun 2026-10-25", ladder="fast", stage="fast_leads", result="not_agreed", ended_on="2026-10-25"
    )
    assert "01632 960417" in shown.out_of_hours
    assert "Today is not a working day" in " ".join(row.text for row in shown.card.rows)


TWO_EVENTS = [  # disagreed, received the decision, today, first day to act by, the other one
    ("Thu 2026-11-26", "Wed 2026-11-25", "Fri 2026-11-27", "Fri 2026-11-27", "Mon 2026-11-30"),
    ("Fri 2026-11-27", "Mon 2026-11-30", "Mon 2026-11-30", "Tue 2026-12-01", "Wed 2026-12-02"),
    ("Thu 2026-12-24", "Wed 2026-12-23", "Thu 2026-12-24", "Tue 2026-12-29", "Wed 2026-12-30"),
    ("Thu 2027-03-25", "Wed 2027-03-24", "Thu 2027-03-25", "Tue 2027-03-30", "Wed 2027-03-31"),
]


@pytest.mark.parametrize("row", TWO_EVENTS, ids=[row[0] for row in TWO_EVENTS])
def test_two_start_events_count_from_the_earlier(row: tuple[str, ...]) -> None:
    disagreed, received, today, first, other = row
    shown = step(
        today, stage="pause", result="not_agreed",
        when_disagreement=disagreed[4:], when_decision=received[4:],
    )  # fmt: skip
    due = limit(shown, "the practitioners’ discussion")
    assert all_ends(due) == [(day(first), ""), (day(other), "")]
    assert (shown.stage, shown.act_by) == ("practitioners", day(first))


def test_one_event_known_gives_its_day_and_says_what_is_missing() -> None:
    shown = step(
        "Fri 2026-11-27", stage="pause", result="not_agreed",
        when_disagreement="unknown", when_decision="2026-11-27",
    )  # fmt: skip
    due = limit(shown, "the practitioners’ discussion")
    assert all_ends(due) == [(day("Tue 2026-12-01"), "")]
    assert due.unchecked == "you and the other agency disagreed"
    assert "It may be earlier" in shown.card.after


def test_no_event_known_gives_no_date_for_it() -> None:
    shown = step(
        "Fri 2026-11-27", stage="practitioners", result="not_agreed", ended_on="unknown",
        when_disagreement="unknown", when_decision="unknown",
    )  # fmt: skip
    assert (shown.stage, shown.act_by) == ("managers", None)


TOTALS = [  # Stage 1 began, ended, last day of Stage 2, other reading, why
    ("Fri 2026-11-27", "Tue 2026-12-01", "Thu 2026-12-03", None, "both agree"),
    ("Fri 2026-11-27", "Mon 2026-11-30", "Wed 2026-12-02", "Thu 2026-12-03", "ended early: 2 days lead"),
    ("Fri 2026-11-27", "Wed 2026-12-02", "Thu 2026-12-03", "Fri 2026-12-04", "ended late: 4 in total lead"),
    ("Thu 2026-12-24", "Tue 2026-12-29", "Thu 2026-12-31", "Mon 2027-01-04", "over Christmas"),
    ("Thu 2027-03-25", "Tue 2027-03-30", "Thu 2027-04-01", "Fri 2027-04-02", "over Easter"),
]


@pytest.mark.parametrize("row", TOTALS, ids=["/".join(row[:2]) for row in TOTALS])
def test_a_running_total_is_a_second_reading(row: tuple[str, ...]) -> None:
    began, ended, last, other, why = row
    shown = step(ended, stage="practitioners", result="not_agreed", raised_on=began[4:], ended_on=ended[4:])
    expected = [(day(last), ""), *([(day(other), "")] if other else [])]
    assert all_ends(limit(shown, "the managers’ discussion")) == expected, why


CEILINGS = [  # Stage 1 began, 10 working days for Stages 1 to 3, 40 for all of it
    ("Fri 2026-11-27", "Fri 2026-12-11", "Wed 2027-01-27"),
    ("Thu 2026-12-17", "Tue 2027-01-05", "Tue 2027-02-16"),
]


@pytest.mark.parametrize("row", CEILINGS, ids=[row[0] for row in CEILINGS])
def test_a_pooled_ceiling_and_an_overall_cap(row: tuple[str, ...]) -> None:
    began, pooled, overall = row
    shown = step(began, stage="practitioners", result="not_agreed", raised_on=began[4:], ended_on=began[4:])
    assert end(limit(shown, "Stages 1 to 3")) == (day(pooled), "")
    assert end(limit(shown, "all the stages together")) == (day(overall), "")
    assert "tells the business office why" in shown.if_longer[0].does


def test_after_the_pooled_stages_only_the_cap_is_left() -> None:
    shown = step(
        "Fri 2026-12-11", stage="safeguarding_leads", result="not_agreed", use_meeting="no",
        raised_on="2026-11-27", ended_on="2026-12-11",
    )  # fmt: skip
    shared = [(due.what, due.last_day) for due in shown.due if due.shared]
    assert shared == [("all the stages together", day("Wed 2027-01-27"))]


BARE_DAYS = [  # Stage 3 ended, 28 days later, why
    ("Fri 2026-12-11", "Fri 2027-01-08", "weekends and bank holidays count"),
    ("Fri 2026-11-27", "Fri 2026-12-25", "it may end on Christmas Day"),
    ("Thu 2027-02-25", "Thu 2027-03-25", "February has 28 days"),
    ("Sun 2026-12-06", "Sun 2027-01-03", "and may start and end on a Sunday"),
]


@pytest.mark.parametrize(("ended", "last", "why"), BARE_DAYS, ids=[row[0] for row in BARE_DAYS])
def test_28_bare_days_as_a_guide(ended: str, last: str, why: str) -> None:
    shown = step(ended, stage="safeguarding_leads", result="not_agreed", use_meeting="no", ended_on=ended[4:])
    due = limit(shown, "the decision")
    assert (due.last_day, due.kind, due.owner) == (day(last), "target", "The executive group"), why
    assert {"calendar_days", "start_not_stated"} <= assumed(shown)
    assert shown.state == "safeguarding_leads-not_agreed-without_meeting"


def test_without_delay_is_never_a_date() -> None:
    shown = step("Fri 2026-12-11", stage="meeting", result="not_agreed", ended_on="2026-12-11")
    due = limit(shown, "telling the practitioners")
    assert (due.unit, due.last_day, due.passed) == (Unit.AT_ONCE, None, False)


def test_what_others_have_to_do_without_delay_is_no_call_to_start_now() -> None:
    """It is the executive members who tell the practitioners without delay, once there is a decision."""
    shown = step("Fri 2026-12-11", stage="meeting", result="not_agreed", ended_on="2026-12-11")
    assert "Start now: the policy says “without delay”." not in shown.card.after


def test_where_the_meeting_is_not_used_it_counts_from_the_end_of_stage_3() -> None:
    shown = step(
        "Fri 2026-12-11",
        stage="safeguarding_leads",
        result="not_agreed",
        use_meeting="no",
        ended_on="2026-12-11",
    )
    assert limit(shown, "the decision").counts_from == "the day Stage 3 ended"
    assert "We count from the day Stage 3 ended." in " ".join(each.text for each in shown.assumptions)


CLOCKS = [  # owner, what, last day: Stage 3 ended on Friday 11, the meeting was on Thursday 17 December
    ("The business office", "the resolution meeting", "Fri 2026-12-18"),
    ("The chair", "the list of actions", "Thu 2026-12-17"),
    ("The chair", "the minutes", "Tue 2027-01-12"),
]


def test_several_clocks_in_one_stage_each_with_its_owner() -> None:
    shown = step(
        "Thu 2026-12-17", stage="meeting", result="waiting",
        ended_on="2026-12-11", when_meeting_held="2026-12-17",
    )  # fmt: skip
    for owner, what, last in CLOCKS:
        assert (limit(shown, what).owner, limit(shown, what).last_day) == (owner, day(last))
    assert limit(shown, "the list of actions").until == "17:00"
    assert limit(shown, "a second meeting").last_day is None


def test_before_the_meeting_is_held_its_own_clocks_have_no_date() -> None:
    shown = step(
        "Fri 2026-12-11", stage="safeguarding_leads", result="not_agreed", use_meeting="yes",
        ended_on="2026-12-11",
    )  # fmt: skip
    assert (shown.stage, shown.act_by) == ("meeting", day("Fri 2026-12-18"))
    assert [limit(shown, what).last_day for what in ("the list of actions", "the minutes")] == [None, None]


@pytest.mark.parametrize("use", ["yes", "unknown"])
def test_no_date_is_worked_out_past_a_stage_that_may_not_be_used(use: str) -> None:
    known = {"raised_on": "2026-11-27", "began_on": "2026-12-04 16:50", "priority": "high"}
    shown = step("Fri 2026-12-04", stage="safeguarding_leads", result="waiting", **known)
    entries = {entry.stage: entry.last_day for entry in shown.timeline}
    assert entries["executive"] is None
    shown = step(
        "Fri 2026-12-11", stage="safeguarding_leads", result="not_agreed", use_meeting=use,
        ended_on="2026-12-11",
    )  # fmt: skip
    assert shown.stage == "meeting"


def test_the_check_in_your_own_agency_is_the_first_thing_to_do() -> None:
    shown = step(
        "Fri 2026-11-27",
        stage="not_raised",
        when_disagreement="2026-11-27",
        when_decision="unknown",
    )
    assert shown.who is not None
    assert (shown.who.yours, shown.who.theirs) == ("you", "your designated safeguarding lead")
    assert [entry.stage for entry in shown.timeline] == [
        "pause",
        "practitioners",
        "managers",
        "safeguarding_leads",
        "meeting",
        "executive",
    ]


def test_permission_to_start_higher_counts_from_today() -> None:
    """A working week from Friday 27 November is Friday 4 December; Stages 1 and 2 are left out."""
    shown = step("Fri 2026-11-27", stage="not_raised", start_at="safeguarding_leads", priority="standard")
    assert (shown.state, shown.act_by) == ("not_raised-safeguarding_leads", day("Fri 2026-12-04"))
    assert "starts_today" in assumed(shown)


def test_stages_that_are_left_out_have_no_date() -> None:
    shown = step("Fri 2026-11-27", stage="not_raised", start_at="safeguarding_leads", priority="standard")
    left_out = {entry.stage: entry.last_day for entry in shown.timeline[:3]}
    assert left_out == {"pause": None, "practitioners": None, "managers": None}


def test_a_stage_that_begins_when_the_one_before_ran_out_counts_from_today() -> None:
    """Stage 1 ended on Monday 30: two days are Wednesday 2. On Thursday 3 the leads begin: 48 hours, Saturday 5."""
    shown = step(
        "Thu 2026-12-03", stage="managers", result="no_answer",
        raised_on="2026-11-27", ended_on="2026-11-30",
    )  # fmt: skip
    assert (shown.state, shown.stage) == ("managers-no_answer-moved_on", "safeguarding_leads")
    assert shown.act_by == day("Sat 2026-12-05")


def test_the_check_in_your_own_agency_comes_before_the_ladders_clock() -> None:
    shown = decide(
        policy("longwater"), {**CALM, "stage": "managers", "result": "waiting"}, day("Thu 2026-12-03")
    )
    assert isinstance(shown, Question)
    assert (shown.id, shown.text) == ("raised_on", "When did Stage 1 begin?")


def test_each_stage_has_its_own_channel() -> None:
    first = step(
        "Fri 2026-11-27",
        stage="pause",
        result="not_agreed",
        when_disagreement="unknown",
        when_decision="unknown",
    )
    assert first.how == "By phone or face to face. Do not use e-mail, except to confirm what was said."
    last = step("Fri 2026-12-11", stage="meeting", result="not_agreed", ended_on="2026-12-11")
    assert last.how == "In writing, on the decision request."


def test_every_scenario_that_longwater_gives() -> None:
    from macros.proof.scenarios import scenario_faults

    assert list(scenario_faults(policy("longwater"))) == []
