"""Builds the site into a new folder and puts it in place of the old one only when it is whole."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from macros.outputs import Output
from macros.precompress import precompress
from macros.publish.hosts import hashed_paths, host_files, netlify

SITE = Path("site")
CONFIG = Path("mkdocs.yml")
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


class BuildError(RuntimeError):
    """The site could not be built; the site of before stands as it was."""


def build(
    outputs: Iterable[Output],
    *,
    only: str | None = None,
    url: str = "",
    site: Path = SITE,
    config: Path = CONFIG,
    compressed: bool = False,
) -> int:
    """Builds, checks and swaps; how many pages the site has. Raises BuildError with what is wrong.

    only: the id of the one policy to build, where the rest is left out.
    url: the address that the site will have, if it is known.
    compressed: with .br and .gz copies of the files, for a host that sends them.
    """
    recover(site)
    new = site.with_name(f"{site.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    _run_builder(new, config, {"GUIDE_ONLY": only or "", "GUIDE_URL": url})
    missing = [each.built for each in outputs if not (new / each.built).is_file()]
    if missing:
        raise BuildError(f"The builder left out {len(missing)} files, the first is {missing[0]}.")
    (new / "_headers").write_text(netlify(hashed_paths(new)), "utf-8")
    if compressed:
        precompress(new)
    swap(new, site)
    _write_host_files(site.with_name(f"{site.name}.publish"), url)
    return sum(1 for _ in site.rglob("*.html"))


def swap(new: Path, site: Path) -> None:
    """Puts `new` in the place of `site`."""
    old = site.with_name(f"{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def recover(site: Path) -> None:
    """Puts the site of before back if a swap was cut off between its two steps."""
    old = site.with_name(f"{site.name}.old")
    if old.exists() and not site.exists():
        old.rename(site)


def _write_host_files(folder: Path, url: str) -> None:
    """What a host needs beside the site; no reader gets it."""
    folder.mkdir(exist_ok=True)
    for name, text in host_files(url):
        (folder / name).write_text(text, "utf-8")


def _run_builder(new: Path, config: Path, told: dict[str, str]) -> None:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "-f",
        str(config),
        "-d",
        str(new.resolve()),
    ]
    run = subprocess.run(
        command,
        capture_output=True,
        text=True,
        env={**QUIET, **told},
        check=False,
    )
    if run.returncode:
        raise BuildError("The site builder stopped:\n" + run.stdout + run.stderr)
