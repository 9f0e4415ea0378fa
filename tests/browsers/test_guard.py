"""A test run that is stopped in the middle leaves no browser behind."""

import os
import subprocess
import sys

from tests.browsers.process import GUARD
from tests.browsers.window import until

STARTER = f"""
import subprocess, sys
command = ["sh", "-c", "sleep 600 & echo $!; wait"]
guarded = subprocess.Popen([sys.executable, "-I", {GUARD!r}, *command], stdin=subprocess.PIPE)
guarded.wait()
"""


def test_what_a_killed_run_has_started_is_ended() -> None:
    run = subprocess.Popen([sys.executable, "-c", STARTER], stdout=subprocess.PIPE)
    with run:
        assert run.stdout
        started = int(run.stdout.readline())
        os.kill(started, 0)
        run.kill()
    until(lambda: not runs(started), "the program has gone")


def runs(process: int) -> bool:
    """Whether it does anything: one that has ended but whose end nobody noted does not."""
    listed = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return listed.stdout.strip() not in ("", "Z")
