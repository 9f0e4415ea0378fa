"""The site builders that there are, and the Python that has each: `guide build --builder NAME`."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from macros.refused import in_printed

BUILDERS = ("mkdocs", "properdocs", "zensical")
"""The first is the one that we use; ProperDocs runs the same hook, Zensical takes the pages from a folder."""
OTHERS = Path(sys.prefix) / "builders"
"""Where ./dev puts those that we do not use: an environment of their own, as ours stays as locked."""


class NoBuilder(RuntimeError):
    """The site builder is not here, or it stopped. The text says why."""


def run_builder(builder: str, words: Sequence[str], told: Mapping[str, str] = {}) -> str:
    """Runs a builder's command in a process of its own; what it printed. Raises NoBuilder.

    told: what its environment holds besides.
    """
    command = [str(python_of(builder)), "-m", builder, *words]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **told}
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if run.returncode:
        refused = in_printed(run.stderr)
        said = f" {refused}" if refused else f"\n{run.stdout}{run.stderr}"
        raise NoBuilder(f"The site builder stopped:{said}")
    return run.stdout + run.stderr


def python_of(builder: str) -> Path:
    """The Python that has the builder: this one, else that of the others. Raises NoBuilder."""
    if find_spec(builder):
        return Path(sys.executable)
    theirs = OTHERS / Path(sys.executable).relative_to(sys.prefix)
    if not theirs.is_file():
        raise NoBuilder(f"{builder} is missing. Run ./dev build --builder {builder}: it installs it.")
    return theirs
