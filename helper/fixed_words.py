"""The fixed words of a policy file: where a field allows only some answers, these are they."""

from enum import Enum
from typing import TypeVar

T = TypeVar("T")


class Silent(Enum):
    """The policy says nothing about this."""

    NOT_STATED = "not stated"


def stated(parts: tuple[T, ...] | Silent) -> tuple[T, ...]:
    """The parts of a list; none where the policy is silent."""
    return () if isinstance(parts, Silent) else parts


class Outside(Enum):
    """This cannot be said of the document at all: a general guide has no area and no version."""

    DOES_NOT_APPLY = "does not apply"


class Every(Enum):
    """The whole ladder, from the first stage to the last."""

    STAGE = "all stages"


class Unit(Enum):
    """What a timescale is measured in."""

    WORKING_DAYS = "working days"
    WORKING_WEEK = "a working week"
    DAYS = "days"
    HOURS = "hours"
    SAME_WORKING_DAY = "same working day"
    NEXT_WORKING_DAY = "next working day"
    AT_ONCE = "at once"
    WORDS_ONLY = "words only"


def amount_in_words(amount: int, unit: Unit) -> str:
    """2 working days, 1 hour"""
    return f"{amount} {unit.value[:-1] if amount == 1 else unit.value}"


class Start(Enum):
    """The event that a timescale counts from, where it is one of the ladder's own."""

    LADDER = "start of the first stage"
    STAGE_BEFORE = "end of the stage before"
    THIS_STAGE = "start of this stage"


class Strength(Enum):
    """How firmly the policy says it; "target" is for "where possible" and "as a guide"."""

    MUST = "must"
    WILL = "will"
    SHOULD = "should"
    EXPECTED = "expected"
    TARGET = "target"
    MAY = "may"


class WorkingDay(Enum):
    """What the policy itself says a working day is."""

    WEEKDAYS = "Monday to Friday, less bank holidays"


class Scope(Enum):
    """Whom the policy protects."""

    CHILDREN = "children"
    ADULTS = "adults"
    JOINT = "children and adults"


class Power(Enum):
    """What the last stage does."""

    DECIDES = "decides"
    AGREES = "agrees a way forward"
    MEDIATES = "mediates"
    ADVISES = "advises"
    RECOMMENDS = "recommends"


class Fact(Enum):
    """What the helper knows and can write into a field of a form."""

    POLICY = "policy"
    AREA = "area"
    STAGE = "stage"
    AGENCY = "your agency"
    OTHER_AGENCY = "the other agency"
    YOURS = "who acts on your side"
    THEIRS = "who acts on their side"
    RAISED = "day it was raised"
    ANSWERS = "answers so far"
    LIMIT = "time limit"
    NEXT = "next stage"
    TODAY = "day of writing"


class Side(Enum):
    """Whose role it is: the agency that raises the concern, or the one that decided."""

    YOURS = "yours"
    THEIRS = "theirs"


NOT_STATED = Silent.NOT_STATED
DOES_NOT_APPLY = Outside.DOES_NOT_APPLY
