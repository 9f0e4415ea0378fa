"""The engine as the browser calls it: its JSON, what it refuses, and the files it comes in."""

import json
from datetime import date

import pytest

from helper.browser import Engine, load
from helper.decide import decide
from helper.plain import to_plain
from helper.policy import Policy
from tests.conftest import ALL_POLICIES
from tests.differential import policy_json

Answers = dict[str, str]
TODAY = "2026-12-22"
WAITING = {"immediate_danger": "no", "route": "none", "stage": "professionals", "result": "waiting"}


def request(answers: Answers, today: str = TODAY) -> str:
    return json.dumps({"answers": answers, "today": today})


@pytest.fixture
def engine(sefton: Policy) -> Engine:
    return load(policy_json(sefton))


def test_a_reply_is_the_json_of_the_question_or_next_step(engine: Engine, sefton: Policy) -> None:
    for answers in ({}, WAITING, {**WAITING, "raised_on": "2026-12-21"}):
        shown = decide(sefton, answers, date.fromisoformat(TODAY))
        assert json.loads(engine.answer(request(answers))) == to_plain(shown)


@pytest.mark.parametrize("policy", ALL_POLICIES, ids=lambda each: each.id)
def test_the_published_json_is_read_back_whole(policy: Policy) -> None:
    assert load(policy_json(policy)).decider.policy == policy


@pytest.mark.parametrize(
    ("answers", "question", "text"),
    [
        ({"immediate_danger": "maybe"}, "immediate_danger", "The answers are: yes, no."),
        ({"colour": "red"}, "colour", "colour is not a question here."),
        ({**WAITING, "raised_on": "31 12 2026"}, "raised_on", "give today or a day in the past."),
        ({**WAITING, "raised_on": ""}, "raised_on", "Write a day, a month and a year"),
    ],
)
def test_a_refused_answer_is_an_error_with_its_question(
    engine: Engine, answers: Answers, question: str, text: str
) -> None:
    reply = json.loads(engine.answer(request(answers)))
    assert (list(reply), reply["type"]) == (["type", "question", "text"], "error")
    assert reply["question"] == question
    assert text in reply["text"]


@pytest.mark.parametrize(
    ("answers", "question"),
    [
        (
            {**WAITING, "result": "not_agreed", "raised_on": "2029-12-27", "ended_on": "2029-12-28"},
            "ended_on",
        ),
        ({**WAITING, "raised_on": "2029-12-28", "passed": "no"}, "raised_on"),
        ({"immediate_danger": "no", "route": "none", "stage": "not_raised"}, ""),
    ],
)
def test_a_day_outside_the_calendar_names_the_date_answered_last(
    engine: Engine, answers: Answers, question: str
) -> None:
    reply = json.loads(engine.answer(request(answers, "2029-12-31")))
    assert reply["type"] == "error"
    assert reply["question"] == question
    assert "outside the days that we can count" in reply["text"]
