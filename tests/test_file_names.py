"""A policy file whose name nobody would read is named, and the right name with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.policies import all_files, policy_files
from macros.serving.library import Library
from tests.conftest import MADE_UP
from tests.project import project

Run = Callable[..., tuple[int, str, str]]
MISNAMED = {
    "fen-town.yml": "fen-town.yaml",
    "fen-town.YML": "fen-town.yaml",
    "fen-town.Yaml": "fen-town.yaml",
    "fen-town.yaml.txt": "fen-town.yaml",
    "fen-town.yml.TXT": "fen-town.yaml",
    "fen-town.yaml.yml": "fen-town.yaml",
}
STRAY = (
    "README.md",
    "addresses.txt",
    "redirects.txt",
    "notes.txt",
    "fen.yaml~",
    "fen.yaml.bak",
    ".fen.yaml.swp",
    ".fen.yml",
    "#fen.yml#",
    "~$fen.yml",
    ".DS_Store",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one policy, Plainshire, in which the commands run."""
    monkeypatch.chdir(project(tmp_path, MADE_UP / "plainshire.yaml"))
    return Path("policies")


def put(folder: Path, name: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes((MADE_UP / "plainshire.yaml").read_bytes())
    return file


@pytest.mark.parametrize(("name", "right"), MISNAMED.items())
def test_a_policy_that_would_be_passed_over_is_a_fault(
    name: str, right: str, folder: Path, run_guide: Run
) -> None:
    file = put(folder, name)
    said = (
        f"{file}:1:1: the file is named '{name}', and only files that end in .yaml are read. "
        f"Rename it to policies/{right}. [file-name]"
    )
    for words in (["check"], ["check", str(file)]):
        code, out, _ = run_guide(*words)
        assert (code, out.splitlines().count(said)) == (1, 1)
    assert ", 1 fault, " in run_guide("check")[1].splitlines()[-1]


def test_the_build_stops_at_it_as_at_any_fault(folder: Path, run_guide: Run) -> None:
    put(folder, "fen-town.yml")
    code, _, err = run_guide("build")
    assert (code, Path("site").exists()) == (1, False)
    assert "Rename it to policies/fen-town.yaml. [file-name]\n1 fault." in err


def test_the_faults_inside_it_are_named_too(folder: Path, run_guide: Run) -> None:
    file = put(folder, "fen-town.yml")
    file.write_text(file.read_text("utf-8").replace("scope: children", "scope: all"), "utf-8")
    _, out, _ = run_guide("check", str(file))
    assert "Rename it to policies/fen-town.yaml." in out
    assert "scope is 'all'." in out


def test_two_files_of_one_policy_are_not_told_to_take_one_name(folder: Path, run_guide: Run) -> None:
    put(folder, "plainshire.yml")
    assert "There is a policies/plainshire.yaml too: keep one. [file-name]" in run_guide("check")[1]


def test_an_earlier_version_is_not_passed_over_either(folder: Path, run_guide: Run) -> None:
    put(folder, "earlier/plainshire/2026-03-01.yml")
    assert "Rename it to policies/earlier/plainshire/2026-03-01.yaml. [file-name]" in run_guide("check")[1]


def test_other_files_and_the_copies_of_editors_are_passed_over(folder: Path, run_guide: Run) -> None:
    for name in STRAY:
        (folder / name).write_text("nothing for us", "utf-8")
    assert all_files(folder) == policy_files(folder)
    code, out, _ = run_guide("check")
    assert (code, out.splitlines()[-1].split(" in order")[0]) == (0, "1 policy")


def test_the_open_site_names_it_too(folder: Path) -> None:
    library = Library(folder)
    assert library.faults() == ()
    put(folder, "fen-town.yml")
    (said,) = library.faults()
    assert said.endswith("Rename it to policies/fen-town.yaml.")


def test_check_takes_an_id_as_ask_does(folder: Path, run_guide: Run) -> None:
    by_id, by_file = run_guide("check", "plainshire"), run_guide("check", "policies/plainshire.yaml")
    assert by_id == by_file
    assert by_id[0] == 0
    put(folder, "fen-town.yml")
    assert "Rename it to policies/fen-town.yaml." in run_guide("check", "fen-town")[1]


@pytest.mark.parametrize("name", ["plainshir", "plain-shire", "plainshire.yml", "policies/plainshires.yaml"])
def test_a_name_that_is_nearly_one_is_told_which(name: str, folder: Path, run_guide: Run) -> None:
    code, out, _ = run_guide("check", name)
    assert code == 1
    assert "Name a policy file. Did you mean policies/plainshire.yaml? [unreadable]" in out


def test_a_name_that_is_like_none_is_not_guessed(folder: Path, run_guide: Run) -> None:
    assert "Did you mean" not in run_guide("check", "wherever.yaml")[1]
