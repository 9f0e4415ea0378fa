"""What one program costs, with every process that it starts and waits for."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.bench_reader import BenchError

KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""In which the system counts memory."""


@dataclass(frozen=True, kw_only=True)
class Cost:
    """user, wall: seconds. most: the bytes of memory that its largest process had at its peak."""

    user: float
    wall: float
    most: int


def cost(
    command: Sequence[str],
    cwd: Path,
    environment: Mapping[str, str] | None = None,
    waiting: Callable[[], None] = lambda: None,
) -> Cost:
    """Runs a program to its end. waiting: is called now and then. Raises BenchError if it fails."""
    began, said = time.monotonic(), cwd / "said.txt"
    with said.open("w") as out:
        process = subprocess.Popen(
            command, cwd=cwd, env={**os.environ, **(environment or {})}, stdout=out, stderr=out
        )
        ended, status, used = os.wait4(process.pid, os.WNOHANG)
        while not ended:
            time.sleep(0.02)
            waiting()
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BenchError(f"{' '.join(command[:4])} failed:\n{said.read_text()[-2000:]}")
    return Cost(user=used.ru_utime, wall=time.monotonic() - began, most=used.ru_maxrss * KILOBYTE)
