"""What stands beside the ladder in the picture: shared limits, other ladders, what areas have."""

from collections.abc import Iterator
from dataclasses import dataclass

from helper.policy import Policy
from helper.vocabulary import lower_first, upper_first
from macros.flow_rows import in_case, limit_words, times
from macros.limits import Rung, added_rungs, other_ladders, shared_limits


@dataclass(frozen=True, kw_only=True)
class Note:
    """A heading and a text."""

    name: str
    text: str


def flow_notes(policy: Policy) -> tuple[Note, ...]:
    """In the order of the page; none where a policy has only its ladder."""
    return (*_shared(policy), *_other_ladders(policy), *_higher(policy), *_areas(policy))


def _shared(policy: Policy) -> Iterator[Note]:
    for each in shared_limits(policy):
        said = f"{upper_first(each.covers)} together: “{each.says}”{in_case(each)}"
        yield Note(name=limit_words(each), text=said)


def _other_ladders(policy: Policy) -> Iterator[Note]:
    for each in other_ladders(policy):
        stages = "; then ".join(map(_in_words, each.rungs))
        yield Note(
            name=each.ladder.name, text=f"If this is true: {lower_first(each.ladder.use_when)}. {stages}."
        )


def _in_words(rung: Rung) -> str:
    stage = rung.stage
    name = f"{stage.label}, {stage.name}" if stage.label else stage.name
    return f"{name} ({', '.join(map(lower_first, times(rung)))})"


def _higher(policy: Policy) -> Iterator[Note]:
    called = {stage.id: stage.short_title for stage in policy.ladder}
    for each in policy.start_higher:
        yield Note(name=f"{called[each.stage]} at once", text=f"If this is true: {lower_first(each.when)}.")


def _areas(policy: Policy) -> Iterator[Note]:
    for each in policy.overlays:
        if each.opts_out:
            yield Note(name=each.area, text=f"This policy does not apply. {each.opts_out.instead}")
        for after, rung in added_rungs(policy, each):
            yield Note(name=each.area, text=f"After {after} comes {_in_words(rung)}.")
