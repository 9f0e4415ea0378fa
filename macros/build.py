"""Builds the site into a new folder and puts it in place of the old one only when it is whole."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros import addresses
from macros.cache import only_one, write_whole
from macros.finished import faults
from macros.kinds import KINDS
from macros.outputs import PROMISED
from macros.policies import policy_files
from macros.precompress import precompress
from macros.progress import meanwhile
from macros.publish.found import for_search_engines
from macros.publish.hosts import base, hashed_paths, host_files, netlify, netlify_redirects
from macros.search.indexes import index_site
from macros.swap import recover, swap

SITE = Path("site")
CONFIG = Path("mkdocs.yml")
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
GONE = f"Published addresses would be gone; name their successors in {addresses.REDIRECTS}"
SHOWN = 10
"""How many faults of a finished site are listed."""


class BuildError(RuntimeError):
    """The site could not be built; the site of before stands as it was."""


def build(
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
    try:
        with only_one(site.with_name(f"{site.name}.build.lock")) as alone:
            if not alone:
                raise BuildError(f"Another build of {site} is under way. Wait until it has ended.")
            _build_alone(only, url, site, config, compressed)
    except (addresses.RedirectError, OSError) as error:
        raise BuildError(f"{error}\nThe site of before stands as it was.") from error
    return sum(1 for _ in site.rglob("*.html"))


def _build_alone(only: str | None, url: str, site: Path, config: Path, compressed: bool) -> None:
    new = site.with_name(f"{site.name}.new-{os.getpid()}")
    try:
        _tidy(site)
        _make(new, config, only, url)
        if compressed:
            with meanwhile(lambda: "Compressing"):
                precompress(new)
        _write_host_files(site.with_name(f"{site.name}.publish"), url)
        swap(new, site)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _tidy(site: Path) -> None:
    """Clears up after a build that was killed."""
    recover(site)
    for left in site.parent.glob(f"{site.name}.new-*"):
        shutil.rmtree(left, ignore_errors=True)


def _make(new: Path, config: Path, only: str | None, url: str) -> None:
    """The whole site in a new folder, found to be in order."""
    expected = (1 if only else len(policy_files())) * len(KINDS)
    with meanwhile(lambda: f"{sum(1 for _ in new.rglob('*.html')):,} of about {expected:,} pages written"):
        promised = _run_builder(new, config, {"GUIDE_ONLY": only or "", "GUIDE_URL": url})
    if not promised:
        raise BuildError("The builder left out every page of a policy: it did not run our hook.")
    missing = [path for path in promised if not (new / path).is_file()]
    if missing:
        raise BuildError(f"The builder left out {len(missing)} files, the first is {missing[0]}.")
    with meanwhile(lambda: "Making the pages searchable"):
        index_site(new)
    given = {} if only else addresses.redirects()
    addresses.write_redirects(new, given)
    for_search_engines(new, url, given)
    (new / "_headers").write_text(netlify(hashed_paths(new)), "utf-8")
    if given:
        (new / "_redirects").write_text(netlify_redirects(given), "utf-8")
    with meanwhile(lambda: "Following every link"):
        _refuse(faults(new, base(url)), "The site is not in order")
    if not only:
        _refuse(addresses.vanished(new), GONE)


def _refuse(wrong: Iterable[str], what: str) -> None:
    """Raises BuildError with the first of the faults, if there are any."""
    found = list(wrong)
    if found:
        shown = "\n".join(found[:SHOWN])
        raise BuildError(f"{what}: {len(found)}. The site of before stands as it was.\n{shown}")


def _write_host_files(folder: Path, url: str) -> None:
    """What a host needs beside the site; no reader gets it."""
    folder.mkdir(exist_ok=True)
    for name, text in host_files(url, addresses.redirects()):
        write_whole(folder / name, text.encode())


def _run_builder(new: Path, config: Path, told: Mapping[str, str]) -> list[str]:
    """MkDocs, in a process of its own, into a new folder; the files that must be there afterwards."""
    promised = new.with_name(f"{new.name}.txt")
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
    environment = {**QUIET, **told, PROMISED: str(promised.resolve())}
    try:
        run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        if run.returncode:
            raise BuildError("The site builder stopped:\n" + run.stdout + run.stderr)
        return promised.read_text("utf-8").split("\n") if promised.is_file() else []
    finally:
        promised.unlink(missing_ok=True)
