"""Where a policy names the hour of the last day, the pages, the table, the picture and the PDF have it."""

import json
from io import BytesIO

import pytest
from pypdf import PdfReader

from helper.browser import Engine
from helper.decide import Decider
from helper.plain import to_plain
from macros.ask import ask
from macros.date_table.files import table_file
from macros.diff import diff
from macros.flow_picture import flow_picture
from macros.kinds import KINDS
from macros.policy_pages import page_of
from tests.calendar_reader import read_by_icalendar, started_node
from tests.conftest import calm, policy
from tests.days import day
from tests.tables import sample
from tests.test_hour_of_the_last_day import NOON, by_noon, in_all
from tests.test_pages import words

SAID = "next working day, by 12:00"
TO_DO = "by 12:00 on the next working day"
TIMED = ("at_a_glance", "procedure", "flowchart", "briefing", "pocket_card", "what_now", "proof")
BY_NAME = {each.name: each for each in KINDS}


@pytest.mark.parametrize("kind", TIMED)
def test_every_page_that_says_the_time_says_the_hour(kind: str) -> None:
    """The page "What do I do now?" says by when to act, the others what the limit is."""
    said = TO_DO if kind == "what_now" else SAID
    assert said in words(page_of(by_noon(), BY_NAME[kind]).markdown()).replace("Next", "next")


def test_the_picture_and_the_pdf_say_it() -> None:
    ((_, content),) = page_of(by_noon(), BY_NAME["briefing"]).beside
    text = " ".join(PdfReader(BytesIO(content)).pages[0].extract_text().split())
    assert SAID in text.replace("Next", "next")
    assert "by 12:00" in flow_picture(by_noon())


def test_a_running_total_is_said_without_the_hour() -> None:
    """Two and two are four working days; four working days by noon in all would say it twice."""
    found = words(page_of(in_all(), BY_NAME["briefing"]).markdown())
    assert "2 working days, by 12:00" in found
    assert "by 12:00 in all" not in found


@pytest.mark.parametrize("made", [by_noon, in_all], ids=["each", "totals"])
def test_the_table_says_what_the_engine_says(made: object) -> None:
    asked = by_noon() if made is by_noon else in_all()
    tally = sample(asked, 12)
    assert tally.differences == []
    assert len(tally.only_engine) <= tally.same / 100
    assert "by 12:00 on" in table_file(asked)[1]


def test_a_program_that_asks_gets_the_day_and_the_hour() -> None:
    """Raised today, Monday 23 November 2026: Tuesday 24 at noon."""
    answers = {**calm(by_noon()), "stage": "not_raised"}
    asked = json.dumps({"answers": answers, "today": "2026-11-23"})
    reply = json.loads(Engine(Decider(by_noon())).answer(asked))
    (due,) = [each for each in reply["due"] if each["last_day"]]
    assert (due["last_day"], due["clock"], due["until"]) == ("2026-11-24", NOON, NOON)
    limits = [each for stage in to_plain(by_noon())["stages"] for each in stage["timescales"]]
    assert {each["clock"] for each in limits if each["unit"] == "next working day"} == {NOON}


def test_the_command_line_says_it() -> None:
    pairs = [f"{id_}={answer}" for id_, answer in {**calm(by_noon()), "stage": "not_raised"}.items()]
    said = ask(by_noon(), pairs, day("Mon 2026-11-23"), as_json=False)
    assert "by 12:00 on Tuesday 24 November 2026" in said
    assert "by Tue 24 Nov 2026 12:00 (You are here)" in said


def test_a_diary_has_the_hour_in_the_line_that_is_seen() -> None:
    """Step 1 began on Christmas Eve: by noon on Tuesday 29 December 2026."""
    answers = {**calm(by_noon()), "stage": "professionals", "result": "waiting", "raised_on": "2026-12-24"}
    asked = json.dumps({"answers": answers, "today": "2026-12-24"})
    entries = json.loads(Engine(Decider(by_noon())).answer(asked))["calendar"]
    with started_node() as node:
        text = node.write([{**each, "uid": each["key"], "sequence": 0} for each in entries])
    first, *_ = read_by_icalendar(text)
    assert first.day == day("Tue 2026-12-29")
    assert first.summary.startswith("Step 1: last day (12:00) for an agreed plan of action")
    assert first.description.startswith("By 12:00 on Tuesday 29 December 2026:")


def test_a_new_hour_is_a_change_for_practitioners() -> None:
    told = [each.says for each in diff(policy("sefton"), in_all())]
    assert "Step 2 now allows 2 working days, by 12:00, was 2 working days." in told
