"""The list of every address ever published, and where those lead that are gone."""

import re
from collections.abc import Mapping
from pathlib import Path
from posixpath import relpath

from macros.assets import page_policy
from macros.cache import write_whole
from macros.render import render

PUBLISHED, REDIRECTS = Path("policies/addresses.txt"), Path("policies/redirects.txt")
REDIRECT = re.compile(r"(?P<old>/\S*)\s+(?P<new>/\S*)")


class RedirectError(ValueError):
    """A line of policies/redirects.txt that cannot be followed."""


def addresses(site: Path) -> set[str]:
    """Every address of a site that somebody may keep: its pages and its API."""
    pages = {
        f"/{file.relative_to(site).as_posix().removesuffix('index.html')}" for file in site.rglob("*.html")
    }
    return pages | {f"/{file.relative_to(site).as_posix()}" for file in site.glob("api/**/*.json")}


def vanished(site: Path, published: Path = PUBLISHED) -> list[str]:
    """The addresses of the list that the site does not have."""
    return sorted(_listed(published) - addresses(site))


def note(site: Path, published: Path = PUBLISHED) -> int:
    """Adds what the site has to the list; how many addresses are new."""
    known, now = _listed(published), addresses(site)
    if now - known:
        write_whole(published, "".join(f"{each}\n" for each in sorted(known | now)).encode())
    return len(now - known)


def redirects(file: Path = REDIRECTS) -> dict[str, str]:
    """From each address that is gone to its successor: lines of two addresses. Raises RedirectError."""
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    found = {}
    for number, line in enumerate(lines, start=1):
        stated = line.split("#")[0].strip()
        pair = REDIRECT.fullmatch(stated)
        if pair:
            found[pair["old"]] = pair["new"]
        elif stated:
            raise RedirectError(f"{file}:{number}: {line}. Write two addresses: /old-name/ /new-name/")
    return found


def write_redirects(site: Path, given: Mapping[str, str], file: Path = REDIRECTS) -> None:
    """At each old address a page that leads on, for hosts that cannot redirect; for a file, a copy.

    Raises RedirectError if the old address is still there, or the new one is not.
    """
    for old, new in given.items():
        here, there = _file(site, old), _file(site, new)
        if here.exists():
            raise RedirectError(
                f"{file}: {old} is a page of the site. Take the line out, or rename the page."
            )
        if not there.is_file() or new in given:
            raise RedirectError(f"{file}: {new} is no page of the site. Write the address that it has now.")
        here.parent.mkdir(parents=True, exist_ok=True)
        here.write_bytes(_page(old, new).encode() if here.suffix == ".html" else there.read_bytes())


def _page(old: str, new: str) -> str:
    return f"<!doctype html>\n{render('redirect', to=_way(old, new), content_policy=page_policy())}\n"


def _way(old: str, new: str) -> str:
    """The relative link from one address to another, as the site may be served below a path."""
    return relpath(new, old) + "/" * new.endswith("/")


def _file(site: Path, address: str) -> Path:
    return site / f"{address.lstrip('/')}{'index.html' if address.endswith('/') else ''}"


def _listed(published: Path) -> set[str]:
    return set(published.read_text("utf-8").split()) if published.is_file() else set()
