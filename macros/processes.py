"""Work shared out among processes, each of which holds no more than its own share."""

import multiprocessing
import os
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")
FEW = 12
"""So few items are not worth a second process."""


class ShareLost(RuntimeError):
    """A process ended before its share was done: it was killed, or the memory was full."""


def shared_out(work: Callable[[Sequence[Item]], Made], items: Sequence[Item]) -> list[Made]:
    """What the work makes of each share; of all items at once where they are few or nothing can fork.

    Raises what the work raised. A process whose parent was killed ends when its share is done.
    """
    at_once = os.cpu_count() or 1
    if at_once == 1 or len(items) <= FEW or "fork" not in multiprocessing.get_all_start_methods():
        return [work(items)]
    running = [_begun(work, items[number::at_once]) for number in range(at_once)]
    return [_ended(each) for each in running]


def _begun(work: Callable[[Sequence[Item]], Made], share: Sequence[Item]) -> Connection:
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    context.Process(target=_do, args=(work, share, there), daemon=True).start()
    there.close()
    return here


def _do(work: Callable[[Sequence[Item]], Made], share: Sequence[Item], parent: Connection) -> None:
    try:
        parent.send((work(share), None))
    except Exception as error:  # noqa: BLE001  # whatever it is, the parent raises it
        parent.send((None, error))


def _ended(child: Connection) -> Any:
    try:
        made, error = child.recv()
    except EOFError:
        raise ShareLost("A process of the build ended before its time. Is the memory full?") from None
    if error is not None:
        raise error
    return made
