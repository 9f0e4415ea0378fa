"""Pyodide's program without what it holds for packages alone: the helper loads none.

A package with compiled parts may ask the program for any of some 8,500 functions and values. What
Pyodide's own script asks for is less than 150 of them. The others are no longer handed out, and what
nothing then reaches is gone (by binaryen). No function that stays is changed.
"""

import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.cache import cached
from macros.runtime.byte_code import MODULES, unzipped, zipped
from macros.runtime.in_node import run_in_node
from macros.runtime.npm import BINARYEN, LOADER, SCRIPT, WASM, from_npm, there

IN_NODE = Path(__file__).with_name("less.mjs")
BOUND = re.compile(r'([\w$]+)=Module\["\1"\]=wasmExports\["([\w$]+)"\](?:\.value>>>0)?;')
"""How the script takes an export: for itself and, under the same name, for packages."""
ASKED = re.compile(r'wasmExports(?:\["|\.)([\w$]+)')
KEPT = 2
"""Ten megabytes each."""


def program() -> MODULES:
    """Pyodide's three files by name. Raises RuntimeMissing if npm's are not there."""
    given = {name: from_npm(name) for name in (LOADER, SCRIPT, WASM)}
    tools = (there(tool).read_bytes() for tool in (BINARYEN, IN_NODE, Path(__file__)))
    made_from = b"".join(hashlib.sha256(each).digest() for each in (*given.values(), *tools))
    return unzipped(cached("program", made_from, lambda: zipped(_less(given)), keep=KEPT))


def _less(given: MODULES) -> MODULES:
    script = given[SCRIPT].decode()
    unused = _unused(script, given[LOADER].decode())
    less = BOUND.sub(lambda bound: "" if bound[2] in unused else bound[0], script)
    return {**given, SCRIPT: less.encode(), WASM: _without_the_rest(given[WASM], set(ASKED.findall(less)))}


def _unused(script: str, loader: str) -> set[str]:
    """The exports that both take only to hand them on: they declare a name for each, and no more.

    What is looked up by a text, as the program's own start is, is used.
    """
    rest = BOUND.sub("", script) + loader
    words, texts = Counter(re.findall(r"[\w$]+", rest)), set(re.findall(r'"([\w$]+)"', rest))
    return {export for name, export in BOUND.findall(script) if words[name] == 1 and export not in texts}


def _without_the_rest(wasm: bytes, exports: set[str]) -> bytes:
    """The wasm with these exports and all that they need."""
    with TemporaryDirectory() as folder:
        whole, less = Path(folder, "whole.wasm"), Path(folder, "less.wasm")
        whole.write_bytes(wasm)
        given = (there(BINARYEN), whole, less, json.dumps(sorted(exports)))
        run_in_node(IN_NODE, *given, failed="Pyodide's program was not made smaller")
        return less.read_bytes()
