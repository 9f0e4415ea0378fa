"""What takes long to make, kept by a hash of what it is made from. Deleting the folder loses only time."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

from filelock import FileLock, Timeout

FOLDER = Path(os.environ.get("GUIDE_CACHE") or Path(__file__).resolve().parent.parent / ".cache")
KEPT = 40
"""How many results of one kind stay unless said otherwise; the ones used longest ago go."""


def cached(kind: str, made_from: bytes, make: Callable[[], bytes], *, keep: int = KEPT) -> bytes:
    """What `make` gives, made only the first time that a kind is asked for with these inputs.

    Two builds at once make it only once: the second waits for the first. A result is written aside
    and renamed, so a build killed half-way leaves none that is half done.
    """
    name = hashlib.sha256(made_from).hexdigest()
    kept = folder(kind) / name
    with FileLock(FOLDER / f"{kind}-{name[:2]}.lock"):
        if kept.is_file():
            kept.touch()
            return kept.read_bytes()
        made = make()
        write_whole(kept, made)
        _thin_out(kept.parent, keep)
        return made


def folder(kind: str) -> Path:
    """Where results of one kind are kept; made if it is not there."""
    found = FOLDER / kind
    found.mkdir(parents=True, exist_ok=True)
    return found


@contextmanager
def only_one(file: Path) -> Iterator[bool]:
    """Whether this process alone holds the lock file meanwhile; a killed one lets it go."""
    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def write_whole(file: Path, content: bytes) -> None:
    """Writes a file aside and renames it, so that nobody finds half of it."""
    with _aside(file.parent) as aside:
        aside.write_bytes(content)
        aside.chmod(0o644)  # a temporary file is its owner's alone
        aside.replace(file)


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A file of its own, gone afterwards if it has not been renamed."""
    number, name = mkstemp(dir=folder)
    os.close(number)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _thin_out(folder: Path, keep: int) -> None:
    held = [*folder.iterdir()]
    if len(held) > keep:
        for old in sorted(held, key=_used, reverse=True)[keep:]:
            old.unlink(missing_ok=True)


def _used(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:  # thinned out by another build
        return 0
