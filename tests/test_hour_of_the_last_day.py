"""By noon on the next working day: the hour stands wherever the day does, and never says too much."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helper.calendar import Calendar
from helper.decide import decide
from helper.fixed_words import NOT_STATED, Start, Unit
from helper.limit_words import limit_in_words
from helper.moment import Moment
from helper.policy import Policy
from helper.stage import Stage
from helper.step import NextStep
from helper.time_facts import SaidTwice, Timescale
from helper.timescale import Reading, Way, readings, ways
from helper.working_days import Division, WorkingDays
from tests.conftest import calm, policy
from tests.days import day
from tests.test_pages import stated
from tests.test_properties import DAYS, DIVISIONS

NOON = "12:00"
NEXT_DAY = {
    "says": "by noon on the next working day",
    "unit": Unit.NEXT_WORKING_DAY,
    "amount": None,
    "total": None,
    "clock": NOON,
}
NEXT_WORKING_DAY = [  # Step 1 began, noon of which day, why
    ("Mon 2026-11-23", "Tue 2026-11-24", "the next day"),
    ("Fri 2026-11-20", "Mon 2026-11-23", "a weekend"),
    ("Sat 2026-11-21", "Mon 2026-11-23", "Saturday is day 0"),
    ("Thu 2026-12-24", "Tue 2026-12-29", "Christmas Day, weekend, substitute for Boxing Day"),
    ("Fri 2026-12-25", "Tue 2026-12-29", "Christmas Day is day 0, then weekend and substitute day"),
    ("Thu 2027-03-25", "Tue 2027-03-30", "Good Friday, weekend, Easter Monday"),
]


def changed(asked: Policy, **fields: Any) -> Policy:
    """A policy of which every limit of a stage that has a number has these fields."""

    def other(stage: Stage) -> Stage:
        limits = tuple(replace(each, **fields) if each.amount else each for each in stated(stage.timescales))
        return replace(stage, timescales=limits or NOT_STATED)

    return replace(asked, stages=tuple(map(other, asked.ladder)))


@cache
def by_noon() -> Policy:
    """Sefton, if each of its steps had until noon on the next working day."""
    return changed(policy("sefton"), **NEXT_DAY)


@cache
def in_all() -> Policy:
    """Sefton as it is, with 2, 4, 6 and 11 working days, each if it ended at noon."""
    return changed(policy("sefton"), clock=NOON)


def step(asked: Policy, today: str, **answers: str) -> NextStep:
    shown = decide(asked, {**calm(asked), **answers}, day(today))
    assert isinstance(shown, NextStep), shown
    return shown


@pytest.mark.parametrize(("began", "last", "why"), NEXT_WORKING_DAY, ids=[row[0] for row in NEXT_WORKING_DAY])
def test_by_noon_on_the_next_working_day(began: str, last: str, why: str) -> None:
    shown = step(by_noon(), began, stage="professionals", result="waiting", raised_on=began[4:])
    (due,) = [each for each in shown.due if each.last_day]
    assert (due.last_day, due.clock, due.by) == (day(last), NOON, "by 12:00 on"), why
    assert (shown.card.before, shown.card.day) == ("by 12:00 on", due.last_day_in_words)


def test_calendar_days_a_working_week_and_the_same_day_have_their_hour_too() -> None:
    """Three days from Thursday 24 December 2026: Sunday 27. A working week: Tuesday 5 January 2027."""
    start = Moment(day=day("Thu 2026-12-24"))
    for unit, amount, last in (
        (Unit.DAYS, 3, "Sun 2026-12-27"),
        (Unit.WORKING_WEEK, None, "Tue 2027-01-05"),
        (Unit.SAME_WORKING_DAY, None, "Thu 2026-12-24"),
    ):
        found = read(limit(unit=unit, amount=amount), start)
        assert [(each.last_day, each.clock) for each in found] == [(day(last), NOON)]


def limit(**fields: Any) -> Timescale:
    """The limit of Sefton's second step, until noon, with these fields."""
    stated = policy("sefton").ladder[1].timescales
    assert isinstance(stated, tuple)
    return replace(stated[0], **{"total": None, "clock": NOON, **fields})


def read(
    timescale: Timescale, start: Moment, division: Division = Division.ENGLAND_AND_WALES
) -> tuple[Reading, ...]:
    began = {"ended_on": Way(name="it ended", event="the day it ended", start=start)}
    found = ways(timescale, ("ended_on",), began)
    return readings(found, Calendar(WorkingDays.of(division)), (), "the last day")


@settings(deadline=None)
@given(DIVISIONS, DAYS, st.integers(1, 40), st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS]))
def test_an_hour_never_moves_the_day(division: Division, start: date, amount: int, unit: Unit) -> None:
    moment = Moment(day=start)
    (with_hour,) = read(limit(unit=unit, amount=amount), moment, division)
    (whole_day,) = read(limit(unit=unit, amount=amount, clock=None), moment, division)
    assert with_hour.last_day == whole_day.last_day
    assert (with_hour.by, whole_day.by) == ("by 12:00 on", "by the end of")


