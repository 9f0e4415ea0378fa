"""Puts a finished folder in the place of another, so that at no moment half of either is there."""

import ctypes
import os
import shutil
from pathlib import Path

HERE, EXCHANGE = -100, 2
"""What Linux calls AT_FDCWD and RENAME_EXCHANGE."""


def swap(new: Path, site: Path) -> None:
    """Puts `new` in the place of `site`, in one step on Linux, else in two that `recover` can mend."""
    old = site.with_name(f"{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists() and not _exchange(new, site):
        site.rename(old)
    if site.exists():
        new.rename(old)
    else:
        new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def recover(site: Path) -> None:
    """Puts the site of before back if a swap in two steps was cut off between them."""
    old = site.with_name(f"{site.name}.old")
    if old.exists() and not site.exists():
        old.rename(site)


def _exchange(one: Path, other: Path) -> bool:
    """Whether both have changed their names; False where the system or the disk cannot do that."""
    rename = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    return rename is not None and rename(HERE, bytes(one), HERE, bytes(other), EXCHANGE) == 0
