"""A small bar chart as SVG, without style or script. The table beside it says the same in text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

WIDTH, ROW, TOP, BAR = 360, 46, 34, 14
LEAST = 2
TITLE = "Seconds on a slow line, 1.6 Mbit/s"
NUMBERS = 44
"""Room for the number behind the longest bar."""


@dataclass(frozen=True)
class Bar:
    """words: what it is of. seconds: its length. ours: in the colour for what the site sends."""

    words: str
    seconds: float
    ours: bool = True


@dataclass(frozen=True)
class Colours:
    ground: str
    text: str
    ours: str
    plain: str


COLOURS = {  # those of docs/styles/tokens.css
    "light": Colours("#ffffff", "#182224", "#0d5157", "#7b8789"),
    "dark": Colours("#111819", "#e8eeee", "#86d3d1", "#7b8789"),
}


def write_charts(root: Path, pattern: str, bars: Sequence[Bar], title: str = TITLE) -> list[Path]:
    """The chart in each look; the files. pattern: a file's path below root, with {} for the look."""
    files = {look: root / pattern.format(look) for look in COLOURS}
    for look, file in files.items():
        file.write_text(chart(bars, COLOURS[look], title), "utf-8")
    return [*files.values()]


def picture(pattern: str, bars: Sequence[Bar], title: str = TITLE) -> str:
    """The charts in the reader's colours, for a page of docs/about/; the words are those of the bars."""
    said = ", ".join(f"{bar.words} {bar.seconds:.1f}" for bar in bars)
    light, dark = (f"../../{pattern.format(look).removeprefix('docs/')}" for look in ("light", "dark"))
    return (
        f'<picture><source srcset="{dark}" media="(prefers-color-scheme: dark)">'
        f'<img src="{light}" width="{WIDTH}" height="{height_of(bars)}" alt="{title}: {said}."></picture>'
    )


def height_of(bars: Sequence[Bar]) -> int:
    """How high the chart is, WIDTH being its width."""
    return TOP + ROW * len(bars)


def chart(bars: Sequence[Bar], colours: Colours, title: str = TITLE) -> str:
    """The bars from the top, with their words above and their seconds behind them."""
    height = height_of(bars)
    said = "; ".join(f"{bar.words}: {bar.seconds:.1f} s" for bar in bars)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        ' aria-labelledby="title said" font-family="system-ui, sans-serif">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="said">{escape(said)}.</desc>',
        f'<rect width="{WIDTH}" height="{height}" fill="{colours.ground}"/>',
        f'<text x="8" y="20" font-size="14" font-weight="bold" fill="{colours.text}">{escape(title)}</text>',
        *_rows(bars, colours),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _rows(bars: Sequence[Bar], colours: Colours) -> Iterator[str]:
    scale = (WIDTH - 16 - NUMBERS) / max(bar.seconds for bar in bars)
    for number, bar in enumerate(bars):
        y, long = TOP + ROW * number, max(LEAST, bar.seconds * scale)
        fill = colours.ours if bar.ours else colours.plain
        yield _text(8, y + 14, bar.words, colours)
        yield f'<rect x="8" y="{y + 20}" width="{long:.1f}" height="{BAR}" fill="{fill}"/>'
        yield _text(long + 14, y + 32, f"{bar.seconds:.1f}", colours)


def _text(x: float, y: int, words: str, colours: Colours) -> str:
    return f'<text x="{x:.0f}" y="{y}" font-size="14" fill="{colours.text}">{escape(words)}</text>'
