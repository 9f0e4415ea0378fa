"""Puts into order what Pagefind writes in any order, so that the same pages give the same bytes.

Its filters and their values come in the order of a hash table whose seed is new in each run. They are
lists in CBOR (RFC 8949), so their items are sorted as they stand, without reading what is in them.
"""

import gzip
import hashlib
from pathlib import Path

BYTES, TEXT, LIST, LONG = 2, 3, 4, 24
MAGIC = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"
VALUES, FILTERS = 1, 3
"""Which item of a filter is the list of its values, and which of the whole index the list of its filters."""


def steady(index: Path) -> None:
    """Sorts the filters of an index, their values, and names the files anew by their content."""
    (meta,) = index.glob("*.pf_meta")
    content = _read(meta)
    for file in index.glob("filter/*"):
        renamed = _rewritten(file, _sorted(_read(file), VALUES), 7)
        content = content.replace(file.stem.encode(), renamed.stem.encode())
    entry = index / ENTRY
    renamed = _rewritten(meta, _sorted(content, FILTERS), 10)
    old, new = (file.stem.removeprefix("pagefind.") for file in (meta, renamed))
    entry.write_text(entry.read_text("utf-8").replace(old, new), "utf-8")


def _read(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes()).removeprefix(MAGIC)


def _rewritten(file: Path, content: bytes, digits: int) -> Path:
    """The file with this content, under a name as Pagefind makes it: en_ and the beginning of a hash."""
    digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()[:digits]
    renamed = file.with_stem(f"{file.stem.rpartition('_')[0]}_{digest}")
    file.unlink()
    renamed.write_bytes(gzip.compress(MAGIC + content, 9, mtime=0))
    return renamed


def _sorted(content: bytes, which: int) -> bytes:
    """A list whose item `which` is a list, with the items of that in order."""
    begin = _items(content, 0)[which][0]
    spans = _items(content, begin)
    if not spans:
        return content
    ordered = sorted(content[start:end] for start, end in spans)
    return content[: spans[0][0]] + b"".join(ordered) + content[spans[-1][1] :]


def _items(content: bytes, at: int) -> list[tuple[int, int]]:
    """Where each item of the list at this place begins and ends."""
    _, number, at = _head(content, at)
    spans = []
    for _ in range(number):
        spans.append((at, _end(content, at)))
        at = spans[-1][1]
    return spans


def _end(content: bytes, at: int) -> int:
    """Where the item that begins here ends."""
    kind, number, after = _head(content, at)
    if kind in (BYTES, TEXT):
        return after + number
    if kind == LIST:
        spans = _items(content, at)
        return spans[-1][1] if spans else after
    return after


def _head(content: bytes, at: int) -> tuple[int, int, int]:
    """The kind of an item, its number or length, and where its content begins."""
    kind, short = divmod(content[at], 32)
    if short < LONG:
        return kind, short, at + 1
    size = 1 << (short - LONG)
    return kind, int.from_bytes(content[at + 1 : at + 1 + size]), at + 1 + size
