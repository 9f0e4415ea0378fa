"""Has things printed by a process of its own, so that no other holds the fonts and the program for it."""

import atexit
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from subprocess import PIPE, Popen
from threading import Lock

COMMAND = (sys.executable, "-m", "macros.press")


class PrintError(RuntimeError):
    """Something that cannot be printed. The text is the printing program's own."""


class Press:
    """The process that prints, begun when it is first asked; safe for threads."""

    def __init__(self) -> None:
        self._process: Popen[bytes] | None = None
        self._one_at_a_time = Lock()
        atexit.register(self.end)

    def print(self, said: Mapping[str, object]) -> bytes:
        """One page that says this, as PDF/UA-1. Raises PrintError: why it is none, or that it was stopped."""
        with self._one_at_a_time:
            try:
                return self._ask(said)
            except (OSError, EOFError, ValueError):
                self.end()
                raise PrintError("the program that prints was stopped. Try again.") from None

    def _ask(self, said: Mapping[str, object]) -> bytes:
        if self._process is None:
            self._process = Popen(COMMAND, stdin=PIPE, stdout=PIPE)
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(said).encode() + b"\n")
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline())
        if told["error"]:
            raise PrintError(told["error"])
        printed = self._process.stdout.read(told["size"])
        if len(printed) < told["size"]:
            raise EOFError
        return printed

    def end(self) -> None:
        """Ends the process, if there is one, and waits for it."""
        process, self._process = self._process, None
        if process:
            with suppress(BrokenPipeError), process:  # what it was not asked any more cannot be written
                process.terminate()


@cache
def _press_of(process: int) -> Press:
    """One for each process, as two that fork must not share one."""
    return Press()


def press() -> Press:
    """The press of this process."""
    return _press_of(os.getpid())
