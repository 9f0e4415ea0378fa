"""The policies to serve while somebody edits them: a mistake keeps those that were last in order."""

import sys
from collections.abc import Iterable
from pathlib import Path

from helper.policy import Policy
from macros.policies import PolicyFaults, read_policies

_last: list[tuple[Policy, ...]] = []


def read_or_keep(files: Iterable[Path]) -> tuple[Policy, ...]:
    """The policies of the files, or the last good ones, with every fault said on the error stream.

    Raises PolicyFaults if there are none yet.
    """
    try:
        _last[:] = [read_policies(files)]
    except PolicyFaults as error:
        if not _last:
            raise
        print(f"{error}\nThe site shows what was there before this mistake.", file=sys.stderr, flush=True)
    return _last[0]
