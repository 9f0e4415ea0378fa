"""By the next working day: the first one after the day it starts from, whatever day that is.

In England and Wales Monday 28 December 2026 is the substitute for Boxing Day. In Scotland Monday
30 November 2026 is Saint Andrew's Day, and Monday 4 January 2027 the substitute for 2 January.
"""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helper.calendar import Calendar
from helper.decide import decide
from helper.fixed_words import NOT_STATED, Start, Strength, Unit, stated
from helper.moment import Moment
from helper.policy import Policy
from helper.step import NextStep
from helper.time_facts import Priority, Timescale
from helper.timescale import Reading, Way, readings, ways
from helper.working_days import CalendarError, Division, WorkingDays
from macros.diff import diff
from macros.diff.values import limit as limit_in_a_change
from macros.limits import rungs
from tests.conftest import calm, policy
from tests.days import day
from tests.differential import Tally, asked_of, compare, pyodide
from tests.tables import look_up, sample
from tests.test_hour_of_the_last_day import changed
from tests.test_properties import DAYS, DIVISIONS

ENGLAND, SCOTLAND, _ = Division
LIMIT = Timescale(
    what="an answer",
    says="by the next working day",
    unit=Unit.NEXT_WORKING_DAY,
    strength=Strength.MUST,
    source="Section 2",
    counts_from=Start.LADDER,
)
NEXT = [  # it starts, the next working day, where, why
    ("Thu 2026-11-26", "Fri 2026-11-27", ENGLAND, "the day after"),
    ("Fri 2026-11-27", "Mon 2026-11-30", ENGLAND, "a weekend between"),
    ("Sat 2026-11-28", "Mon 2026-11-30", ENGLAND, "Saturday is day 0"),
    ("Sun 2026-11-29", "Mon 2026-11-30", ENGLAND, "Sunday is day 0"),
    ("Sun 2026-11-29", "Tue 2026-12-01", SCOTLAND, "Monday is Saint Andrew's Day"),
    ("Thu 2026-12-24", "Tue 2026-12-29", ENGLAND, "Christmas Day, weekend, substitute day"),
    ("Fri 2026-12-25", "Tue 2026-12-29", ENGLAND, "Christmas Day is day 0"),
    ("Mon 2026-12-28", "Tue 2026-12-29", ENGLAND, "the substitute day is day 0"),
    ("Thu 2026-12-31", "Mon 2027-01-04", ENGLAND, "New Year's Day and a weekend"),
    ("Thu 2026-12-31", "Tue 2027-01-05", SCOTLAND, "and Monday for 2 January"),
    ("Fri 2027-01-01", "Tue 2027-01-05", SCOTLAND, "New Year's Day is day 0"),
    ("Sat 2027-01-02", "Tue 2027-01-05", SCOTLAND, "2 January is day 0"),
    ("Mon 2027-01-04", "Tue 2027-01-05", SCOTLAND, "its substitute is day 0"),
    ("Sat 2027-01-02", "Mon 2027-01-04", ENGLAND, "a working day there"),
]


def read(
    timescale: Timescale, start: date, division: Division = ENGLAND, *, start_counts: bool = False
) -> Reading:
    began = {"raised_on": Way(name="it began", event="the day it began", start=Moment(day=start))}
    calendar = Calendar(WorkingDays.of(division), start_counts)
    (found,) = readings(ways(timescale, ("raised_on",), began), calendar, (), "the last day")
    return found


@pytest.mark.parametrize(("start", "last", "where", "why"), NEXT, ids=[f"{row[0]} {row[3]}" for row in NEXT])
@pytest.mark.parametrize("start_counts", [False, True], ids=["day 0", "start day counts"])
def test_the_next_working_day(
    start: str, last: str, where: Division, why: str, *, start_counts: bool
) -> None:
    """The same where the policy counts the start day: it is not after itself."""
    whole = read(LIMIT, day(start), where, start_counts=start_counts)
    noon = read(replace(LIMIT, clock="12:00"), day(start), where, start_counts=start_counts)
    assert (whole.last_day, whole.by, whole.clock) == (day(last), "by the end of", ""), why
    assert (noon.last_day, noon.by, noon.clock) == (day(last), "by 12:00 on", "12:00"), why
    assert whole.limit == "the next working day"


