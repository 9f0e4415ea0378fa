"""The flowchart as an SVG picture for slides: the same ladder as the page, laid out without a browser."""

from dataclasses import replace
from html import unescape

from helper.policy import Policy
from macros.counted import stages_said
from macros.flow_layout import GAP, SMALLEST, Frame, beside, bottom, ladder
from macros.flow_notes import Note, flow_notes
from macros.flow_rows import Row, flow_rows
from macros.flow_shapes import Part, Shapes, height, stacked
from macros.limits import in_all
from macros.render import render

WIDTH, HEIGHT, EDGE, BESIDE, SPACE = 1600, 900, 28, 330, 12
ROOM = WIDTH - 2 * EDGE
SIZES, NOTES, SHARES = range(26, SMALLEST - 1, -1), 17, (0.3, 0.42, 0.54)
"""Type sizes in a box, the largest of the notes, the share of a box for its limits; the first is best."""


def flow_picture(policy: Policy) -> str:
    """The picture as XML, 16:9; higher where a policy says more than fits at the smallest size."""
    rows, notes, head, foot = flow_rows(policy), flow_notes(policy), _head(policy), _foot(policy)
    top, last = EDGE + height(head, ROOM) + SPACE, HEIGHT - EDGE - height(foot, ROOM) - SPACE
    drawn = _ladder(rows, Frame(left=EDGE, top=top, width=ROOM - (BESIDE + SPACE if notes else 0)), last)
    if notes:
        drawn += _beside(notes, Frame(left=WIDTH - EDGE - BESIDE, top=top, width=BESIDE), last)
    below = max(last, drawn.bottom) + SPACE
    words = (*stacked(head, EDGE, EDGE, ROOM), *stacked(foot, EDGE, below, ROOM))
    return render(
        "flow_picture",
        policy=policy,
        rows=rows,
        notes=notes,
        width=WIDTH,
        height=below + height(foot, ROOM) + EDGE,
        shapes=drawn + Shapes(words=words),
    )


def _head(policy: Policy) -> tuple[Part, ...]:
    return (
        Part(text=f"{policy.name} escalation flowchart", size=32, look="title"),
        Part(text=_text("flow_lede", policy), size=20, look="second"),
    )


def _foot(policy: Policy) -> tuple[Part, ...]:
    return (Part(text=_text("flow_foot", policy), size=14, look="second"),)


def _text(template: str, policy: Policy) -> str:
    return unescape(render(template, policy=policy, stages=stages_said(policy), in_all=in_all(policy)))


def _ladder(rows: tuple[Row, ...], frame: Frame, last: float) -> Shapes:
    """In the largest type that fits; what room is left goes between the rows."""
    frames = (replace(frame, size=size, gap=size * GAP, times=share) for size in SIZES for share in SHARES)
    best = next((each for each in frames if bottom(rows, each) <= last), frame)
    spare = (last - bottom(rows, best)) / max(1, len(rows) - 1)
    return ladder(rows, replace(best, gap=best.gap + min(max(0, spare), best.size)))


def _beside(notes: tuple[Note, ...], frame: Frame, last: float) -> Shapes:
    """In the largest type that fits."""
    drawn = (beside(notes, replace(frame, size=size)) for size in SIZES if size <= NOTES)
    return next((each for each in drawn if each.bottom <= last), beside(notes, frame))
