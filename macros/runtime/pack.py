"""Byte-compiles a zip of Python sources. It runs inside Pyodide, as byte code is of one Python only."""

import dataclasses
import importlib
import marshal
import py_compile
import sys
import zipfile
from pathlib import Path
from types import CodeType

HERE = "module.py"
NEVER_COMPARED = py_compile.PycInvalidationMode.UNCHECKED_HASH
"""Byte code that Python takes as it is, and that carries no time of its making."""
HEAD = 16
"""The bytes of such a file before its code, as PEP 552 has them."""


def pack(sources: str, packed: str, optimize: int, start: str) -> None:
    """Writes the zip `packed`: each module of the zip `sources` compiled, under its own name with a c.

    start: the module whose dataclasses are prepared beside it, empty for none.
    """
    with zipfile.ZipFile(sources) as read, zipfile.ZipFile(packed, "w") as written:
        for name in read.namelist():
            written.writestr(f"{name}c", compiled(name, read.read(name), optimize))
        if start:
            written.writestr("prepared.bin", prepared(sources, start))


def compiled(name: str, source: bytes, optimize: int) -> bytes:
    """The byte code of one module, the same every time."""
    here = Path(HERE)
    here.write_bytes(source)
    made = py_compile.compile(
        HERE, f"{HERE}c", dfile=name, doraise=True, optimize=optimize, invalidation_mode=NEVER_COMPARED
    )
    content = Path(str(made)).read_bytes()
    return content[:HEAD] + marshal.dumps(without_lines(marshal.loads(content[HEAD:])))


def without_lines(code: CodeType) -> CodeType:
    """The same code without its table of lines, a third of its size, which only a traceback asks for."""
    inner = (without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=tuple(inner))


def prepared(sources: str, start: str) -> bytes:
    """What prepared.py takes: the code of each text that dataclasses has run as the module is imported."""
    codes: dict[str, CodeType] = {}

    def note(text: str, names: dict[str, object], made: dict[str, object]) -> None:
        codes[text] = without_lines(compile(text, "<string>", "exec"))
        exec(text, names, made)

    sys.path.insert(0, sources)
    vars(dataclasses)["exec"] = note
    importlib.import_module(start)
    return marshal.dumps(codes)
