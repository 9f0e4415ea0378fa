"""The program itself, as a part of what kept results are made from."""

import hashlib
import json
from functools import cache
from pathlib import Path

from helper.plain import to_plain
from helper.policy import Policy

ROOT = Path(__file__).resolve().parent.parent
MADE_BY = ("requirements.txt", "docs/theme/**/*", "helper/*.py", "macros/**/*")
"""All that makes a page, beside its policy. A change in any of it makes everything anew."""


@cache
def makers() -> bytes:
    """The hash of every file that has a part in a page."""
    files = sorted({file for pattern in MADE_BY for file in ROOT.glob(pattern) if file.is_file()})
    whole = hashlib.sha256()
    for file in (file for file in files if file.suffix != ".pyc"):
        whole.update(f"{file.relative_to(ROOT)} {file.stat().st_size} ".encode() + file.read_bytes())
    return whole.digest()


def with_makers(policy: Policy) -> bytes:
    """All that what the program finds out about a policy is made from."""
    return json.dumps([policy.id, to_plain(policy)]).encode() + makers()
