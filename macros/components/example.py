"""What the parts are shown with: a made-up policy, and what the helper says under it."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from helper.asking import AnswerError, Option
from helper.decide import Question, decide
from helper.policy import Policy
from helper.step import NextStep
from macros.policies import read_policy
from macros.practice import Situation, practice

FILE = Path(__file__).with_name("example.yaml")
TODAY = date(2026, 12, 23)
CALM = {"immediate_danger": "no"}
BEGUN = {**CALM, "stage": "professionals"}
NOT_AGREED = {**BEGUN, "result": "not_agreed", "raised_on": "2026-12-18", "ended_on": "2026-12-23"}
WAITING = {**BEGUN, "result": "waiting", "raised_on": "2026-12-23"}


@dataclass(frozen=True, kw_only=True)
class WrongDay:
    """The question for a day with what was typed, and what the helper says is wrong with it."""

    text: str
    why: str
    day: str
    month: str
    year: str
    error: str


@cache
def policy() -> Policy:
    """The made-up policy; no list of partnerships has it."""
    return read_policy(FILE)


def links(place: str) -> tuple[tuple[Option, str], ...]:
    """Every answer to the question of a stage, all of which lead to the same place."""
    return tuple((option, place) for option in stage_question().options)


def stage_question() -> Question:
    """Which step have you reached?"""
    return _asked(CALM)


def next_step(answers: dict[str, str]) -> NextStep:
    """What the helper says, two days before Christmas."""
    shown = decide(policy(), answers, TODAY)
    assert isinstance(shown, NextStep)
    return shown


def not_agreed() -> NextStep:
    """What comes after Step 1 that ended without agreement."""
    return next_step(NOT_AGREED)


def answered(place: str) -> NextStep:
    """The same, its answers to be changed at a place of the page."""
    step = not_agreed()
    return replace(step, answers=tuple(replace(each, change=place) for each in step.answers))


def wrong_day() -> WrongDay:
    """Christmas Day, typed two days before it."""
    answers = {**BEGUN, "result": "waiting"}
    asked = _asked(answers)
    try:
        decide(policy(), {**answers, asked.id: "2026-12-25"}, TODAY)
    except AnswerError as error:
        return WrongDay(text=asked.text, why=asked.why, day="25", month="12", year="2026", error=str(error))
    raise AssertionError("A day that is still to come was accepted.")


def situations(place: str) -> tuple[Situation, ...]:
    """The situations to practise that have a date, all of them at a place of the page."""
    return tuple(replace(each, id=place) for each in practice(policy()) if each.counted)


def _asked(answers: dict[str, str]) -> Question:
    shown = decide(policy(), answers, TODAY)
    assert isinstance(shown, Question)
    return shown
