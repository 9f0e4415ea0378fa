"""Our bank holidays against two published packages, and against the shared list where it is there."""

import importlib.resources
import json
import shutil
from datetime import date
from pathlib import Path

import holidays
import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from helper import bank_holidays
from helper.working_days import Division, published
from macros.holidays import HolidaysError, refresh
from tests.conftest import ROOT

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


OURS = ROOT / "helper" / "bank_holidays.py"
DOWNLOAD = Path(str(importlib.resources.files("govuk_bank_holidays") / "bank-holidays.json"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copy(OURS, tmp_path))


def test_a_download_is_taken_in_and_every_change_is_said(copy: Path) -> None:
    """The package's copy is older than ours: it has 2012 to 2018 too, and lacks the day of 2026."""
    changed = refresh(DOWNLOAD, date(2026, 11, 21), copy)
    assert [line for line in changed if line.startswith("-")] == [
        "- 2026-06-15 -S- Bank holiday for the World Cup"
    ]
    assert {line[2:6] for line in changed if line.startswith("+")} == {str(y) for y in range(2012, 2019)}
    text = copy.read_text("utf-8")
    assert "FIRST_YEAR = 2012\nLAST_YEAR = 2028\n" in text
    assert 'TAKEN = "2026-11-21"' in text
    assert refresh(DOWNLOAD, date(2026, 11, 21), copy) == []
    compile(text, str(copy), "exec")


def test_a_year_that_is_published_in_part_is_left_out(copy: Path, tmp_path: Path) -> None:
    tree = json.loads(DOWNLOAD.read_text("utf-8"))
    for division in tree.values():
        division["events"] = [e for e in division["events"] if e["date"] < "2028-06"]
    part = tmp_path / "part.json"
    part.write_text(json.dumps(tree), "utf-8")
    refresh(part, date(2026, 11, 21), copy)
    assert "2028-12-26 ESN Boxing Day" in copy.read_text("utf-8")


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"england-and-wales": 1}', "<html>"])
def test_what_is_no_such_list_changes_nothing(copy: Path, tmp_path: Path, content: str) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(content, "utf-8")
    before = copy.read_text("utf-8")
    with pytest.raises(HolidaysError, match="is not the list of gov.uk/bank-holidays.json"):
        refresh(bad, date(2026, 11, 21), copy)
    assert copy.read_text("utf-8") == before
