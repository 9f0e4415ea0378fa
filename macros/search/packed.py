"""Pagefind's files: lists in CBOR (RFC 8949), packed by gzip. Items are moved as they stand, unread."""

import gzip
from collections.abc import Sequence
from pathlib import Path

BYTES, TEXT, LIST, LONG = 2, 3, 4, 24
MAGIC = b"pagefind_dcd"


def read(file: Path) -> bytes:
    """What is in a file of Pagefind's."""
    return gzip.decompress(file.read_bytes()).removeprefix(MAGIC)


def write(file: Path, content: bytes) -> None:
    """The same bytes for the same content."""
    file.write_bytes(gzip.compress(MAGIC + content, 9, mtime=0))


def items(content: bytes, at: int = 0) -> list[tuple[int, int]]:
    """Where each item of the list at this place begins and ends."""
    _, number, at = head(content, at)
    spans = []
    for _ in range(number):
        spans.append((at, _end(content, at)))
        at = spans[-1][1]
    return spans


def _end(content: bytes, at: int) -> int:
    """Where the item that begins here ends."""
    kind, number, after = head(content, at)
    if kind in (BYTES, TEXT):
        return after + number
    if kind == LIST:
        spans = items(content, at)
        return spans[-1][1] if spans else after
    return after


def head(content: bytes, at: int) -> tuple[int, int, int]:
    """The kind of an item, its number or length, and where its content begins."""
    kind, short = divmod(content[at], 32)
    if short < LONG:
        return kind, short, at + 1
    size = 1 << (short - LONG)
    return kind, int.from_bytes(content[at + 1 : at + 1 + size]), at + 1 + size


def text_at(content: bytes, at: int) -> str:
    """The text that begins here."""
    _, length, start = head(content, at)
    return content[start : start + length].decode()


def text(words: str) -> bytes:
    """A text as an item."""
    packed = words.encode()
    return _head(TEXT, len(packed)) + packed


def listed(packed: Sequence[bytes]) -> bytes:
    """Items as a list, which is an item too."""
    return _head(LIST, len(packed)) + b"".join(packed)


def _head(kind: int, number: int) -> bytes:
    if number < LONG:
        return bytes([kind * 32 + number])
    power = next(each for each in range(4) if number < 1 << (8 << each))
    return bytes([kind * 32 + LONG + power]) + number.to_bytes(1 << power)
