"""Four hours from an hour that nobody knows: no hour is made up, and no day is later than the true one."""

from datetime import date, datetime, time, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper.clock import hours_later
from helper.decide import decide
from helper.fixed_words import Unit
from helper.hours import end_of_hours
from helper.moment import Moment
from helper.policy import Policy
from helper.step import NextStep
from tests.conftest import calm, policy
from tests.days import day
from tests.test_hour_of_the_last_day import changed
from tests.test_properties import DAYS

ENDS = [  # begins at some hour of, hours, the earliest day on which they end, why
    ("Fri 2026-11-27", 4, "Fri 2026-11-27", "begun before 20:00"),
    ("Fri 2026-11-27", 23, "Fri 2026-11-27", "begun before 01:00"),
    ("Fri 2026-11-27", 30, "Sat 2026-11-28", "begun before 18:00"),
    ("Fri 2026-11-27", 47, "Sat 2026-11-28", "begun before 01:00"),
    ("Fri 2026-11-27", 60, "Sun 2026-11-29", "begun before 12:00"),
    ("Sun 2026-10-25", 25, "Sun 2026-10-25", "a day of 25 hours: at its midnight"),
    ("Sun 2027-03-28", 23, "Sun 2027-03-28", "a day of 23 hours: at its midnight"),
]


@pytest.mark.parametrize("to_come", [True, False])
@pytest.mark.parametrize(
    ("begins", "hours", "ends", "why"), ENDS, ids=[f"{row[0]}, {row[1]}" for row in ENDS]
)
def test_the_earliest_day_is_shown_and_no_hour(
    begins: str, hours: int, ends: str, why: str, to_come: bool
) -> None:
    found = end_of_hours(Moment(day=day(begins), to_come=to_come), hours)
    assert (found.day, found.at, found.after) == (day(ends), "", hours), why


@given(on=DAYS, hours=st.integers(1, 200), minutes=st.integers(0, 24 * 60 - 1))
def test_whatever_the_hour_the_day_is_never_later_than_the_true_one(
    on: date, hours: int, minutes: int
) -> None:
    began = datetime.combine(on, time.min) + timedelta(minutes=minutes)
    true = end_of_hours(Moment(day=began.date(), at=f"{began:%H:%M}"), hours)
    assert end_of_hours(Moment(day=began.date()), hours).day <= true.day


NEAR_A_CHANGE = st.dates(date(2027, 10, 24), date(2027, 11, 1)) | st.dates(
    date(2027, 3, 21), date(2027, 3, 29)
)


@given(on=NEAR_A_CHANGE | DAYS, days=st.integers(1, 10), minutes=st.integers(0, 24 * 60 - 1))
def test_before_it_has_begun_no_time_is_later_than_the_true_one(on: date, days: int, minutes: int) -> None:
    """Whatever the hour at which it will begin, "the same time of day" is never too late."""
    begun = datetime.combine(on, time.min) + timedelta(minutes=minutes)
    found = end_of_hours(Moment(day=on, to_come=True), 24 * days)
    said = datetime.combine(found.day, begun.time()) - timedelta(hours=found.hour_less)
    assert hours_later(begun, 24 * days) - timedelta(hours=1) <= said <= hours_later(begun, 24 * days)


@cache
def in_hours(amount: int) -> Policy:
    """Sefton, if each of its limits with a number were one in hours."""
    return changed(
        policy("sefton"), says=f"within {amount} hours", unit=Unit.HOURS, amount=amount, total=None
    )


def step(amount: int, today: str, **answers: str) -> NextStep:
    asked = in_hours(amount)
    shown = decide(asked, {**calm(asked), **answers}, day(today))
    assert isinstance(shown, NextStep), shown
    return shown


def hours_assumed(shown: NextStep) -> str:
    (found,) = [each.text for each in shown.assumptions if each.id == "hours"]
    return found


@pytest.mark.parametrize("amount", [2, 4, 12, 30])
def test_before_it_is_raised_the_hours_are_said_and_not_the_same_time_of_day(amount: int) -> None:
    shown = step(amount, "Fri 2026-11-27", stage="not_raised")
    before, loud = f"{amount} hours after it begins,", shown.card.word
    assert (shown.card.before, loud) == ((f"{before} on", "") if amount == 30 else (before, "Today"))
    assert shown.act_by == day("Sat 2026-11-28" if amount == 30 else "Fri 2026-11-27")
    assert hours_assumed(shown).endswith("so they may end on the day after.")
    assert shown.due[0].reading
    assert shown.due[0].reading.counting[-1].said.endswith(f"ntil {amount} hours after")


def test_raised_today_at_an_hour_that_is_not_known_no_hour_is_made_up() -> None:
    """At 04:00 nobody was at work."""
    shown = step(4, "Fri 2026-11-27", stage="professionals", result="waiting", raised_on="2026-11-27")
    assert (shown.card.before, shown.card.word) == ("4 hours after they began to run,", "Today")
    assert (shown.act_by, shown.due[0].clock) == (day("Fri 2026-11-27"), "")
    assert "The time of day at which it began is not known" in hours_assumed(shown)
    assert "04:00" not in f"{shown.card} {shown.due[0]}"


def test_a_limit_that_may_not_have_passed_says_what_was_taken() -> None:
    """Raised some time on Thursday 24 December: 24 hours may last until Friday evening."""
    shown = step(
        24,
        "Fri 2026-12-25",
        stage="professionals",
        result="waiting",
        raised_on="2026-12-24",
        passed="unknown",
    )
    assert [each.last_day for each in shown.passed] == [day("Thu 2026-12-24")]
    assert hours_assumed(shown).endswith("so we count from the first minute of the day.")


def test_hours_that_run_from_the_end_of_a_day_are_not_said_to_run_from_its_first_minute() -> None:
    """Step 1 ended with Thursday 24 December, as far as anybody knows."""
    shown = step(24, "Fri 2026-12-25", stage="professionals", result="waiting", raised_on="2026-12-24 00:00")
    (counting,) = [each.reading.counting for each in shown.due if each.reading][:1]
    assert counting[0].said == "From the end of the day"
    assert "not known, so we count from the first minute" not in hours_assumed(shown)
