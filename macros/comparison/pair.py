"""Two columns as one table of rows: the same said once, what differs side by side and marked.

The page script does the same for any pair: helper/web/side-by-side.js.
"""

from dataclasses import dataclass
from itertools import zip_longest

from macros.comparison.column import Column, Section
from macros.comparison.row import Row


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What one policy says; name: whose it is, empty where both say it."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PairRow:
    """One term with what both say.

    mark: `same`, `differs`, `only`, `neither`; empty where one policy has no such stage. only: the
    name of the one that states it.
    """

    term: str
    mark: str
    cells: tuple[Cell, ...]
    only: str = ""


@dataclass(frozen=True, kw_only=True)
class PairSection:
    """A heading with its rows. beside: why there is nothing beside it, empty where there is."""

    heading: str
    beside: str
    rows: tuple[PairRow, ...]


def side_by_side(one: Column, other: Column) -> tuple[PairSection, ...]:
    """Every section of both; the stages by their order."""
    return tuple(
        _section(one, other, left, right)
        for both in zip(one.groups, other.groups, strict=True)
        for left, right in zip_longest(*both)
    )


def _section(one: Column, other: Column, left: Section | None, right: Section | None) -> PairSection:
    if left is None or right is None:
        alone, held, beside = (one, left, other) if left else (other, right, one)
        return _alone(alone.name, held, beside.has)
    found = (_row((one.name, a), (other.name, b)) for a, b in zip(left.rows, right.rows, strict=True))
    return PairSection(heading=left.heading, beside="", rows=tuple(each for each in found if each))


def _alone(name: str, held: Section | None, beside: str) -> PairSection:
    shown = (each for each in (held.rows if held else ()) if each.lines or not each.rare)
    rows = (PairRow(term=each.term, mark="", cells=(_cell(name, each),)) for each in shown)
    return PairSection(heading=held.heading if held else "", beside=beside, rows=tuple(rows))


def _row(one: tuple[str, Row], other: tuple[str, Row]) -> PairRow | None:
    """None where neither has what only few policies have."""
    (_, left), (_, right) = one, other
    if left.lines == right.lines:
        return _same(left)
    only = "" if left.lines and right.lines else one[0] if left.lines else other[0]
    cells = (_cell(*one), _cell(*other))
    return PairRow(term=left.term, mark="only" if only else "differs", cells=cells, only=only)


def _same(row: Row) -> PairRow | None:
    if row.rare and not row.lines:
        return None
    return PairRow(term=row.term, mark="same" if row.lines else "neither", cells=(_cell("", row),))


def _cell(name: str, row: Row) -> Cell:
    return Cell(name=name, lines=row.lines or (row.silent,))
