"""How wide a text is at most in the sans-serif faces of common systems, and where to break it.

Widths are those of Arial in thousandths of the type size, with a margin for wider faces such as DejaVu Sans.
"""

import unicodedata
from functools import lru_cache

NARROW = {222: "ijl'’`‘|", 278: " !,./:;It[]\\f·", 333: '()-r“”"', 389: "*^", 500: "cksvxyzJ"}
MIDDLE = {556: "abdeghnopqu0123456789L$#?_£–", 584: "+<=>~", 611: "FTZ", 667: "ABEKPSVXY&", 722: "CDHNRUw"}
WIDE = {778: "GOQ", 833: "Mm", 944: "W", 1000: "—…@%"}
WIDTHS = {char: width for group in (NARROW, MIDDLE, WIDE) for width, chars in group.items() for char in chars}
UNKNOWN = 1000
MARGIN, BOLD = 1.18, 1.17


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width in the unit of `size`. A sign that we do not know is as wide as it is high."""
    return _units(text) / 1000 * size * MARGIN * (BOLD if bold else 1)


@lru_cache(maxsize=4096)
def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text in a room of that width; a word that is too long is cut."""
    lines: list[str] = []
    used, space = 0.0, text_width(" ", size, bold=bold)
    for piece in (piece for word in text.split() for piece in _cut(word, size, room, bold)):
        width = text_width(piece, size, bold=bold)
        if lines and used + space + width <= room:
            lines[-1], used = f"{lines[-1]} {piece}", used + space + width
        else:
            lines, used = [*lines, piece], width
    return tuple(lines)


@lru_cache(maxsize=4096)
def _units(text: str) -> int:
    plain = (char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return sum(WIDTHS.get(char, UNKNOWN) for char in plain)


def _cut(word: str, size: float, room: float, bold: bool) -> list[str]:
    """A word in pieces that fit; one piece almost always."""
    if text_width(word, size, bold=bold) <= room:
        return [word]
    pieces = [""]
    for char in word:
        if pieces[-1] and text_width(pieces[-1] + char, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += char
    return pieces
