"""The one way through the helper: from the answers so far to the next question or the next step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from helper.asking import Answered, AnswerError, Ask, Option, accept
from helper.dates import words
from helper.next_step import NextStep, next_step
from helper.policy import Policy
from helper.questions import entries
from helper.situation import situation
from helper.state import question_state


@dataclass(frozen=True, kw_only=True)
class Question:
    """The question to put next, and the answers before it. state: its permanent name within the policy."""

    policy: str
    state: str
    id: str
    name: str
    text: str
    why: str
    kind: str
    options: tuple[Option, ...]
    answers: tuple[Answered, ...]
    type: str = "question"


def decide(policy: Policy, answers: Mapping[str, str], today: date | None) -> Question | NextStep:
    """The next question, or the next step once every question that is needed has its answer.

    answers: by question id, in any order; one that is not needed (left from an answer that was
    changed since) has no effect. today: the reader's day; None for a printed page, where no date
    is asked for or worked out. Raises AnswerError for an answer that is not allowed and for an id
    that is no question of this policy, CalendarError for a day outside the calendar.
    """
    _refuse_strangers(policy, answers)
    known: dict[str, str] = {}
    given: tuple[Answered, ...] = ()
    for entry in entries(policy):
        if not entry.needed(policy, known, today):
            continue
        ask = entry.ask(policy, known)
        state = question_state(situation(policy, known), ask.id)
        if ask.id not in answers:
            return _question(policy, ask, state, given)
        value = accept(ask, answers[ask.id], today)
        given = (*given, _answered(ask, value, state))
        known[ask.id] = value
    return next_step(policy, known, today, given)


def _refuse_strangers(policy: Policy, answers: Mapping[str, str]) -> None:
    ids = [entry.id for entry in entries(policy)]
    for stranger in sorted(set(answers) - set(ids)):
        message = f"{stranger[:40]} is not a question here. The questions are: {', '.join(ids)}."
        raise AnswerError(stranger, message)


def _question(policy: Policy, ask: Ask, state: str, given: tuple[Answered, ...]) -> Question:
    return Question(
        policy=policy.id,
        state=state,
        id=ask.id,
        name=ask.name,
        text=ask.text,
        why=ask.why,
        kind=ask.kind,
        options=ask.options,
        answers=given,
    )


def _answered(ask: Ask, value: str, state: str) -> Answered:
    chosen = [option.text for option in ask.options if option.value == value]
    text = chosen[0] if chosen else words(date.fromisoformat(value))
    return Answered(id=ask.id, name=ask.name, value=value, text=text, change=state)
