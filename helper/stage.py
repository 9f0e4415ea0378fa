"""One rung of the ladder, and who stands on it."""

from dataclasses import dataclass

from helper.facts import Contact, Duty, Point, Quote
from helper.fixed_words import Power, Side, Silent
from helper.time_facts import Timescale


@dataclass(frozen=True, kw_only=True)
class Role:
    """Who it is in one agency. stand_in: who acts where the agency has no such post."""

    agency: str
    side: Side
    role: str
    source: str
    stand_in: str | None = None


@dataclass(frozen=True, kw_only=True)
class Chair:
    """Who chairs, and in which case ("The case is open to a social worker"); absent where always."""

    role: str
    source: str
    when: str | None = None


@dataclass(frozen=True, kw_only=True)
class Gate:
    """A decision to be made before the stage begins: who decides, and what, as "whether …".

    if_refused: what the policy says if the answer is no.
    """

    who: str
    decides: str
    if_refused: str | Silent
    says: str
    source: str


@dataclass(frozen=True, kw_only=True)
class OnlyIf:
    """The stage is not always used. ask: the question that finds it out. says: the policy's own words."""

    ask: str
    says: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Ending:
    """How the last stage ends it.

    does: a sentence. binding: whether the policy calls it binding. choices: the routes to choose
    from, where the policy leaves a choice.
    """

    power: Power | Silent
    binding: bool | Silent
    does: str
    source: str
    choices: tuple[Point, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One rung of the ladder.

    id: ours, never changes. label: the policy's own word ("Step 2"), absent where it has none.
    yours, theirs: who speaks to whom. action: the sentence of the action card, an instruction
    without its last stop. in_brief: one sentence for the flowchart and the briefing. reached:
    "Your managers have spoken", how a practitioner knows that this stage has begun. say: words to
    use, blanks in [ ]. before_raising: a stage 0, within your own agency, before the ladder's clock
    starts. tells: what the partnership is told here. in_preference: a route to be preferred to line
    management.
    """

    id: str
    label: str | None = None
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
    before_raising: bool = False
    only_if: OnlyIf | None = None
    gate: Gate | None = None
    roles: tuple[Role, ...] = ()
    in_preference: Point | None = None
    chair: tuple[Chair, ...] = ()
    tells: tuple[Duty, ...] = ()

    @property
    def short_title(self) -> str:
        """What stands alone, as in a heading or a list: the policy's own label, or else the name."""
        return self.label or self.name

    @property
    def called(self) -> str:
        """What a sentence calls it: the label, or else the name in quotation marks, to be read as a name."""
        return self.label or f"“{self.name}”"
