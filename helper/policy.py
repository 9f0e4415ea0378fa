"""What a policy file may say: the classes here are the one list of its fields.

A field without a default must be written. NOT_STATED is a value: the policy is silent. It is not
the same as a field that nobody has filled in, which is refused.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from helper.working_days import Division


class Silent(Enum):
    """The policy says nothing about this."""

    NOT_STATED = "not stated"


class Every(Enum):
    """The whole ladder, from the first stage to the last."""

    STAGE = "all stages"


class Unit(Enum):
    """What a timescale is measured in."""

    WORKING_DAYS = "working days"
    WORKING_WEEK = "a working week"
    DAYS = "days"
    SAME_WORKING_DAY = "same working day"
    AT_ONCE = "at once"
    WORDS_ONLY = "words only"


class Start(Enum):
    """The event that a timescale counts from."""

    LADDER = "start of the first stage"
    STAGE_BEFORE = "end of the stage before"


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


NOT_STATED = Silent.NOT_STATED


@dataclass(frozen=True, kw_only=True)
class Timescale:
    """What a policy says about how long something may take.

    what: what has to happen in that time, to follow "Time for" ("the managers' discussion").
    says: the policy's own words, shown beside every date we work out.
    unit: "days" are counted with weekends and bank holidays. "at once" stands where the policy says
        immediately or urgently, "words only" for other words without a number; neither is ever
        turned into a date.
    amount: how many of the unit; absent where the unit needs none.
    total: the running total that the policy states, in the same unit from the start of the first
        stage; absent where it states none.
    counts_from: the event it counts from; absent where there is nothing to count.
    or_sooner: the second limb of "whichever is sooner" in the policy's own words, where it is a
        judgement that no calendar can make; absent where there is none.
    """

    what: str
    says: str
    unit: Unit
    strength: Strength
    source: str
    amount: int | None = None
    total: int | None = None
    counts_from: Start | Silent | None = None
    or_sooner: str | None = None


@dataclass(frozen=True, kw_only=True)
class Duty:
    """Something that somebody has to do: a record, a report, a message.

    who: the role, as the start of a sentence. does: the rest of that sentence. form: id of a form.
    when: the case in which it applies, absent where it always does.
    """

    who: str
    does: str
    strength: Strength
    source: str
    says: str | None = None
    form: str | None = None
    when: str | None = None


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
class Contact:
    """How to reach a role. Each way is NOT_STATED where the source does not publish it."""

    role: str
    phone: str | Silent
    email: str | Silent
    link: str | Silent
    hours: str | Silent
    checked: date
    source: str


@dataclass(frozen=True, kw_only=True)
class Quote:
    """The policy's own words, short and exact, and the place they stand in."""

    says: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Point:
    """One fact in our words, with its place in the source."""

    text: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Ending:
    """How the last stage ends it. does: a sentence. binding: whether the policy calls it binding."""

    power: Power
    binding: bool | Silent
    does: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One rung of the ladder.

    id: ours, never changes. label: the policy's own word ("Step 2"). yours, theirs: who speaks to
    whom. action: the sentence of the action card, an instruction without its last stop.
    in_brief: one sentence for the flowchart and the briefing. reached: "Your managers have
    spoken", how a practitioner knows that this stage has begun. say: words to use, blanks in [ ].
    """

    id: str
    label: str
    name: str
    yours: str
    theirs: str
    action: str
    in_brief: str
    reached: str
    do: tuple[Point, ...]
    say: str
    timescales: tuple[Timescale, ...] | Silent
    records: tuple[Duty, ...] | Silent
    contacts: tuple[Contact, ...] | Silent
    quotes: tuple[Quote, ...]
    source: str
    ends: Ending | None = None


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form of the policy. label: its place there ("Appendix 1"). link: NOT_STATED if not published."""

    id: str
    name: str
    label: str
    link: str | Silent
    source: str


@dataclass(frozen=True, kw_only=True)
class Channel:
    """How to talk. use, avoid: the ways to use and not to use, as sentences. stages: where that holds."""

    stages: tuple[str, ...] | Every
    use: str
    avoid: str | Silent
    says: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Urgent:
    """What the policy says to do at immediate risk of harm, beside calling 999."""

    when: str
    do: tuple[str, ...]
    says: str
    source: str


@dataclass(frozen=True, kw_only=True)
class OtherRoute:
    """Where this policy does not apply. use_when: "You want to …". instead: what to use."""

    id: str
    name: str
    use_when: str
    instead: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Document:
    """The document that the facts are taken from.

    issued: its own date, NOT_STATED if it is undated. issued_as: what that date is ("as printed
    on"). taken: the day we took the facts. link: where the partnership publishes its current policy.
    """

    title: str
    issued: date | Silent
    issued_as: str | None = None
    taken: date
    link: str | Silent
    version: str | Silent
    approved_by: str | Silent
    effective: date | Silent
    review: date | Silent


@dataclass(frozen=True, kw_only=True)
class Partnership:
    """Who owns the policy. short: what the policy calls it ("SSCP"). means: the short form in full."""

    name: str
    short: str
    means: str


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """What the seven-minute briefing says that stands nowhere else in the file."""

    motto: Quote | None = None
    what_it_is: tuple[Point, ...]
    why_it_matters: tuple[Point, ...]
    not_for: tuple[str, ...]
    do_now: tuple[str, ...]
    ask_the_team: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What the helper must answer. last_day: absent where it gives none."""

    state: str
    stage: str | None = None
    last_day: date | None = None


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """A situation that a designated safeguarding lead would sign.

    name: a sentence. today: the day on which it is asked. answers: by question id.
    """

    name: str
    today: date
    answers: dict[str, str]
    expect: Expected


@dataclass(frozen=True, kw_only=True)
class Policy:
    """One partnership's escalation policy.

    name: the area as people say it. stage_word: what the policy calls its stages ("step").
    working_day: the policy's own definition. start_day_counts: what it says about the start day.
    summary: one sentence for the top of its pages. use_when: what people disagree about.
    """

    name: str
    areas: tuple[str, ...]
    summary: str
    stage_word: str
    partnership: Partnership
    document: Document
    division: Division
    scope: Scope
    working_day: WorkingDay | Silent
    start_day_counts: bool | Silent
    use_when: tuple[Point, ...]
    principles: tuple[Point, ...]
    channel: Channel | Silent
    urgent: Urgent | Silent
    out_of_hours: Point | Silent
    stages: tuple[Stage, ...]
    budgets: tuple[Budget, ...] | Silent
    always: tuple[Duty, ...] | Silent
    after: tuple[Duty, ...] | Silent
    silence: Point | Silent
    other_routes: tuple[OtherRoute, ...] | Silent
    forms: tuple[Form, ...] | Silent
    briefing: Briefing
    scenarios: tuple[Scenario, ...]
    id: str = ""


def covers(stages: tuple[str, ...] | Every, stage: Stage) -> bool:
    """Whether something that holds for some stages, or for all, holds for this one."""
    return isinstance(stages, Every) or stage.id in stages
