"""The JSON Schema says of a file what the check says, as far as a schema can."""

import json
import re
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from helper.fields import hints, required
from helper.policy import Policy
from macros.policies import PolicyFaults, read_policy
from macros.read_yaml import read_yaml
from macros.schema import schema
from tests.conftest import ALL_FILES
from tests.test_bad_input import GOOD
from tests.test_diff import classes, sides

SCHEMA = Draft202012Validator(schema())
SILENCE = "silence:\n  text: No answer within the limit counts as no agreement.\n  not_agreed: yes\n  source: Section 5\n"
CALL = "        unit: working days\n        amount: 3"
SAME_VERDICT = [  # old, new: what a schema can see
    (CALL, CALL.replace("working days", "workdays")),
    (CALL, CALL.replace("3", "three")),
    (CALL, CALL.replace("3", "-3")),
    (CALL, CALL.replace("3", "2.5")),
    (CALL, CALL.replace("3", "1000")),
    (CALL, CALL.replace("3", "FILL IN")),
    (CALL, f"{CALL}\n        also: 48 hours"),
    (CALL, f"{CALL}\n        also: {{unit: hours}}"),
    (CALL, f"{CALL}\n        counted_from: not stated"),
    ("    name: Talk\n", "    name: Talk\n    colour: red\n"),
    ("    name: Talk\n", "    name:\n"),
    ("    name: Talk\n", '    name: "  "\n'),
    ("    name: Talk\n", "    name: FILL IN\n"),
    ("    name: Talk\n", '    name: "Talk \\u202e"\n'),
    ("    name: Talk\n", "    name: [Talk]\n"),
    ("    name: Talk\n", "    name: Talk\n    before_raising: maybe\n"),
    ("    name: Talk\n", "    name: Talk\n    called: Level 1\n"),
    ("    name: Talk\n", "    name: Talk\n    gate: not stated\n"),
    ("    name: Talk\n", "    name: Talk\n    roles: [{agency: health, side: ours, role: nurse, source: x}]\n"),
    ("division: scotland\n", ""),
    ("division: scotland\n", "division: Scotland\n"),
    ("division: scotland\n", "division: not stated\n"),
    ("issued: 2026-03-02", "issued: 2 March 2026"),
    ("issued: 2026-03-02", "issued: 2026-13-02"),
    ("issued: 2026-03-02", "issued: does not apply"),
    ("version: \"3\"", "version:"),
    ("areas:\n  - Plainshire\n", "areas: Plainshire\n"),
    ("areas:\n  - Plainshire\n", "areas: []\n"),
    ("areas:\n  - Plainshire\n", "areas: not stated\n"),
    ("binding: no", "binding: perhaps"),
    (SILENCE, "silence: unknown\n"),
    (SILENCE, SILENCE.replace("  not_agreed: yes\n", "")),
    ("channels: not stated\n", "channel: not stated\n"),
    ("channels: not stated\n", "channels: all stages\n"),
    ("name: Plainshire\n", "name: Plainshire\nid: town\n"),
    ("name: Plainshire\n", "name: Plainshire\nladder: not stated\n"),
]  # fmt: skip
ALSO_GOOD = [  # old, new: what both allow
    ("version: \"3\"", "version: 2.1"),
    ("version: \"3\"", "version: does not apply"),
    ("    name: Talk\n", "    name: 999\n"),
    (SILENCE, "silence: not stated\n"),
    ("channels: not stated\n", "channels: not stated\nagencies: []\n"),
]  # fmt: skip


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("file", ALL_FILES, ids=lambda file: file.stem)
def test_every_good_file_passes(file: Path) -> None:
    assert [error.message for error in SCHEMA.iter_errors(read_yaml(file).tree)] == []


@pytest.mark.parametrize(("old", "new"), SAME_VERDICT, ids=lambda text: text[:30])
def test_a_bad_file_fails_in_both(tmp_path: Path, old: str, new: str) -> None:
    file = changed(tmp_path, old, new)
    assert not SCHEMA.is_valid(read_yaml(file).tree)
    with pytest.raises(PolicyFaults):
        read_policy(file)


@pytest.mark.parametrize(("old", "new"), ALSO_GOOD, ids=lambda text: text[:30])
def test_a_good_file_passes_in_both(tmp_path: Path, old: str, new: str) -> None:
    file = changed(tmp_path, old, new)
    assert [error.message for error in SCHEMA.iter_errors(read_yaml(file).tree)] == []
    read_policy(file)


def changed(folder: Path, old: str, new: str) -> Path:
    """The good file with one place changed."""
    assert old in GOOD
    file = folder / "town.yaml"
    file.write_text(GOOD.replace(old, new, 1), "utf-8")
    return file


def test_an_editor_reads_numbers_and_truth_values_and_is_not_misled() -> None:
    """An editor types values as YAML does: an unquoted version is a number there."""
    tree: Any = read_yaml(Path(ALL_FILES[-1])).tree
    tree["document"]["version"] = 2.1
    tree["start_day_counts"] = True
    assert SCHEMA.is_valid(tree)
    tree["document"]["version"] = None
    assert not SCHEMA.is_valid(tree)


def test_every_class_has_all_its_fields_and_no_property_of_ours() -> None:
    written = schema()
    for kind in classes():
        part = written if kind is Policy else written["$defs"][kind.__name__]
        assert list(part["properties"]) == [name for name in hints(kind) if (kind, name) != (Policy, "id")]
        assert set(part["required"]) == required(kind)
        assert part["additionalProperties"] is False


def test_every_field_and_every_class_says_what_it_is_for() -> None:
    """An editor shows it while somebody types. Fixed words speak for themselves."""
    written = schema()
    for kind in classes():
        part = written if kind is Policy else written["$defs"][kind.__name__]
        assert part["title"]
        assert part["description"]
        for name, each in part["properties"].items():
            fixed = all(
                isinstance(side, type) and issubclass(side, Enum) for side in sides(hints(kind)[name])
            )
            whole = "$ref" in each and "description" in written["$defs"][each["$ref"].rpartition("/")[2]]
            assert each.get("description") or fixed or whole, f"{kind.__name__}.{name}"
            assert not re.search("see .* above|fixed word|each item a|]\\(#", each.get("description", ""))


def test_examples_are_those_of_the_tables() -> None:
    found = schema()["$defs"]
    assert found["Stage"]["properties"]["label"]["examples"] == ["Step 2"]
    assert found["Document"]["properties"]["issued_as"]["examples"] == ["approved on", "as printed on"]
    assert "examples" not in found["Timescale"]["properties"]["amount"]


def test_the_command_prints_it(run_guide: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = run_guide("schema")
    assert code == 0
    assert json.loads(out) == schema()
