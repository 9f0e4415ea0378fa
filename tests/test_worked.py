"""The worked examples: those of the engine beside dates worked out by hand, and those by hand beside it."""

import re

import pytest

from helper.decide import decide
from helper.fixed_words import Unit
from helper.step import NextStep
from helper.working_days import Division, WorkingDays
from macros.render import render
from macros.worked import day_by_day, examples, worked_values
from tests.conftest import ROOT, calm, policy
from tests.days import day

BY_HAND = (ROOT / "docs/about/how-dates-are-counted.md").read_text("utf-8")
DAY = r"\w+day \d+ \w+ \d{4}"
TWO_DAYS = [  # start, England and Wales, Scotland, Northern Ireland, 48 hours
    ("Fri 2026-07-10", "Tue 2026-07-14", "Tue 2026-07-14", "Wed 2026-07-15", "Sun 2026-07-12"),
    ("Fri 2026-11-27", "Tue 2026-12-01", "Wed 2026-12-02", "Tue 2026-12-01", "Sun 2026-11-29"),
    ("Fri 2026-12-18", "Tue 2026-12-22", "Tue 2026-12-22", "Tue 2026-12-22", "Sun 2026-12-20"),
    ("Thu 2026-12-24", "Wed 2026-12-30", "Wed 2026-12-30", "Wed 2026-12-30", "Sat 2026-12-26"),
    ("Thu 2026-12-31", "Tue 2027-01-05", "Wed 2027-01-06", "Tue 2027-01-05", "Sat 2027-01-02"),
    ("Tue 2027-03-16", "Thu 2027-03-18", "Thu 2027-03-18", "Fri 2027-03-19", "Thu 2027-03-18"),
    ("Thu 2027-03-25", "Wed 2027-03-31", "Tue 2027-03-30", "Wed 2027-03-31", "Sat 2027-03-27"),
]  # fmt: skip


def read(words: str) -> object:
    from helper.dates import read_date

    return read_date(words, day("Sun 2026-11-22"))


def test_the_page_has_the_dates_that_were_worked_out_by_hand() -> None:
    found = [(each.start, *each.ends, each.hours) for each in examples()]
    assert found == [tuple(map(day, row)) for row in TWO_DAYS]


def test_day_by_day_each_day_left_out_has_its_reason() -> None:
    body = render("worked", root="", **worked_values())
    assert "Boxing Day (substitute day)" in body
    for each in day_by_day():
        assert [row.said for row in each.days][0] == "Day 0"
        assert each.days[-1].said == "Day 11"
        assert all(row.why for row in each.days if not row.counted)
        assert each.days[-1].last


SEFTON = re.findall(rf"^\| ({DAY}) \| Step (\d), day \d+ \| ({DAY}) \|$", BY_HAND, re.M)


@pytest.mark.parametrize(("began", "step", "last"), SEFTON)
def test_the_engine_agrees_with_the_table_of_sefton(began: str, step: str, last: str) -> None:
    shown = decide(policy("sefton"), {**calm(policy("sefton")), "stage": "not_raised"}, read(began))
    assert isinstance(shown, NextStep)
    assert shown.timeline[int(step) - 1].last_day == read(last)


def test_no_row_of_the_tables_was_passed_over() -> None:
    assert len(SEFTON) == 12
    assert len(NATIONS) == 4


def test_the_engine_agrees_with_the_count_day_by_day() -> None:
    rows = re.findall(rf"^\| ({DAY}) \| (Day \d+|Not counted) \| (.*?) ?\|$", BY_HAND, re.M)
    [ours] = [each.days for each in day_by_day() if each.division is Division.ENGLAND_AND_WALES]
    assert [(read(on), said) for on, said, _ in rows] == [(each.day, each.said) for each in ours]
    reasons = {read(on): why.replace("'", "’") for on, said, why in rows if said == "Not counted"}
    assert reasons == {each.day: each.why for each in ours if not each.counted}


NATIONS = re.findall(r"^- From (\w+day .+?): (.+?)\. In (Scotland|Northern Ireland): (.+?),", BY_HAND, re.M)


@pytest.mark.parametrize(("start", "here", "nation", "there"), NATIONS)
def test_the_engine_agrees_with_the_list_of_nations(start: str, here: str, nation: str, there: str) -> None:
    began = read(start)
    for division, said in (
        (Division.ENGLAND_AND_WALES, here),
        (Division(nation.lower().replace(" ", "-")), there),
    ):
        end = WorkingDays.of(division).add(began, 2)
        assert f"{end:%A} {end.day} {end:%B}" == re.sub(r" \d{4}$", "", said)


def test_the_engine_agrees_with_the_table_of_barnet() -> None:
    rows = re.findall(rf"^\| ({DAY}) \| ({DAY}) \| ({DAY}) \|$", BY_HAND, re.M)
    assert len(rows) == 2
    for began, same_day, latest in rows:
        shown = decide(policy("barnet"), {**calm(policy("barnet")), "stage": "not_raised"}, read(began))
        assert isinstance(shown, NextStep)
        last = {each.unit: each.last_day for each in shown.due}
        assert (last[Unit.SAME_WORKING_DAY], last[Unit.WORKING_DAYS]) == (read(same_day), read(latest))
