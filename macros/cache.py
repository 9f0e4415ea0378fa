"""What takes long to make, kept by a hash of what it is made from. Deleting the folder loses only time."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile

FOLDER = Path(__file__).resolve().parent.parent / ".cache"
KEPT = 40
"""How many results of one kind stay unless said otherwise; the ones used longest ago go."""


def cached(kind: str, made_from: bytes, make: Callable[[], bytes], *, keep: int = KEPT) -> bytes:
    """What `make` gives, made only the first time that a kind is asked for with these inputs.

    A result is written aside and renamed, so a build killed half-way leaves none that is half done.
    """
    kept = FOLDER / kind / hashlib.sha256(made_from).hexdigest()
    if kept.is_file():
        kept.touch()
        return kept.read_bytes()
    made = make()
    kept.parent.mkdir(parents=True, exist_ok=True)
    _write_whole(kept, made)
    _thin_out(kept.parent, keep)
    return made


def _write_whole(file: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=file.parent, delete=False) as aside:
        aside.write(content)
    os.replace(aside.name, file)


def _thin_out(folder: Path, keep: int) -> None:
    for old in sorted(folder.iterdir(), key=_used, reverse=True)[keep:]:
        old.unlink(missing_ok=True)


def _used(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:  # thinned out by another build
        return 0
