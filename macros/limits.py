"""Time limits as pages print them; the words and sums come from helper."""

from collections.abc import Iterator
from dataclasses import dataclass

from helper.fixed_words import Every, Strength, Unit, amount_in_words, stated
from helper.limit_words import limit_in_words
from helper.narrow import all_stages, narrow, slug
from helper.policy import Ladder, Overlay, Policy, covers
from helper.stage import Stage
from helper.time_facts import Budget, Timescale
from helper.timescale import unit_of_total
from helper.vocabulary import only_if, stages_in_words, title
from macros.counted import covers_said, stages_said


@dataclass(frozen=True, kw_only=True)
class Limit:
    """One time limit.

    name: the caption of a limit over several stages; covers: which; both empty otherwise. words:
    "2 working days", empty where the policy gives no number. number, unit: its two parts, number
    empty for "same working day" and "next working day". total: the running total that the policy
    states. owner, priority: whose and for which priority, each empty where it is for all. case: "only
    if this is true: …", empty where it always holds. sooner: the policy's words for an earlier day
    that only judgement can find. target: it is an aim and no limit.
    """

    name: str
    covers: str
    what: str
    words: str
    number: str
    unit: str
    total: str
    says: str
    strength: Strength
    owner: str
    priority: str
    case: str
    sooner: str
    target: bool
    source: str


@dataclass(frozen=True, kw_only=True)
class Rung:
    """A stage with its limits: counted ones, and those that are words only.

    silent: what to print where it has none of its own. several: more than one that is counted.
    added: what comes next in one area alone.
    """

    stage: Stage
    limits: tuple[Limit, ...]
    said: tuple[Limit, ...]
    silent: str
    last: bool
    added: "tuple[Added, ...]"

    @property
    def several(self) -> bool:
        return len(self.limits) > 1


@dataclass(frozen=True, kw_only=True)
class Added:
    """The stages that one area has after a stage, in their order."""

    area: str
    rungs: tuple[Rung, ...]

    @property
    def called(self) -> str:
        """Stage 2A: Fenland Locality Panel"""
        return ", then ".join(title(rung.stage) for rung in self.rungs)


@dataclass(frozen=True, kw_only=True)
class OtherLadder:
    """A ladder beside the normal one, with its stages, how many they are, and their time in all."""

    ladder: Ladder
    rungs: tuple[Rung, ...]
    stages: str
    in_all: str


def if_longer(*limits: Timescale) -> str:
    """What to do once a limit over several stages has passed: the heading, without its length for several."""
    length = limit_in_words(limits[0]) if len(limits) == 1 else ""
    return f"Once it takes longer than {length}" if length else "Once it takes longer"


def if_longer_of(policy: Policy) -> str:
    """The same for all such limits of a policy."""
    return if_longer(*(each for each in stated(policy.budgets) if stated(each.if_longer)))


def limit(policy: Policy, timescale: Timescale) -> Limit:
    """A timescale as pages print it."""
    words = limit_in_words(timescale).removeprefix("the ")
    number, _, unit = words.partition(" ") if timescale.amount is not None else ("", "", words)
    shared = isinstance(timescale, Budget)
    return Limit(
        name=timescale.name if isinstance(timescale, Budget) else "",
        covers=covers_said(policy, timescale) if isinstance(timescale, Budget) else "",
        what=timescale.what,
        words=words,
        number=number,
        unit=unit,
        total="" if shared else _total(timescale),
        says=timescale.says,
        strength=timescale.strength,
        owner=timescale.owner or "",
        priority=policy.priority_name(timescale.priority),
        case=only_if(timescale.when) if timescale.when else "",
        sooner=timescale.or_sooner or "",
        target=timescale.strength is Strength.TARGET,
        source=timescale.source,
    )


def rungs(policy: Policy) -> tuple[Rung, ...]:
    """Every stage of the ladder with what the policy says about its time."""
    return tuple(_rung(policy, stage) for stage in policy.ladder)


def other_ladders(policy: Policy) -> tuple[OtherLadder, ...]:
    """Every ladder beside the normal one."""
    narrowed = ((each, narrow(policy, {"ladder": each.id})) for each in policy.ladders)
    return tuple(
        OtherLadder(ladder=each, rungs=rungs(own), stages=stages_said(own), in_all=in_all(own))
        for each, own in narrowed
    )


def added_rungs(policy: Policy, overlay: Overlay) -> tuple[tuple[str, Rung], ...]:
    """The stages that an area adds, each after the name of the stage that it follows."""
    own, called = narrow(policy, {"area": slug(overlay.area)}), {s.id: s.called for s in all_stages(policy)}
    return tuple((called[added.after], _rung(own, added.stage)) for added in overlay.adds)


def shared_limits(policy: Policy) -> tuple[Limit, ...]:
    """The limits over several stages."""
    return tuple(limit(policy, each) for each in stated(policy.budgets))


def in_all(policy: Policy) -> str:
    """The running total of the last stage, "11 working days"; empty where the policy states none."""
    last = rungs(policy)[-1].limits if policy.ladder else ()
    return next((each.total for each in reversed(last) if each.total), "")


def ladder_in_words(policy: Policy) -> str:
    """four steps, 11 working days in all"""
    if not policy.ladder:
        return f"{policy.stage_word}s not stated in our source"
    always = [each for each in stated(policy.budgets) if isinstance(each.covers, Every) and not each.when]
    whole = [limit(policy, each).words for each in always]
    total = in_all(policy)
    times = [f"{total} in all"] if total else [words for words in whole if words][:1]
    return ", ".join([stages_in_words(policy), *times])


def _rung(policy: Policy, stage: Stage) -> Rung:
    own = stated(stage.timescales)
    said = [each for each in own if each.unit in (Unit.AT_ONCE, Unit.WORDS_ONLY)]
    held = any(covers(each.covers, stage) for each in stated(policy.budgets))
    return Rung(
        stage=stage,
        limits=tuple(limit(policy, each) for each in own if each not in said),
        said=tuple(limit(policy, each) for each in said),
        silent="no limit of its own" if held else "no time limit stated",
        last=stage == policy.ladder[-1],
        added=tuple(_added(policy, stage)),
    )


def _added(policy: Policy, before: Stage) -> Iterator[Added]:
    for overlay in policy.overlays:
        stages = [each.stage for each in overlay.adds if each.after == before.id]
        if stages:
            own = narrow(policy, {"area": slug(overlay.area)})
            yield Added(area=overlay.area, rungs=tuple(_rung(own, stage) for stage in stages))


def _total(timescale: Timescale) -> str:
    total = timescale.total
    return "" if total is None else amount_in_words(total, unit_of_total(timescale.unit))
