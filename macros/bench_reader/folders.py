"""The three folders that are measured: plain Pyodide, our engine at the same work, and the site."""

import json
from collections.abc import Iterable
from pathlib import Path

from helper.plain import to_plain
from helper.policy import Policy
from macros.build import build
from macros.precompress import precompress
from macros.runtime.plain_page import our_page, plain_page

KEPT = "page-0123456789"
"""A name that lets the browser keep what is below it, so that plain Pyodide is kept as ours is."""
SIDES = {"plain": plain_page, "ours": our_page}


def write_sides(folder: Path, policy: Policy) -> None:
    """The two pages that do nothing but boot, each with its compressed copies."""
    asked = json.dumps(to_plain(policy), ensure_ascii=False)
    for name, page in SIDES.items():
        _write(folder / name / KEPT, page(asked))
        precompress(folder / name)


def write_site(folder: Path) -> None:
    """The site as it is published."""
    build(site=folder / "site", compressed=True)


def _write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for path, content in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
