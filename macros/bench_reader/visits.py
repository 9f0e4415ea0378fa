"""Visits to the pages that do nothing but boot; times in seconds, sizes in bytes."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.bench_reader.chromium import Page, Playwright, chromium, tab, visit
from macros.bench_reader.folders import KEPT
from macros.bench_reader.link import Link, linked
from macros.bench_reader.slow_cpu import slowed

SETTLED = 3
"""Seconds in which a browser puts away what it has compiled: Chromium waits for two."""
ASK = """async (asked) => {
  const took = [];
  for (const [answers, day] of asked) {
    const began = performance.now();
    await ask(answers, day);
    took.push((performance.now() - began) / 1000);
  }
  return took;
}"""
Asked = Sequence[tuple[dict[str, str], str]]
"""Answers, and the day on which they are given."""


@dataclass(frozen=True)
class Boots:
    """seconds, size: of each visit, the first with nothing kept. answers: how long each took in the last."""

    seconds: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)


def boots(
    playwright: Playwright, folder: Path, link: Link, *, visits: int = 1, slower: float = 1, asked: Asked = ()
) -> Boots:
    """An empty browser that visits a page until it has its first answer, and asks on.

    What a browser keeps of a program that it compiled is what was used often, so every visit asks.
    """
    found = Boots()
    with linked(folder, link) as host, chromium(playwright) as (context, group):
        for left in reversed(range(visits)):
            host.sent.clear()
            page = tab(context, group)
            with slowed(group, slower):
                visit(page, f"{host.address}/{KEPT}/", "answered")
                found.seconds.append(_answered(page))
                found.sizes.append(sum(size for _, _, size in host.sent))
                found.answers[:] = page.evaluate(ASK, list(asked))
            time.sleep(SETTLED if left else 0)
            page.close()
    return found


def _answered(page: Page) -> float:
    return float(page.evaluate("document.documentElement.dataset.answered")) / 1000
