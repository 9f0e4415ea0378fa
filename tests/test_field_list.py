"""policies/README.md lists exactly the fields and fixed words that there are, and its example is sound."""

import re
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from textwrap import dedent
from typing import Any, get_args

import pytest
import yaml

from helper.faults import Fault, Faults
from helper.plain import hints, read
from helper.policy import Policy
from helper.stage import Stage
from macros.policies import read_policy
from macros.proof.scenarios import scenario_faults
from tests.conftest import ROOT

README = (ROOT / "policies" / "README.md").read_text("utf-8")


def kinds(kind: Any) -> Iterator[type]:
    """A class, and every class that its fields lead to."""
    for each in get_args(kind):
        yield from kinds(each)
    if isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, Enum)):
        yield kind
    if is_dataclass(kind):
        for each in hints(kind).values():
            yield from kinds(each)


KINDS = list(dict.fromkeys(kinds(Policy)))
CLASSES = [kind for kind in KINDS if is_dataclass(kind)]
WORDS = [kind for kind in KINDS if issubclass(kind, Enum)]


def section(name: str) -> str:
    found = re.search(rf"^## {name}\b.*?\n(.*?)(?=^##? |\Z)", README, re.M | re.S)
    assert found, f"policies/README.md has no heading ## {name}"
    return found[1]


def rows(name: str) -> dict[str, str]:
    """The table below the heading of a class: field and whether it must be there."""
    return dict(re.findall(r"^\| `(\w+)` \|.*\| ([^|]+) \|$", section(name), re.M))


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_field_is_listed_and_none_besides(kind: type) -> None:
    written = {field.name: field for field in fields(kind)}
    listed = rows(kind.__name__)
    assert sorted(listed) == sorted(written)
    for name, field in written.items():
        assert listed[name].startswith("Yes") == (field.default is MISSING), f"{kind.__name__}.{name}"


@pytest.mark.parametrize("kind", WORDS, ids=lambda kind: kind.__name__)
def test_every_fixed_word_is_listed(kind: type[Enum]) -> None:
    for member in kind:
        assert f"`{member.value}`" in section(kind.__name__)


def test_no_class_is_listed_that_is_not_there() -> None:
    tables = re.split(r"^# Fixed words$", README, flags=re.M)[1]
    listed = re.findall(r"^## (\w+)", tables, re.M)
    assert sorted(listed) == sorted(kind.__name__ for kind in KINDS)


def test_the_example_has_no_fault(tmp_path: Any) -> None:
    example = re.search(r"^```yaml\n(name: North Town\n.*?)^```$", README, re.M | re.S)
    assert example
    file = tmp_path / "north-town.yaml"
    file.write_text(example[1], "utf-8")
    assert list(scenario_faults(read_policy(file))) == []


@pytest.mark.parametrize("piece", re.findall(r"^```yaml\n((?!name:|#).*?)^```$", README, re.M | re.S))
def test_the_pieces_use_fields_rightly(piece: str) -> None:
    for name, tree in yaml.load(dedent(piece), yaml.BaseLoader).items():
        known = {**hints(Stage), **hints(Policy)}
        assert not [fault for fault in faults(known[name], tree) if fault.found != "is missing"]


def faults(kind: Any, tree: object) -> list[Fault]:
    try:
        read(kind, tree)
    except Faults as error:
        return error.faults
    return []
