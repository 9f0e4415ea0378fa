"""What must be true of a finished site before it takes the place of the last one."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from macros.assets import page_policy
from macros.content_policy import named
from macros.openapi import LARGEST as LARGEST_OF_API

LARGEST = 2_000_000
"""Bytes of a page, uncompressed: no phone should have to read more."""
LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
ID = re.compile(r'\sid="([^"]+)"')
ELSEWHERE = re.compile(r"[a-z][a-z+.-]*:|//")
WITHIN = re.compile(r"<(style|script)(?![^>]*\ssrc=)[^>]*>(.*?)</\1>", re.S)
VALUE = re.compile(r'="[^"]*"')
ATTRIBUTE = re.compile(r"<[^>]+\s(?:style|on[a-z]+)=")


def faults(site: Path, base: str = "/") -> Iterator[str]:
    """Each thing that is wrong in the folder, as a line; base: the path below which it will be served.

    Page by page, so that many need no more memory than few. What a page links to in another is looked
    up in the end.
    """
    policy, wanted = page_policy(), dict[tuple[str, str], str]()
    for file in sorted(site.rglob("*.html")):
        address, text = file.relative_to(site).as_posix(), file.read_text("utf-8")
        yield from (f"/{address}: {fault}" for fault in _page_faults(text, policy))
        seen = WITHIN.sub("", text)
        ids = set(ID.findall(seen))
        for link in filter(_is_ours, dict.fromkeys(LINK.findall(seen))):
            place = _target(address, link, base)
            if place[0] != address:
                wanted.setdefault(place, f"/{address}: the link {link} leads nowhere.")
            elif place[1] and place[1] not in ids:
                yield f"/{address}: the link {link} leads nowhere."
    yield from _nowhere(site, wanted)
    yield from _sizes(site)


def _nowhere(site: Path, wanted: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """What is said of each place in another page that is not there. wanted: by page and id."""
    ids, held = set[str](), ""
    for (page, fragment), said in sorted(wanted.items()):
        if fragment and page != held and (site / page).is_file():
            ids, held = set(ID.findall(WITHIN.sub("", (site / page).read_text("utf-8", "replace")))), page
        if not (site / page).is_file() or (fragment and fragment not in ids):
            yield said


def _is_ours(link: str) -> bool:
    return not ELSEWHERE.match(link)


def _page_faults(text: str, policy: str) -> Iterator[str]:
    if "</html>" not in text:
        yield "the page breaks off."
    if "<h1" not in text:
        yield "the page has no heading."
    if policy not in text:
        yield "the page does not carry the content policy."
    named_in = all(named(content) in policy for _, content in WITHIN.findall(text))
    if not named_in or ATTRIBUTE.search(VALUE.sub('=""', WITHIN.sub("", text))):
        yield "the page holds a script or a style that the content policy forbids."


def _target(address: str, link: str, base: str) -> tuple[str, str]:
    """The file that a link leads to, below the site's root, and the id in it; empty for the whole page."""
    place, fragment = urldefrag(urljoin(f"{base}{address}", link))
    path = unquote(place.removeprefix(base)).split("?")[0].lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path, unquote(fragment)


def _sizes(site: Path) -> Iterator[str]:
    for file in sorted(file for file in site.rglob("*") if file.is_file()):
        size, name = file.stat().st_size, f"/{file.relative_to(site).as_posix()}"
        if not size:
            yield f"{name} is empty."
        most = LARGEST_OF_API if name.startswith("/api/") else LARGEST
        if size > most and not name.startswith("/assets/"):
            yield f"{name} has {size} bytes, more than {most}: too much for a phone."
