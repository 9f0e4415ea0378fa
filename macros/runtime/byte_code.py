"""Python sources as byte code for Pyodide, made by Pyodide itself under node."""

import hashlib
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.cache import cached
from macros.runtime.in_node import run_in_node
from macros.runtime.npm import LIBRARY, PROGRAM, PYODIDE, digests

PACK = Path(__file__).with_name("pack.py")
IN_NODE = Path(__file__).with_name("in_node.mjs")
MODULES = dict[str, bytes]
"""The content of each file by its path in the zip."""


def byte_code(sources: MODULES, *, optimize: int, start: str = "") -> MODULES:
    """Each module compiled. optimize: as for `python -O`; 2 leaves out docstrings and assertions.

    start: the module that is imported first; what its dataclasses compile is in "prepared.bin".
    """
    given = zipped(sources)
    tools = digests((PACK, IN_NODE, *(PYODIDE / name for name in (*PROGRAM, LIBRARY))))
    made_from = b"%d\0%s\0" % (optimize, start.encode()) + tools + hashlib.sha256(given).digest()
    return unzipped(cached("byte-code", made_from, lambda: _compile(given, optimize, start)))


def zipped(files: MODULES) -> bytes:
    """The files as a zip: sorted, stored as they are, the same bytes on every day and every system."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3  # else it says which system it was packed on
            archive.writestr(entry, content)
    return packed.getvalue()


def unzipped(packed: bytes, names: Iterable[str] | None = None) -> MODULES:
    """The files of a zip, or those of these names. Raises KeyError for one that is not there."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in names or archive.namelist()}


def _compile(sources: bytes, optimize: int, start: str) -> bytes:
    with TemporaryDirectory() as folder:
        given, made = Path(folder, "sources.zip"), Path(folder, "packed.zip")
        given.write_bytes(sources)
        command = (IN_NODE, PYODIDE, PACK, given, made, optimize, start)
        run_in_node(*command, failed="Pyodide did not compile its modules")
        return made.read_bytes()
