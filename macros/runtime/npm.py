"""What npm's package of Pyodide holds."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

PYODIDE = Path(__file__).parent.parent.parent / "helper" / "web" / "node_modules" / "pyodide"
LOADER, SCRIPT, WASM = "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"
PROGRAM = (LOADER, SCRIPT, WASM)
"""Pyodide itself. The loader finds the others beside it under these names."""
LIBRARY = "python_stdlib.zip"
LOCK = "pyodide-lock.json"
BINARYEN = PYODIDE.parent / "binaryen" / "index.js"


class RuntimeMissing(ValueError):
    """The npm package that the site ships is not installed."""


def from_npm(name: str) -> bytes:
    """A file of the package. Raises RuntimeMissing."""
    return there(PYODIDE / name).read_bytes()


def there(file: Path) -> Path:
    """The file, which npm brings. Raises RuntimeMissing."""
    if not file.is_file():
        raise RuntimeMissing(f"{file} is missing. Run ./dev serve: it installs it.")
    return file


def digests(files: Iterable[Path]) -> bytes:
    """The SHA-256 of each, none of which is held: the largest has nine megabytes. Raises RuntimeMissing."""
    return b"".join(map(_digest, files))


def _digest(file: Path) -> bytes:
    with there(file).open("rb") as content:
        return hashlib.file_digest(content, "sha256").digest()
