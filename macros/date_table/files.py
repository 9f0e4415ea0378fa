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
    """The path of a policy's table, and the table."""
    parts = made_from(policy)
    return _path(policy, parts), _table(parts, _Held(policy))


def table_path(policy: Policy) -> str:
    """The path of a policy's table, known before it is made: its name is a hash of what it is made from."""
    return _path(policy, made_from(policy))


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
def _table(parts: bytes, held: _Held) -> str:
    return cached("dates", parts, lambda: date_table(held.policy).encode(), keep=TABLES).decode()


def _path(policy: Policy, parts: bytes) -> str:
    return f"assets/dates/{policy.id}-{hashlib.sha256(parts).hexdigest()[:12]}.json"


@lru_cache
def _makers() -> bytes:
    files = sorted(file for pattern in MADE_BY for file in ROOT.glob(pattern))
    return b"".join(file.read_bytes() for file in files)
