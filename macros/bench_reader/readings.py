"""Visits to the real helper page: how soon a reader gets on, what it weighs, and without a connection."""

import json
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from macros.bench_reader.chromium import BrowserContext, Page, Playwright, chromium, tab, visit
from macros.bench_reader.link import LinkedHost, fast, linked, slow
from macros.bench_reader.slow_cpu import slowed
from macros.bench_reader.visits import SETTLED

DRIVER = Path(__file__).with_name("driver.js").read_text("utf-8")
PLAN = (("immediate_danger", "no"), ("route", "none"), ("stage", "professionals"), ("result", "not_agreed"))
TODAY = "[data-date-form] [data-near=today]"
CHANGED = """before => {
  const shown = [...document.querySelectorAll("h1")].find((each) => each.checkVisibility());
  return shown.innerText !== before;
}"""
LIMIT = 120_000
ADDRESS = "/sefton/what-now/"
LATER = ("/assets/engine/", "/api/")
KEPT = """async (list) => {
  const held = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const files = (await Promise.all(held.map((cache) => cache.keys()))).flat();
  return [list, ".wasm", ".zip"].every((end) => files.some(({ url }) => url.endsWith(end)));
}"""


@dataclass(frozen=True, kw_only=True)
class Hurried:
    """When a reader in a hurry could press the first answer, when our script took it, and the date came."""

    first: float
    live: float
    dated: float


@dataclass(frozen=True, kw_only=True)
class Quiet:
    """A visit in which nothing is pressed until the engine is there, and the next one without a connection.

    size, requests: gzip and all, before the engine is asked for. shift: how far things moved.
    opening_task: the longest task of the page's thread until the first question can be answered.
    task: the longest after that, until the engine is there.
    """

    size: int
    requests: int
    shift: float
    task: float
    opening_task: float
    offline: float


def hurried(playwright: Playwright, site: Path, slower: float) -> Hurried:
    """The first visit, on the slow line and a slower computer."""
    with (
        linked(site, slow()) as host,
        chromium(playwright) as (context, group),
        _visit(context, group, host, PLAN, slower) as page,
    ):
        first, live, dated = page.evaluate("[bench.first, bench.live, bench.dated]")
    return Hurried(first=first / 1000, live=live / 1000, dated=dated / 1000)


def quiet(playwright: Playwright, site: Path) -> Quiet:
    """The first visit and the second, at full speed."""
    with linked(site, fast()) as host, chromium(playwright) as (context, group):
        host.encodings = ("gzip",)
        with _visit(context, group, host) as page:
            shift, live, tasks = page.evaluate("[bench.shift, bench.live, bench.tasks]")
            sent = [size for path, _, size in takewhile(_is_early, host.sent)]
            _wait_until_kept(page)
            _use(page)
        host.stop()
        with _visit(context, group, host) as page:
            offline = page.evaluate("bench.engine")
    return Quiet(
        size=sum(sent),
        requests=len(sent),
        shift=shift,
        task=_longest(took for began, took in tasks if began >= live),
        opening_task=_longest(took for began, took in tasks if began < live),
        offline=offline / 1000,
    )


@contextmanager
def _visit(
    context: BrowserContext,
    group: int,
    host: LinkedHost,
    plan: Sequence[tuple[str, str]] = (),
    slower: float = 1,
) -> Iterator[Page]:
    """The helper's page, once all is seen that is waited for."""
    page = tab(context, group)
    page.add_init_script(f"const PLAN = {json.dumps(_steps(plan))};\n{DRIVER}")
    with slowed(group, slower):
        visit(page, f"{host.address}{ADDRESS}", "seen")
    yield page
    page.close()


def _longest(milliseconds: Iterable[float]) -> float:
    """In seconds; 0 where there is none, since a browser tells only of what takes 50 milliseconds."""
    return max(milliseconds, default=0) / 1000


def _is_early(sent: tuple[str, int, int]) -> bool:
    return not sent[0].startswith(LATER)


def _wait_until_kept(page: Page) -> None:
    """Until the page and the engine are there for a visit without a connection."""
    end = time.monotonic() + LIMIT / 1000
    while not page.evaluate(KEPT, "/assets/saved/sefton.json"):
        if time.monotonic() > end:
            raise TimeoutError("The service worker does not keep the engine.")
        time.sleep(0.2)


def _use(page: Page) -> None:
    """Goes through the helper once, as its readers do, until the day is there."""
    heading = page.locator("h1:visible")
    for step in (*_steps(PLAN), TODAY, TODAY):
        before = heading.inner_text()
        page.locator(f"{step}:visible").click()
        page.wait_for_function(CHANGED, arg=before)
    page.locator(".eg-card:visible").filter(has_text=re.compile(r"\b20\d\d\b")).wait_for()
    time.sleep(SETTLED)


def _steps(plan: Sequence[tuple[str, str]]) -> list[str]:
    """Where to press for each answer."""
    return [f'[data-question="{question}"][data-value="{value}"]' for question, value in plan]
