"""How far something long is, said every two seconds on the error stream."""

import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

EVERY = 2.0
Item = TypeVar("Item")


def told(items: Sequence[Item], what: str) -> Iterator[Item]:
    """The items; says now and then how many have been taken: "120 of 500 policies read …"."""
    last = time.monotonic()
    for done, item in enumerate(items):
        if time.monotonic() - last >= EVERY:
            say(f"{done} of {len(items)} {what} …")
            last = time.monotonic()
        yield item


@contextmanager
def meanwhile(how_far: Callable[[], str]) -> Iterator[None]:
    """Says it now and then as long as something else is done; in a log, where nobody waits, only if new."""
    done = threading.Event()

    def again() -> None:
        last = ""
        while not done.wait(EVERY):
            now = how_far()
            if now != last or sys.stderr.isatty():
                say(f"{now} …")
            last = now

    thread = threading.Thread(target=again, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def say(text: str) -> None:
    """One line or more, at once."""
    print(text, file=sys.stderr, flush=True)
