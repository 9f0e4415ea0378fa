"""What the helper says: who contacts whom, how, by when, and what comes after."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from helper.asking import Answered
from helper.assumptions import Assumption, assumptions
from helper.card import Card, agreed_card, emergency_card, end_card, stage_card
from helper.card_rows import how_in_words
from helper.follow import Follow, act_by, follow, if_no_answer, out_of_hours, say
from helper.place import Place, find_place
from helper.policy import (
    NOT_STATED,
    Contact,
    Duty,
    Ending,
    Form,
    Point,
    Policy,
    Quote,
    Silent,
    Stage,
    Urgent,
)
from helper.questions import child
from helper.situation import situation
from helper.state import EMERGENCY, next_step_state
from helper.timeline import Entry, timeline
from helper.timescale import Due


@dataclass(frozen=True, kw_only=True)
class Who:
    """Who talks to whom in the stage: a role on your side and one on theirs."""

    yours: str
    theirs: str


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

    state: its permanent name within the policy. kind: emergency, stage, agreed or end.
    stage: id of the stage to act in; absent for an emergency and after agreement or the end.
    act_by: the earliest last day that has not passed. due: every limit that applies, earliest
    first. passed: those whose last day lies before today, of this stage or of the one just left.
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
    do: tuple[Point, ...] = ()
    say: str = ""
    record: tuple[Duty, ...] = ()
    forms: tuple[Form, ...] = ()
    always: tuple[Duty, ...] = ()
    if_longer: tuple[Duty, ...] = ()
    after: tuple[Duty, ...] = ()
    if_not_agreed: Follow | None = None
    if_no_answer: str = ""
    out_of_hours: str = ""
    urgent: Urgent | None = None
    ends: Ending | None = None
    timeline: tuple[Entry, ...] = ()
    quotes: tuple[Quote, ...] = ()
    source: str = ""
    assumptions: tuple[Assumption, ...] = ()
    answers: tuple[Answered, ...] = ()


def next_step(
    policy: Policy, known: Mapping[str, str], today: date | None, answers: tuple[Answered, ...]
) -> NextStep:
    """The next step for a full set of accepted answers; `decide` collects and accepts them."""
    if known["immediate_danger"] == "yes":
        return _emergency(policy, answers)
    now = situation(policy, known)
    place = find_place(now, today)
    if now.result == "agreed":
        return _agreed(place, answers)
    return _end(place, answers) if place.ended else _stage(place, answers)


def _emergency(policy: Policy, answers: tuple[Answered, ...]) -> NextStep:
    urgent = None if policy.urgent is NOT_STATED else policy.urgent
    return NextStep(
        policy=policy.id,
        state=EMERGENCY,
        kind="emergency",
        card=emergency_card(child(policy)),
        urgent=urgent,
        out_of_hours=out_of_hours(policy),
        quotes=(Quote(says=urgent.says, source=urgent.source),) if urgent else (),
        source=urgent.source if urgent else "",
        answers=answers,
    )


def _agreed(place: Place, answers: tuple[Answered, ...]) -> NextStep:
    policy, stage = place.policy, place.policy.stages[place.now.reached or 0]
    return NextStep(
        policy=policy.id,
        state=next_step_state(place.now, moved_on=False),
        kind="agreed",
        card=agreed_card(place),
        record=_list(stage.records),
        forms=_forms(policy, stage),
        always=_list(policy.always),
        after=_list(policy.after),
        timeline=timeline(place),
        quotes=stage.quotes,
        source=stage.source,
        answers=answers,
    )


def _end(place: Place, answers: tuple[Answered, ...]) -> NextStep:
    policy, stage = place.policy, place.stage
    return NextStep(
        policy=policy.id,
        state=next_step_state(place.now, moved_on=place.moved_on),
        kind="end",
        card=end_card(place),
        act_by=act_by(place.open),
        due=place.rungs[-1].dues,
        passed=place.passed,
        record=_list(stage.records),
        forms=_forms(policy, stage),
        always=_list(policy.always),
        if_longer=_if_longer(policy),
        after=_list(policy.after),
        out_of_hours=out_of_hours(policy),
        ends=stage.ends,
        timeline=timeline(place),
        quotes=stage.quotes,
        source=stage.source,
        assumptions=assumptions(place.now, place.rungs[-1].dues, place.today),
        answers=answers,
    )


def _stage(place: Place, answers: tuple[Answered, ...]) -> NextStep:
    policy, stage, dues = place.policy, place.stage, place.rungs[place.here].dues
    number, of = place.here + 1, len(place.rungs)
    return NextStep(
        policy=policy.id,
        state=next_step_state(place.now, moved_on=place.moved_on),
        kind="stage",
        card=stage_card(place),
        stage=stage.id,
        position=Position(label=stage.label, name=stage.name, number=number, of=of),
        who=Who(yours=stage.yours, theirs=stage.theirs),
        how=how_in_words(policy, stage),
        contacts=stage.contacts,
        act_by=act_by(place.open),
        due=dues,
        passed=place.passed,
        do=stage.do,
        say=say(place),
        record=_list(stage.records),
        forms=_forms(policy, stage),
        always=_list(policy.always),
        if_longer=_if_longer(policy),
        after=_list(policy.after),
        if_not_agreed=follow(place),
        if_no_answer=if_no_answer(place),
        out_of_hours=out_of_hours(policy),
        ends=stage.ends,
        timeline=timeline(place),
        quotes=stage.quotes,
        source=stage.source,
        assumptions=assumptions(place.now, dues, place.today),
        answers=answers,
    )


def _list(stated: tuple[Duty, ...] | Silent) -> tuple[Duty, ...]:
    return () if isinstance(stated, Silent) else stated


def _forms(policy: Policy, stage: Stage) -> tuple[Form, ...]:
    wanted = {record.form for record in _list(stage.records)}
    return () if policy.forms is NOT_STATED else tuple(f for f in policy.forms if f.id in wanted)


def _if_longer(policy: Policy) -> tuple[Duty, ...]:
    shared = () if policy.budgets is NOT_STATED else policy.budgets
    return tuple(duty for budget in shared for duty in _list(budget.if_longer))
