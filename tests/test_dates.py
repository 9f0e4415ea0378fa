"""Dates as people type them."""

import pytest

from helper.dates import DateError, in_words, read_date
from tests.days import day

TODAY = day("Sat 2026-11-21")
TYPED = [
    "2026-11-27", "27 11 2026", "27/11/2026", "27.11.2026", "27-11-2026", "27 nov 2026",
    "27 November 2026", "Friday 27 November 2026", "27th Nov, 2026", " 27  11  2026 ", "27 11 26", "27 nov 26",
]  # fmt: skip


@pytest.mark.parametrize("typed", TYPED)
def test_a_date_is_read_however_it_is_typed(typed: str) -> None:
    assert read_date(typed, TODAY) == day("Fri 2026-11-27")


def test_today_and_yesterday() -> None:
    assert read_date("Today", TODAY) == TODAY
    assert read_date("yesterday", TODAY) == day("Fri 2026-11-20")


@pytest.mark.parametrize("typed", ["", "soon", "27/11/26", "26-11-27", "27 11", "11 27 2026 1", "27 n 2026"])
def test_what_is_no_date_is_told_how_to_write_one(typed: str) -> None:
    with pytest.raises(DateError, match="for example 27 3 2026"):
        read_date(typed, TODAY)


@pytest.mark.parametrize("typed", ["31 11 2026", "29 2 2027", "2026-13-01", "00 01 2026"])
def test_a_day_that_no_calendar_has_is_named(typed: str) -> None:
    with pytest.raises(DateError, match="is not a real date"):
        read_date(typed, TODAY)


def test_a_day_in_words() -> None:
    said = in_words(day("Thu 2026-12-24"))
    assert (said.words, said.short) == ("Thursday 24 December 2026", "Thu 24 Dec 2026")
