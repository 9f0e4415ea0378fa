"""What is worked out of a policy once and used by several pages."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from helper.policy import Policy

Made = TypeVar("Made")


class _Same:
    """A policy as itself: two that say the same are still two, and none has to be read through."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy

    def __hash__(self) -> int:
        return id(self.policy)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.policy is other.policy


def kept(make: Callable[[Policy], Made]) -> Callable[[Policy], Made]:
    """The function, which keeps what it made of the last policy."""
    remembered = lru_cache(maxsize=1)(lambda same: make(same.policy))

    @wraps(make)
    def of(policy: Policy) -> Made:
        return remembered(_Same(policy))

    return of
