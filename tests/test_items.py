"""The table in policies/README.md of what a policy may say: each file it names shows what its row says."""

import re
from functools import cache

import pytest

from helper.policy import Policy
from macros.policies import read_policy
from tests.conftest import ROOT
from tests.items import ITEMS

README = (ROOT / "policies" / "README.md").read_text("utf-8")
ROWS = {
    int(number): (re.findall(r"`(\w+)[^`]*`", fields), re.findall(r"`([\w/-]+\.yaml)`", files))
    for number, fields, files in re.findall(r"^\| (\d+) \|[^|]+\|([^|]+)\|([^|]+)\|$", README, re.M)
}


@cache
def policy(name: str) -> Policy:
    return read_policy(ROOT / name)


def test_every_item_has_a_row() -> None:
    assert sorted(ROWS) == sorted(ITEMS) == list(range(1, 22))


@pytest.mark.parametrize("number", ITEMS)
def test_the_files_named_show_every_facet(number: int) -> None:
    shown = {name for name, shows in ITEMS[number].items() for file in ROWS[number][1] if shows(policy(file))}
    assert set(ITEMS[number]) - shown == set()


@pytest.mark.parametrize("number", ITEMS)
def test_no_file_is_named_that_shows_nothing(number: int) -> None:
    for file in ROWS[number][1]:
        assert any(shows(policy(file)) for shows in ITEMS[number].values()), file


@pytest.mark.parametrize("number", ITEMS)
def test_the_fields_named_are_fields(number: int) -> None:
    for field in ROWS[number][0]:
        assert f"\n| `{field}` |" in README
