"""What changed between two versions, as text under headings or as JSON: `guide diff`."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby

from helper.policy import Policy
from helper.vocabulary import upper_first
from macros.diff import diff
from macros.diff.change import Change
from macros.diff.versions import named_version
from macros.diff.words import GROUPS

Group = tuple[str, tuple[Change, ...]]
NOTHING = "Nothing has changed: both say the same."


def compare(old: str, new: str, *, as_json: bool) -> str:
    """The changes from one version to another, each a file or an id. Raises NoVersion, PolicyFaults."""
    changes = diff(named_version(old), now := named_version(new))
    if as_json:
        return json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=1)
    return in_words(now, changes)


def in_words(policy: Policy, changes: tuple[Change, ...]) -> str:
    """Every change as a line under the heading of its group."""
    count = f"{len(changes)} {'change' if len(changes) == 1 else 'changes'}"
    lines = [f"{policy.name}: {count}."]
    for heading, group in grouped(policy, changes):
        lines += ["", heading, *(f"- {change.says}" for change in group)]
    return "\n".join(lines) if changes else NOTHING


def grouped(policy: Policy, changes: Iterable[Change]) -> tuple[Group, ...]:
    """The changes under the headings of their groups, as they are ordered."""
    headings = {**GROUPS, "stages": f"{upper_first(policy.stage_word)}s"}
    groups = groupby(changes, lambda change: change.kind)
    return tuple((headings[kind], tuple(each)) for kind, each in groups)
