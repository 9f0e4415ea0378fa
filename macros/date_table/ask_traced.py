"""The engine asked about days that note what is asked of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from helper.asking import Answered, AnswerError, Ask, Known, check_day
from helper.dates import in_words
from helper.decide import Question
from helper.moment import Moment
from helper.policy import Policy
from helper.situation import Situation
from helper.step import NextStep
from macros.asked_often import OftenAsked
from macros.date_table.traced import Names, NotInTable, Trace, TracedDay, TracingCalendar
from macros.date_table.tree import DAY, MISSING, Given

TODAY = "today"
CHOICES = frozenset({"passed", "priority", "start_at"})
"""The questions with choices that stand between those about days, or whose answer no state tells: they
make part of the tree."""


class TracingDecider(OftenAsked):
    """The engine for one policy, asked about traced days."""

    def __init__(self, policy: Policy, names: Names) -> None:
        super().__init__(policy)
        self.names = names
        self.trace = Trace(names)
        self.choices: Known = {}
        self.given: Given = {}

    def follow(
        self, choices: Known, given: Given
    ) -> tuple[Trace, Question | NextStep | AnswerError | NotInTable]:
        """What the engine says to these answers, and the trace of how it came to say so."""
        self.trace, self.choices, self.given = Trace(self.names), choices, given
        answers = {**choices, **{id_: str(value) for id_, value in given.items() if id_ != TODAY}}
        try:
            return self.trace, self.decide(answers, self.traced(TODAY))
        except (AnswerError, NotInTable) as error:
            return self.trace, error

    def accept(self, ask: Ask, answer: str, today: date | None) -> str:
        """As OftenAsked, with the question and its answer noted."""
        if ask.kind == "date" and today and isinstance(self.given[ask.id], date):
            self.trace.note(("ask", ask.id), DAY)
            if ask.clock:
                raise NotInTable("The engine is asked for the time.")
            check_day(ask, self.traced(ask.id), today)
            return answer
        if ask.kind == "date" or (ask.id in CHOICES and ask.id not in self.choices):
            self.trace.note(("ask", ask.id), answer)
        return super().accept(ask, answer, today)

    def answered(self, ask: Ask, value: str, state: str) -> Answered:
        """As OftenAsked, with the words of a traced day."""
        found = super().answered(ask, value, state)
        if ask.kind != "date" or not isinstance(self.given[ask.id], date):
            return found
        return replace(found, text=in_words(self.traced(ask.id)).words)

    def situation(self, known: Known) -> Situation:
        """As OftenAsked, with traced days and a tracing calendar."""
        now = super().situation(known)
        days: Mapping[str, Moment] = {id_: Moment(day=self.traced(id_)) for id_ in now.days}
        calendar = TracingCalendar(now.calendar.days, now.calendar.start_counts, trace=self.trace)
        return replace(now, days=days, calendar=calendar)

    def traced(self, id_: str) -> TracedDay:
        """The day that answers a question, as a day of this trace."""
        day = self.given[id_]
        assert isinstance(day, date)
        return TracedDay.of(self.trace, id_, day)


def is_missing(shown: object) -> bool:
    """Whether the engine asks on with a question that the tree has to tell apart from its answers."""
    return isinstance(shown, Question) and (shown.kind == "date" or shown.id in CHOICES)


def missing(shown: Question) -> tuple[tuple[str, str], str]:
    """The last step of a trace that ends in a question."""
    return ("ask", shown.id), MISSING
