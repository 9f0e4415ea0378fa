"""Builds the site into a new folder and puts it in place of the old one only when it is whole."""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from macros.adapter_zensical import build_with_zensical
from macros.addresses import vanished
from macros.builders import BUILDERS, NoBuilder, run_builder
from macros.cache import only_one, write_whole
from macros.finished import faults
from macros.outputs import PROMISED
from macros.policies import FOLDER, all_files, read_policies
from macros.precompress import precompress
from macros.progress import meanwhile
from macros.publish.found import for_search_engines
from macros.publish.hosts import base, hashed_paths, host_files, netlify, netlify_redirects
from macros.redirects import REDIRECTS, Redirect, RedirectError, by_address, redirects, write_redirects
from macros.refused import in_words
from macros.search.indexes import index_site
from macros.swap import recover, swap

SITE = Path("site")
CONFIG = Path("mkdocs.yml")
Make = Callable[[Path], list[str]]
"""Builds into a new folder; the files that must be there afterwards."""
GONE = f"Published addresses would be gone; name their successors in {REDIRECTS}"
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
    builder: str = BUILDERS[0],
) -> int:
    """Builds, checks and swaps; how many pages the site has. Raises BuildError with what is wrong.

    only: the id of the one policy to build, where the rest is left out.
    url: the address that the site will have, if it is known.
    compressed: with .br and .gz copies of the files, for a host that sends them.
    builder: which site builder makes the pages of what we give it.
    """
    make = partial(_run_builder, builder, config=config, only=only, url=url)
    try:
        with only_one(site.with_name(f"{site.name}.build.lock")) as alone:
            if not alone:
                raise BuildError(f"Another build of {site} is under way. Wait until it has ended.")
            given = () if only else redirects()
            _build_alone(make, given, only, url, site, compressed)
    except (RedirectError, NoBuilder, OSError) as error:
        said = in_words(error) if isinstance(error, OSError) else str(error)
        raise BuildError(f"{said}\nThe site of before stands as it was.") from error
    return _pages(site)


def _pages(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))


def _build_alone(
    make: Make, given: Sequence[Redirect], only: str | None, url: str, site: Path, compressed: bool
) -> None:
    new = site.with_name(f"{site.name}.new-{os.getpid()}")
    try:
        _tidy(site)
        with meanwhile(lambda: f"{_pages(new):,} pages written"):
            promised = make(new)
        _finish(new, promised, given, only, url)
        if compressed:
            with meanwhile(lambda: "Compressing"):
                precompress(new)
        _write_host_files(site.with_name(f"{site.name}.publish"), url, by_address(given))
        swap(new, site)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _tidy(site: Path) -> None:
    """Clears up after a build that was killed."""
    recover(site)
    for left in site.parent.glob(f"{site.name}.new-*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:  # the builder's list of what it was given to build
            left.unlink(missing_ok=True)


def _finish(new: Path, promised: list[str], given: Sequence[Redirect], only: str | None, url: str) -> None:
    """Makes what the builder left in a new folder a whole site, and finds it to be in order."""
    if not promised:
        raise BuildError("The builder left out every page of a policy: it did not run our hook.")
    missing = [path for path in promised if not (new / path).is_file()]
    if missing:
        raise BuildError(f"The builder left out {len(missing)} files, the first is {missing[0]}.")
    with meanwhile(lambda: "Making the pages searchable"):
        index_site(new)
    write_redirects(new, given)
    moved = by_address(given)
    for_search_engines(new, url, moved)
    (new / "_headers").write_text(netlify(hashed_paths(new)), "utf-8")
    if moved:
        (new / "_redirects").write_text(netlify_redirects(moved), "utf-8")
    with meanwhile(lambda: "Following every link"):
        _refuse(faults(new, base(url)), "The site is not in order")
    if not only:
        _refuse((each for each in vanished(new) if each not in moved), GONE)


def _refuse(wrong: Iterable[str], what: str) -> None:
    """Raises BuildError with the first of the faults, if there are any."""
    found = list(wrong)
    if found:
        shown = "\n".join(found[:SHOWN])
        raise BuildError(f"{what}: {len(found)}. The site of before stands as it was.\n{shown}")


def _write_host_files(folder: Path, url: str, moved: Mapping[str, str]) -> None:
    """What a host needs beside the site; no reader gets it."""
    folder.mkdir(exist_ok=True)
    for name, text in host_files(url, moved):
        write_whole(folder / name, text.encode())


def _run_builder(builder: str, new: Path, *, config: Path, only: str | None, url: str) -> list[str]:
    """Builds into a new folder; the files that must be there afterwards."""
    if builder == "zensical":
        files = all_files(config.parent / FOLDER)
        policies = read_policies(file for file in files if only in (None, file.stem))
        return build_with_zensical(policies, new, config, url)
    promised = new.with_name(f"{new.name}.txt")
    told = {"GUIDE_ONLY": only or "", "GUIDE_URL": url, PROMISED: str(promised.resolve())}
    try:
        run_builder(builder, ["build", "--strict", "-f", str(config), "-d", str(new.resolve())], told)
        return promised.read_text("utf-8").split("\n") if promised.is_file() else []
    finally:
        promised.unlink(missing_ok=True)
