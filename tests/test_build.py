"""Building: the same pages by every way out, and never half a site."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.adapter_disk import write_to_disk
from macros.outputs import outputs
from macros.policies import policy_files, read_policies
from macros.swap import recover, swap
from tests.conftest import MADE_UP, ROOT, policy
from tests.project import project

REAL = policy_files(ROOT / "policies")
Run = Callable[..., tuple[int, str, str]]


def pages(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("index.html"))


def test_every_output_has_its_place_in_the_site(site_folder: Path) -> None:
    given = list(outputs(read_policies(REAL)))
    assert len(given) > 20
    assert [each.path for each in given if not (site_folder / each.built).is_file()] == []


@pytest.mark.thorough
def test_the_same_pages_come_from_the_folder_without_our_hook(site_folder: Path, tmp_path: Path) -> None:
    """What the disk adapter writes, built by MkDocs alone with a plain theme."""
    source, built, config = tmp_path / "source", tmp_path / "built", tmp_path / "mkdocs.yml"
    write_to_disk(outputs(read_policies(REAL)), source, ROOT / "docs")
    config.write_text(
        json.dumps({"site_name": "x", "docs_dir": "source", "theme": {"name": None, "custom_dir": "theme"}})
    )
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "main.html").write_text("{{ page.content }}")
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config), "-d", str(built)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert pages(built) == pages(site_folder)
    ours, theirs = ((folder / "api/v1/sefton.json").read_bytes() for folder in (site_folder, built))
    assert ours == theirs


def test_the_folder_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep me")
    with pytest.raises(FileExistsError, match="is not empty. Name a new folder"):
        write_to_disk([], tmp_path, ROOT / "docs")


def test_a_failed_build_leaves_the_last_good_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_guide: Run
) -> None:
    monkeypatch.chdir(project(tmp_path, *REAL))
    good = tmp_path / "site"
    good.mkdir()
    (good / "index.html").write_text("the last good site")
    file = tmp_path / "policies" / "barnet.yaml"
    file.write_text(file.read_text("utf-8").replace("stage_word: stage", "stage_word:"), "utf-8")
    code, _, err = run_guide("build")
    assert code == 1
    assert "policies/barnet.yaml:6:12: stage_word is empty. Write text." in err
    config = tmp_path / "mkdocs.yml"
    file.write_bytes(REAL[0].read_bytes())
    config.write_text(config.read_text("utf-8") + "\nno_such_setting: [\n", "utf-8")
    code, _, err = run_guide("build")
    assert code == 1
    assert "The site builder stopped:" in err
    assert (good / "index.html").read_text() == "the last good site"


def test_a_builder_that_leaves_our_pages_out_does_not_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_guide: Run
) -> None:
    monkeypatch.chdir(project(tmp_path, *REAL))
    config = tmp_path / "mkdocs.yml"
    text = config.read_text("utf-8").replace("  - macros/adapter_mkdocs.py\n", "  []\n")
    config.write_text(text.replace("strict: true", "strict: false"), "utf-8")
    code, _, err = run_guide("build")
    assert code == 1
    assert not (tmp_path / "site").exists()
    assert "The builder left out" in err or "The site builder stopped" in err


def test_a_swap_that_was_cut_off_is_put_right(tmp_path: Path) -> None:
    site, old = tmp_path / "site", tmp_path / "site.old"
    old.mkdir()
    (old / "index.html").write_text("before")
    recover(site)
    assert (site / "index.html").read_text() == "before"
    new = tmp_path / "site.new"
    new.mkdir()
    (new / "index.html").write_text("after")
    swap(new, site)
    assert (site / "index.html").read_text() == "after"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["site"]


@pytest.mark.thorough
def test_the_same_files_come_out_twice(tmp_path: Path) -> None:
    first, second = (
        {each.path: each.content for each in outputs(read_policies(files))}
        for files in (REAL, list(reversed(REAL)))
    )
    assert first == second


def test_the_made_up_policy_builds_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run_guide: Run
) -> None:
    monkeypatch.chdir(project(tmp_path, MADE_UP / "plainshire.yaml"))
    code, _, err = run_guide("build", "--quick")
    assert code == 0, err
    at_a_glance = (tmp_path / "site" / "plainshire" / "index.html").read_text("utf-8")
    assert "01632 960999" in at_a_glance
    assert policy("plainshire").budgets[0].says in at_a_glance  # type: ignore[union-attr, index]
