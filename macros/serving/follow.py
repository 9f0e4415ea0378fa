"""Follows the files while somebody works on them, and makes a new edition of the site of each change."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from macros.file_names import READ, is_misnamed, name_fault
from macros.serving.edition import Edition
from macros.serving.library import Library
from macros.serving.looks import Settled
from macros.serving.site import Site

EVERY = 0.05
"""Seconds between two looks at the policy files."""
SELDOM = 10
"""At every which of these looks the other files are looked at too."""
REST = ("docs", "helper", "macros")
SKIPPED = {"node_modules", "__pycache__"}
Say = Callable[[str], None]
Restart = Callable[[], None]


def follow(site: Site, library: Library, edition: Edition, say: Say, restart: Restart) -> None:
    """Goes on until the process ends. restart: begins anew, as the program itself has changed."""
    policies, rest = Settled(lambda: _policies(library.folder)), Settled(_rest)
    for number in count(1):
        time.sleep(EVERY)
        if found := policies.changes():
            _read(found, library, say)
            edition.next()
        if number % SELDOM == 0 and (found := rest.changes()):
            _renew(found, site, say, restart)
            edition.next()


def _read(files: frozenset[Path], library: Library, say: Say) -> None:
    """Reads what has changed and says what is wrong in it. An earlier version is read where it is shown."""
    for file in sorted(file for file in files if file.parent == library.folder):
        say(_read_one(file, library))


def _read_one(file: Path, library: Library) -> str:
    """What is said of a file that has changed; one that is named otherwise is not read."""
    wrong = name_fault(file) if file.exists() else ""
    holding = None if is_misnamed(file.name) else library.read_again(file)
    faults = "\n".join(holding.faults) if holding else ""
    if faults:
        return f"{faults}\nThe site shows what was there before this mistake."
    return wrong or f"{file}: {'read again' if holding else 'gone'}."


def _renew(files: frozenset[Path], site: Site, say: Say, restart: Restart) -> None:
    """Takes in templates, styles and pages written by hand; for another program it takes a new start."""
    programs = [file for file in files if file.suffix == ".py" and file.exists()]
    if programs and all(map(_sound, programs)):
        restart()
    say(f"{', '.join(map(str, sorted(files)))}: changed.")
    site.renew()


def _sound(file: Path) -> bool:
    try:
        compile(file.read_bytes(), str(file), "exec")
    except SyntaxError as error:
        print(f"{file}:{error.lineno}: {error.msg}", file=sys.stderr, flush=True)
        return False
    return True


def _policies(folder: Path) -> Iterator[Path]:
    """The policy files and the earlier versions; found anew at each look, so it has to be quick."""
    for place, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        yield from (Path(place, name) for name in names if name.endswith(READ) or is_misnamed(name))


def _rest() -> Iterator[Path]:
    yield Path("mkdocs.yml")
    for part in REST:
        for place, folders, names in os.walk(part, followlinks=True):
            folders[:] = [each for each in folders if each not in SKIPPED]
            yield from (Path(place, name) for name in names)
