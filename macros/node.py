"""Where node is: beside the Python that runs, as ./dev installs it there, else on the path."""

import shutil
import sys
from pathlib import Path


def node() -> str | None:
    """The program; None where there is none."""
    return shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
