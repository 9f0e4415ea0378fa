"""The JSON Schema says of a file what the check says, as far as a schema can."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from macros.policies import PolicyFaults, read_policy
from macros.read_yaml import read_yaml
from macros.schema import schema
from tests.conftest import ALL_FILES
from tests.test_bad_input import GOOD

SCHEMA = Draft202012Validator(schema())
SAME_VERDICT = [  # old, new: what a schema can see
    ("        unit: working days\n        amount: 3", "        unit: workdays\n        amount: 3"),
    ("    name: Talk\n", "    name: Talk\n    colour: red\n"),
    ("division: scotland\n", ""),
    ("    name: Talk\n", "    name:\n"),
    ("        amount: 3", "        amount: three"),
    ("issued: 2026-03-02", "issued: 2 March 2026"),
    ("areas:\n  - Plainshire\n", "areas: Plainshire\n"),
    ("areas:\n  - Plainshire\n", "areas: []\n"),
    ("binding: no", "binding: perhaps"),
    (
        "silence:\n  text: No answer within the limit counts as no agreement.\n  source: Section 5\n",
        "silence: unknown\n",
    ),
    ("name: Plainshire\n", "name: Plainshire\nid: town\n"),
]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("file", ALL_FILES, ids=lambda file: file.stem)
def test_every_good_file_passes(file: Path) -> None:
    assert [error.message for error in SCHEMA.iter_errors(read_yaml(file).tree)] == []


@pytest.mark.parametrize(("old", "new"), SAME_VERDICT, ids=lambda text: text[:30])
def test_a_bad_file_fails_in_both(tmp_path: Path, old: str, new: str) -> None:
    assert old in GOOD
    file = tmp_path / "town.yaml"
    file.write_text(GOOD.replace(old, new, 1), "utf-8")
    assert not SCHEMA.is_valid(read_yaml(file).tree)
    with pytest.raises(PolicyFaults):
        read_policy(file)


def test_the_command_prints_it(run_guide: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = run_guide("schema")
    assert code == 0
    assert json.loads(out) == schema()
