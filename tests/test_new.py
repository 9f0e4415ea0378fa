"""A new policy begins as a file that says what to write, and is in order once its blanks are filled."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from helper.faults import place
from helper.fields import hints, required
from helper.policy import Policy
from helper.readers import BLANK, MOST
from macros.new_file import NewError, blanks, write_new
from macros.new_file.field_words import field_words
from macros.new_file.starting_file import NOT_STATED, starting_file
from macros.policies import PolicyFaults, policy_files, read_policy
from macros.read_yaml import read_yaml
from macros.schema import schema
from tests.test_diff import classes

Run = Callable[..., tuple[int, str, str]]
BY_PLACE = {
    "stages[0].id": "talk",
    "stages[1].id": "managers",
    "stages[0].label": "Stage 1",
    "stages[1].label": "Stage 2",
    "stages[0].timescales[0].counts_from": "start of the first stage",
    "stages[1].timescales[0].counts_from": "end of the stage before",
    "budgets[0].counts_from": "start of the first stage",
    "budgets[0].amount": "4",
    "channels[0].stages": "all stages",
    "channels[0].avoid": "Do not use e-mail alone.",
    "stages[0].action": "Speak to the other professional and agree a plan",
    "stages[1].action": "Ask your line manager to speak to theirs",
    "stages[0].reached": "You have begun to discuss it",
    "stages[1].reached": "The line managers have begun to discuss it",
    "stages[0].yours": "you",
    "other_routes[0].use_when": "You want to make a complaint about an agency",
    "other_routes[0].id": "complaint",
    "budgets[0].id": "maximum",
    "forms[0].id": "summary-log",
    "steps_in.stage": "managers",
    "partnership.short": "NTSCP",
}
BY_FIELD = {
    "name": "North Town",
    "stage_word": "stage",
    "issued": "2026-04-01",
    "issued_as": "approved on",
    "taken": "2026-11-21",
    "checked": "2026-11-21",
    "effective": "not stated",
    "review": "not stated",
    "link": "not stated",
    "email": "not stated",
    "phone": "not stated",
    "hours": "not stated",
    "version": '"2.1"',
    "division": "england-and-wales",
    "scope": "children",
    "working_day": "not stated",
    "start_day_counts": "not stated",
    "not_agreed": "not stated",
    "yours": "your line manager",
    "theirs": "the other professional",
    "unit": "working days",
    "amount": "2",
    "strength": "must",
    "covers": "all stages",
    "power": "decides",
    "binding": "yes",
    "today": "2026-11-27",
    "answers": "{immediate_danger: yes}",
    "state": "emergency",
}
SENTENCE = "The managers decide what happens next."


def filled(file: Path, keep: frozenset[int] = frozenset()) -> Path:
    """The file with every blank that is in use filled in, each at its place, but for the lines to keep."""
    lines = file.read_text("utf-8").splitlines()
    for path, (row, column) in read_yaml(file).values.items():
        if lines[row - 1][column - 1 :] == BLANK and row not in keep:
            field = next(part for part in reversed(path) if isinstance(part, str))
            value = BY_PLACE.get(place(path)) or BY_FIELD.get(field, SENTENCE)
            lines[row - 1] = lines[row - 1][: column - 1] + value
    file.write_text("\n".join([*lines, ""]), "utf-8")
    return file


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    write_new("north-town", ["North Town"], tmp_path)
    return tmp_path / "north-town.yaml"


def test_with_its_blanks_filled_it_has_no_fault(begun: Path) -> None:
    policy = read_policy(filled(begun))
    assert (policy.name, policy.areas, len(policy.ladder)) == ("North Town", ("North Town",), 2)
    assert BLANK not in str(policy)


def test_every_blank_in_use_is_named_as_not_filled_in_yet(begun: Path) -> None:
    """As many at a time as the check names."""
    text = begun.read_text("utf-8")
    lines = enumerate(text.splitlines(), 1)
    waiting = [number for number, line in lines if BLANK in line and not line.lstrip().startswith("#")]
    assert len(waiting) == blanks(text) > MOST
    for first in range(0, len(waiting), MOST):
        keep = waiting[first : first + MOST]
        begun.write_text(text, "utf-8")
        with pytest.raises(PolicyFaults) as caught:
            read_policy(filled(begun, frozenset(keep)))
        assert [int(line.split(":")[1]) for line in caught.value.lines] == keep
        assert all(" is not filled in yet. Write " in line for line in caught.value.lines)


def test_every_commented_part_can_be_taken_into_use(begun: Path) -> None:
    """Without its marks each part is YAML at the right level; only fields that exist stand there."""
    text = begun.read_text("utf-8")
    for _ in range(4):
        text = re.sub(r"(?m)^( *(?:- )?)# (?!yaml)", r"\1", text)
    begun.write_text(text, "utf-8")
    source = read_yaml(begun)
    assert not source.faults
    assert set(source.tree) == set(hints(Policy)) - {"id"}  # type: ignore[call-overload]
    with pytest.raises(PolicyFaults) as caught:
        read_policy(begun)
    assert not [line for line in caught.value.lines if "is not a field" in line or "is missing" in line]


def test_every_field_of_every_class_is_there_with_what_to_write() -> None:
    text = starting_file()
    for kind in classes():
        for name in hints(kind).keys() - ({"id"} if kind is Policy else set()):
            row = field_words(kind, name)
            assert row, f"policies/README.md has no row for {kind.__name__}.{name}"
            if not row.is_allowed:
                continue
            assert f"{name}:" in text
            remark = NOT_STATED.sub("", row.remark).strip()
            assert remark in text, f"{kind.__name__}.{name}"


def part(begins: str, ends: str, field: str) -> str:
    """The hint above a field in one part of the file."""
    lines = starting_file().split(f"\n{begins}")[1].split(f"\n{ends}")[0].splitlines()
    place = next(place for place, line in enumerate(lines) if line.strip("# -").startswith(f"{field}:"))
    return lines[place - 1].strip("# ")


def test_a_hint_does_not_turn_its_meaning_round() -> None:
    """ "Not with hours" lost its No, and "a fixed word, or an id" its first half."""
    assert part("stages:", "# ladders:", "clock") == (
        "The hour of the last day that the policy names: `17:00`. Not with `hours`, `at once` or `words only`."
    )
    assert part("stages:", "# ladders:", "counts_from").startswith(
        "What it counts from: one of the words for it, or the `id` of one of the `events`. "
    )
    assert part("budgets:", "## What holds", "counts_from").startswith(
        "What it counts from: `start of the first stage`, or the `id` of one of the `events`. "
    )


def test_every_hint_begins_with_what_the_field_is() -> None:
    hints = [line.strip("# -") for line in starting_file().splitlines() if "## " in line]
    assert not [line for line in hints if re.match(r"Fixed words|Or |T with|Nothing|,|:", line)]
    assert not [line for line in hints if re.search(r"see \w+ (above|below)|\. [a-z]", line)]


def test_only_words_that_may_stand_there_are_offered() -> None:
    met_by = part("stages:", "# ladders:", "met_by")
    assert "`start of this stage`, or the `id` of an event" in met_by
    assert not [word for word in ("start of the first stage", "end of the stage before") if word in met_by]
    for field in ("counts_from", "or_from"):
        said = part("budgets:", "## What holds", field)
        assert "`start of the first stage`" in said
        assert not [word for word in ("end of the stage before", "start of this stage") if word in said]
    unit = part("        # also:", "        # owner:", "unit")
    assert unit.endswith("Fixed words: `working days`, `days`, `hours`.")


def test_a_field_that_is_not_allowed_is_not_offered() -> None:
    budgets = starting_file().split("\nbudgets:")[1].split("\n## What holds")[0]
    assert "covers:" in budgets
    assert "total:" not in budgets
    assert "met_by:" not in budgets


def test_fields_stand_in_reading_order_and_required_ones_are_in_use() -> None:
    lines = starting_file().splitlines()
    found = [match[2] for line in lines if (match := re.match(r"(# )?(\w+):", line))]
    assert found == [name for name in hints(Policy) if name != "id"]
    live = {line.split(":")[0] for line in lines if re.match(r"\w+:", line)}
    assert live == required(Policy)


def test_the_first_stage_is_explained_and_the_last_has_an_ending() -> None:
    text = starting_file()
    first, second = text[text.index("\nstages:") : text.index("# ladders:")].split("\n\n")[:2]
    assert "## A short name for it: `Manager to manager`." in first
    assert "## " not in second.split("ends:")[0].rpartition("##")[0]
    assert ("    ends:" in first, "    ends:" in second) == (False, True)


def test_an_area_that_yaml_would_misread_is_quoted(tmp_path: Path) -> None:
    write_new("two", ["North: Town #1", "Reading"], tmp_path)
    tree = read_yaml(tmp_path / "two.yaml").tree
    assert tree["areas"] == ["North: Town #1", "Reading"]  # type: ignore[index, call-overload]


def test_it_says_what_to_do_next(tmp_path: Path) -> None:
    said = write_new("north-town", (), tmp_path)
    file = tmp_path / "north-town.yaml"
    assert said.splitlines()[0] == f"{file} is written."
    assert f"./dev check {file}" in said
    assert "./dev serve" in said
    assert policy_files(tmp_path) == [file]


REFUSED = [
    ("North Town", "'North Town' cannot be an id. Write small letters, digits and hyphens, a letter first, for example north-town."),
    ("4-towns", "'4-towns' cannot be an id. Write small letters, digits and hyphens, a letter first, for example towns."),
    ("../x", "'../x' cannot be an id. Write small letters, digits and hyphens, a letter first, for example x."),
    ("", "'' cannot be an id. Write small letters, digits and hyphens, a letter first, for example north-town."),
    ("api", "'api' is a name of the site's own. Write another id, for example api-policy."),
]  # fmt: skip


@pytest.mark.parametrize(("id_", "said"), REFUSED)
def test_a_bad_id_is_refused_with_what_to_write(tmp_path: Path, id_: str, said: str) -> None:
    with pytest.raises(NewError, match=re.escape(said)):
        write_new(id_, (), tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "north-town.yaml"
    file.write_text("mine", "utf-8")
    with pytest.raises(NewError, match="is there already. Write another id, or change that file."):
        write_new("north-town", (), tmp_path)
    assert file.read_text("utf-8") == "mine"


def test_the_schema_refuses_the_blanks_that_are_no_text(begun: Path) -> None:
    from jsonschema import Draft202012Validator

    assert not Draft202012Validator(schema()).is_valid(read_yaml(begun).tree)
    assert Draft202012Validator(schema()).is_valid(read_yaml(filled(begun)).tree)


def test_the_command_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_guide: Run) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = run_guide("new", "north-town", "--areas", "North Town", "South Town")
    assert code == 0
    assert "policies/north-town.yaml is written." in out
    code, _, err = run_guide("new", "north-town")
    assert (code, "is there already" in err) == (1, True)
