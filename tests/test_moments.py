"""A day with its clock time, as people write it."""

import pytest

from helper.dates import DateError
from helper.moment import moment, read_moment
from tests.days import day

TODAY = day("Fri 2026-11-27")
TYPED = [  # typed, kept
    ("27 11 2026", "2026-11-27"),
    ("27 11 2026 16:50", "2026-11-27 16:50"),
    ("27 11 2026 at 16:50", "2026-11-27 16:50"),
    ("27 11 2026 at 1650", "2026-11-27 16:50"),
    ("27 11 2026 at 930", "2026-11-27 09:30"),
    ("27 11 2026 at 16", "2026-11-27 16:00"),
    ("27/11/2026, 16.50", "2026-11-27 16:50"),
    ("27 Nov 2026 4:50pm", "2026-11-27 16:50"),
    ("Friday 27 November 2026 4 PM", "2026-11-27 16:00"),
    ("27 11 2026 at 12am", "2026-11-27 00:00"),
    ("27 11 2026 at 12.15 pm", "2026-11-27 12:15"),
    ("2026-11-27T16:50", "2026-11-27 16:50"),
    ("today at 9:05", "2026-11-27 09:05"),
    ("yesterday", "2026-11-26"),
]


@pytest.mark.parametrize(("typed", "kept"), TYPED)
def test_days_and_times_as_people_write_them(typed: str, kept: str) -> None:
    found = read_moment(typed, TODAY)
    assert str(found) == kept
    assert moment(kept) == found


@pytest.mark.parametrize("clock", ["25:00", "16:60", "noon", "13pm", "0pm", "16:5", "-1", "1:2:3", "²"])
def test_a_time_that_no_clock_shows_is_refused(clock: str) -> None:
    with pytest.raises(DateError, match="Write the time by the clock, for example 16:50 or 4:50pm"):
        read_moment(f"27 11 2026 at {clock}", TODAY)


def test_not_known_is_no_moment() -> None:
    assert moment("unknown") is None
    assert moment(None) is None
