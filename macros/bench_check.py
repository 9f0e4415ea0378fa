"""How long reading a policy file takes, part by part, beside the YAML parser alone."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from helper.plain import read
from helper.policy import Policy
from macros.policies import read_policy
from macros.progress import told
from macros.read_yaml import parse_only, read_yaml
from macros.rules import broken_rules

ROUNDS = 50
HEAD = f"{'file':<24}{'lines':>6}  " + "".join(
    f"{name:>12}" for name in ("parser alone", "YAML", "fields", "rules", "all", "all/parser")
)


def bench_check(files: list[Path], rounds: int = ROUNDS) -> list[str]:
    """A line for each file: medians in milliseconds of work. The parts take turns on the same machine."""
    return [HEAD, *(_line(file, rounds) for file in told(files, "files measured"))]


def _line(file: Path, rounds: int) -> str:
    text = file.read_text("utf-8")
    parts = _parts(file, text)
    for part in parts:
        part()
    times = [median(each) for each in zip(*(map(_time, parts) for _ in range(rounds)), strict=True)]
    figures = "".join(f"{seconds * 1000:>12.2f}" for seconds in times)
    return f"{file.stem:<24}{text.count(chr(10)):>6}  {figures}{times[-1] / times[0]:>12.2f}"


def _parts(file: Path, text: str) -> list[Callable[[], object]]:
    tree = read_yaml(file).tree
    policy = replace(read(Policy, tree), id=file.stem)
    return [
        lambda: parse_only(text),
        lambda: read_yaml(file),
        lambda: read(Policy, tree),
        lambda: broken_rules(replace(policy)),
        lambda: read_policy(file),
    ]


def _time(part: Callable[[], object]) -> float:
    began = time.process_time()
    part()
    return time.process_time() - began
