"""A file as a text tree, and where each part of it stands."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath

from helper.faults import Fault, Path

Mark = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Places:
    """The line and column of each key and value, counted from 1, by path; faults: what is refused there."""

    keys: dict[Path, Mark]
    values: dict[Path, Mark]
    faults: list[Fault]


@dataclass(frozen=True, kw_only=True)
class Source:
    """A file as a text tree.

    find_places: goes through the text once more, as only a file that is at fault needs its places.
    """

    file: FilePath
    tree: object
    faults: list[Fault]
    find_places: Callable[[], Places]

    @property
    def keys(self) -> dict[Path, Mark]:
        """Where each key stands."""
        return self._places.keys

    @property
    def values(self) -> dict[Path, Mark]:
        """Where each value stands."""
        return self._places.values

    @cached_property
    def _places(self) -> Places:
        return self.find_places()

    def mark(self, fault: Fault) -> Mark:
        """Where a fault is: at its key or value; a missing field is at the mapping that lacks it."""
        for marks in (self.keys, self.values) if fault.in_key else (self.values, self.keys):
            if fault.path in marks:
                return marks[fault.path]
        return self.values.get(fault.path[:-1], (1, 1))
