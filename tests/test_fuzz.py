"""A small part of the fuzz (tests/fuzz.py), the worst files by name, and that it notices what is wrong."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from helper.policy import Policy
from macros.policies import PolicyFaults, read_policy
from macros.read_yaml import read_yaml
from tests import fuzz
from tests.conftest import ALL_FILES, MADE_UP
from tests.mangle import BOMBS, mangled

GOOD = (MADE_UP / "plainshire.yaml").read_bytes()
WORST = (
    *BOMBS,
    "[" * 130_000,
    "- " * 65_000,
    "{a: [" * 20_000,
    "areas: [" + "a," * 60_000 + "]",
    "stages: [" + "{do: [{},{},{}]}," * 7_000 + "]",
    "\n".join(f"name{number}: x" for number in range(9_000)),
    "division: " + "x" * 130_000,
)


@pytest.fixture(autouse=True)
def room_for_the_other_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this process took before is no fault of the files."""
    monkeypatch.setattr(fuzz, "MEGABYTES", fuzz.MEGABYTES + fuzz.megabytes())


def test_a_sample_of_mangled_files_is_read_or_refused(tmp_path: Path) -> None:
    tally = fuzz.try_files(range(200), tmp_path / "failures", every=100)
    assert tally.failed == ()
    assert tally.good > 25
    assert tally.refused > 100


def test_the_same_seed_is_the_same_file() -> None:
    assert [mangled(seed) for seed in range(20)] == [mangled(seed) for seed in range(20)]


@pytest.mark.parametrize("content", WORST, ids=lambda text: text[:20])
def test_the_worst_files_are_refused_in_time(tmp_path: Path, content: str) -> None:
    tally = fuzz.try_file(content.encode(), 0, tmp_path, deep=False)
    assert (tally.refused, tally.failed) == (1, ())


def test_a_fixed_word_is_one_whatever_the_spaces_in_it(tmp_path: Path) -> None:
    """The fuzz found it: “start of  the first stage” was taken for the id of an event."""
    file = tmp_path / "town.yaml"
    text = GOOD.decode().replace(": not stated", ': " not  stated "')
    start = "counts_from: start of the first stage"
    assert start in text
    file.write_text(text.replace(start, 'counts_from: "start  of the first stage "'), "utf-8")
    assert replace(read_policy(file), id="plainshire") == read_policy(MADE_UP / "plainshire.yaml")


def refusing(said: str) -> object:
    def refuse(file: Path) -> Policy:
        raise PolicyFaults([said.format(file=file)])

    return refuse


def breaking(file: Path) -> Policy:
    raise KeyError(file.name)


def slow(file: Path) -> Policy:
    until = time.process_time() + fuzz.SECONDS * 1.1
    while time.process_time() < until:
        pass
    return read_policy(file)


BROKEN = [  # what stands in for the reader, what the fuzz says
    (breaking, "KeyError: 'town.yaml'"),
    (slow, "s of work"),
    (refusing("{file}: name is missing"), "AssertionError: town.yaml: name is missing"),
    (refusing("{file}:999:1: name is missing"), "the file has "),
    (refusing("{file}:1:999: name is missing"), "the line has "),
    (refusing("{file}:1:1: name is 'a\u202eb'"), "AssertionError"),
    (refusing("{file}:1:1: name is 'a\nb'"), "AssertionError"),
]


@pytest.mark.parametrize(("reader", "said"), BROKEN, ids=lambda part: str(part)[:20])
def test_a_broken_reader_is_noticed_and_the_file_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: object, said: str
) -> None:
    monkeypatch.setattr(fuzz, "read_policy", reader)
    tally = fuzz.try_files(range(1), tmp_path / "failures", every=0)
    ((seed, why),) = tally.failed
    assert said in why
    assert (tmp_path / "failures" / f"{seed}.yaml").read_bytes() == mangled(seed)


def test_too_much_memory_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "MEGABYTES", 1)
    assert "MB" in fuzz.try_file(GOOD, 0, tmp_path, deep=False).failed[0][1]


@pytest.mark.parametrize("file", ALL_FILES, ids=lambda file: file.stem)
def test_every_text_stands_where_the_reader_says(file: Path) -> None:
    """The first word of each value is at its line and column, behind quotation marks if it has any."""
    source = read_yaml(file)
    lines = file.read_text("utf-8").splitlines()
    found = 0
    for path, (row, column) in source.values.items():
        value = source.tree
        for part in path:
            value = value[part]  # type: ignore[index]
        if isinstance(value, str) and value:
            assert lines[row - 1][column - 1 :].lstrip("\"'>|").startswith(value.split()[0][:3]), path
            found += 1
    assert found > 60
