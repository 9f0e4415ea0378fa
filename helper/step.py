"""The next step as every page has it: who contacts whom, how, by when, and what comes after."""

from dataclasses import dataclass
from datetime import date

from helper.asking import Answered
from helper.assumptions import Assumption
from helper.card import Card
from helper.diary import DiaryEntry
from helper.due import Due
from helper.facts import Contact, Duty, Form, Point, Quote, Urgent
from helper.fixed_words import NOT_STATED, Silent
from helper.follow import Follow
from helper.stage import Ending, Gate, OnlyIf, Role
from helper.take_away import EscalationRecord
from helper.timeline import Entry


@dataclass(frozen=True, kw_only=True)
class Who:
    """Who talks to whom in the stage: a role on your side and one on theirs.

    by_agency: the roles of each agency, of the sides whose agency is not known.
    """

    yours: str
    theirs: str
    by_agency: tuple[Role, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Position:
    """A stage by the policy's own label and name, and its place in the ladder."""

    label: str
    name: str
    number: int
    of: int


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """The next step.

    state: its permanent name within the policy. kind: emergency, stage, agreed, end, or for what
    leads away from the ladder route, procedure, opted_out. stage: id of the stage to act in; absent
    for all other kinds. act_by: the earliest last day that has not passed. due: every limit that
    applies, earliest first; those of one case that may still be open of the stage just left too.
    passed: those whose last day lies before today, of this stage or of the one just left. tell: what
    the partnership is told, steps_in: from when it acts itself. link: the address to go to where the
    way leads away, or the area's own page of the policy.
    """

    type: str = "next_step"
    policy: str
    state: str
    kind: str
    card: Card
    stage: str | None = None
    position: Position | None = None
    who: Who | None = None
    how: str = ""
    contacts: tuple[Contact, ...] | Silent = NOT_STATED
    act_by: date | None = None
    due: tuple[Due, ...] = ()
    passed: tuple[Due, ...] = ()
    gate: Gate | None = None
    only_if: OnlyIf | None = None
    do: tuple[Point, ...] = ()
    say: str = ""
    record: tuple[Duty, ...] = ()
    forms: tuple[Form, ...] = ()
    tell: tuple[Duty, ...] = ()
    steps_in: str = ""
    always: tuple[Duty, ...] = ()
    if_longer: tuple[Duty, ...] = ()
    after: tuple[Duty, ...] = ()
    status_quo: Point | None = None
    cross_border: Point | None = None
    if_not_agreed: Follow | None = None
    if_no_answer: str = ""
    out_of_hours: str = ""
    urgent: Urgent | None = None
    ends: Ending | None = None
    timeline: tuple[Entry, ...] = ()
    quotes: tuple[Quote, ...] = ()
    source: str = ""
    link: str = ""
    assumptions: tuple[Assumption, ...] = ()
    answers: tuple[Answered, ...] = ()
    calendar: tuple[DiaryEntry, ...] = ()
    escalation_record: EscalationRecord | None = None
    summary: str = ""

    @property
    def is_advice(self) -> bool:
        """Whether what to do is advice of ours: the policy has the stage that led there, and no more."""
        return self.kind in ("agreed", "end")
