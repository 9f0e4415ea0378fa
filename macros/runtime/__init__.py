"""The files that the helper runs on in a browser: Pyodide, our Python, the worker.

The one place that knows under which name each is published. A name holds a hash of the content, so
a browser may keep the file for ever. Pyodide's own three stand in a folder with such a name, as its
loader finds the others beside it under fixed names.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator

from macros.runtime.npm import LOADER, RuntimeMissing
from macros.runtime.program import program
from macros.runtime.python import HELPER, python_zip

__all__ = ["ENGINE", "RuntimeMissing", "runtime_files"]

ENGINE = "assets/engine"
NAMES = f"{ENGINE}/engine.json"
"""What tells the page script the file of each part: worker, pyodide, python."""
WORKER = HELPER / "web" / "worker.js"


def runtime_files() -> Iterator[tuple[str, bytes]]:
    """Every file as (path, bytes). Raises RuntimeMissing if npm's are not there."""
    worker, python = WORKER.read_bytes(), python_zip()
    pyodide = program()
    folder = f"pyodide-{_hash(pyodide.values())}"
    names = {
        "worker": f"worker-{_hash([worker])}.js",
        "pyodide": f"{folder}/{LOADER}",
        "python": f"python-{_hash([python])}.zip",
    }
    yield f"{ENGINE}/{names['worker']}", worker
    yield f"{ENGINE}/{names['python']}", python
    yield from ((f"{ENGINE}/{folder}/{name}", content) for name, content in pyodide.items())
    yield NAMES, (json.dumps(names, indent=1) + "\n").encode()


def _hash(contents: Iterable[bytes]) -> str:
    """Of one after another, as the largest has ten megabytes."""
    whole = hashlib.sha256()
    for number, content in enumerate(contents):
        whole.update(b"\0" * bool(number))
        whole.update(content)
    return whole.hexdigest()[:10]
