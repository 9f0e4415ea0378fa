"""Builds the same site with every site builder and says what differs.

`python -m tests.builders` needs the builders that we do not use: ./dev build --builder zensical installs them.
It writes the table of docs/about/publishing.md, and ends with 1 where a page is missing or more, or differs.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import html5lib

from helper.dates import words
from macros.build import build
from macros.builders import BUILDERS, python_of, run_builder
from macros.written_part import WrittenPart
from tests.conftest import ADDRESS, ROOT

PART = WrittenPart(Path("docs/about/publishing.md"), "python -m tests.builders")
HEAD = (
    "| Site builder | Pages | Files | Pages that differ | Files that differ |",
    "|---|---|---|---|---|",
)
SHOWN = 12
LINKS = ("href", "src", "data-worker")
THEMES_OWN = re.compile(r"assets/stylesheets/(classic/)?main\.[0-9a-f]+\.min\.css")


@dataclass(frozen=True, kw_only=True)
class Difference:
    """How two sites differ. missing, more: paths. pages: path and the first thing that differs. files: paths."""

    missing: list[str]
    more: list[str]
    pages: list[str]
    files: list[str]


def built(builder: str, folder: Path) -> Path:
    """The whole site, made by this builder."""
    site = folder / builder
    build(site=site, builder=builder, url=ADDRESS)
    return site


def difference(ours: Path, theirs: Path) -> Difference:
    """What differs in their site; of pages the elements, attributes and words, not the white space."""
    here, there = files(ours), files(theirs)
    both = sorted(here & there)
    pages = [name for name in both if name.endswith(".html")]
    others = [name for name in both if not name.endswith(".html")]
    return Difference(
        missing=sorted(here - there),
        more=sorted(there - here),
        pages=[f"{name}: {line}" for name in pages for line in first(ours / name, theirs / name, name)],
        files=[name for name in others if (ours / name).read_bytes() != (theirs / name).read_bytes()],
    )


def files(site: Path) -> set[str]:
    """Every file but the theme's stylesheet."""
    found = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    return {name for name in found if not THEMES_OWN.fullmatch(name)}


def first(ours: Path, theirs: Path, address: str) -> Iterator[str]:
    """The first thing of two pages that differs, if there is one."""
    here, there = parts(ours, address), parts(theirs, address)
    if here != there:
        at = next((n for n, pair in enumerate(zip(here, there, strict=False)) if pair[0] != pair[1]), 0)
        yield f"{' '.join(here[at : at + 3])[:160]} | {' '.join(there[at : at + 3])[:160]}"


def parts(page: Path, address: str) -> list[str]:
    """Every tag with its attributes in order, and the words between them.

    A link is where it leads, as builders spell it in several ways. What is a theme's own is left out: which
    stylesheet it has, and the name that it gives to examples of code.
    """
    tree = html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)
    return [*_parts(tree, f"/{address}")]


def _parts(element: Any, address: str) -> Iterator[str]:
    if isinstance(element.tag, str):
        given = {**element.attrib, **({"class": ""} if element.tag == "pre" else {})}
        attributes = sorted((name, _value(name, value, address)) for name, value in given.items())
        yield f"<{element.tag}{''.join(f' {name}={value}' for name, value in attributes)}>"
        yield from _words(element.text)
        for child in element:
            yield from _parts(child, address)
        yield f"</{element.tag}>"
    yield from _words(element.tail)


def _value(name: str, value: str, address: str) -> str:
    return THEMES_OWN.sub("the theme's stylesheet", urljoin(address, value)) if name in LINKS else value


def _words(text: str | None) -> Iterator[str]:
    yield from (text or "").split()


def version(builder: str) -> str:
    """Its name and version, as it says itself."""
    said = run_builder(builder, ["--version"]).replace(",", " ").split()
    return f"{builder} {next(word for word in said if word[0].isdigit())}"


def main() -> int:
    """Builds, compares and writes; 1 where something differs."""
    for builder in BUILDERS:
        python_of(builder)
    rows, wrong = [], []
    with tempfile.TemporaryDirectory() as folder:
        sites = {}
        for builder in BUILDERS:
            sites[builder] = built(builder, Path(folder))
            found = difference(sites[BUILDERS[0]], sites[builder])
            rows.append(_row(builder, files(sites[builder]), found))
            for name in ("missing", "more", "pages", "files"):
                wrong += [f"{builder}, {name}: {each}" for each in getattr(found, name)[:SHOWN]]
    today = words(datetime.now().astimezone().date())
    built_on = f"Built on {today}, each with every check of a build."
    PART.write("\n".join([*HEAD, *rows, "", built_on]), ROOT)
    print("\n".join([*HEAD, *rows, *wrong]))
    return 1 if wrong else 0


def _row(builder: str, made: set[str], found: Difference) -> str:
    pages = sum(name.endswith(".html") for name in made)
    others = len(found.files) + len(found.missing) + len(found.more)
    return f"| {version(builder)} | {pages} | {len(made)} | {len(found.pages)} | {others} |"


if __name__ == "__main__":
    sys.exit(main())
