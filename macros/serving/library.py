"""The policies as their files are now: of each the last version without a fault, and what is wrong since."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from helper.policy import Policy
from macros.file_names import misnamed, name_fault
from macros.policies import FOLDER, policy_files, read_file


@dataclass(frozen=True)
class Holding:
    """What is known of one file. policy: the last one without a fault, None if there was none yet.

    faults: those of the file as it is now, each with line and column, and what to write.
    """

    policy: Policy | None
    faults: tuple[str, ...] = ()


class Library:
    """The policy files of a folder. Each is read once, and again when told; safe for threads.

    whole: every file has been asked for, so what is not held is not there.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder
        self._held: Mapping[str, Holding] = {}
        self._lock = threading.Lock()
        self.whole = False

    def ids(self) -> list[str]:
        """The id of every file that is there."""
        return [file.stem for file in policy_files(self.folder)]

    def holding(self, id_: str) -> Holding | None:
        """What is held under an id; until all is read it is read now. None where there is no such file."""
        if self.whole or id_ in self._held:
            return self._held.get(id_)
        return self._read(self.folder / f"{id_}.yaml", again=False)

    def read_again(self, file: Path) -> Holding | None:
        """Reads a file that has changed; None if it is gone, and then nothing is held any more."""
        return self._read(file, again=True)

    def policies(self) -> tuple[Policy, ...] | None:
        """Every policy by name; None while files are still to be read."""
        found = [each.policy for each in self._held.values() if each.policy]
        return tuple(sorted(found, key=lambda policy: policy.name)) if self.whole else None

    def progress(self) -> tuple[int, int]:
        """How many files are read, of how many."""
        return len(self._held), len(self.ids())

    def faults(self) -> tuple[str, ...]:
        """What is wrong in any file, file by file; then the files that are named so that none is read."""
        read = tuple(line for _, each in sorted(self._held.items()) for line in each.faults)
        return (*read, *map(name_fault, misnamed(self.folder)))

    def _read(self, file: Path, *, again: bool) -> Holding | None:
        with self._lock:
            before = self._held.get(file.stem)
            if before and not again:
                return before
            now = _held(file, before) if file.is_file() else None
            others = {id_: each for id_, each in self._held.items() if id_ != file.stem}
            self._held = {**others, file.stem: now} if now else others
            return now


def _held(file: Path, before: Holding | None) -> Holding:
    found = read_file(file)
    if found.policy and not found.faults:
        return Holding(found.policy)
    lines = tuple(line for _, line in found.faults)
    return replace(before, faults=lines) if before else Holding(None, lines)
