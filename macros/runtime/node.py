"""Runs a script under node."""

import shutil
import subprocess
import sys
from pathlib import Path

from macros.runtime.npm import RuntimeMissing


def run_in_node(script: Path, *arguments: object, failed: str) -> None:
    """Waits until it ends. Raises RuntimeMissing without node, RuntimeError(failed …) with what it wrote."""
    command = [_node(), str(script), *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(f"{failed}:\n{run.stdout[-2000:]}{run.stderr}")


def _node() -> str:
    found = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    if not found:
        raise RuntimeMissing("node is missing. Run ./dev serve: it installs it.")
    return found
