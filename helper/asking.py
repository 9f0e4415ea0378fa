"""What a question and an answer are, and which answers are accepted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from helper.dates import DateError, words
from helper.moment import read_moment
from helper.working_days import FIRST_KNOWN, HORIZON

TOO_EARLY = "{name}: give {day} or a later day."
Known = Mapping[str, str]
"""Accepted answers by the id of their question."""


class AnswerError(ValueError):
    """An answer that is not allowed. `question` is its id; the message says which answers are."""

    def __init__(self, question: str, message: str) -> None:
        super().__init__(message)
        self.question = question


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer to choose: its value, its words and one line on what it means."""

    value: str
    text: str
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One question as it is put. kind: choice or date. name: its short form in the list of answers.

    earliest: for a date, the first day that can be the answer. clock: the time of day matters too.
    narrows: the answer narrows what is shown and leads on to the same question whatever it is.
    """

    id: str
    name: str
    text: str
    why: str
    kind: str
    options: tuple[Option, ...]
    earliest: date = FIRST_KNOWN
    clock: bool = False
    narrows: bool = False


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One answer given: the question's id and short name, the value kept, its words.

    change: state of the question, where it can be changed.
    """

    id: str
    name: str
    value: str
    text: str
    change: str


YES = Option(value="yes", text="Yes")
NO = Option(value="no", text="No")


def accept(question: Ask, answer: str, today: date | None) -> str:
    """The answer in the form in which it is kept: an option's value, or a day as 2026-11-21.

    Where the time of day matters too it may follow the day: 2026-11-21 16:50. Raises AnswerError
    with the answers that are allowed.
    """
    if answer in [option.value for option in question.options]:
        return answer
    if question.kind == "date" and today:
        return _accept_date(question, answer, today)
    allowed = ", ".join(option.value for option in question.options)
    raise AnswerError(question.id, f"{question.id} is ‘{answer[:40]}’. The answers are: {allowed}.")


def _accept_date(question: Ask, answer: str, today: date) -> str:
    try:
        moment = read_moment(answer, today)
    except DateError as error:
        raise AnswerError(question.id, f"{question.name}: {error}") from None
    check_day(question, moment.day, today)
    return str(moment) if question.clock else moment.day.isoformat()


def check_day(question: Ask, day: date, today: date) -> None:
    """Raises AnswerError for a day that cannot be the answer: too early, still to come, too far."""
    if not question.earliest <= day:
        raise AnswerError(question.id, TOO_EARLY.format(name=question.name, day=words(question.earliest)))
    if day > today:
        raise AnswerError(question.id, f"{question.name}: give today or a day in the past.")
    if day > HORIZON:
        raise AnswerError(question.id, f"{question.name}: we work out no dates after {words(HORIZON)}.")
