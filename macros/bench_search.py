"""How long the first results take and what they weigh, with few partnerships and with many."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from helper.dates import words
from macros.bench_reader.chromium import Playwright, chromium, sync_playwright
from macros.build import build
from macros.host import Host, hosted
from macros.search.indexes import SAVED, SEARCH, index_site
from macros.written_part import SPEED, WrittenPart, machine

SIZES = (10, 150, 500)
TYPED = ("agree plan", "multi agency", "DSL", "safeguarding")
PART = WrittenPart(SPEED, "guide bench search")
TYPE = """(words) => new Promise((done) => {
  const field = document.querySelector("#search-words");
  const began = performance.now();
  const status = document.querySelector("[data-search-status]");
  new MutationObserver(() => status.textContent.includes("found") && done((performance.now() - began) / 1000))
    .observe(status, { childList: true });
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""
HEAD = (
    "| Partnerships | Searched | First results, median | Slowest | Fetched for them | Most |",
    "|---|---|---|---|---|---|",
)


def bench_search(runs: int, today: date) -> list[str]:
    """A row for each number of partnerships; written into the page about speed too."""
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        site = Path(name) / "site"
        build(site=site)
        rows = [row for size in SIZES for row in _rows(playwright, grown(site, size), size, runs)]
    searches = f"{runs * len(TYPED)} searches for each row"
    measured = f"Measured on {words(today)} in Chromium, on {machine()}: {searches}."
    written = PART.write("\n".join([*HEAD, *rows, "", measured]))
    return [*HEAD, *rows, measured, f"Written: {written}"]


def grown(site: Path, size: int) -> Path:
    """A copy of the site with so many partnerships: the real ones again and again, under other names."""
    grown = site.with_name(f"site-{size}")
    shutil.copytree(site, grown)
    shutil.rmtree(grown / SEARCH)
    real = sorted(file.stem for file in (site / SAVED).glob("*.json"))
    for number in range(len(real), size):
        _copy(site, grown, real[number % len(real)], f"{real[number % len(real)]}-{number}")
    for other in real[:-1]:  # one of them is enough to measure an index of its own
        (grown / SAVED / f"{other}.json").unlink()
    index_site(grown)
    return grown


def _copy(site: Path, grown: Path, real: str, made_up: str) -> None:
    """The pages of one partnership under another name."""
    name, other = (each.replace("-", " ").title() for each in (real, made_up))
    for file in (site / real).rglob("*.html"):
        text = file.read_text("utf-8").replace(name, other).replace(f'="{real}"', f'="{made_up}"')
        new = grown / made_up / file.relative_to(site / real)
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(re.sub(rf"\b{real}/", f"{made_up}/", text), "utf-8")


def _rows(playwright: Playwright, site: Path, size: int, runs: int) -> Iterator[str]:
    """What is found for every partnership, and for one."""
    real = next((site / SAVED).glob("*.json")).stem
    with hosted(site) as host:
        for searched, address in (("all", "/search/"), ("one", f"/search/#{real}")):
            found = [_first(playwright, host, address, typed) for _ in range(runs) for typed in TYPED]
            seconds, sizes = zip(*found, strict=True)
            row = (median(seconds), max(seconds), median(sizes), max(sizes))
            yield "| {} | {} | {:.2f} s | {:.2f} s | {:.0f} KB | {:.0f} KB |".format(size, searched, *row)


def _first(playwright: Playwright, host: Host, address: str, typed: str) -> tuple[float, float]:
    """Seconds from typing, as soon as the page is there, to the first results; KB that a search adds."""
    host.sent.clear()
    with chromium(playwright) as (context, _):
        page = context.new_page()
        page.goto(host.address + address, wait_until="load")
        seconds = page.evaluate(TYPE, typed)
    return float(seconds), fetched(host)


def fetched(host: Host) -> float:
    """KB that a search adds to the page itself."""
    return sum(size for path, _, size in host.sent if "/search" in path and path != "/search/") / 1000
