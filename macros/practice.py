"""The situations of a policy as sheets for a team: what is told, what is asked, and the model answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helper.asking import Answered
from helper.calendar import Counted
from helper.card import Card
from helper.due import Due
from helper.facts import Duty, Quote
from helper.policy import Policy
from helper.take_away import limit
from macros.exercises import Exercise, exercises

NOT_TOLD = ("immediate_danger", "route", "ladder")


@dataclass(frozen=True, kw_only=True)
class Situation:
    """One situation as it is practised.

    number: its place in the file. told: the answers that the team is told, with their days. card: who
    contacts whom, and how. limit: by when, in words. counted: the limit of which the day is counted,
    absent where none is. skipped: the days on its way that do not count. always: what holds at every
    stage. quotes: the policy's own words.
    """

    id: str
    number: int
    name: str
    today: date
    told: tuple[Answered, ...]
    card: Card
    limit: str
    counted: Due | None
    skipped: tuple[Counted, ...]
    always: tuple[Duty, ...]
    quotes: tuple[Quote, ...]


def practice(policy: Policy) -> tuple[Situation, ...]:
    """Every situation that the helper answers, in the order of the file."""
    return tuple(_situation(number, each) for number, each in enumerate(exercises(policy), 1))


def _situation(number: int, exercise: Exercise) -> Situation:
    step = exercise.step
    counted = next(_counted(step.due), None)
    reading = counted.reading if counted else None
    return Situation(
        id=exercise.id,
        number=number,
        name=exercise.name,
        today=exercise.today,
        told=tuple(each for each in step.answers if each.id not in NOT_TOLD),
        card=step.card,
        limit=limit(step.card),
        counted=counted,
        skipped=tuple(each for each in reading.counting if not each.counted) if reading else (),
        always=step.always,
        quotes=step.quotes,
    )


def _counted(dues: tuple[Due, ...]) -> Iterator[Due]:
    """The limits that still hold and have a day, earliest first."""
    return (each for each in dues if each.binds and not each.passed)
