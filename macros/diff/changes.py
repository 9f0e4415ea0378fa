"""The changes page: what was different in each version of a policy that this guide has held."""

from dataclasses import dataclass
from datetime import date

from helper.policy import Policy
from macros.diff import diff
from macros.diff.compare import Group, grouped
from macros.diff.versions import Version

UNSEEN = "situations"


@dataclass(frozen=True, kw_only=True)
class Revision:
    """A day on which one version took the place of another, and what changed, by groups."""

    day: date
    groups: tuple[Group, ...]


@dataclass(frozen=True, kw_only=True)
class Changes:
    """Every revision, newest first. since: the day on which the oldest version's facts were taken."""

    since: date
    revisions: tuple[Revision, ...]


def changes(policy: Policy, earlier: tuple[Version, ...]) -> Changes:
    """What changed between each version and the next.

    earlier: the versions before this one, oldest first, each with the day on which it was replaced.
    """
    held = [*(version for _, version in earlier), policy]
    days = [day for day, _ in earlier]
    found = [_revision(*each) for each in zip(days, held[:-1], held[1:], strict=True)]
    return Changes(since=held[0].document.taken, revisions=tuple(reversed(found)))


def _revision(day: date, old: Policy, new: Policy) -> Revision:
    """Without the situations that only the check tries."""
    seen = (change for change in diff(old, new) if change.kind != UNSEEN)
    return Revision(day=day, groups=grouped(new, seen))
