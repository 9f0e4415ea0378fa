"""Pyodide's program without what it holds for packages alone: the helper loads none.

A package with compiled parts may ask the program for any of some 8,500 functions and values. What
Pyodide's own script asks for is less than 150 of them. The others are no longer handed out, and what
nothing then reaches is gone (by binaryen). No function that stays is changed.
"""

import json
import re
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.cache import cached
from macros.runtime.byte_code import MODULES
from macros.runtime.in_node import run_in_node
from macros.runtime.npm import BINARYEN, LOADER, PROGRAM, PYODIDE, SCRIPT, WASM, digests, from_npm, there

IN_NODE = Path(__file__).with_name("less.mjs")
BOUND = re.compile(r'([\w$]+)=Module\["\1"\]=wasmExports\["([\w$]+)"\](?:\.value>>>0)?;')
"""How the script takes an export: for itself and, under the same name, for packages."""
ASKED = re.compile(r'wasmExports(?:\["|\.)([\w$]+)')
KEPT = 4
"""Two scripts and two programs, ten megabytes a pair."""


def program() -> MODULES:
    """Pyodide's three files by name. Raises RuntimeMissing if npm's are not there."""
    made_from = digests((*(PYODIDE / name for name in PROGRAM), BINARYEN, IN_NODE, Path(__file__)))
    script = cached("program", made_from + b"script", _script, keep=KEPT)
    wasm = cached("program", made_from, lambda: _wasm(script.decode()), keep=KEPT)
    return {SCRIPT: script, WASM: wasm, LOADER: from_npm(LOADER)}


def _script() -> bytes:
    """Pyodide's script, which no longer asks for what it would only hand on."""
    script = from_npm(SCRIPT).decode()
    unused = _unused(script, from_npm(LOADER).decode())
    return BOUND.sub(lambda bound: "" if bound[2] in unused else bound[0], script).encode()


def _unused(script: str, loader: str) -> set[str]:
    """The exports that both take only to hand them on: they declare a name for each, and no more.

    What is looked up by a text, as the program's own start is, is used.
    """
    rest = BOUND.sub("", script) + loader
    words, texts = Counter(re.findall(r"[\w$]+", rest)), set(re.findall(r'"([\w$]+)"', rest))
    return {export for name, export in BOUND.findall(script) if words[name] == 1 and export not in texts}


def _wasm(script: str) -> bytes:
    """The wasm with what the script asks for and all that this needs."""
    exports = sorted(set(ASKED.findall(script)))
    with TemporaryDirectory() as folder:
        less = Path(folder, "less.wasm")
        given = (there(BINARYEN), PYODIDE / WASM, less, json.dumps(exports))
        run_in_node(IN_NODE, *given, failed="Pyodide's program was not made smaller")
        return less.read_bytes()
