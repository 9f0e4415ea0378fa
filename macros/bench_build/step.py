"""One part of a build by itself, for the bench: python -m macros.bench_build.step NAME"""

import sys
from collections.abc import Callable
from pathlib import Path

from macros.check import is_proved
from macros.date_table.table import date_table
from macros.finished import faults
from macros.policies import policy_files, read_policies
from macros.precompress import precompress
from macros.search.indexes import index_site

SITE = Path("site")
TABLES = 2
"""How many tables of dates are made to tell what one costs."""


def _proofs() -> None:
    for policy in read_policies(policy_files()):
        assert is_proved(policy), policy.id


def _tables() -> None:
    for policy in read_policies(policy_files()[:TABLES]):
        date_table(policy)


def _checks() -> None:
    found = list(faults(SITE))
    assert not found, found[:3]


STEPS: dict[str, Callable[[], object]] = {
    "proofs": _proofs,
    "tables": _tables,
    "search": lambda: index_site(SITE),
    "checks": _checks,
    "engine": lambda: precompress(SITE / "assets" / "engine"),
    "compression": lambda: precompress(SITE),
}

if __name__ == "__main__":
    STEPS[sys.argv[1]]()
