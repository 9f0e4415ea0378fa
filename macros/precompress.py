"""Compressed copies beside the files of the finished site, for hosts that send them as they are."""

import gzip
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it comes without types

from macros.cache import cached

COMPRESSIBLE = {
    *(".css", ".csv", ".html", ".ics", ".js", ".json", ".mjs"),
    *(".svg", ".txt", ".wasm", ".webmanifest", ".xml", ".zip"),
}
LASTING = {".css", ".js", ".mjs", ".wasm", ".zip"}
TABLES = "assets/dates/*.json"
"""Few and the same from build to build, these and the tables of dates: worth the best that there is, once."""
QUICK, BEST = 5, 11
"""Brotli on pages: 9 saves one part in sixty more and takes eight times as long."""
WINDOW = 24
"""How far back brotli looks, as a power of two: all that browsers allow, a hundredth less for the wasm."""


def precompress(folder: Path) -> int:
    """Writes .br and .gz beside each file that gets smaller by it; how many files it wrote."""
    files = sorted(file for file in folder.rglob("*") if file.suffix in COMPRESSIBLE and file.is_file())
    with ThreadPoolExecutor() as pool:
        return sum(pool.map(_compress, files))


def _compress(file: Path) -> int:
    content = file.read_bytes()
    copies = [copy for copy in _copies(file, content) if len(copy[1]) < len(content)]
    for name, copy in copies:
        file.with_name(name).write_bytes(copy)
    return len(copies)


def _copies(file: Path, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The same bytes for the same content."""
    lasting = file.suffix in LASTING or file.match(TABLES)
    brotlied = partial(brotli.compress, content, quality=BEST if lasting else QUICK, lgwin=WINDOW)
    zipped = partial(gzip.compress, content, 9, mtime=0)
    yield f"{file.name}.br", cached("brotli", content, brotlied) if lasting else brotlied()
    yield f"{file.name}.gz", cached("gz", content, zipped) if lasting else zipped()
