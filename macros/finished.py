"""What must be true of a finished site before it takes the place of the last one."""

import re
from collections.abc import Iterator
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
    """Each thing that is wrong in the folder, as a line; base: the path below which it will be served."""
    pages = {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob("*.html")}
    seen = {address: WITHIN.sub("", text) for address, text in pages.items()}
    ids = {address: set(ID.findall(text)) for address, text in seen.items()}
    policy = page_policy()
    for address, text in sorted(pages.items()):
        yield from (f"/{address}: {fault}" for fault in _page_faults(text, policy))
        for link in LINK.findall(seen[address]):
            if not ELSEWHERE.match(link) and not _leads(site, ids, _target(address, link, base)):
                yield f"/{address}: the link {link} leads nowhere."
    yield from _sizes(site)


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


def _target(address: str, link: str, base: str) -> str:
    """The address that a link leads to, below the site's root."""
    target = urljoin(f"{base}{address}", link)
    return f"/{target.removeprefix(base)}"


def _leads(site: Path, ids: dict[str, set[str]], target: str) -> bool:
    """Whether the address is there, its fragment too."""
    place, fragment = urldefrag(target)
    path = unquote(place).split("?")[0].lstrip("/")
    page = f"{path}index.html" if not path or path.endswith("/") else path
    return (page in ids or (site / page).is_file()) and (
        not fragment or unquote(fragment) in ids.get(page, ())
    )


def _sizes(site: Path) -> Iterator[str]:
    for file in sorted(file for file in site.rglob("*") if file.is_file()):
        size, name = file.stat().st_size, f"/{file.relative_to(site).as_posix()}"
        if not size:
            yield f"{name} is empty."
        most = LARGEST_OF_API if name.startswith("/api/") else LARGEST
        if size > most and not name.startswith("/assets/"):
            yield f"{name} has {size} bytes, more than {most}: too much for a phone."
