"""Reads any version of a policy: the file in use, an earlier one, a draft."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from helper.policy import Policy
from macros.policies import FOLDER, PolicyFaults, policy_files, read_file

EARLIER = "earlier"
Version = tuple[date, Policy]


class NoVersion(ValueError):
    """A version was named that there is no file for; the message says what to write."""


def read_version(file: Path, id_: str) -> Policy:
    """The policy of a file under an id. Raises PolicyFaults.

    Only its fields are checked, not the rules between them: they are for the version in use, and a
    rule of today must not undo what was held before.
    """
    found = read_file(file)
    if found.policy is None or found.source is None or found.source.faults:
        raise PolicyFaults([line for _, line in found.faults])
    return replace(found.policy, id=id_)


def earlier_versions(id_: str, folder: Path = FOLDER) -> tuple[Version, ...]:
    """The versions that were held before, oldest first, each with the day on which it was replaced.

    They stand in policies/earlier/<id>/<day>.yaml. Raises PolicyFaults for a name that is no day.
    """
    files = (folder / EARLIER / id_).glob("*.yaml")
    return tuple((day, read_version(file, id_)) for day, file in sorted((_day(file), file) for file in files))


def named_version(name: str, folder: Path = FOLDER) -> Policy:
    """The policy of a file, or of an id. Raises NoVersion and PolicyFaults."""
    file = Path(name) if name.endswith((".yaml", ".yml")) else folder / f"{name}.yaml"
    if not file.is_file():
        known = ", ".join(each.stem for each in policy_files(folder))
        raise NoVersion(f"There is no policy '{name}'. Write a file, or one of: {known}.")
    return read_version(file, file.stem)


def _day(file: Path) -> date:
    with suppress(ValueError):
        day = date.fromisoformat(file.stem)
        if day.isoformat() == file.stem:
            return day
    write = "Name it after the day on which it was replaced, for example 2027-03-01.yaml."
    raise PolicyFaults([f"{file}:1:1: the file is named '{file.stem}'. {write}"])
