"""The versions of a policy that this guide has held, and which of them answers for which days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from helper.policy import Policy
from macros.diff.versions import Version
from macros.link_marks import held_since


@dataclass(frozen=True, kw_only=True)
class Held:
    """A version as this guide has held it.

    since: its first day here. until: the day on which another took its place, the first day without
    it; None while it is in use.
    """

    policy: Policy
    since: date
    until: date | None

    @property
    def name(self) -> str:
        """The name of its page, after the file that holds it; empty while it is in use."""
        return self.until.isoformat() if self.until else ""


@dataclass(frozen=True, kw_only=True)
class Span:
    """Days for which one version answers: from begins up to the day before ends, for ever if None."""

    held: Held
    begins: date
    ends: date | None


def held_versions(policy: Policy, earlier: tuple[Version, ...]) -> tuple[Held, ...]:
    """Every version, oldest first; the last is in use."""
    versions = [*(version for _, version in earlier), policy]
    ends = [*(day for day, _ in earlier), None]
    begins = held_since(policy, earlier)
    return tuple(
        Held(policy=each, since=since, until=until)
        for each, since, until in zip(versions, begins, ends, strict=True)
    )


def spans_here(held: Sequence[Held]) -> tuple[Span, ...]:
    """Which version this guide held on which days."""
    return tuple(Span(held=each, begins=each.since, ends=each.until) for each in held)


def spans_stated(held: Sequence[Held]) -> tuple[Span, ...]:
    """Which version was in force on which days by the policy's own words, where it states a day.

    A version ends where a later one begins by its own words. One that a later one takes the place of
    from its first day on, as where this guide mended a mistake, has no days.
    """
    return tuple(_stated([(each.policy.document.effective, each) for each in held]))


def _stated(found: list[tuple[object, Held]]) -> Iterator[Span]:
    dated = [(day, each) for day, each in found if isinstance(day, date)]
    for number, (begins, each) in enumerate(dated):
        ends = min((day for day, _ in dated[number + 1 :]), default=None)
        if ends is None or ends > begins:
            yield Span(held=each, begins=begins, ends=ends)
