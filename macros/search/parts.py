"""Cuts the words of an index into parts anew, so that a search fetches little and misses nothing.

For a word that is typed, Pagefind fetches one part and looks there for every word that begins so. Its
own parts end wherever they are full: "child" in one, "children" in the next, and nobody finds them both.
Here words that begin alike stay together as far as a part holds them.
"""

import shutil
import zlib
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from os.path import commonprefix
from pathlib import Path
from typing import NamedTuple

from macros.search.packed import head, items, listed, read, text, text_at, write

FULL = 8_000
"""Bytes of a part, packed. Most wordings of one thing need three or four parts, a few need six."""
FEWEST = 2
"""Letters that decide which words stay together; more of them where those words do not fit."""
PARTS = 2
"""Which item of the whole index is the list of its parts: of each its first word, last word and file."""
LAST = "\U0010ffff"
"""Comes after every word."""


class Word(NamedTuple):
    """A word with the places where it stands, as Pagefind writes them."""

    word: str
    packed: bytes


def into_parts(index: Path) -> None:
    """Cuts an index that has one word in each part."""
    (meta,) = index.glob("*.pf_meta")
    folder = index / "index"
    parts = list(_parts(sorted(map(_word, folder.glob("*")))))
    shutil.rmtree(folder)
    folder.mkdir()
    for number, part in enumerate(parts):
        write(folder / f"{number}.pf_index", listed([listed([each.packed for each in part])]))
    content = read(meta)
    start, end = items(content)[PARTS]
    write(meta, content[:start] + _contents(parts) + content[end:])


def _word(file: Path) -> Word:
    """The only word of a part."""
    content = read(file)
    begin = head(content, head(content, 0)[2])[2]
    return Word(text_at(content, head(content, begin)[2]), content[begin:])


def _parts(words: Sequence[Word]) -> Iterator[list[Word]]:
    """As full as they can be. A lone letter ends one, else Pagefind finds "I" for a word that no page has."""
    part: list[Word] = []
    held = 0
    for run in _alike(words, FEWEST):
        size = _size(run)
        if part and (held + size > FULL or len(part[-1].word) == 1):
            yield part
            part, held = [], 0
        part, held = [*part, *run], held + size
    if part:
        yield part


def _alike(words: Sequence[Word], letters: int) -> Iterator[list[Word]]:
    """Runs of words that begin with the same letters; a run that is too large for a part in shorter ones."""
    for _, group in groupby(words, key=lambda each: each.word[:letters]):
        run = list(group)
        if len(run) == 1 or _size(run) <= FULL:
            yield run
        else:
            yield from _alike(run, letters + 1)


def _size(run: Sequence[Word]) -> int:
    return len(zlib.compress(b"".join(each.packed for each in run)))


def _contents(parts: Sequence[list[Word]]) -> bytes:
    """The list of the parts. Each begins where the one before ends, so every word that is typed has one."""
    ends = [_end(part[-1].word, after[0].word) for part, after in pairwise(parts)]
    spans = pairwise(["", *ends, LAST])
    rows = ((first, last, f"{number}") for number, (first, last) in enumerate(spans))
    return listed([listed([*map(text, row)]) for row in rows])


def _end(word: str, after: str) -> str:
    """The last of all words that could stand beside the one, before the other."""
    alike = len(commonprefix([word, after]))
    return word if alike == len(word) else word[: alike + 1] + LAST
