"""The bench of what a reader waits for: its sums, its words, its slow line. Nothing here is timed."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pytest

from macros import bench_edit, bench_search
from macros.bench_build import report as bench_build
from macros.bench_reader import BenchError, chart, chromium, link, report
from macros.bench_reader.bench import bars
from macros.bench_reader.figures import Figure, figures
from macros.bench_reader.folders import write_sides
from macros.bench_reader.report import PART
from macros.bench_reader.rounds import situations
from macros.headers import kept
from macros.written_part import WrittenPart
from tests.conftest import ROOT, policy

SAMPLES = {
    "first": [0.9, 0.8, 1.4],
    "live": [1.0, 1.1, 1.2],
    "dated": [1.2, 1.3, 1.9],
    "size": [78_600.0] * 3,
    "requests": [5.0] * 3,
    "shift": [0.0] * 3,
    "task": [0.060, 0.0, 0.0],
    "opening_task": [0.0, 0.055, 0.080],
    "offline": [0.7, 0.8, 0.9],
    "ours size": [3_860_000.0] * 3,
    "plain size": [5_510_000.0] * 3,
    "ours cold": [1.0, 2.0, 9.0],
    "plain cold": [4.0, 5.0, 20.0],
    "ours warm": [0.5, 0.6, 0.7],
    "plain warm": [2.0, 3.0, 2.0],
    "ours slow CPU": [4.0, 4.0, 4.0],
    "plain slow CPU": [10.0, 12.0, 10.0],
    "ours slow line": [20.0, 21.0, 22.0],
    "plain slow line": [40.0, 38.0, 39.0],
    "plain hurried": [50.0, 48.0, 49.0],
    "ours answer": [0.004, 0.005, 0.006],
    "ours slowest answer": [0.020, 0.035, 0.010],
}


def figure(name: str) -> Figure:
    return next(each for each in figures(SAMPLES) if each.name.startswith(name))


def test_a_ratio_is_the_median_of_what_each_round_gives() -> None:
    """0.25, 0.40 and 0.45; the ratio of the medians would be 0.40 as well only by chance."""
    cold = figure("Engine, first visit, beside")
    assert cold.found == median([1 / 4, 2 / 5, 9 / 20]) == 0.40
    assert (cold.limit, cold.reached, cold.beside) == (0.43, True, "2.0 s to 5.0 s")
    assert figure("Engine without a connection").found == median([0.7 / 2, 0.8 / 3, 0.9 / 2])


def test_a_figure_over_its_limit_is_missed_and_one_on_it_is_not() -> None:
    slow = figure("Engine, first visit, slow computer")
    assert (slow.found, slow.reached) == (0.40, False)
    assert Figure(name="x", found=0.4349, limit=0.43).reached
    assert not Figure(name="x", found=0.4351, limit=0.43).reached


def test_every_figure_that_was_agreed_is_there_with_its_limit() -> None:
    limits = [(each.limit, each.unit) for each in figures(SAMPLES)]
    page = [(1, "s"), (1.5, "s"), (0.05, ""), (90, "KB"), (10, ""), (0, "")]
    engine = [(3.95, "MB"), (0.71, ""), (0.43, ""), (0.43, ""), (0.36, ""), (0.60, ""), (0.35, "")]
    assert limits == [*page, *engine, (50, "ms"), (20, "ms")]


def test_the_screen_names_what_was_missed() -> None:
    lines = report.on_screen(figures(SAMPLES))
    assert [line.split("  ")[0] for line in lines if "MISSED" in line] == [
        "Engine, first visit, slow computer, beside plain Pyodide"
    ]
    assert lines[-1] == "15 figures, 1 missed."
    assert any("5.0 ms   20.0 ms  (the slowest 35 ms)" in line for line in lines)


def test_the_table_goes_between_its_marks_and_nothing_else_changes() -> None:
    before = f"# Speed\n\n{PART.begin}\n\nold\n\n{PART.end}\n\nMore.\n"
    after = PART.filled(before, report.table(figures(SAMPLES), "Measured on Friday."))
    assert "old" not in after
    assert after.startswith("# Speed")
    assert after.endswith("More.\n")
    assert "| Engine, bytes | 0.70 (3.86 MB to 5.51 MB) | 0.71 |" in after
    assert "| 0.40 (4.0 s to 10.0 s), **missed** | 0.36 |" in after
    assert PART.filled(after, "old") == before


def test_a_page_that_lost_a_mark_is_left_alone_and_named(tmp_path: Path) -> None:
    page = tmp_path / PART.file
    page.parent.mkdir(parents=True)
    page.write_text(lost := f"# Speed\n\n{PART.begin}\n\nold\n\nMore.\n", "utf-8")
    with pytest.raises(ValueError, match=re.escape(f"{PART.file} needs the lines {PART.begin}")):
        PART.write("new", tmp_path)
    assert page.read_text("utf-8") == lost


@pytest.mark.parametrize("part", [PART, *(bench.PART for bench in (bench_build, bench_edit, bench_search))])
def test_the_page_about_speed_has_the_marks(part: WrittenPart) -> None:
    assert part.filled((ROOT / part.file).read_text("utf-8"), "new")


def test_the_chart_says_in_words_what_it_shows_and_has_no_style(tmp_path: Path) -> None:
    (tmp_path / "docs/about").mkdir(parents=True)
    (tmp_path / "docs/assets/images").mkdir(parents=True)
    (tmp_path / PART.file).write_text(f"{PART.begin}{PART.end}")
    page, *charts = report.write(tmp_path, figures(SAMPLES), bars(SAMPLES), "Measured.")
    for file in charts:
        drawn = ET.fromstring(file.read_text("utf-8"))
        named = {element.tag.split("}")[1]: element.text for element in drawn}
        assert named["title"] == chart.TITLE
        assert named["desc"] == (
            "First question: 0.9 s; Answer with its date: 1.3 s; Our engine, behind it: 21.0 s; "
            "Plain Pyodide: 39.0 s."
        )
        assert not re.search("<style|style=|<script|href", file.read_text("utf-8"))
    assert 'alt="Seconds on a slow line, 1.6 Mbit/s: First question 0.9,' in page.read_text("utf-8")


def test_the_line_is_shared_and_as_slow_as_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(link.time, "monotonic", lambda: 100.0)
    monkeypatch.setattr(link.time, "sleep", waited.append)
    line = link.slow()
    for size in (20_000, 20_000):  # by two connections at once
        line.carry(size)
    assert waited == pytest.approx([0.1, 0.2])
    link.fast().carry(10**9)
    assert len(waited) == 2


@pytest.mark.thorough
def test_both_sides_are_compressed_and_may_be_kept(tmp_path: Path) -> None:
    write_sides(tmp_path, policy("sefton"))
    for side in ("plain", "ours"):
        found = {file.relative_to(tmp_path / side).as_posix() for file in (tmp_path / side).rglob("*.*")}
        wasm = next(each for each in found if each.endswith(".wasm"))
        assert f"{wasm}.br" in found
        assert "immutable" in kept(f"/{wasm}")


def test_the_answers_asked_are_the_situations_of_the_policy() -> None:
    asked = situations(policy("sefton"))
    assert ({"immediate_danger": "yes"}, "2026-11-27") in asked


def test_without_a_chromium_the_error_says_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUIDE_CHROMIUM", raising=False)
    monkeypatch.setattr(chromium.shutil, "which", lambda _: None)
    with pytest.raises(BenchError, match=r"Run \./dev bench reader"):
        chromium._program()


def test_a_visit_waits_for_the_browser_itself_to_be_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "LIMIT", 2)
    with in_a_group("import time; time.sleep(60)") as still:
        chromium.wait_until_still(still)
    with in_a_group("while True: pass") as busy, pytest.raises(BenchError, match="never still"):
        chromium.wait_until_still(busy)


@contextmanager
def in_a_group(program: str) -> Iterator[int]:
    """A process group that runs a program."""
    process = subprocess.Popen([sys.executable, "-c", program], start_new_session=True)
    try:
        yield process.pid
    finally:
        process.kill()
        process.wait()
