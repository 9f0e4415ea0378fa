"""The policies of a folder: read, checked, and every fault of every file at once."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from helper.faults import Fault, Faults
from helper.plain import read
from helper.policy import Policy
from helper.rules import broken_rules
from macros.read_yaml import Source, Unreadable, read_yaml

FOLDER = Path("policies")


class PolicyFaults(ValueError):
    """One or more policy files are at fault; `lines` has each fault with file, line and column."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def policy_files(folder: Path = FOLDER) -> list[Path]:
    """The policy files of a folder, in the order of their ids."""
    return sorted(folder.glob("*.yaml"))


def read_policy(file: Path) -> Policy:
    """The policy of one file; its id is the file's name. Raises PolicyFaults with every fault."""
    try:
        source = read_yaml(file)
    except Unreadable as error:
        raise PolicyFaults([str(error)]) from None
    try:
        policy = replace(read(Policy, source.tree), id=file.stem)
    except Faults as error:
        raise PolicyFaults(_lines(source, error.faults)) from None
    if found := _lines(source, [*_own_id(source), *broken_rules(policy)]):
        raise PolicyFaults(found)
    return policy


def read_policies(files: Iterable[Path]) -> tuple[Policy, ...]:
    """Every policy, or PolicyFaults with every fault of every file."""
    policies, lines = [], []
    for file in files:
        try:
            policies.append(read_policy(file))
        except PolicyFaults as error:
            lines += error.lines
    if lines:
        raise PolicyFaults(lines)
    return tuple(policies)


def _own_id(source: Source) -> list[Fault]:
    """An id inside the file is refused: the file's name is the id."""
    if ("id",) not in source.keys:
        return []
    return [
        Fault(
            path=("id",),
            found="is not a field here",
            write="Leave it out: the file's name is the id.",
            in_key=True,
        )
    ]


def _lines(source: Source, faults: list[Fault]) -> list[str]:
    """The file's own faults and these, in reading order, without those that only follow from the file's."""
    unread = {fault.path for fault in source.faults if not fault.in_key}
    follow = [fault for fault in faults if fault.path not in unread]
    placed = sorted((source.mark(fault), source.line(fault)) for fault in [*source.faults, *follow])
    return [line for _, line in placed]
