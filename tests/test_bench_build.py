"""The bench of builds: its made-up policies, its sums, and that no page grows with the number of policies."""

import json
import os
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from macros.bench_build import report
from macros.bench_build.measure import Measured
from macros.bench_build.plain import jinja, write_texts
from macros.bench_build.process import Cost, cost
from macros.bench_build.report import figures
from macros.bench_build.synthetic import synthetic, write_synthetic
from macros.bench_reader import BenchError
from macros.check import check
from macros.policies import read_policies
from macros.processes import ShareLost, shared_out

REAL_PHONE = re.compile(r"\b0(?!20 7946 0\d{3}\b)\d{2,4} ?\d{3}")


def test_made_up_policies_have_no_fault(tmp_path: Path) -> None:
    checked = check(write_synthetic(tmp_path, 4), date(2026, 11, 22))
    assert (checked.faults, len(checked.policies)) == (0, 4), checked.lines


def test_no_two_of_them_are_alike_and_the_same_seed_gives_the_same(tmp_path: Path) -> None:
    files = write_synthetic(tmp_path, 8)
    policies = read_policies(files)
    assert len({policy.name for policy in policies}) == len({file.read_bytes() for file in files}) == 8
    assert {3, 6} <= {len(policy.ladder) for policy in policies} <= {3, 4, 5, 6}
    assert [file.read_text("utf-8") for file in files[:5]] == [text for _, text in synthetic(5)]
    assert [id_ for id_, _ in synthetic(3, seed=2)] != [id_ for id_, _ in synthetic(3)]


def test_their_contacts_can_be_nobodys() -> None:
    for _, text in synthetic(6):
        assert "020 7946 0" in text or "phone: not stated" in text or "phone" not in text
        assert not REAL_PHONE.search(re.sub(r"20\d\d-\d\d-\d\d", "", text))
        assert not re.search(r"@(?!\w+\.example\.org\b)|https?://(?!\w+\.example\.org/)", text)


def test_more_policies_than_names_are_refused() -> None:
    with pytest.raises(ValueError, match="made-up names"):
        next(synthetic(100_000))


COSTS = {  # 150, then 500: seconds of work
    "plain": (4.0, 12.0),
    "first": (30.0, 99.0),
    "again": (8.0, 30.0),
    "proofs": (20.0, 60.0),
    "proofs later": (1.0, 3.0),
    "search": (30.0, 90.0),
    "search later": (10.0, 30.0),
    "checks": (3.0, 9.0),
    "compression": (50.0, 150.0),
}


def measured(number: int, policies: int) -> Measured:
    costs = {
        part: Cost(user=seconds[number], wall=seconds[number] / 2, most=70_000_000 + 20_000_000 * number)
        for part, seconds in COSTS.items()
    }
    sizes = {"html": 110_000_000, "procedure": 10_000 + 50 * number, "404": 4_200}
    return Measured(policies=policies, pages=14 * policies, costs=costs, sizes=sizes)


SIZES = [measured(0, 150), measured(1, 500)]


def test_work_is_set_beside_plain_jinja_of_the_same_run() -> None:
    found = {each.name: (each.found, each.limit, each.reached) for each in figures(SIZES)}
    assert found["150 partnerships, first build, work beside plain Jinja"] == (7.5, 5, False)
    assert found["150 partnerships, one edit later, work beside plain Jinja"] == (2.0, 5, True)
    assert found["150 partnerships, first build, memory of the largest process"] == (70, 80, True)
    assert found["Work at 500 partnerships beside 150, first build"] == (3.3, 3.4, True)
    assert found["Work at 500 partnerships beside 150, one edit later"] == (3.75, 3.4, False)
    assert found["Page of a procedure, largest beside smallest, 150 to 500"][1:] == (1, True)


def test_one_size_alone_is_told_without_its_growth() -> None:
    assert [each.name for each in figures(SIZES[1:]) if each.name.startswith("Work at")] == []


def test_the_tables_say_what_the_pages_leave_out(tmp_path: Path) -> None:
    (tmp_path / "docs/about").mkdir(parents=True)
    (tmp_path / "docs/assets/images").mkdir(parents=True)
    page = tmp_path / report.PART.file
    page.write_text(f"Before\n\n{report.PART.begin}\n\nold\n\n{report.PART.end}\n\nAfter\n", "utf-8")
    written = report.write(tmp_path, SIZES, 3.0, "Measured.")
    assert len(written) == 3
    text = page.read_text("utf-8")
    assert text.startswith("Before")
    assert text.endswith("After\n")
    assert "old" not in text
    assert (
        "| 150 | 2,100 | 110 MB | 4.0 s (2 s) | 30.0 s (15 s) | 8.0 s (4 s) | 70 MB | 70 MB | not there |"
        in text
    )
    assert "| Tables of dates, if none is kept (3.0 s each) | 450 s | 1500 s |" in text
    assert "| Proofs, later | 1.0 s (0 s), 70 MB | 3.0 s (2 s), 90 MB |" in text


def test_plain_jinja_gets_the_text_of_a_page_and_nothing_else(tmp_path: Path) -> None:
    frame = '<title>A – Guide</title><header>not this</header><main id="eg-content"><h1>A</h1>'
    html = f"{frame}<p>One <b>two</b><br>three</p><script>no</script></main><footer>nor this</footer>"
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(html, "utf-8")
    assert write_texts(tmp_path / "site", tmp_path) == 1
    told = json.loads((tmp_path / "texts.jsonl").read_text("utf-8"))
    assert told["title"] == "A – Guide"
    assert told["blocks"] == [["h1", "A"], ["p", "One"], ["b", "two"], ["p", "three"]]
    cost(jinja(tmp_path), tmp_path)
    assert "<b>two</b>" in (tmp_path / "plain" / "index.html").read_text("utf-8")


def test_a_process_is_measured_with_those_that_it_waits_for(tmp_path: Path) -> None:
    inner = "x = bytearray(60_000_000); sum(range(3_000_000))"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}], check=True)"
    found = cost([sys.executable, "-c", outer], tmp_path)
    assert found.most > 60_000_000
    assert found.user > 0.03
    with pytest.raises(BenchError, match="failed"):
        cost([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)


def test_work_is_shared_out_among_processes_and_errors_come_back() -> None:
    many = list(range(40))
    assert sorted(each for share in shared_out(list, many) for each in share) == many
    with pytest.raises(ZeroDivisionError):
        shared_out(lambda share: [1 // each for each in share], many)
    with pytest.raises(ShareLost):
        shared_out(lambda _: os._exit(9), many)