COUNTS = [  # it starts, every day of the count
    ("Sun 2026-11-29", "Sun 29 Nov Day 0, Mon 30 Nov Day 1"),
    ("Fri 2026-11-27", "Fri 27 Nov Day 0, Sat 28 Nov Not counted, Sun 29 Nov Not counted, Mon 30 Nov Day 1"),
    (
        "Fri 2026-12-25",
        "Fri 25 Dec Day 0, Sat 26 Dec Not counted, Sun 27 Dec Not counted, Mon 28 Dec Not counted, "
        "Tue 29 Dec Day 1",
    ),
]


@pytest.mark.parametrize(("start", "counted"), COUNTS, ids=[row[0] for row in COUNTS])
def test_the_start_is_day_0_whatever_day_it_is(start: str, counted: str) -> None:
    found = read(LIMIT, day(start), start_counts=True).counting
    assert ", ".join(f"{each.in_words.short[:-5]} {each.said}" for each in found) == counted
    assert (found[0].counted, found[0].why, found[-1].last) == (True, "It began", True)


def test_within_one_working_day_keeps_its_rule() -> None:
    """From Sunday 29 November 2026: Monday is day 0, Tuesday is day 1."""
    one = replace(LIMIT, unit=Unit.WORKING_DAYS, amount=1, says="within 1 working day")
    assert read(one, day("Sun 2026-11-29")).last_day == day("Tue 2026-12-01")
    assert read(one, day("Fri 2026-11-27")).last_day == day("Mon 2026-11-30")


@settings(deadline=None)
@given(division=DIVISIONS, start=DAYS, start_counts=st.booleans())
def test_it_is_the_first_working_day_after_any_day(
    division: Division, start: date, *, start_counts: bool
) -> None:
    counting = read(LIMIT, start, division, start_counts=start_counts).counting
    why_not = WorkingDays.of(division).why_not
    assert [each.day for each in counting if each.day > start and not why_not(each.day)] == [counting[-1].day]
    assert counting[-1].day > start
    assert [each.said for each in counting if each.counted] == ["Day 0", "Day 1"]


@settings(deadline=None)
@given(DIVISIONS, DAYS)
def test_from_a_working_day_it_is_one_working_day(division: Division, start: date) -> None:
    calendar, one = WorkingDays.of(division), replace(LIMIT, unit=Unit.WORKING_DAYS, amount=1)
    next_day, one_day = (read(each, start, division).last_day for each in (LIMIT, one))
    assert (next_day == one_day) == (not calendar.why_not(start))
    assert next_day <= one_day


def test_past_the_published_bank_holidays_it_is_provisional_and_past_the_horizon_refused() -> None:
    assert read(LIMIT, day("Sun 2028-12-31")).provisional
    with pytest.raises(CalendarError):
        read(LIMIT, day("Mon 2029-12-31"))
    with pytest.raises(CalendarError):
        read(LIMIT, day("Mon 2018-12-31"))


def next_day(clock: str | None = None, *, start_counts: bool = False) -> Policy:
    """Sefton, if each of its steps had until the next working day."""
    fields = {"says": LIMIT.says, "unit": LIMIT.unit, "amount": None, "total": None, "clock": clock}
    return replace(changed(policy("sefton"), **fields), start_day_counts=start_counts)


def step(asked: Policy, today: str, **answers: str) -> NextStep:
    shown = decide(asked, {**calm(asked), **answers}, day(today) if today else None)
    assert isinstance(shown, NextStep), shown
    return shown


def test_raised_on_a_sunday_the_card_says_monday() -> None:
    """And Step 2, from Monday, Tuesday 1 December 2026."""
    shown = step(next_day(), "Sun 2026-11-29", stage="not_raised")
    assert (shown.card.before, shown.act_by) == ("by the end of", day("Mon 2026-11-30"))
    assert [entry.last_day for entry in shown.timeline][:2] == [day("Mon 2026-11-30"), day("Tue 2026-12-01")]
    said = {each.id: each.text for each in shown.assumptions}
    assert "start_day" not in said
    assert said["next_working_day"] == (
        "“The next working day” is the first working day after the day from which it counts. For this "
        "limit that day is day 0, also at a weekend or on a bank holiday."
    )


def test_beside_a_limit_in_working_days_both_rules_are_said() -> None:
    first, *rest = policy("sefton").ladder
    both = (replace(LIMIT, what="an acknowledgement"), *stated(first.timescales))
    asked = replace(policy("sefton"), stages=(replace(first, timescales=both), *rest))
    shown = step(asked, "Sun 2026-11-29", stage="not_raised")
    said = {each.id: each.text for each in shown.assumptions}
    assert said["start_day"].startswith("The start day is day 0. If it is not a working day, the next")
    assert "next_working_day" in said
    assert [each.last_day for each in shown.due if each.last_day] == [
        day("Mon 2026-11-30"),
        day("Wed 2026-12-02"),
    ]


