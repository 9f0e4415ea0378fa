"""The whole bench: prepares the folders, goes the rounds, says what came of them."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from helper.dates import words
from macros.bench_reader.chart import Bar
from macros.bench_reader.chromium import sync_playwright
from macros.bench_reader.figures import Samples, figures
from macros.bench_reader.folders import write_sides, write_site
from macros.bench_reader.report import on_screen, write
from macros.bench_reader.rounds import rounds
from macros.policies import FOLDER, read_policy
from macros.written_part import machine

ENOUGH = 5
EVERY = 8.0
"""Seconds between two lines about what is being done."""
POLICY = FOLDER / "sefton.yaml"


def bench_reader(runs: int, today: date) -> list[str]:
    """The figures, a line each; with five runs or more they also go into the page about speed."""
    with TemporaryDirectory() as name, sync_playwright() as playwright, _progress() as say:
        folder = Path(name)
        say("building the site and the two pages")
        policy = read_policy(POLICY)
        write_site(folder)
        write_sides(folder, policy)
        samples = rounds(playwright, folder, policy, runs, say)
    found = figures(samples)
    if runs < ENOUGH:
        return [*on_screen(found), f"Fewer than {ENOUGH} runs: nothing is written down."]
    written = write(Path(), found, bars(samples), _measured(runs, today))
    return [*on_screen(found), *(f"Written: {file}" for file in written)]


def _measured(runs: int, today: date) -> str:
    return f"Measured on {words(today)} in Chromium, on {machine()}: medians of {runs} runs."


def bars(samples: Samples) -> list[Bar]:
    """What a reader waits for on a slow line."""
    return [
        Bar("First question", median(samples["first"])),
        Bar("Answer with its date", median(samples["dated"])),
        Bar("Our engine, behind it", median(samples["ours slow line"])),
        Bar("Plain Pyodide", median(samples["plain slow line"]), ours=False),
    ]


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Says what is being done, at once and every few seconds until something else is."""
    began, done, doing = time.monotonic(), threading.Event(), [""]

    def say(text: str) -> None:
        doing[0] = text
        print(f"{time.monotonic() - began:4.0f} s  {text} …", file=sys.stderr, flush=True)

    def again() -> None:
        while not done.wait(EVERY):
            say(doing[0])

    threading.Thread(target=again, daemon=True).start()
    try:
        yield say
    finally:
        done.set()
