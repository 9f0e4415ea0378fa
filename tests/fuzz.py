"""Reads mangled policy files by the thousand: python -m tests.fuzz --files 100000 --seed 1 --jobs 2

Each has to be a good policy, or to be refused with faults whose lines and columns are there, within
a second of work and 200 MB. A good one is checked for warnings too, and some are walked and rendered.
"""

import argparse
import json
import re
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from helper.hidden import first_hidden
from helper.plain import read, to_plain
from helper.policy import Policy
from macros.pages import pages
from macros.policies import PolicyFaults, read_policy
from macros.proof.graph import states_of
from macros.rules import warnings
from tests.mangle import mangled

SECONDS = 1.0
MEGABYTES = 200
BATCH = 500
EVERY = 40
TODAY = date(2026, 11, 27)
FAULT = re.compile(r"town\.yaml:([1-9][0-9]*):([1-9][0-9]*): \S")
FAILURES = Path("fuzz-failures")


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What came of some files. slowest: seconds of work and the seed. peak: megabytes of this process."""

    good: int = 0
    refused: int = 0
    slowest: tuple[float, int] = (0.0, 0)
    peak: int = 0
    failed: tuple[tuple[int, str], ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            good=self.good + other.good,
            refused=self.refused + other.refused,
            slowest=max(self.slowest, other.slowest),
            peak=max(self.peak, other.peak),
            failed=self.failed + other.failed,
        )

    def __str__(self) -> str:
        seconds, seed = self.slowest
        return (
            f"{self.good + self.refused + len(self.failed):,} files: {self.good:,} good, {self.refused:,} refused, "
            f"{len(self.failed)} failed; slowest {seconds:.2f} s (seed {seed}); at most {self.peak} MB"
        )


def try_files(seeds: range, failures: Path = FAILURES, every: int = EVERY) -> Tally:
    """Reads the files of these seeds. Those that fail are left in a folder."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            content = mangled(seed)
            one = try_file(content, seed, Path(folder), deep=bool(every) and not seed % every)
            if one.failed:
                failures.mkdir(exist_ok=True)
                (failures / f"{seed}.yaml").write_bytes(content)
            tally += one
    return tally


def try_file(content: bytes, seed: int, folder: Path, *, deep: bool) -> Tally:
    """Reads one file and looks at what comes of it. deep: a good policy is walked and rendered too."""
    file = folder / "town.yaml"
    file.write_bytes(content)
    began = time.process_time()
    try:
        policy = _read(file, content)
        seconds = time.process_time() - began
        wrong = list(_over_the_limit(seconds))
        if policy:
            _use(policy, deep=deep)
    except Exception:  # the one place where anything may come
        return Tally(failed=((seed, traceback.format_exc()),))
    tally = Tally(good=bool(policy), refused=not policy, slowest=(seconds, seed), peak=megabytes())
    return replace(tally, good=0, refused=0, failed=((seed, wrong[0]),)) if wrong else tally


def megabytes() -> int:
    """The most that this process ever took."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _read(file: Path, content: bytes) -> Policy | None:
    """The policy, or None where it is refused as it should be."""
    try:
        return read_policy(file)
    except PolicyFaults as error:
        lines = [line.removeprefix(f"{file.parent}/") for line in error.lines]
    assert lines
    for line in lines:
        _look_at_fault(line, content)
    return None


def _look_at_fault(line: str, content: bytes) -> None:
    """A fault is one line that can be printed, and its place is in the file."""
    match = FAULT.match(line)
    assert match, line[:200]
    assert not first_hidden(line), line[:200]
    assert len(line.splitlines()) == 1, line[:200]
    row, column = int(match[1]), int(match[2])
    lines = re.split("\r\n|\r|\n", content.decode("utf-8-sig", "replace"))
    assert row <= len(lines), f"{line[:200]}: the file has {len(lines)} lines"
    assert column <= len(lines[row - 1]) + 1, f"{line[:200]}: the line has {len(lines[row - 1])} characters"


def _use(policy: Policy, *, deep: bool) -> None:
    warnings(policy, TODAY)
    assert read(Policy, json.loads(json.dumps(to_plain(policy)))) == policy
    if deep:
        assert states_of(policy).steps
        assert [page.markdown() for page in pages((policy,))]


def _over_the_limit(seconds: float) -> Iterator[str]:
    if seconds > SECONDS:
        yield f"{seconds:.2f} s of work"
    if megabytes() > MEGABYTES:
        yield f"{megabytes()} MB"


def main(words: list[str] | None = None) -> int:
    """Reads the files in batches and prints how far it is."""
    asked = _parser().parse_args(words)
    last = asked.seed + asked.files
    batches = [range(first, min(first + BATCH, last)) for first in range(asked.seed, last, BATCH)]
    tally = Tally()
    with ProcessPoolExecutor(asked.jobs) as pool:
        for done in as_completed([pool.submit(try_files, seeds, FAILURES, asked.deep) for seeds in batches]):
            tally += done.result()
            print(tally, flush=True)
    for seed, why in tally.failed[:20]:
        print(f"seed {seed}: {why}", file=sys.stderr)
    return 1 if tally.failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.split("\n")[0])
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument(
        "--deep",
        type=int,
        default=EVERY,
        metavar="N",
        help="walk and render good files of every Nth seed, 0 for none",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
