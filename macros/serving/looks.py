"""Which files have changed since the last look; they are read only where their stamp says so."""

import hashlib
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

YOUNG = 2.0
"""Seconds for which a stamp is not trusted: two edits may bear the same time."""

List = Callable[[], Iterable[Path]]


@dataclass(frozen=True)
class Seen:
    """A file as it was at a look. stamp: its time, size and number. digest: of its content."""

    stamp: tuple[int, int, int]
    digest: bytes


Look = Mapping[Path, Seen]


def look(files: Iterable[Path], before: Look, now: float) -> dict[Path, Seen]:
    """The files as they are; one that is gone, or cannot be read, is left out. now: seconds since 1970."""
    found = ((file, _seen(file, before.get(file), now)) for file in files)
    return {file: seen for file, seen in found if seen}


def changed(before: Look, after: Look) -> frozenset[Path]:
    """The files that say something else, that have come and that are gone."""
    both = {*before, *after}
    return frozenset(file for file in both if _digest(before, file) != _digest(after, file))


class Settled:
    """Looks at files again and again, and tells of changes once two looks agree.

    An editor may empty a file before it fills it, or put another in its place: what lies between is
    not told of if it is over by the next look.
    """

    def __init__(self, files: List) -> None:
        self.files = files
        self.last = look(files(), {}, time.time())
        self.waiting: frozenset[Path] = frozenset()

    def changes(self) -> frozenset[Path]:
        """The files that have changed since this was asked before, as soon as all have come to rest."""
        now = look(self.files(), self.last, time.time())
        found = changed(self.last, now)
        self.last = now
        told = frozenset() if found else self.waiting
        self.waiting = found | self.waiting if found else frozenset()
        return told


def _seen(file: Path, before: Seen | None, now: float) -> Seen | None:
    try:
        held = file.stat()
        stamp = (held.st_mtime_ns, held.st_size, held.st_ino)
        if before and before.stamp == stamp and now - held.st_mtime > YOUNG:
            return before
        return Seen(stamp, hashlib.sha256(file.read_bytes()).digest())
    except OSError:
        return None


def _digest(found: Look, file: Path) -> bytes:
    return found[file].digest if file in found else b""
