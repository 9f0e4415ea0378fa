"""What a policy file is called: names that an editor or a system gave it and that nobody would read."""

import os
import re
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
