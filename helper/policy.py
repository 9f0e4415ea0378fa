"""What a policy file may say: the classes of this and the neighbouring files are the one list of fields.

A field without a default must be written. NOT_STATED is a value: the policy is silent. It is not
the same as a field that nobody has filled in, which is refused, nor as DOES_NOT_APPLY.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from helper.dates import Month
from helper.facts import Channel, Contact, Duty, Form, Point, Quote, Silence, StepsIn, Urgent
from helper.fixed_words import Every, Outside, Scope, Silent, WorkingDay, stated
from helper.stage import Stage
from helper.time_facts import Budget, Event, Priority, Timescale
from helper.working_days import Division


@dataclass(frozen=True, kw_only=True)
class Amendment:
    """One entry of the policy's own list of what was changed in it. text: what, a sentence."""

    day: date | Silent
    text: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Document:
    """The document that the facts are taken from.

    issued: its own date, be it a month; NOT_STATED if it is undated. issued_as: what that date is
    ("as printed on"). taken: the day we took the facts. link: where the partnership publishes its
    current policy. superseded_by: what replaced it, absent while it is in force. amendments: its own
    list of changes, newest first; absent where our source holds none.
    """

    title: str
    issued: Month | date | Silent
    issued_as: str | None = None
    taken: date
    link: str | Silent
    version: str | Silent | Outside
    approved_by: str | Silent | Outside
    effective: date | Silent | Outside
    review: Month | date | Silent | Outside
    superseded_by: Point | None = None
    amendments: tuple[Amendment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Partnership:
    """Who owns the policy. short: what the policy calls it ("SSCP"). means: the short form in full."""

    name: str
    short: str
    means: str


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The policy's own words where they differ from ours.

    person: whom it protects, without an article ("young person"). lead: the role to ask when
    nothing else is known ("safeguarding adults lead").
    """

    person: str | None = None
    lead: str | None = None


@dataclass(frozen=True, kw_only=True)
class Agency:
    """An agency whose roles or contacts differ from the others'."""

    id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Added:
    """A stage that one area adds. after: id of the stage that it follows."""

    after: str
    stage: Stage


@dataclass(frozen=True, kw_only=True)
class OptOut:
    """The policy does not apply in this area. instead: what to use, a sentence."""

    instead: str
    link: str | Silent
    source: str


@dataclass(frozen=True, kw_only=True)
class Overlay:
    """What is different in one area of a shared policy. link: the area's own page of it."""

    area: str
    source: str
    link: str | None = None
    adds: tuple[Added, ...] = ()
    opts_out: OptOut | None = None


@dataclass(frozen=True, kw_only=True)
class Ladder:
    """Another ladder beside the normal one, for some situations. faster: it is there for its speed."""

    id: str
    name: str
    use_when: str
    faster: bool
    says: str
    stages: tuple[Stage, ...]
    source: str


@dataclass(frozen=True, kw_only=True)
class StartHigher:
    """Permission to begin at a later stage. when: the case, a sentence without its stop."""

    stage: str
    when: str
    says: str
    source: str


@dataclass(frozen=True, kw_only=True)
class OtherRoute:
    """Where this policy does not apply. use_when: "You want to …". instead: what to use.

    timescales: a clock of the route's own, counted from an event or not counted at all.
    """

    id: str
    name: str
    use_when: str
    instead: str
    source: str
    link: str | None = None
    contacts: tuple[Contact, ...] = ()
    timescales: tuple[Timescale, ...] = ()


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
    """One partnership's escalation policy, or several areas' shared one.

    name: the area as people say it. areas: the local authority areas; DOES_NOT_APPLY for a general
    guide that is no area's policy. stage_word: what the policy calls its stages ("step").
    working_day: the policy's own definition. start_day_counts: what it says about the start day.
    summary: one sentence for the top of its pages. use_when: what people disagree about. stages:
    the normal ladder, NOT_STATED where the source gives none. contacts: those of no single stage.
    steps_in: from when the partnership itself acts. status_quo: what holds while it is disputed.
    cross_border: disputes across area borders.
    quick_exit: whether its pages have the Quick exit.
    """

    name: str
    areas: tuple[str, ...] | Outside
    summary: str
    stage_word: str
    partnership: Partnership
    document: Document
    division: Division
    scope: Scope
    vocabulary: Vocabulary | None = None
    working_day: WorkingDay | Silent
    start_day_counts: bool | Silent
    use_when: tuple[Point, ...]
    principles: tuple[Point, ...]
    channels: tuple[Channel, ...] | Silent
    urgent: Urgent | Silent
    out_of_hours: Point | Silent
    contacts: tuple[Contact, ...] | Silent
    agencies: tuple[Agency, ...] = ()
    events: tuple[Event, ...] = ()
    priorities: tuple[Priority, ...] = ()
    stages: tuple[Stage, ...] | Silent
    ladders: tuple[Ladder, ...] = ()
    start_higher: tuple[StartHigher, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    budgets: tuple[Budget, ...] | Silent
    always: tuple[Duty, ...] | Silent
    after: tuple[Duty, ...] | Silent
    silence: Silence | Silent
    steps_in: StepsIn | Silent
    status_quo: Point | None = None
    cross_border: Point | None = None
    other_routes: tuple[OtherRoute, ...] | Silent
    forms: tuple[Form, ...] | Silent
    quick_exit: bool = True
    briefing: Briefing
    scenarios: tuple[Scenario, ...]
    id: str = ""

    @cached_property
    def ladder(self) -> tuple[Stage, ...]:
        """The stages of the normal ladder; none where the source gives no ladder."""
        return stated(self.stages)

    def priority_name(self, id_: str | None) -> str:
        """The policy's own name of a priority; empty for none."""
        return next((each.name for each in self.priorities if each.id == id_), "")


def covers(stages: tuple[str, ...] | Every, stage: Stage) -> bool:
    """Whether something that holds for some stages, or for all, holds for this one."""
    return isinstance(stages, Every) or stage.id in stages
