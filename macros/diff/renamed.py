"""Stages that have only another id: for a practitioner they are the same."""

from dataclasses import is_dataclass, replace
from typing import Any

from helper.fields import hints
from helper.policy import Policy
from helper.stage import Stage
from macros.diff.values import STAGES

Ids = dict[str, str]


def new_ids(old: Policy, new: Policy) -> Ids:
    """The new id of each stage that is told by its name, or by its label and sides, to be the same."""
    after = _lists(new)
    return {
        was: now
        for name, stages in _lists(old).items()
        for was, now in _in_one_list(stages, after.get(name, ())).items()
    }


def with_ids(part: Any, ids: Ids, field: str = "") -> Any:
    """A part of the old policy with the new ids of its stages, also where other parts point to them."""
    if isinstance(part, tuple):
        return tuple(with_ids(each, ids, field) for each in part)
    if isinstance(part, str):
        return ids.get(part, part) if field in STAGES else part
    if not is_dataclass(part) or isinstance(part, type):
        return part
    held: dict[str, Any] = {name: getattr(part, name) for name in hints(type(part)) if name != "scenarios"}
    changed = {name: with_ids(value, ids, name) for name, value in held.items()}
    if isinstance(part, Stage):
        changed["id"] = ids.get(part.id, part.id)
    return replace(part, **changed)


def _lists(policy: Policy) -> dict[str, tuple[Stage, ...]]:
    """The stages of each ladder and of each area, by a name for the list."""
    ladders = {f"ladder {each.id}": each.stages for each in policy.ladders}
    areas = {f"area {each.area}": tuple(added.stage for added in each.adds) for each in policy.overlays}
    return {"": policy.ladder, **ladders, **areas}


def _in_one_list(old: tuple[Stage, ...], new: tuple[Stage, ...]) -> Ids:
    gone = [each for each in old if each.id not in {stage.id for stage in new}]
    found: Ids = {}
    for stage in (each for each in new if each.id not in {stage.id for stage in old}):
        same = next((each for each in gone if _is_same(each, stage)), None)
        if same:
            gone.remove(same)
            found[same.id] = stage.id
    return found


def _is_same(one: Stage, other: Stage) -> bool:
    by_label = (one.label, one.yours, one.theirs) == (other.label, other.yours, other.theirs)
    return one.name == other.name or bool(one.label and by_label)