UNDATED = [(None, "by the end of"), ("12:00", "by 12:00 on")]


@pytest.mark.parametrize(("clock", "before"), UNDATED)
@pytest.mark.parametrize("start_counts", [False, True])
def test_without_days_it_is_said_as_a_day(clock: str | None, before: str, *, start_counts: bool) -> None:
    shown = step(next_day(clock, start_counts=start_counts), "", stage="not_raised")
    assert (shown.card.before, shown.card.word) == (before, "the next working day")
    assert shown.card.after.startswith("That is the first working day after the day Step 1 began")
    assert [entry.limit for entry in shown.timeline] == [f"{before} the next working day"] * 4


def test_two_priorities_each_have_their_words() -> None:
    """One has until the next working day, the other five working days."""
    first, *rest = policy("sefton").ladder
    five = replace(LIMIT, unit=Unit.WORKING_DAYS, amount=5, priority="two")
    limits = (replace(LIMIT, priority="one"), five)
    names = [
        Priority(id=id_, name=f"Priority {id_}", means="It is so.", source="Section 2")
        for id_ in ("one", "two")
    ]
    stages = (replace(first, timescales=limits), *rest)
    asked = replace(policy("sefton"), stages=stages, priorities=tuple(names), budgets=NOT_STATED)
    shown = step(asked, "", stage="not_raised", priority="unknown")
    said = "by the end of the next working day (Priority one), or within 5 working days (Priority two)"
    assert shown.timeline[0].limit == said


TOTALS = [  # unit, in all, the last day of Step 2 where Step 1 began on Friday 27 November 2026
    (Unit.NEXT_WORKING_DAY, 3, "Wed 2026-12-02"),
    (Unit.WORKING_WEEK, 7, "Tue 2026-12-08"),
]


@pytest.mark.parametrize(("unit", "total", "last"), TOTALS)
def test_a_running_total_beside_it_is_said_in_working_days(unit: Unit, total: int, last: str) -> None:
    """Step 1 has 2 working days, to Tuesday 1 December; Step 2 the next one, or a week of five."""
    first, second, *rest = policy("sefton").ladder
    own = replace(LIMIT, unit=unit, total=total, counts_from=Start.STAGE_BEFORE)
    asked = replace(policy("sefton"), stages=(first, replace(second, timescales=(own,)), *rest))
    assert rungs(asked)[1].limits[0].total == f"{total} working days"
    shown = step(asked, "Fri 2026-11-27", stage="not_raised")
    assert shown.timeline[1].last_day == day(last)
    told = step(asked, "", stage="professionals", result="not_agreed", raised_on="unknown")
    assert f"In all no more than {total} working days from the day Step 1 began." in told.card.after
    assert "total" in {each.id for each in told.assumptions}


def test_a_change_from_one_working_day_is_told() -> None:
    one = changed(policy("sefton"), amount=1, total=None, clock="12:00")
    now = changed(one, unit=Unit.NEXT_WORKING_DAY, amount=None)
    assert limit_in_a_change(replace(LIMIT, clock="12:00")) == "the next working day, by 12:00"
    told = " ".join(each.says for each in diff(one, now))
    assert "is now the next working day, by 12:00" in told
    assert "was 1 working day, by 12:00" in told


@pytest.mark.parametrize("clock", [None, "12:00"])
@pytest.mark.parametrize("start_counts", [False, True])
def test_the_table_of_dates_says_the_same(clock: str | None, *, start_counts: bool) -> None:
    tally = sample(next_day(clock, start_counts=start_counts), 12)
    assert (tally.differences, tally.only_engine) == ([], [])
    assert tally.same


@pytest.mark.parametrize(("start", "counted"), COUNTS, ids=[row[0] for row in COUNTS])
def test_the_table_counts_the_days_that_were_worked_out_by_hand(start: str, counted: str) -> None:
    asked = {**calm(next_day()), "stage": "not_raised"}
    [reply] = look_up(next_day(), [[asked, str(day(start))]])
    rows = reply["due"][0]["reading"]["counting"]
    assert ", ".join(f"{each['in_words']['short'][:-5]} {each['said']}" for each in rows) == counted


def test_the_engine_in_the_browser_says_the_same() -> None:
    tally, asked = Tally(), next_day("12:00", start_counts=True)
    with pyodide() as other:
        compare(other, asked, asked_of(asked, tally, whole=False), tally)
    assert tally.answers
    assert tally.differences == []
