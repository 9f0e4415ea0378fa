"""The figures as a table on the screen and as the table and the chart of the page about speed."""

from collections.abc import Sequence
from pathlib import Path

from macros.bench_reader.chart import COLOURS, TITLE, WIDTH, Bar, chart, height_of
from macros.bench_reader.figures import Figure

PAGE = Path("docs/about/speed.md")
CHART = "docs/assets/images/speed-{}.svg"
BEGIN, END = "<!-- figures, written by guide bench reader -->", "<!-- end of the figures -->"


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
    page = root / PAGE
    text = f"{picture(bars)}\n\n{table(figures, measured)}"
    page.write_text(filled(page.read_text("utf-8"), text), "utf-8")
    files = {look: root / CHART.format(look) for look in COLOURS}
    for look, file in files.items():
        file.write_text(chart(bars, COLOURS[look]), "utf-8")
    return [page, *files.values()]


def filled(page: str, text: str) -> str:
    """The page with this text between its two marks."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.partition(END)[2]}"


def picture(bars: Sequence[Bar]) -> str:
    """The chart in the reader's colours; its words are those of the bars."""
    said = ", ".join(f"{bar.words} {bar.seconds:.1f}" for bar in bars)
    light, dark = (f"../../{CHART.format(look).removeprefix('docs/')}" for look in ("light", "dark"))
    return (
        f'<picture><source srcset="{dark}" media="(prefers-color-scheme: dark)">'
        f'<img src="{light}" width="{WIDTH}" height="{height_of(bars)}" alt="{TITLE}: {said}."></picture>'
    )


def table(figures: Sequence[Figure], measured: str) -> str:
    """The figures as Markdown, and when and on what they were measured."""
    rows = [f"| {each.name} | {_found(each)} | {each.said(each.limit)} |" for each in figures]
    head = ["| What | Found | At most |", "|---|---|---|"]
    return "\n".join([*head, *rows, "", measured])


def _found(figure: Figure) -> str:
    beside = f" ({figure.beside})" if figure.beside else ""
    return f"{figure.said(figure.found)}{beside}{'' if figure.reached else ', **missed**'}"
