"""The shapes of the flowchart as a picture: boxes with their words, arrows, words beside them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from macros.render import printed_text
from macros.text_width import wrapped

LINE = 1.25
BOLD = ("name", "strong", "danger", "title")


@dataclass(frozen=True, kw_only=True)
class Part:
    """A text before it is laid out. look: name, strong, plain, second, danger or title."""

    text: str
    size: float
    look: str = "plain"

    def lines(self, room: float) -> tuple[str, ...]:
        return wrapped(printed_text(self.text), self.size, room, bold=self.look in BOLD)


@dataclass(frozen=True, kw_only=True)
class Words:
    """Lines of text: x of their start or middle, y of the first baseline, step from line to line."""

    x: float
    y: float
    step: float
    size: float
    look: str
    lines: tuple[str, ...]
    anchor: str = "start"


@dataclass(frozen=True, kw_only=True)
class Box:
    """A box with the words in it."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    words: tuple[Words, ...]


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """The path of an arrow. danger: it leads to 999."""

    path: str
    danger: bool = False


@dataclass(frozen=True, kw_only=True)
class Shapes:
    """What is drawn, down to `bottom`."""

    boxes: tuple[Box, ...] = ()
    words: tuple[Words, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    bottom: float = 0

    def __add__(self, other: "Shapes") -> "Shapes":
        return Shapes(
            boxes=self.boxes + other.boxes,
            words=self.words + other.words,
            arrows=self.arrows + other.arrows,
            bottom=max(self.bottom, other.bottom),
        )


def height(parts: Iterable[Part], room: float) -> float:
    """How high the texts are below one another in a room of that width."""
    return sum(len(part.lines(room)) * part.size * LINE for part in parts)


def stacked(parts: Iterable[Part], x: float, top: float, room: float) -> tuple[Words, ...]:
    """The texts below one another."""
    found: list[Words] = []
    for part in parts:
        lines, step = part.lines(room), part.size * LINE
        found.append(Words(x=x, y=top + part.size, step=step, size=part.size, look=part.look, lines=lines))
        top += len(lines) * step
    return tuple(found)


def centred(words: Iterable[Words], x: float) -> tuple[Words, ...]:
    """The same with the middle of each line at x."""
    return tuple(replace(each, x=x, anchor="middle") for each in words)


def across(x: float, y: float, end: float, *, danger: bool) -> Arrow:
    """An arrow to the right."""
    return Arrow(path=f"M{x:.1f} {y:.1f}H{end:.1f}m-9 -6l9 6l-9 6", danger=danger)


def down(x: float, y: float, end: float) -> Arrow:
    """An arrow down."""
    return Arrow(path=f"M{x:.1f} {y:.1f}V{end:.1f}m-6 -9l6 9l6 -9")
