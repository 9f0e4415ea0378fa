"""Where the boxes, arrows and words of the flowchart go, at a type size."""

from dataclasses import dataclass

from macros.flow_notes import Note
from macros.flow_rows import Row
from macros.flow_shapes import Box, Part, Shapes, across, centred, down, height, stacked

SMALLEST = 12
"""The smallest type that can still be read on a slide."""
GAP = 1.4
"""Between two rows, in sizes of the type."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The columns of the ladder. times: the share of a box for its limits. gap: between two rows."""

    left: float
    top: float
    width: float
    size: float = SMALLEST
    times: float = 0.3
    gap: float = SMALLEST * GAP

    @property
    def pad(self) -> float:
        return self.size * 0.45

    @property
    def across(self) -> float:
        return self.size * 9.3

    @property
    def end(self) -> float:
        return self.width * 0.19

    @property
    def box(self) -> float:
        return self.width - self.end - self.across


def ladder(rows: tuple[Row, ...], frame: Frame) -> Shapes:
    """The ladder from top to bottom."""
    shapes = Shapes(bottom=frame.top)
    for row in rows:
        shapes += _row(row, frame, shapes.bottom)
    return shapes


def bottom(rows: tuple[Row, ...], frame: Frame) -> float:
    """Where the ladder ends, without drawing it."""
    end = frame.top
    for row in rows:
        end += _height(row, frame)
        end += frame.gap if row.down else 0
    return end


def _height(row: Row, frame: Frame) -> float:
    return max(_box_height(row, frame), _end_height(row, frame))


def _row(row: Row, frame: Frame, top: float) -> Shapes:
    """A box with its ways out, and the arrow to the next one."""
    high = _height(row, frame)
    middle = top + high / 2
    shapes = Shapes(boxes=(_box(row, frame, top, high),), bottom=top + high)
    if row.end:
        shapes += _way_out(row, frame, middle)
    return shapes + _way_down(row, frame, top + high) if row.down else shapes


def _columns(row: Row, frame: Frame) -> tuple[float, float]:
    """The room for the text of a box and for its times."""
    times = frame.box * frame.times if row.times else 0
    return frame.box - times - 2 * frame.pad, max(0, times - frame.pad)


def _texts(row: Row, frame: Frame) -> tuple[Part, ...]:
    name = [Part(text=row.name, size=frame.size * 1.1, look="name")] if row.name else []
    return (*name, *(Part(text=text, size=frame.size) for text in row.texts))


def _times(row: Row, frame: Frame) -> tuple[Part, ...]:
    looks = ("plain" if text.startswith("“") else "strong" for text in row.times)
    return tuple(
        Part(text=text, size=frame.size, look=look) for text, look in zip(row.times, looks, strict=True)
    )


def _box_height(row: Row, frame: Frame) -> float:
    text, times = _columns(row, frame)
    high = max(height(_texts(row, frame), text), height(_times(row, frame), times))
    return high + 2 * frame.pad


def _box(row: Row, frame: Frame, top: float, high: float) -> Box:
    text, times = _columns(row, frame)
    left, right = frame.left + frame.pad, frame.left + frame.box - times - frame.pad
    parts = ((_texts(row, frame), left, text), (_times(row, frame), right, times))
    words = (stacked(some, x, top + (high - height(some, room)) / 2, room) for some, x, room in parts if some)
    return Box(
        kind=row.kind,
        x=frame.left,
        y=top,
        width=frame.box,
        height=high,
        words=tuple(each for some in words for each in some),
    )


def _end(row: Row, frame: Frame) -> tuple[Part, ...]:
    strong = {"start": "danger", "gate": "plain"}.get(row.kind, "strong")
    looks = [strong, *("strong" if row.kind == "routes" else "plain" for _ in row.end[1:])]
    return tuple(
        Part(text=text, size=frame.size, look=look) for text, look in zip(row.end, looks, strict=True)
    )


def _end_height(row: Row, frame: Frame) -> float:
    words = height(_end(row, frame), frame.end - 2 * frame.pad) + 2 * frame.pad if row.end else 0
    return max(words, _label_height(row, frame))


def _label(row: Row, frame: Frame) -> Part:
    look = "danger" if row.kind == "start" else "strong"
    return Part(text=row.across, size=frame.size * 0.9, look=look)


def _label_height(row: Row, frame: Frame) -> float:
    """The label with the arrow below it."""
    return height((_label(row, frame),), frame.across - frame.size * 1.5) + frame.size * 0.9


def _way_out(row: Row, frame: Frame, middle: float) -> Shapes:
    """The label, the arrow below it and the box that it leads to."""
    start, end = frame.left + frame.box, frame.left + frame.width - frame.end
    high, label = _end_height(row, frame), _label_height(row, frame)
    top, room = middle - label / 2, frame.across - frame.size * 1.5
    words = stacked((_label(row, frame),), start, top, room)
    parts, inner = _end(row, frame), frame.end - 2 * frame.pad
    inside = stacked(parts, end + frame.pad, middle - height(parts, inner) / 2, inner)
    kind = "danger" if row.kind == "start" else "end"
    box = Box(kind=kind, x=end, y=middle - high / 2, width=frame.end, height=high, words=inside)
    arrow = across(start + 3, top + label - frame.size * 0.45, end - 3, danger=row.kind == "start")
    return Shapes(boxes=(box,), words=centred(words, (start + end) / 2), arrows=(arrow,))


def _way_down(row: Row, frame: Frame, top: float) -> Shapes:
    """The arrow to the next box, its label beside it."""
    x, size = frame.left + frame.size * 2, frame.size * 0.9
    label = Part(text=row.down, size=size, look="strong")
    words = stacked((label,), x + size, top + (frame.gap - size * 1.3) / 2, frame.box)
    return Shapes(words=words, arrows=(down(x, top + 3, top + frame.gap - 3),), bottom=top + frame.gap)


def beside(notes: tuple[Note, ...], frame: Frame) -> Shapes:
    """The notes in one box of the frame's width."""
    parts = tuple(part for note in notes for part in _note(note, frame.size))
    room = frame.width - 2 * frame.pad
    words = stacked(parts, frame.left + frame.pad, frame.top + frame.pad, room)
    high = height(parts, room) + 2 * frame.pad
    box = Box(kind="note", x=frame.left, y=frame.top, width=frame.width, height=high, words=words)
    return Shapes(boxes=(box,), bottom=frame.top + high)


def _note(note: Note, size: float) -> tuple[Part, Part]:
    return Part(text=note.name, size=size * 1.1, look="name"), Part(text=note.text, size=size)
