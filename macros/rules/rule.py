"""What a rule of the check is: its name, what it asks and why, an example, and how it is tried."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from helper.faults import Fault, Path
from helper.policy import Policy

Find = Callable[[Policy, date], Iterator[Fault]]


class Kind(Enum):
    """A fault stops the site from being built; a warning is for a person to think about."""

    FAULT = "fault"
    WARNING = "warning"


def elsewhere(policy: Policy, today: date) -> Iterator[Fault]:
    """Nothing: the reader finds it before there is a policy."""
    yield from ()


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One thing that the check looks for.

    name: permanent, it is printed and is the address on the page of rules. says: what the rule
    asks, a sentence. why: for a business manager. wrong, right: a few lines of a policy file.
    find: its faults; it reads no clock, `today` is given. A fault never depends on the day.
    """

    name: str
    kind: Kind
    says: str
    why: str
    wrong: str
    right: str
    find: Find = elsewhere


def at(path: Path, name: str | int, found: str, write: str) -> Fault:
    """A fault in a field of the part at `path`."""
    return Fault(path=(*path, name), found=found, write=write)
