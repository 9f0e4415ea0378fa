"""What we do not know: for each policy, what it does not say, in one table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helper.fixed_words import NOT_STATED
from helper.policy import Policy
from macros.silent import NOT, silences


@dataclass(frozen=True, kw_only=True)
class Unknown:
    """A policy, with what it does not say of what to do, and what its document does not say of itself."""

    policy: Policy
    silent: tuple[str, ...]
    document: tuple[str, ...]


def unknowns(policies: Sequence[Policy]) -> tuple[Unknown, ...]:
    """Of every policy, in the order in which they come."""
    return tuple(
        Unknown(policy=policy, silent=tuple(_silent(policy)), document=tuple(_document(policy)))
        for policy in policies
    )


def _silent(policy: Policy) -> Iterator[str]:
    """The term alone; with the stages where it is not silent everywhere."""
    for term, says in silences(policy):
        yield term if says == NOT else f"{term}, {says.removeprefix(NOT).strip()}"


def _document(policy: Policy) -> Iterator[str]:
    document = policy.document
    asked = {
        "its own date": document.issued,
        "its version": document.version,
        "who approved it": document.approved_by,
        "since when it is in force": document.effective,
        "when it is reviewed": document.review,
        "where the current one is published": document.link,
    }
    yield from (term for term, value in asked.items() if value is NOT_STATED)
