"""What a policy file is called: names that an editor or a system gave it and that nobody would read."""

import os
import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

SLIP = re.compile(r"(?P<stem>[^.~#].*?)(?:\.ya?ml)+(?:\.te?xt)*", re.IGNORECASE)
"""fen-town.yml, fen-town.YAML, fen-town.yaml.txt; not the copies of editors, such as .fen.yaml.swp."""
READ = ".yaml"


def id_of(file: Path) -> str:
    """The id of the policy in a file, also where the file has a name that is not read."""
    found = SLIP.fullmatch(file.name)
    return found["stem"] if found and is_misnamed(file.name) else file.stem


def is_misnamed(name: str) -> bool:
    """Whether it is meant for a policy file, and passed over."""
    return bool(SLIP.fullmatch(name)) and not name.endswith(READ)


def misnamed(folder: Path) -> list[Path]:
    """The files of a folder, and of the earlier versions below it, that are meant for policies."""
    places = (found for found in os.walk(folder) if not Path(found[0]).name.startswith("."))
    return sorted(Path(place, name) for place, _, names in places for name in names if is_misnamed(name))


def name_fault(file: Path) -> str:
    """What to do with such a file: its line, with the rule; empty for any other."""
    if not is_misnamed(file.name):
        return ""
    right = file.with_name(f"{id_of(file)}{READ}")
    write = f"Rename it to {right}." if not right.exists() else f"There is a {right} too: keep one."
    return f"{file}:1:1: the file is named '{file.name}', and only files that end in .yaml are read. {write}"


def meant(file: Path, known: Iterable[Path]) -> Path:
    """The file that an id stands for, as other commands take it: sefton is policies/sefton.yaml."""
    return file if file.exists() else _by_id(known).get(str(file), file)


def near(file: Path, known: Iterable[Path]) -> str:
    """ "Did you mean policies/sefton.yaml?", for a file that is not there; nothing where none is near."""
    by_id = _by_id(known)
    found = get_close_matches(id_of(file)[:60], by_id, n=1, cutoff=0.7)
    return f"Did you mean {by_id[found[0]]}?" if found else ""


def _by_id(files: Iterable[Path]) -> dict[str, Path]:
    return {id_of(file): file for file in reversed([*files])}
