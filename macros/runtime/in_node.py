"""Runs a script under node."""

import subprocess
from pathlib import Path

from macros.node import node
from macros.runtime.npm import RuntimeMissing


def run_in_node(script: Path, *arguments: object, failed: str) -> None:
    """Waits until it ends. Raises RuntimeMissing without node, RuntimeError(failed …) with what it wrote."""
    program = node()
    if not program:
        raise RuntimeMissing("node is missing. Run ./dev serve: it installs it.")
    command = [program, str(script), *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(f"{failed}:\n{run.stdout[-2000:]}{run.stderr}")
