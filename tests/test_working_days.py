"""Working days, hours and bank holidays, against dates worked out by hand."""

from datetime import datetime

import pytest

from helper.clock import hours_later
from helper.working_days import CalendarError, Division, WorkingDays
from tests.days import day

ENGLAND, SCOTLAND, NORTHERN_IRELAND = Division

TWO_DAYS = [  # start, by division: the start day not counted / counted, + 48 hours
    ("Fri 2026-11-27", "Tue 2026-12-01", "Mon 2026-11-30", "Wed 2026-12-02", "Tue 2026-12-01", "Tue 2026-12-01", "Mon 2026-11-30", "Sun 2026-11-29"),
    ("Fri 2026-12-18", "Tue 2026-12-22", "Mon 2026-12-21", "Tue 2026-12-22", "Mon 2026-12-21", "Tue 2026-12-22", "Mon 2026-12-21", "Sun 2026-12-20"),
    ("Thu 2026-12-24", "Wed 2026-12-30", "Tue 2026-12-29", "Wed 2026-12-30", "Tue 2026-12-29", "Wed 2026-12-30", "Tue 2026-12-29", "Sat 2026-12-26"),
    ("Thu 2026-12-31", "Tue 2027-01-05", "Mon 2027-01-04", "Wed 2027-01-06", "Tue 2027-01-05", "Tue 2027-01-05", "Mon 2027-01-04", "Sat 2027-01-02"),
    ("Tue 2027-03-16", "Thu 2027-03-18", "Wed 2027-03-17", "Thu 2027-03-18", "Wed 2027-03-17", "Fri 2027-03-19", "Thu 2027-03-18", "Thu 2027-03-18"),
    ("Thu 2027-03-25", "Wed 2027-03-31", "Tue 2027-03-30", "Tue 2027-03-30", "Mon 2027-03-29", "Wed 2027-03-31", "Tue 2027-03-30", "Sat 2027-03-27"),
    ("Fri 2026-07-10", "Tue 2026-07-14", "Mon 2026-07-13", "Tue 2026-07-14", "Mon 2026-07-13", "Wed 2026-07-15", "Tue 2026-07-14", "Sun 2026-07-12"),
]  # fmt: skip


@pytest.mark.parametrize("row", TWO_DAYS, ids=lambda row: row[0])
def test_two_working_days_and_48_hours(row: tuple[str, ...]) -> None:
    start, *expected, after_48_hours = map(day, row)
    found = [
        WorkingDays.of(division).add(start, 2, start_counts=start_counts)
        for division in (ENGLAND, SCOTLAND, NORTHERN_IRELAND)
        for start_counts in (False, True)
    ]
    assert found == expected
    noon = datetime(start.year, start.month, start.day, 12)
    assert hours_later(noon, 48).date() == after_48_hours


CASES = [  # start, days, last day, why
    ("Fri 2026-11-06", 1, "Mon 2026-11-09", "a weekend does not count"),
    ("Sun 2026-11-22", 0, "Mon 2026-11-23", "the same working day of a Sunday is Monday"),
    ("Sun 2026-11-22", 5, "Mon 2026-11-30", "day 0 is the Monday"),
    ("Thu 2026-12-24", 0, "Thu 2026-12-24", "Christmas Eve is a working day"),
    ("Fri 2026-12-25", 0, "Tue 2026-12-29", "Christmas Day, weekend, substitute day"),
    (
        "Sat 2027-05-01",
        1,
        "Wed 2027-05-05",
        "day 0 is the Tuesday after the Early May bank holiday",
    ),
    ("Mon 2028-02-28", 1, "Tue 2028-02-29", "29 February"),
    ("Fri 2028-12-22", 2, "Thu 2028-12-28", "Christmas and Boxing Day on Monday and Tuesday"),
]


@pytest.mark.parametrize(("start", "days", "last", "why"), CASES)
def test_last_day_in_england_and_wales(start: str, days: int, last: str, why: str) -> None:
    assert WorkingDays.of(ENGLAND).add(day(start), days) == day(last), why


def test_scotland_works_on_easter_monday_but_not_on_15_june_2026() -> None:
    scotland = WorkingDays.of(SCOTLAND)
    assert scotland.why_not(day("Mon 2027-03-29")) == ""
    assert scotland.why_not(day("Mon 2026-06-15")) == "Bank holiday for the World Cup"


def test_every_day_of_a_count_is_named() -> None:
    counted = [
        (each.day.isoformat(), each.number, each.why)
        for each in WorkingDays.of(ENGLAND).count(day("Thu 2026-12-24"), 2)
    ]
    assert counted == [
        ("2026-12-24", 0, ""),
        ("2026-12-25", None, "Christmas Day"),
        ("2026-12-26", None, "Weekend"),
        ("2026-12-27", None, "Weekend"),
        ("2026-12-28", None, "Boxing Day (substitute day)"),
        ("2026-12-29", 1, ""),
        ("2026-12-30", 2, ""),
    ]


def test_past_the_last_published_year_is_provisional_and_past_the_horizon_refused() -> None:
    calendar = WorkingDays.of(ENGLAND)
    assert not calendar.provisional(day("Fri 2028-12-29"))
    assert calendar.provisional(calendar.add(day("Fri 2028-12-29"), 2))
    with pytest.raises(CalendarError, match="Tuesday 1 January 2030 is outside"):
        calendar.add(day("Mon 2029-12-31"), 1)
    with pytest.raises(CalendarError, match="2019 to 2029"):
        calendar.add(day("Mon 2018-12-31"), 1)


CLOCK = [  # from, hours, to, why
    ("2026-10-23 10:00", 48, "2026-10-25 09:00", "an hour comes twice on Sunday 25 October"),
    ("2027-03-26 10:00", 48, "2027-03-28 11:00", "an hour is left out on Sunday 28 March"),
    ("2026-11-27 16:50", 24, "2026-11-28 16:50", "straight through a weekend"),
]


@pytest.mark.parametrize(("start", "hours", "end", "why"), CLOCK)
def test_hours_run_straight_through_clock_changes(start: str, hours: int, end: str, why: str) -> None:
    assert hours_later(datetime.fromisoformat(start), hours) == datetime.fromisoformat(end), why
