"""The Python that a browser gets: what is needed of the standard library, and the helper, as byte code."""

from pathlib import Path

from macros.runtime.byte_code import MODULES, byte_code, unzipped, zipped
from macros.runtime.npm import LIBRARY, from_npm

HELPER = Path(__file__).parent.parent.parent / "helper"
KEPT = Path(__file__).with_name("kept.txt")
PREPARED = Path(__file__).with_name("prepared.py")


def python_zip() -> bytes:
    """One zip, stored: compressed as a whole on its way it is smaller, and it opens sooner.

    The helper keeps its docstrings: a dataclass without one has Python work one out at each start.
    """
    library = byte_code(unzipped(from_npm(LIBRARY), kept_files()), optimize=2)
    ours = {"prepared.py": PREPARED.read_bytes(), **helper_sources()}
    return zipped({**library, **byte_code(ours, optimize=0, start="helper.browser")})


def kept_files() -> list[str]:
    """The files of Pyodide's standard library that kept.txt names."""
    lines = KEPT.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def helper_sources() -> MODULES:
    """The helper as it is written."""
    return {f"helper/{file.name}": file.read_bytes() for file in sorted(HELPER.glob("*.py"))}
