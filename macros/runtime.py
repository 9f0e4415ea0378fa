"""The files that the helper runs on in a browser: Pyodide, our Python, the worker, the page scripts.

The one place that knows what npm's package holds and under which name each file is published.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

HELPER = Path(__file__).parent.parent / "helper"
WEB = HELPER / "web"
PYODIDE = WEB / "node_modules" / "pyodide"
ENGINE = "assets/engine"
SCRIPTS = "assets/scripts"
FROM_NPM = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
PUBLISHED = {
    "worker": "worker.js",
    "pyodide": "pyodide.mjs",
    "stdlib": "python_stdlib.zip",
    "lock": "pyodide-lock.json",
    "helper": "helper.zip",
}
"""What engine.json tells the page script: the file in the engine folder for each part."""


class RuntimeMissing(ValueError):
    """The npm package that the site ships is not installed."""


def runtime_files() -> Iterator[tuple[str, bytes]]:
    """Every file as (path, bytes). Raises RuntimeMissing if npm's are not there."""
    for name in FROM_NPM:
        yield f"{ENGINE}/{name}", _from_npm(name)
    yield f"{ENGINE}/{PUBLISHED['helper']}", helper_zip()
    yield f"{ENGINE}/{PUBLISHED['worker']}", (WEB / "worker.js").read_bytes()
    yield f"{ENGINE}/engine.json", (json.dumps(PUBLISHED, indent=1) + "\n").encode()
    for script in page_scripts():
        yield f"{SCRIPTS}/{script.name}", script.read_bytes()


def page_scripts() -> list[Path]:
    """The modules that a page loads; the worker is none of them."""
    return [script for script in sorted(WEB.glob("*.js")) if script.name != "worker.js"]


def helper_zip() -> bytes:
    """`helper/*.py` as a zip, stored: the same bytes for the same files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(HELPER.glob("*.py")):
            entry = zipfile.ZipInfo(f"helper/{file.name}", date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3  # else it says which system it was packed on
            archive.writestr(entry, file.read_bytes())
    return packed.getvalue()


def _from_npm(name: str) -> bytes:
    file = PYODIDE / name
    if not file.is_file():
        raise RuntimeMissing(f"{file} is missing. Run ./dev serve: it installs it.")
    return file.read_bytes()
