"""Something wrong at one place of a policy: where, what was found, what to write instead."""

from dataclasses import dataclass

Path = tuple[str | int, ...]


def place(path: Path) -> str:
    """stages[1].timescales[0].unit"""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).lstrip(".") or "the file"


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Something wrong at one place of a tree: where, what was found, what to write instead.

    in_key: the fault is in the field's name, not in its value. rule: the name of the rule that it
    breaks, empty where the reader leaves that to be told from what was found.
    """

    path: Path
    found: str
    write: str
    in_key: bool = False
    rule: str = ""

    def __str__(self) -> str:
        return f"{place(self.path)} {self.found}. {self.write}"


class Faults(ValueError):
    """Every fault of a tree, in `faults`."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def did_you_mean(found: str, known: list[str]) -> str:
    """ "Did you mean name? ", or nothing where no known word is near."""
    from difflib import get_close_matches

    near = get_close_matches(found[:60], known, n=1, cutoff=0.7)
    return f"Did you mean {near[0]}? " if near else ""
