"""What the bench of builds found, as figures with their limits, as tables and as a chart."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from macros.bench_build.measure import Measured
from macros.bench_build.process import Cost
from macros.bench_reader.chart import Bar, picture, write_charts
from macros.bench_reader.figures import Figure
from macros.bench_reader.report import table
from macros.written_part import SPEED, WrittenPart

PART = WrittenPart(SPEED, "guide bench build")
CHART = "docs/assets/images/build-{}.svg"
TITLE = "Work for each partnership, in hundredths of a second"
MIDDLE, PROPORTION = 150, 1.02
PARTS_OF_PAGES = {"first": "first build", "again": "one edit later"}
HEAD = (
    "| Partnerships | Pages | HTML | Plain Jinja | First build | One edit later "
    "| Memory, first | Memory, later | Hugo |",
    "|---|---|---|---|---|---|---|---|---|",
)
PARTS = {
    "proofs": "Proofs, first build",
    "proofs later": "Proofs, later",
    "search": "Indexes of the search, first build",
    "search later": "Indexes of the search, later",
    "checks": "Check of the finished site",
    "compression": "Compressed copies",
}


def figures(found: Sequence[Measured]) -> list[Figure]:
    """What is to be reached: at 150 partnerships, or the most that were measured, and from there on."""
    middle = next((each for each in found if each.policies == MIDDLE), found[-1])
    return [*_middle(middle), *_growth(found), *_page_sizes(found)]


def _middle(found: Measured) -> Iterator[Figure]:
    for part, words in PARTS_OF_PAGES.items():
        yield Figure(
            name=f"{found.policies} partnerships, {words}, work beside plain Jinja",
            found=found.beside_plain(part),
            limit=5,
            digits=1,
            beside=f"{found.costs[part].user:.1f} s to {found.costs['plain'].user:.1f} s",
        )
        most = found.costs[part].most / 1e6
        name = f"{found.policies} partnerships, {words}, memory of the largest process"
        yield Figure(name=name, found=most, limit=80, unit="MB", digits=0)


def _growth(found: Sequence[Measured]) -> Iterator[Figure]:
    """Between the two largest sizes: no more than in proportion, and two in a hundred."""
    for some, many in pairwise(found[-2:]):
        for part, words in PARTS_OF_PAGES.items():
            name = f"Work at {many.policies} partnerships beside {some.policies}, {words}"
            seconds = many.costs[part].user, some.costs[part].user
            limit = round(PROPORTION * many.policies / some.policies, 1)
            beside = "{:.0f} s to {:.0f} s".format(*seconds)
            yield Figure(name=name, found=seconds[0] / seconds[1], limit=limit, beside=beside)


def _page_sizes(found: Sequence[Measured]) -> Iterator[Figure]:
    sizes = [each.sizes["procedure"] for each in found]
    apart = (max(sizes) / min(sizes) - 1) * 100
    name = f"Page of a procedure, largest beside smallest, {found[0].policies} to {found[-1].policies}"
    yield Figure(name=name, found=apart, limit=1, unit="% more", digits=1, beside=f"{max(sizes)} bytes")
    most = max(each.sizes["404"] for each in found) / 1000
    yield Figure(name="Page for a wrong address", found=most, limit=15, unit="KB", digits=1)


def rows(found: Sequence[Measured]) -> list[str]:
    """The costs by the number of partnerships, as Markdown: seconds of work (and of waiting), megabytes."""
    return [*HEAD, *map(_row, found)]


def _row(found: Measured) -> str:
    costs = found.costs
    cells = (
        f"{found.policies:,}",
        f"{found.pages:,}",
        f"{found.sizes['html'] / 1e6:.0f} MB",
        _seconds(costs["plain"]),
        _seconds(costs["first"]),
        _seconds(costs["again"]),
        f"{costs['first'].most / 1e6:.0f} MB",
        f"{costs['again'].most / 1e6:.0f} MB",
        _seconds(costs["hugo"]) if "hugo" in costs else "not there",
    )
    return f"| {' | '.join(cells)} |"


def left_out(found: Sequence[Measured], one_table: float) -> list[str]:
    """What is not in the pages, as Markdown. one_table: the seconds that a policy's table of dates takes."""
    sizes = [f"{each.policies:,}" for each in found]
    lines = [f"| Beside the pages | {' | '.join(sizes)} |", "|---" * (len(sizes) + 1) + "|"]
    for part, words in PARTS.items():
        cells = (f"{_seconds(each.costs[part])}, {each.costs[part].most / 1e6:.0f} MB" for each in found)
        lines.append(f"| {words} | {' | '.join(cells)} |")
    tables = (f"{one_table * each.policies:.0f} s" for each in found)
    return [*lines, f"| Tables of dates, if none is kept ({one_table:.1f} s each) | {' | '.join(tables)} |"]


def _seconds(cost: Cost) -> str:
    return f"{cost.user:.1f} s ({cost.wall:.0f} s)"


def bars(found: Measured) -> list[Bar]:
    """Of one size, the work of each part for one partnership."""
    parts = {"plain": "Plain Jinja", "first": "First build", "again": "One edit later", "hugo": "Hugo"}
    return [
        Bar(words, found.costs[part].user / found.policies * 100, ours=part in ("first", "again"))
        for part, words in parts.items()
        if part in found.costs
    ]


def write(root: Path, found: Sequence[Measured], one_table: float, measured: str) -> list[Path]:
    """Puts the tables into the page about speed and draws the chart anew; the files that it wrote."""
    shown = bars(found[-1])
    parts = [picture(CHART, shown, TITLE), table(figures(found), ""), "\n".join(rows(found))]
    text = "\n\n".join([*(part.strip() for part in parts), "\n".join(left_out(found, one_table)), measured])
    return [PART.write(text, root), *write_charts(root, CHART, shown, TITLE)]
