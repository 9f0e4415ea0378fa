"""The list of every address ever published."""

import re
from pathlib import Path

from macros.cache import write_whole

PUBLISHED = Path("policies/addresses.txt")
INDEX = re.compile(r"(?<![^/])index\.html$")
"""What the address of a page leaves out."""
ASSETS, COPIES = "assets/", (".br", ".gz")
"""What pages load, under names that change with the content; and what the ends of compressed copies are."""
MACHINERY = {"/_headers", "/_redirects", "/robots.txt", "/sitemap.xml", "/sw-off.js", "/sw.js"}
"""For hosts, search engines and browsers: nobody links to them, and some are not there in every build."""


def addresses(site: Path) -> set[str]:
    """Every address of a site that somebody may link to: pages, PDFs, pictures, tables and the API."""
    files = (file for file in site.rglob("*") if file.is_file() and not _is_copy(file))
    paths = (file.relative_to(site).as_posix() for file in files)
    return {f"/{INDEX.sub('', path)}" for path in paths if not path.startswith(ASSETS)} - MACHINERY


def _is_copy(file: Path) -> bool:
    """Whether it is another file, compressed, as a host sends it in that one's place."""
    return file.suffix in COPIES and file.with_suffix("").is_file()


def vanished(site: Path, published: Path = PUBLISHED) -> list[str]:
    """The addresses of the list that the site does not have."""
    return sorted(_listed(published) - addresses(site))


def note(site: Path, published: Path = PUBLISHED) -> int:
    """Adds what the site has to the list; how many addresses are new."""
    known, now = _listed(published), addresses(site)
    if now - known:
        write_whole(published, "".join(f"{each}\n" for each in sorted(known | now)).encode())
    return len(now - known)


def _listed(published: Path) -> set[str]:
    return set(published.read_text("utf-8").split()) if published.is_file() else set()
