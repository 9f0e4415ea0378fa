"""A project with made-up policies, whose builds touch nothing of the real one."""

import hashlib
import os
import shutil
from pathlib import Path

from macros.bench_build.synthetic import write_synthetic
from macros.cache import folder as kept_folder
from macros.date_table.files import made_from
from macros.date_table.table import date_table
from macros.policies import FOLDER, policy_files, read_policy
from macros.runtime import runtime_files

GUIDE = FOLDER / "general-guide.yaml"
"""The one policy that is real: with it there are pages that compare each policy with the guide."""
CACHE = "cache"
THE_SAME = ("brotli", "byte-code", "gz", "program", "templates")
"""Kinds of kept results that are the same for every site: the engine, and our templates."""


def write_project(folder: Path, number: int) -> None:
    """The real pages and templates, so many policies, and for each a table of dates that stands in."""
    folder.mkdir()
    for name in ("docs", "macros", "helper"):
        (folder / name).symlink_to(Path(name).resolve())
    shutil.copy("mkdocs.yml", folder)
    write_synthetic(folder / FOLDER, number - 1)
    shutil.copy(GUIDE, folder / FOLDER)


def environment(folder: Path) -> dict[str, str]:
    """For commands in the project: its own cache, and no remarks of the site builder's."""
    return {"GUIDE_CACHE": str(folder / CACHE), "NO_MKDOCS_2_WARNING": "1", "GUIDE_PROMISED": "promised.txt"}


def write_tables(folder: Path) -> None:
    """Puts one policy's table in the place of all others: to make each would take hours.

    What is kept from build to build for every site is there as well; the engine is made if it is not.
    """
    (folder / CACHE).mkdir()
    for _ in runtime_files():
        pass
    for kind in THE_SAME:
        (folder / CACHE / kind).symlink_to(kept_folder(kind))
    kept = folder / CACHE / "dates"
    kept.mkdir()
    policies = [read_policy(file) for file in policy_files(folder / FOLDER)]
    one = kept / "one"
    one.write_text(date_table(policies[0]), "utf-8")
    for policy in policies:
        os.link(one, kept / hashlib.sha256(made_from(policy)).hexdigest())
    one.unlink()
