"""Our bank holidays against two published packages, and against the shared list where it is there."""

import json
from datetime import date
from pathlib import Path

import holidays
import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from helper import bank_holidays
from helper.working_days import Division, published

YEARS = range(bank_holidays.FIRST_YEAR, bank_holidays.LAST_YEAR + 1)
SHARED = Path(__file__).parent.parent.parent / "shared" / "bank-holidays-iso.json"
PART = {Division.ENGLAND_AND_WALES: "ENG", Division.SCOTLAND: "SCT", Division.NORTHERN_IRELAND: "NIR"}
# The packages' own differences from what GOV.UK publishes today, each with its reason.
NOT_IN_GOVUK_PACKAGE = {
    Division.SCOTLAND: {date(2026, 6, 15)}  # proclaimed in February 2026, after the package's copy
}


@pytest.mark.parametrize("division", Division)
def test_they_are_those_of_the_govuk_package(division: Division) -> None:
    events = BankHolidays(use_cached_holidays=True).get_holidays(division=division.value)
    theirs = {event["date"] for event in events if event["date"].year in YEARS}
    assert set(published(division)) - theirs == NOT_IN_GOVUK_PACKAGE.get(division, set())
    assert theirs <= set(published(division))


@pytest.mark.parametrize("division", Division)
def test_they_are_those_of_the_holidays_package(division: Division) -> None:
    theirs = holidays.country_holidays("GB", subdiv=PART[division], years=YEARS)
    weekdays = {day for day in theirs if day.weekday() < 5}
    assert {day for day in published(division) if day.weekday() < 5} == weekdays


@pytest.mark.parametrize("division", Division)
def test_they_are_those_of_the_shared_list(division: Division) -> None:
    if not SHARED.is_file():
        pytest.skip("the shared list is an extra that is not beside this checkout")
    theirs = json.loads(SHARED.read_text("utf-8"))["divisions"][division.value]
    assert {day.isoformat() for day in published(division)} == {each["date"] for each in theirs}


def test_whole_years_stand_there_in_order() -> None:
    lines = bank_holidays.PUBLISHED.strip().splitlines()
    assert lines == sorted(lines)
    for division in Division:
        assert {day.year for day in published(division)} == set(YEARS)
        assert all(sum(d.year == year for d in published(division)) >= 8 for year in YEARS)
