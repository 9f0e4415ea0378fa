"""The whole bench: builds made-up sites of every size, says what they cost, writes it down."""

import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from helper.dates import words
from macros.bench_build.measure import Measured, measure, measure_tables
from macros.bench_build.report import figures, left_out, rows, write
from macros.bench_build.step import TABLES
from macros.bench_reader.report import on_screen
from macros.written_part import machine

SIZES = (10, 150, 500)
ENOUGH = 2
EVERY = 2.0
"""Seconds between two lines about what is being done."""


def bench_build(sizes: Sequence[int], today: date) -> list[str]:
    """The figures and tables; of two sizes or more they go into the page about speed."""
    began, found = time.monotonic(), list[Measured]()
    with TemporaryDirectory() as name:
        for size in sorted(sizes):
            say = _every(began, f"{size} partnerships: ")
            found.append(measure(Path(name) / f"{size}", size, say))
            print("\n".join(rows(found[-1:])), file=sys.stderr, flush=True)
        one = measure_tables(Path(name) / f"{size}", _every(began, "")).user / TABLES
    said = [*on_screen(figures(found)), "", *rows(found), "", *left_out(found, one)]
    if len(found) < ENOUGH:
        return [*said, f"With fewer than {ENOUGH} sizes nothing is written down."]
    return [*said, *(f"Written: {file}" for file in write(Path(), found, one, _measured(today)))]


def _measured(today: date) -> str:
    return (
        f"Measured on {words(today)} on {machine()}. Seconds of work of all processes together, and in "
        "brackets seconds of waiting."
    )


def _every(began: float, before: str) -> Callable[[str], None]:
    """Says what is being done, no more often than every two seconds."""
    last = [0.0]

    def say(text: str) -> None:
        if time.monotonic() - last[0] >= EVERY:
            print(f"{time.monotonic() - began:5.0f} s  {before}{text} …", file=sys.stderr, flush=True)
            last[0] = time.monotonic()

    return say