def test_hours_said_a_second_time_keep_their_own_clock() -> None:
    """The check refuses it; should it come all the same, 48 hours from 16:50 end at 16:50."""
    twice = limit(unit=Unit.WORKING_DAYS, amount=2, also=SaidTwice(unit=Unit.HOURS, amount=48))
    found = read(twice, Moment(day=day("Mon 2026-11-23"), at="16:50"))
    wednesday = day("Wed 2026-11-25")
    assert [(each.last_day, each.clock) for each in found] == [(wednesday, NOON), (wednesday, "16:50")]


def test_a_next_limit_in_hours_counts_from_the_hour() -> None:
    """Step 1 ends at the latest on Tuesday 24 November at 12:00, so 24 hours end on Wednesday at 12:00."""
    first, second, *rest = by_noon().ladder
    hours = limit(unit=Unit.HOURS, amount=24, clock=None, counts_from=Start.STAGE_BEFORE)
    asked = replace(by_noon(), stages=(first, replace(second, timescales=(hours,)), *rest))
    shown = step(asked, "Mon 2026-11-23", stage="professionals", result="waiting", raised_on="2026-11-23")
    ahead = shown.timeline[1]
    assert (ahead.last_day, ahead.clock) == (day("Wed 2026-11-25"), NOON)


def test_every_part_of_the_answer_has_the_hour() -> None:
    """Raised on Monday 23 November 2026: Step 1 until Tuesday 24 at noon, Step 2 until Wednesday 25."""
    shown = step(by_noon(), "Mon 2026-11-23", stage="professionals", result="waiting", raised_on="2026-11-23")
    tuesday, wednesday = "by 12:00 on Tuesday 24 November 2026", "by 12:00 on Wednesday 25 November 2026"
    assert tuesday in shown.summary
    assert wednesday in shown.summary
    assert shown.escalation_record is not None
    known = shown.escalation_record.known
    assert known["time limit"] == "By 12:00 on Tuesday 24 November 2026"
    assert wednesday in known["next stage"]
    assert shown.if_not_agreed is not None
    assert shown.if_not_agreed.before.endswith(": sooner if Step 1 ends sooner, at the latest by 12:00 on")
    assert "Do not wait after Tuesday 24 November 2026, 12:00" in shown.if_no_answer
    assert [entry.clock for entry in shown.timeline] == [NOON] * 4
    first, second = shown.calendar
    assert first.day == day("Tue 2026-11-24")
    assert "last day (12:00) for" in first.summary
    assert first.description.startswith("By 12:00 on Tuesday 24 November 2026:")
    assert second.description.split("\n")[1].startswith("By 12:00 on Wednesday 25 November 2026:")
    counted = next(each.reading for each in shown.due if each.reading)
    assert counted is not None
    assert [(each.said, each.why) for each in counted.counting] == [
        ("Day 0", "Step 1 began"),
        ("Day 1", "Step 1 limit, by 12:00"),
    ]


TODAY = [  # today, what is said of the limit by Tuesday 24 November at 12:00
    ("Mon 2026-11-23", "ahead"),
    ("Tue 2026-11-24", "today"),
    ("Wed 2026-11-25", "passed"),
]


@pytest.mark.parametrize(("today", "said"), TODAY)
def test_on_the_day_itself_nobody_is_told_that_it_has_not_passed(today: str, said: str) -> None:
    """The helper knows the day and not the hour: on the day it says what holds before and after noon."""
    shown = step(by_noon(), today, stage="professionals", result="no_answer", raised_on="2026-11-23")
    over = "Tuesday 24 November 2026. If it is past 12:00, the limit has passed."
    assert (over in shown.card.after) == (said == "today")
    assert shown.card.word == {"ahead": "", "today": "Today", "passed": "Now"}[said]
    assert [entry.by for entry in shown.timeline][0] == ("was due" if said == "passed" else "by")
    passed = "The limit for Step 1 has passed: Tuesday 24 November 2026, 12:00"
    assert (shown.card.where == passed) == (said == "passed")


def test_a_running_total_ends_at_the_same_hour() -> None:
    """Began Friday 18 December 2026, ended Monday 21: 2 from then is Wednesday 23, 4 in all Thursday 24."""
    shown = step(
        in_all(), "Mon 2026-12-21", stage="professionals", result="not_agreed",
        raised_on="2026-12-18", ended_on="2026-12-21",
    )  # fmt: skip
    (due,) = [each for each in shown.due if each.total == 4]
    ends = [(each.last_day, each.clock) for each in (due.reading, *due.other_readings) if each]
    assert ends == [(day("Wed 2026-12-23"), NOON), (day("Thu 2026-12-24"), NOON)]
    assert limit_in_words(in_all().ladder[1].timescales[0]) == "2 working days, by 12:00"


def test_not_raised_yet_and_without_dates_it_is_said_too() -> None:
    shown = step(by_noon(), "Mon 2026-11-23", stage="not_raised")
    assert (shown.card.before, shown.act_by) == ("by 12:00 on", day("Tue 2026-11-24"))
    printed = decide(by_noon(), {**calm(by_noon()), "stage": "not_raised"}, None)
    assert isinstance(printed, NextStep)
    assert (printed.card.before, printed.card.word) == ("by 12:00 on", "the next working day")
    assert [entry.limit for entry in printed.timeline] == ["by 12:00 on the next working day"] * 4
