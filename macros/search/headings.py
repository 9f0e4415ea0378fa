"""Gives every heading of a page an address, so that a result can lead to the section itself."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import count

HEADING = re.compile(r"<h([23])((?:(?! id=)[^>])*)>(.*?)</h\1>", re.S)
HELD = re.compile(r'\sid="([^"]+)"')
TAG = re.compile(r"<[^>]*>")


def with_addresses(html: str) -> str:
    """The same HTML; a second or third level heading without an id gets one made from its words."""
    taken = set(HELD.findall(html))

    def named(heading: re.Match[str]) -> str:
        level, attributes, inner = heading.groups()
        id_ = next(each for each in _candidates(inner) if each not in taken)
        taken.add(id_)
        return f'<h{level}{attributes} id="{id_}">{inner}</h{level}>'

    return HEADING.sub(named, html)


def _candidates(inner: str) -> Iterator[str]:
    """where-this-policy-does-not-apply, then the same with -2, -3 and so on."""
    words = unescape(TAG.sub(" ", inner)).replace("’", "").lower()
    slug = re.sub(r"[^a-z0-9]+", "-", words).strip("-") or "section"
    yield slug
    yield from (f"{slug}-{number}" for number in count(2))
