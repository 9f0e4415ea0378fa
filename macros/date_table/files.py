"""The file of each policy's table, made again only when the policy or the engine has changed."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from helper.plain import to_plain
from helper.policy import Policy
from macros.cache import cached
from macros.date_table.table import date_table
from macros.same import kept

ROOT = Path(__file__).parent.parent.parent
MADE_BY = (
    *("helper/*.py", "macros/date_table/*.py"),
    *("macros/proof/graph.py", "macros/asked_often.py", "macros/same.py"),
)
TABLES = 2000
"""How many tables are kept from build to build."""


@kept
def table_file(policy: Policy) -> tuple[str, str]:
    """The path of a policy's table, and the table."""
    table = cached("dates", made_from(policy), lambda: date_table(policy).encode(), keep=TABLES)
    return table_path(policy), table.decode()


def table_path(policy: Policy) -> str:
    """The path of a policy's table, known before it is made: its name is a hash of what it is made from."""
    return f"assets/dates/{policy.id}-{hashlib.sha256(made_from(policy)).hexdigest()[:12]}.json"


@kept
def made_from(policy: Policy) -> bytes:
    """All that a table depends on."""
    return json.dumps(to_plain(policy), ensure_ascii=False).encode() + _makers()


@lru_cache
def _makers() -> bytes:
    files = sorted(file for pattern in MADE_BY for file in ROOT.glob(pattern))
    return b"".join(file.read_bytes() for file in files)
