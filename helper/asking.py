"""What a question and an answer are, and which answers are accepted."""

from dataclasses import dataclass
from datetime import date

from helper.dates import DateError, read_date, words
from helper.working_days import FIRST_KNOWN, HORIZON


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

    earliest: for a date, the first day that can be the answer.
    """

    id: str
    name: str
    text: str
    why: str
    kind: str
    options: tuple[Option, ...]
    earliest: date = FIRST_KNOWN


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

    Raises AnswerError with the answers that are allowed.
    """
    if answer in [option.value for option in question.options]:
        return answer
    if question.kind == "date" and today:
        return _accept_date(question, answer, today)
    allowed = ", ".join(option.value for option in question.options)
    raise AnswerError(question.id, f"{question.id} is ‘{answer[:40]}’. The answers are: {allowed}.")


def _accept_date(question: Ask, answer: str, today: date) -> str:
    try:
        day = read_date(answer, today)
    except DateError as error:
        raise AnswerError(question.id, f"{question.name}: {error}") from None
    if not question.earliest <= day:
        raise AnswerError(question.id, f"{question.name} must be {words(question.earliest)} or later.")
    if day > min(today, HORIZON):
        raise AnswerError(question.id, f"{question.name} must be today or in the past.")
    return day.isoformat()
