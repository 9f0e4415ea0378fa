"""Tables as CSV that a spreadsheet opens without taking a cell for a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from helper.hidden import made_visible

FORMULA = tuple("=+-@＝＋－＠")


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """The rows as RFC 4180 has them: each cell in quotation marks, lines that end in CR and LF.

    A cell that a spreadsheet would run, one that begins with = + - or @, gets an apostrophe before
    it, which spreadsheets take for "this is text".
    """
    text = StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([plain_cell(cell) for cell in row] for row in rows)
    return text.getvalue()


def plain_cell(cell: str) -> str:
    """The text of a cell on one line, never a formula, with hidden characters by their codes."""
    line = made_visible(" ".join(cell.split()))
    return f"'{line}" if line.startswith(FORMULA) else line
