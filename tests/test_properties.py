"""What must hold for every date, not only for those we thought of."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from helper.clock import hours_later
from helper.dates import in_words, read_date
from helper.working_days import Division, WorkingDays

DAYS = st.dates(date(2019, 1, 1), date(2029, 6, 30))
COUNTS = st.integers(0, 40)
DIVISIONS = st.sampled_from(Division)
LONDON = ZoneInfo("Europe/London")
REAL_TIMES = st.datetimes(
    datetime(2019, 1, 1), datetime(2029, 1, 1), timezones=st.just(LONDON), allow_imaginary=False
)
"""Without the hour that the clocks jump over in March."""


@settings(deadline=None)
@given(DIVISIONS, DAYS, COUNTS, st.booleans())
def test_a_last_day_is_a_working_day(division: Division, start: date, days: int, start_counts: bool) -> None:
    calendar = WorkingDays.of(division)
    assert calendar.why_not(calendar.add(start, days, start_counts=start_counts)) == ""


@settings(deadline=None)
@given(DIVISIONS, DAYS, st.integers(0, 60), COUNTS)
def test_a_later_start_never_gives_an_earlier_last_day(
    division: Division, start: date, later: int, days: int
) -> None:
    calendar = WorkingDays.of(division)
    assert calendar.add(start, days) <= calendar.add(start + timedelta(days=later), days)


@settings(deadline=None)
@given(DIVISIONS, DAYS, COUNTS, st.integers(0, 60))
def test_an_added_bank_holiday_never_brings_a_last_day_forward(
    division: Division, start: date, days: int, later: int
) -> None:
    calendar = WorkingDays.of(division)
    more = WorkingDays({**calendar.holidays, start + timedelta(days=later): "New bank holiday"})
    assert more.add(start, days) >= calendar.add(start, days)


@settings(deadline=None)
@given(DIVISIONS, DAYS, COUNTS, COUNTS)
def test_counting_on_from_a_limit_is_the_running_total(
    division: Division, start: date, first: int, further: int
) -> None:
    calendar = WorkingDays.of(division)
    assert calendar.add(calendar.add(start, first), further) == calendar.add(start, first + further)


@settings(deadline=None)
@given(DIVISIONS, DAYS, COUNTS)
def test_a_count_names_every_day_once_and_numbers_them_in_order(
    division: Division, start: date, days: int
) -> None:
    counted = list(WorkingDays.of(division).count(start, days))
    assert [each.day for each in counted] == [
        start + timedelta(days=number) for number in range(len(counted))
    ]
    assert [each.number for each in counted if each.number is not None] == list(range(days + 1))
    assert all((each.number is None) == bool(each.why) for each in counted)


@settings(deadline=None)
@given(REAL_TIMES, st.integers(0, 24 * 60))
def test_hours_agree_with_the_time_zone_database(start: datetime, hours: int) -> None:
    utc = start.astimezone(ZoneInfo("UTC")) + timedelta(hours=hours)
    assert hours_later(start.replace(tzinfo=None), hours) == utc.astimezone(LONDON).replace(tzinfo=None)


@settings(deadline=None)
@given(DAYS)
def test_a_day_in_words_reads_back(day: date) -> None:
    said = in_words(day)
    for text in (said.iso, said.words, said.short, f"{day.day}/{day.month}/{day.year}"):
        assert read_date(text, date(2026, 11, 21)) == day
