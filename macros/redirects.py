"""Where addresses lead that are gone: policies/redirects.txt, read before anything is built."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from posixpath import relpath
from typing import NamedTuple

from macros.assets import page_policy
from macros.render import render

REDIRECTS = Path("policies/redirects.txt")
COMMENT = re.compile(r"(^|\s)#.*")
PLAIN = re.compile(r"(/(?!\.\.?/)[\w.~-]+)*(/|/[\w~-][\w.~-]*\.\w+)", re.ASCII)
"""A page's address or a file's from the site's root. Nothing in it leads out of the site, or elsewhere."""


class RedirectError(ValueError):
    """Lines of policies/redirects.txt that cannot be followed."""


class Redirect(NamedTuple):
    """One line: the address that is gone, and its successor."""

    line: int
    old: str
    new: str


def redirects(file: Path = REDIRECTS) -> tuple[Redirect, ...]:
    """Every line of the file. Raises RedirectError with all that can be seen to be wrong without a site."""
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    stated = [(number, COMMENT.sub("", line).split()) for number, line in enumerate(lines, start=1)]
    wrong = [(number, fault) for number, words in stated for fault in _misread(words)]
    given = tuple(Redirect(number, *words) for number, words in stated if len(words) == len(("old", "new")))
    _refuse(file, sorted({*wrong, *_at_odds(given)}))
    return given


def by_address(given: Sequence[Redirect]) -> dict[str, str]:
    """From each address that is gone to its successor, for those who need no lines."""
    return {each.old: each.new for each in given}


def write_redirects(site: Path, given: Sequence[Redirect], file: Path = REDIRECTS) -> None:
    """At each old address a page that leads on, for hosts that cannot redirect; for a file, a copy.

    A file whose successor is of another type is left to hosts that can: a page is not read as a PDF.
    Raises RedirectError where an old address is still there, or a new one is not.
    """
    _refuse(file, [(each.line, fault) for each in given for fault in _not_so(site, each)])
    for each in given:
        here, there = _file(site, each.old), _file(site, each.new)
        page = here.suffix == ".html"
        if page or here.suffix == there.suffix:
            here.parent.mkdir(parents=True, exist_ok=True)
            here.write_bytes(_page(each.old, each.new).encode() if page else there.read_bytes())


def _misread(words: Sequence[str]) -> Iterator[str]:
    """What is wrong in one line by itself; an empty one is a comment."""
    if words and len(words) != len(("old", "new")):
        yield f"{' '.join(words)}. Write two addresses: /old-name/ /new-name/"
        return
    for address in words:
        if not PLAIN.fullmatch(address):
            yield (
                f"{address} is no address of this site. Write it from the site's root, a page's with "
                "a / at both ends, without .., # or anything but letters, digits and - . _ ~: /new-name/"
            )


def _at_odds(given: Sequence[Redirect]) -> Iterator[tuple[int, str]]:
    """Lines that another line contradicts, by number."""
    first: dict[str, int] = {}
    for line, old, _ in given:
        if first.setdefault(old, line) != line:
            yield line, f"{old} stands in line {first[old]} already. Take one of the two out."
    for line, _, new in given:
        if new in first:
            yield line, f"{new} is gone too, by line {first[new]}. Write the address that it has now."


def _not_so(site: Path, redirect: Redirect) -> Iterator[str]:
    """What only the finished site can show to be wrong."""
    if _file(site, redirect.old).exists():
        yield f"{redirect.old} is a page of the site. Take the line out, or rename the page."
    if not _file(site, redirect.new).is_file():
        yield f"{redirect.new} is no page of the site. Write the address that it has now."


def _refuse(file: Path, wrong: Sequence[tuple[int, str]]) -> None:
    if wrong:
        raise RedirectError("\n".join(f"{file}:{line}: {fault}" for line, fault in wrong))


def _page(old: str, new: str) -> str:
    return f"<!doctype html>\n{render('redirect', to=_way(old, new), content_policy=page_policy())}\n"


def _way(old: str, new: str) -> str:
    """The relative link from one address to another, as the site may be served below a path."""
    return relpath(new, old) + "/" * new.endswith("/")


def _file(site: Path, address: str) -> Path:
    return site / f"{address.lstrip('/')}{'index.html' if address.endswith('/') else ''}"
