"""The figures as a table on the screen and as the table and the chart of the page about speed."""

from collections.abc import Sequence
from pathlib import Path

from macros.bench_reader.chart import Bar, picture, write_charts
from macros.bench_reader.figures import Figure
from macros.written_part import SPEED, WrittenPart

PART = WrittenPart(SPEED, "guide bench reader")
CHART = "docs/assets/images/speed-{}.svg"


def on_screen(figures: Sequence[Figure]) -> list[str]:
    """A line for each figure, and one that counts."""
    missed = sum(not each.reached for each in figures)
    lines = [f"{'':<74}{'found':>10}{'at most':>10}", *map(_line, figures)]
    return [
        *lines,
        f"{len(figures)} figures, {missed} missed." if missed else f"All {len(figures)} figures reached.",
    ]


def _line(figure: Figure) -> str:
    mark = "" if figure.reached else "  MISSED"
    found, limit = figure.said(figure.found), figure.said(figure.limit)
    beside = f"  ({figure.beside})" if figure.beside else ""
    return f"{figure.name:<74}{found:>10}{limit:>10}{mark}{beside}"


def write(root: Path, figures: Sequence[Figure], bars: Sequence[Bar], measured: str) -> list[Path]:
    """Puts the table into the page and draws the chart anew; the files that it wrote."""
    text = f"{picture(CHART, bars)}\n\n{table(figures, measured)}"
    return [PART.write(text, root), *write_charts(root, CHART, bars)]


def table(figures: Sequence[Figure], measured: str) -> str:
    """The figures as Markdown, and when and on what they were measured."""
    rows = [f"| {each.name} | {_found(each)} | {each.said(each.limit)} |" for each in figures]
    head = ["| What | Found | At most |", "|---|---|---|"]
    return "\n".join([*head, *rows, "", measured])


def _found(figure: Figure) -> str:
    beside = f" ({figure.beside})" if figure.beside else ""
    return f"{figure.said(figure.found)}{beside}{'' if figure.reached else ', **missed**'}"
