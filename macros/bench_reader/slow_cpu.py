"""A slower computer for one program and all its processes, whatever their threads do.

The brake that Chromium has reaches the page alone and not its workers. So the whole group is
stopped for a part of every few milliseconds. It needs a system that has such signals.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

SLICE = 0.005
"""Seconds for which the group runs at a time."""


@contextmanager
def slowed(group: int, times: float) -> Iterator[None]:
    """The process group as on a computer that is so many times slower; 1 leaves it as it is."""
    stop = threading.Event()
    brake = threading.Thread(target=_brake, args=(group, times, stop), daemon=True)
    if times > 1:
        brake.start()
    try:
        yield
    finally:
        stop.set()
        if times > 1:
            brake.join()


def _brake(group: int, times: float, stop: threading.Event) -> None:
    """A pause is as long as the run before it really was, so that a busy machine changes nothing."""
    with suppress(ProcessLookupError):
        while not stop.is_set():
            began = time.monotonic()
            time.sleep(SLICE)
            os.killpg(group, signal.SIGSTOP)
            time.sleep((time.monotonic() - began) * (times - 1))
            os.killpg(group, signal.SIGCONT)
