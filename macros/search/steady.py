"""Puts into order what Pagefind writes in any order, so that the same pages give the same bytes.

Its filters and their values come in the order of a hash table whose seed is new in each run. They are
lists, so their items are sorted as they stand, without reading what is in them.
"""

import hashlib
from pathlib import Path

from macros.search.packed import items, read, write

ENTRY = "pagefind-entry.json"
VALUES, FILTERS = 1, 3
"""Which item of a filter is the list of its values, and which of the whole index the list of its filters."""


def steady(index: Path) -> None:
    """Sorts the filters of an index, their values, and names the files anew by their content."""
    (meta,) = index.glob("*.pf_meta")
    content = read(meta)
    for file in index.glob("filter/*"):
        renamed = _rewritten(file, _sorted(read(file), VALUES), 7)
        content = content.replace(file.stem.encode(), renamed.stem.encode())
    entry = index / ENTRY
    renamed = _rewritten(meta, _sorted(content, FILTERS), 10)
    old, new = (file.stem.removeprefix("pagefind.") for file in (meta, renamed))
    entry.write_text(entry.read_text("utf-8").replace(old, new), "utf-8")


def _rewritten(file: Path, content: bytes, digits: int) -> Path:
    """The file with this content, under a name as Pagefind makes it: en_ and the beginning of a hash."""
    digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()[:digits]
    renamed = file.with_stem(f"{file.stem.rpartition('_')[0]}_{digest}")
    file.unlink()
    write(renamed, content)
    return renamed


def _sorted(content: bytes, which: int) -> bytes:
    """A list whose item `which` is a list, with the items of that in order."""
    begin = items(content)[which][0]
    spans = items(content, begin)
    if not spans:
        return content
    ordered = sorted(content[start:end] for start, end in spans)
    return content[: spans[0][0]] + b"".join(ordered) + content[spans[-1][1] :]
