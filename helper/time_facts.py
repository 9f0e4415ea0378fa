"""What a policy says about time: its limits, and the events that they count from."""

from dataclasses import dataclass

from helper.facts import Duty
from helper.fixed_words import Every, Silent, Start, Strength, Unit


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something outside the ladder that a limit counts from.

    id: ours, never changes. name: to follow "the day" ("the decision was received"). ask: the
    question for its day.
    """

    id: str
    name: str
    ask: str
    source: str


@dataclass(frozen=True, kw_only=True)
class SaidTwice:
    """The same limit once more in another unit: the "two working days" of "48 hours (two working days)"."""

    unit: Unit
    amount: int


@dataclass(frozen=True, kw_only=True)
class Timescale:
    """What a policy says about how long something may take.

    what: what has to happen in that time, to follow "Time for" ("the managers' discussion").
    says: the policy's own words, shown beside every date we work out.
    unit: "days" are counted with weekends and bank holidays, "hours" through nights and weekends.
        "next working day" is the first one after the day it starts from, whatever day that is.
        "at once" stands where the policy says immediately or urgently, "words only" for other
        words without a number; neither is ever turned into a date.
    amount: how many of the unit; absent where the unit needs none.
    total: the running total that the policy states, in the same unit from the start of the first
        stage; absent where it states none.
    counts_from: the event it counts from, a fixed word or the id of one of the policy's events;
        absent where there is nothing to count.
    or_from: the other event where the policy names two; the earlier day counts.
    or_sooner: the second limb of "whichever is sooner" in the policy's own words, where it is a
        judgement that no calendar can make; absent where there is none.
    also: the same limit in a second unit, which may end on another day.
    owner: who has to act within it, as the start of a sentence; absent where it is both sides.
    clock: the hour of the last day that the policy names ("by noon on the next working day"), as 12:00.
    priority: id of the priority that it is for; absent where it is for all. when: the one case in
        which it holds ("There is a risk of harm"); absent where it always does.
    moves_on: whether one goes on to the next stage once it has passed; no for an acknowledgement
        beside a decision. Absent counts as yes, which is the safer.
    met_by: what shows that it was kept, once its day is known: the start of this stage for a letter
        that begins it, or the id of an event. Absent where nothing that is asked for shows it.
    """

    what: str
    says: str
    unit: Unit
    strength: Strength
    source: str
    amount: int | None = None
    total: int | None = None
    counts_from: Start | Silent | str | None = None
    or_from: Start | str | None = None
    or_sooner: str | None = None
    also: SaidTwice | None = None
    owner: str | None = None
    clock: str | None = None
    priority: str | None = None
    when: str | None = None
    moves_on: bool | None = None
    met_by: Start | str | None = None


@dataclass(frozen=True, kw_only=True)
class Budget(Timescale):
    """A timescale over several stages.

    name: its caption ("At the maximum"). covers: the stages' ids, or all stages. if_longer: duties
    once it has passed.
    """

    id: str
    name: str
    covers: tuple[str, ...] | Every
    if_longer: tuple[Duty, ...] | Silent


@dataclass(frozen=True, kw_only=True)
class Priority:
    """A class of urgency that is agreed when the concern is raised. means: when it is chosen, a sentence."""

    id: str
    name: str
    means: str
    source: str
