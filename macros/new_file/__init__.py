"""Begins a new policy: writes its starting file and says what to do next."""

import re
from collections.abc import Sequence
from pathlib import Path

from helper.readers import BLANK
from macros.new_file.starting_file import starting_file
from macros.policies import FOLDER
from macros.rules.ids import ADDRESS, TAKEN


class NewError(ValueError):
    """The file cannot be written; the message says what to write."""


def write_new(id_: str, areas: Sequence[str] = (), folder: Path = FOLDER) -> str:
    """Writes `folder/id.yaml`; what to do next. Raises NewError for a bad id and a file that is there."""
    file = folder / f"{_address(id_)}.yaml"
    if file.exists():
        raise NewError(f"{file} is there already. Write another id, or change that file.")
    folder.mkdir(exist_ok=True)
    text = starting_file(areas)
    file.write_text(text, "utf-8")
    return NEXT.format(file=file, blank=BLANK, blanks=blanks(text))


def blanks(text: str) -> int:
    """How many lines wait to be filled in, without those of the parts that are commented out."""
    return sum(line.endswith(BLANK) and not line.lstrip().startswith("#") for line in text.splitlines())


NEXT = """{file} is written.
1. Open it in a plain text editor, with the policy beside you.
2. Write what the policy says in place of each {blank} ({blanks} lines). policies/README.md explains them.
3. Run ./dev check {file} until it names no fault.
4. Run ./dev serve and read the pages.
5. Ask somebody else to compare the file with the policy, fact by fact."""


def _address(id_: str) -> str:
    if not ADDRESS.fullmatch(id_):
        near = re.sub(r"[^a-z0-9]+", "-", id_.lower()).strip("-").lstrip("0123456789-") or "north-town"
        rule = "small letters, digits and hyphens, a letter first"
        raise NewError(f"'{id_}' cannot be an id. Write {rule}, for example {near}.")
    if id_ in TAKEN:
        raise NewError(f"'{id_}' is a name of the site's own. Write another id, for example {id_}-policy.")
    return id_
