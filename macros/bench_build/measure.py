"""A site of made-up policies built again and again, part by part, beside plain Jinja in the same run."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from macros.bench_build.folder import environment, write_project, write_tables
from macros.bench_build.plain import hugo, jinja, write_texts
from macros.bench_build.process import Cost, cost
from macros.policies import FOLDER
from macros.search.indexes import SEARCH

BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "site"]
STEP = [sys.executable, "-m", "macros.bench_build.step"]
LEFT_OUT = ("search", "checks", "compression")
"""What a whole build does after the pages, in its order; the date tables come on top, once a policy."""
Say = Callable[[str], None]


@dataclass(kw_only=True)
class Measured:
    """What was found of one number of partnerships.

    costs: of each part by its name; hugo is missing where there is none. sizes: the bytes of the HTML
    of every page, of one policy's procedure, and of the page that says an address is wrong.
    """

    policies: int
    pages: int = 0
    costs: dict[str, Cost] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def beside_plain(self, part: str) -> float:
        """How many times the work of plain Jinja, in user seconds."""
        return self.costs[part].user / self.costs["plain"].user


def measure(folder: Path, policies: int, say: Say) -> Measured:
    """Everything for one number of partnerships; nothing is kept from before."""
    found = Measured(policies=policies)
    say("made-up policies")
    write_project(folder, policies)
    write_tables(folder)

    def run(part: str, command: list[str]) -> None:
        def waiting() -> None:
            say(f"{part}, {len(os.listdir(folder / 'site')) if (folder / 'site').is_dir() else 0} folders")

        found.costs[part] = cost(command, folder, environment(folder), waiting)

    run("proofs", [*STEP, "proofs"])  # before the pages, as guide build goes: they print what was found
    run("proofs later", [*STEP, "proofs"])
    run("first", BUILD)
    found.pages = write_texts(folder / "site", folder)
    found.sizes = _sizes(folder / "site")
    run("plain", jinja(folder))
    edited = sorted((folder / FOLDER).glob("*.yaml"))[0]
    edited.write_text(edited.read_text("utf-8").replace("\nsummary: W", "\nsummary: Today, w", 1), "utf-8")
    run("again", BUILD)
    if command := hugo(folder):
        run("hugo", command)
    run("engine", [*STEP, "engine"])  # once for all sites, so it is not counted
    for part in LEFT_OUT:
        run(part, [*STEP, part])
        if part == "search":
            shutil.rmtree(folder / "site" / SEARCH, ignore_errors=True)
            run("search later", [*STEP, part])
    shutil.rmtree(folder / "site")
    return found


def measure_tables(folder: Path, say: Say) -> Cost:
    """What the tables of dates of two policies cost; measure() has been there."""
    return cost([*STEP, "tables"], folder, environment(folder), lambda: say("tables of dates"))


def _sizes(site: Path) -> dict[str, int]:
    html = {file.relative_to(site).as_posix(): file.stat().st_size for file in site.rglob("*.html")}
    procedure = min(path for path in html if path.startswith("general-guide/procedure/"))
    return {"html": sum(html.values()), "procedure": html[procedure], "404": html["404.html"]}
