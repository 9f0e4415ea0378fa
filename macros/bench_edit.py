"""How long after a policy file is saved its new words are seen, with few policies and with many."""

import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from helper.dates import words
from macros.bench_build.synthetic import write_synthetic
from macros.bench_reader import BenchError
from macros.bench_reader.chromium import Page, chromium, sync_playwright
from macros.progress import say, told
from macros.serving.port import free_port
from macros.written_part import SPEED, WrittenPart, machine

BESIDE = (10, 150, 500)
PART = WrittenPart(SPEED, "guide bench edit")
PATIENCE = 180.0
"""Seconds after which what does not come is given up."""
PAUSE = 0.7
"""Seconds between two edits: nobody saves in step with the server."""
SUMMARY, NAME = re.compile(r"^summary: .*$", re.M), re.compile(r"^name: .*$", re.M)
SHOWN = "(word) => document.readyState === 'complete' && document.body.textContent.includes(word)"
READY = "document.querySelector('[data-dates-state=ready]')"
DATED = f"(word) => document.body.textContent.includes(word) && {READY}"
WAYS = (("", SUMMARY, SHOWN), ("../", NAME, SHOWN), ("what-now/", NAME, DATED))
"""Of each way to see an edit: the page, the field, and when it is seen."""
HEAD = (
    "| Policies | Page after the start | All read after | Edit served | Slowest "
    "| Edit in the browser | Slowest | On the home page | Its dates in the helper |",
    "|---|---|---|---|---|---|---|---|---|",
)


@dataclass
class Served:
    """A real server of made-up policies, of which one is edited. started, read: seconds after its start."""

    address: str
    file: Path
    started: float
    read: float = 0.0
    edits: int = 0

    @property
    def own(self) -> str:
        """The address of the edited policy."""
        return f"{self.address}/{self.file.stem}/"

    def save(self, field: re.Pattern[str]) -> tuple[str, float]:
        """Saves the file with another word in a field; the word, and the moment before."""
        self.edits += 1
        word, text = f"Edited{self.edits:03}", self.file.read_text("utf-8")
        name = field.pattern.partition(":")[0].lstrip("^")
        began = time.monotonic()
        self.file.write_text(field.sub(f"{name}: {word}", text, count=1), "utf-8")
        return word, began


def bench_edit(sizes: Sequence[int], runs: int, today: date) -> list[str]:
    """A row for each number of policies, each with a server of its own; written into the page about speed."""
    rows = [_row(size, runs) for size in sizes]
    measured = f"Measured on {words(today)} in Chromium, on {machine()}: {runs} edits for each figure."
    written = PART.write("\n".join([*HEAD, *rows, "", measured]))
    return [*HEAD, *rows, measured, f"Written: {written}"]


def _row(size: int, runs: int) -> str:
    say(f"{size} policies: starting the server …")
    with _serving(size) as served, sync_playwright() as playwright, chromium(playwright) as (context, _):
        page = context.new_page()
        direct = [_served(served) for _ in told(range(runs), "edits served")]
        shown, home, dated = (
            [_seen(served, page, *way) for _ in told(range(runs), f"edits in the browser, {size} policies")]
            for way in WAYS
        )
    figures = (served.started, served.read, median(direct), max(direct), median(shown), max(shown))
    seconds = (f"{each:.2f} s" for each in (*figures, median(home), median(dated)))
    return f"| {size} | {' | '.join(seconds)} |"


@contextmanager
def _serving(size: int) -> Iterator[Served]:
    """A server as `guide serve` starts it, as soon as it has read every policy."""
    with TemporaryDirectory() as name, (Path(name) / "printed.txt").open("w") as out:
        folder = Path(name)
        files = _project(folder, size)
        port = free_port(8200)
        command = [sys.executable, "-m", "macros.command", "serve", "--port", str(port)]
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)
        try:
            served = Served(f"http://127.0.0.1:{port}", files[size // 2], 0.0)
            _wait_for(served.own, "</html>")
            served.started = time.monotonic() - began
            _wait_for(f"{served.address}/", 'id="how-checked"')
            served.read = time.monotonic() - began
            yield served
        finally:
            process.terminate()
            process.wait()


def _project(folder: Path, size: int) -> list[Path]:
    """The project with made-up policies in the place of the real ones."""
    for each in ("docs", "helper", "macros", "mkdocs.yml"):
        (folder / each).symlink_to(Path(each).resolve())
    return write_synthetic(folder / "policies", size)


def _served(served: Served) -> float:
    """Seconds from saving until the server sends the new words, asked again and again."""
    word, began = served.save(SUMMARY)
    _wait_for(served.own, word)
    took = time.monotonic() - began
    time.sleep(PAUSE)
    return took


def _seen(served: Served, page: Page, below: str, field: re.Pattern[str], test: str) -> float:
    """Seconds from saving until a browser, which has the page open, shows the new words."""
    page.goto(f"{served.own}{below}", wait_until="load")
    time.sleep(PAUSE)
    word, began = served.save(field)
    page.wait_for_function(test, arg=word, timeout=PATIENCE * 1000)
    return time.monotonic() - began


def _wait_for(address: str, text: str) -> None:
    """Until the text stands at an address. Raises BenchError if it does not come."""
    end = time.monotonic() + PATIENCE
    while text not in _page(address):
        if time.monotonic() > end:
            raise BenchError(f"After {PATIENCE:.0f} s, {address} does not hold {text}.")
        time.sleep(0.01)


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""
