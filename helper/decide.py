"""The one way through the helper: from the answers so far to the next question or the next step."""

from dataclasses import dataclass
from datetime import date

from helper.asking import Answered, AnswerError, Ask, Known, Option, accept
from helper.first_questions import NONE
from helper.moment import moment
from helper.narrow import NARROWING, narrow
from helper.next_step import next_step
from helper.policy import Policy
from helper.questions import entries
from helper.situation import Situation, situation
from helper.state import question_state
from helper.step import NextStep


@dataclass(frozen=True, kw_only=True)
class Question:
    """The question to put next, and the answers before it.

    state: its permanent name within the policy. clock: the time of day belongs to the day asked for.
    narrows: whatever the answer, the same question comes next.
    """

    policy: str
    state: str
    id: str
    name: str
    text: str
    why: str
    kind: str
    options: tuple[Option, ...]
    answers: tuple[Answered, ...]
    clock: bool = False
    narrows: bool = False
    type: str = "question"


def decide(policy: Policy, answers: Known, today: date | None) -> Question | NextStep:
    """The next question, or the next step once every question that is needed has its answer.

    answers: by question id, in any order; one that is not needed (left from an answer that was
    changed since) has no effect. today: the reader's day; None for a printed page, where no date
    is asked for or worked out. Raises AnswerError for an answer that is not allowed and for an id
    that is no question of this policy, CalendarError for a day outside the calendar.
    """
    return Decider(policy).decide(answers, today)


class Decider:
    """`decide` for many sets of answers to one policy: what the policy alone decides is kept."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.entries = entries(policy)
        self.narrowed: dict[tuple[str | None, ...], Policy] = {}

    def decide(self, answers: Known, today: date | None) -> Question | NextStep:
        """As `decide`."""
        self.refuse_strangers(answers)
        known: dict[str, str] = {}
        given: tuple[Answered, ...] = ()
        now = self.situation(known)
        for entry in self.entries:
            if (entry.of_day and today is None) or not entry.needed(now, known):
                continue
            ask = entry.ask(now)
            state = question_state(now, ask.id, known.get("route", NONE))
            if ask.id not in answers:
                return _question(self.policy, ask, state, given)
            value = self.accept(ask, answers[ask.id], today)
            given = (*given, self.answered(ask, value, state))
            known[ask.id] = value
            now = self.situation(known)
        return next_step(now, known, today, given)

    def accept(self, ask: Ask, answer: str, today: date | None) -> str:
        """As `asking.accept`."""
        return accept(ask, answer, today)

    def answered(self, ask: Ask, value: str, state: str) -> Answered:
        """An accepted answer as the list of answers has it."""
        chosen = [option.text for option in ask.options if option.value == value]
        found = moment(value) if ask.kind == "date" else None
        text = found.words if found else chosen[0]
        return Answered(id=ask.id, name=ask.name, value=value, text=text, change=state)

    def situation(self, known: Known) -> Situation:
        """The situation that the answers describe, in the policy narrowed to them."""
        by = tuple(known.get(id_) for id_ in NARROWING)
        if by not in self.narrowed:
            self.narrowed[by] = narrow(self.policy, known)
        return situation(self.policy, self.narrowed[by], known)

    def refuse_strangers(self, answers: Known) -> None:
        """Raises AnswerError for an id that is no question of this policy."""
        ids = [entry.id for entry in self.entries]
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
        clock=ask.clock,
        narrows=ask.narrows,
        answers=given,
    )
