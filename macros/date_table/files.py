"""The file of each policy's table, made again only when the policy or the engine has changed."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from helper.plain import to_plain
from helper.policy import Policy
from macros.cache import cached
from macros.date_table.table import date_table

ROOT = Path(__file__).parent.parent.parent
MADE_BY = ("helper/*.py", "macros/date_table/*.py", "macros/proof/graph.py")
TABLES = 2000
"""How many tables are kept from build to build."""


def table_file(policy: Policy) -> tuple[str, str]:
    """The path of a policy's table, whose name changes with its content, and the table."""
    return _file(made_from(policy), _Held(policy))


def made_from(policy: Policy) -> bytes:
    """All that a table depends on."""
    return json.dumps(to_plain(policy), ensure_ascii=False).encode() + _makers()


class _Held:
    """A policy that does not count in a cache: its text stands beside it."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=2)
def _file(parts: bytes, held: _Held) -> tuple[str, str]:
    table = cached("dates", parts, lambda: date_table(held.policy).encode(), keep=TABLES)
    name = hashlib.sha256(table).hexdigest()[:12]
    return f"assets/dates/{held.policy.id}-{name}.json", table.decode()


@lru_cache
def _makers() -> bytes:
    files = sorted(file for pattern in MADE_BY for file in ROOT.glob(pattern))
    return b"".join(file.read_bytes() for file in files)
