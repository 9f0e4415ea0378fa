"""The policies of a folder: read, checked, and every fault of every file at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from helper.faults import Fault, Faults
from helper.plain import read
from helper.policy import Policy
from macros.file_names import id_of, misnamed, name_fault, near
from macros.read_yaml import read_yaml
from macros.rules import broken_rules
from macros.rules.ids import FILE_NAME
from macros.rules.reading import OWN_ID, reading_rule, unreadable_rule, with_reason
from macros.source import Mark, Source
from macros.unreadable import Unreadable

FOLDER = Path("policies")


class PolicyFaults(ValueError):
    """One or more policy files are at fault; `lines` has each fault with file, line and column."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True, kw_only=True)
class PolicyFile:
    """A file as far as it could be read.

    policy: None where its facts could not be read. faults: each with its line and column, in reading
    order. source: where everything stands, None where the file is no YAML.
    """

    faults: list[tuple[Mark, str]]
    policy: Policy | None = None
    source: Source | None = None


def policy_files(folder: Path = FOLDER) -> list[Path]:
    """The policy files of a folder, in the order of their ids."""
    return sorted(folder.glob("*.yaml"))


def all_files(folder: Path = FOLDER) -> list[Path]:
    """The policy files, then those that are named otherwise, each of them a fault."""
    return [*policy_files(folder), *misnamed(folder)]


def read_file(file: Path) -> PolicyFile:
    """The file with its policy, whose id is the file's name, and with everything that is wrong in it."""
    found, wrong = _read_file(file), name_fault(file)
    named = [((0, 0), f"{wrong} [{FILE_NAME}]")] if wrong else []
    return replace(found, faults=[*named, *found.faults])


def _read_file(file: Path) -> PolicyFile:
    try:
        source = read_yaml(file)
    except Unreadable as error:
        said = f"{error} {near(file, all_files())}".rstrip() if not file.exists() else str(error)
        return PolicyFile(faults=[((0, 0), f"{said} [{unreadable_rule(str(error))}]")])
    try:
        policy = replace(read(Policy, source.tree), id=id_of(file))
    except Faults as error:
        return PolicyFile(faults=_placed(source, [*map(with_reason, error.faults)]), source=source)
    found = [*_own_id(source), *broken_rules(policy)]
    return PolicyFile(faults=_placed(source, found), source=source, policy=policy)


def read_policy(file: Path) -> Policy:
    """The policy of one file. Raises PolicyFaults with every fault."""
    return read_policies([file])[0]


def read_policies(files: Iterable[Path]) -> tuple[Policy, ...]:
    """Every policy, or PolicyFaults with every fault of every file."""
    policies, lines = list[Policy](), list[str]()
    for found in map(read_file, files):  # one by one: a file's source is larger than its policy
        lines += [line for _, line in found.faults]
        policies += [found.policy] if found.policy else []
    if lines:
        raise PolicyFaults(lines)
    return tuple(policies)


def placed_line(source: Source, fault: Fault, *, warning: bool = False) -> tuple[Mark, str]:
    """Where a fault stands, and the fault as file:line:column: place found. What to write. [rule]"""
    row, column = source.mark(fault)
    said = f"{'warning: ' if warning else ''}{fault} [{fault.rule or reading_rule(fault.found)}]"
    return (row, column), f"{source.file}:{row}:{column}: {said}"


def _own_id(source: Source) -> list[Fault]:
    """An id inside the file is refused: the file's name is the id."""
    if not (isinstance(source.tree, dict) and "id" in source.tree):
        return []
    write = "Leave it out: the file's name is the id."
    return [Fault(path=("id",), found="is not a field here", write=write, in_key=True, rule=OWN_ID)]


def _placed(source: Source, faults: list[Fault]) -> list[tuple[Mark, str]]:
    """The file's own faults and these, in reading order, without those that only follow from the file's."""
    unread = {fault.path for fault in source.faults if not fault.in_key}
    follow = [fault for fault in faults if fault.path not in unread]
    return sorted(placed_line(source, fault) for fault in [*source.faults, *follow])
