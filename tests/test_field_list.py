"""policies/README.md lists exactly the fields that there are, class by class."""

import re
from dataclasses import MISSING, fields, is_dataclass

import pytest

from helper import policy
from tests.conftest import ROOT

README = (ROOT / "policies" / "README.md").read_text("utf-8")
CLASSES = [
    each
    for each in vars(policy).values()
    if isinstance(each, type) and is_dataclass(each) and each.__module__ == policy.__name__
]


def rows(name: str) -> dict[str, str]:
    """The table below the heading of a class: field and whether it must be there."""
    section = re.search(rf"^## {name}\b.*?\n(.*?)(?=^## |\Z)", README, re.M | re.S)
    assert section, f"policies/README.md has no heading ## {name}"
    found = re.findall(r"^\| `(\w+)` \|.*\| ([^|]+) \|$", section[1], re.M)
    return dict(found)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_field_is_listed_and_none_besides(kind: type) -> None:
    written = {field.name: field for field in fields(kind)}
    listed = rows(kind.__name__)
    assert sorted(listed) == sorted(written)
    for name, field in written.items():
        assert listed[name].startswith("Yes") == (field.default is MISSING), f"{kind.__name__}.{name}"


def test_every_fixed_word_is_listed() -> None:
    for kind in (policy.Unit, policy.Start, policy.Strength, policy.Power, policy.Scope, policy.WorkingDay):
        for member in kind:
            assert f"`{member.value}`" in README
