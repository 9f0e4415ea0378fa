"""The figures that are to be reached, worked out of the samples: no browser, no clock."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median

Samples = Mapping[str, list[float]]
"""What was measured, by name, one for each round. Seconds and bytes."""
TIMES = {  # what is set beside plain Pyodide's: samples, what it is called, at most
    "cold": ("first visit", 0.43),
    "warm": ("second visit", 0.43),
    "slow CPU": ("first visit, slow computer", 0.36),
    "slow line": ("first visit, slow line", 0.60),
}


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure: what it is of, what was found, and the most that it should be.

    digits: how many behind the point, when it is printed and when it is compared. beside: the samples
    that a ratio is made of, in words, or another figure of the same kind.
    """

    name: str
    found: float
    limit: float
    unit: str = ""
    digits: int = 2
    beside: str = ""

    @property
    def reached(self) -> bool:
        return round(self.found, self.digits) <= self.limit

    def said(self, value: float) -> str:
        """0.43, 1.4 s, 3.86 MB"""
        return f"{value:.{self.digits}f} {self.unit}".strip()


def figures(samples: Samples) -> list[Figure]:
    """All of them, in the order in which a reader meets them."""
    return [*_page(samples), *_engine(samples), *_live(samples)]


def _page(samples: Samples) -> Iterator[Figure]:
    late = "slow line, slow computer"
    dated = median(samples["dated"])
    yield Figure(
        name=f"First question can be answered, {late}",
        found=median(samples["first"]),
        limit=1,
        unit="s",
        beside=f"our script takes it after {median(samples['live']):.1f} s",
    )
    yield Figure(name=f"Answer with its date, {late}", found=dated, limit=1.5, unit="s")
    yield _ratio(samples, f"Answer with its date, {late}", "dated", "plain hurried", 0.05)
    yield Figure(
        name="Page in all, before the engine, gzip",
        found=max(samples["size"]) / 1000,
        limit=90,
        unit="KB",
        digits=1,
    )
    yield Figure(name="Requests before the engine", found=max(samples["requests"]), limit=10, digits=0)
    yield Figure(name="Layout shift", found=max(samples["shift"]), limit=0, digits=3)


def _engine(samples: Samples) -> Iterator[Figure]:
    size = samples["ours size"][0]
    yield Figure(name="Engine, brotli", found=size / 1e6, limit=3.95, unit="MB")
    yield Figure(
        name="Engine, bytes",
        found=size / samples["plain size"][0],
        limit=0.71,
        beside=f"{size / 1e6:.2f} MB to {samples['plain size'][0] / 1e6:.2f} MB",
    )
    for key, (name, limit) in TIMES.items():
        yield _ratio(samples, f"Engine, {name}", f"ours {key}", f"plain {key}", limit)
    yield _ratio(samples, "Engine without a connection, second visit", "offline", "plain warm", 0.35)


def _live(samples: Samples) -> Iterator[Figure]:
    yield Figure(
        name="Longest task of the page’s own thread as the engine starts",
        found=median(samples["task"]) * 1000,
        limit=50,
        unit="ms",
        digits=0,
        beside=f"as the page opens {median(samples['opening_task']) * 1000:.0f} ms",
    )
    yield Figure(
        name="One answer of the engine",
        found=median(samples["ours answer"]) * 1000,
        limit=20,
        unit="ms",
        digits=1,
        beside=f"the slowest {max(samples['ours slowest answer']) * 1000:.0f} ms",
    )


def _ratio(samples: Samples, name: str, ours: str, plain: str, limit: float) -> Figure:
    """The median of the rounds' own ratios: what slows a round slows both its sides."""
    pairs = zip(samples[ours], samples[plain], strict=True)
    return Figure(
        name=f"{name}, beside plain Pyodide",
        found=median(mine / other for mine, other in pairs),
        limit=limit,
        beside=f"{median(samples[ours]):.1f} s to {median(samples[plain]):.1f} s",
    )
