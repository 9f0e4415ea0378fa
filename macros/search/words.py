"""What a search knows of words: which mean the same, and by which an agency is known on a page."""

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any

UNSEARCHED = frozenset(
    ("choose", "compare_pair", "components", "earlier_version", "embed", "facilitator")
    + ("home", "not_found", "offline", "pocket_card", "proof", "search", "site_map", "what_now")
)
"""Kinds of page that lead elsewhere, or say again what another page says."""
WORDS = json.loads(Path(__file__).with_name("words.json").read_text("utf-8"))
SAME: list[list[str]] = [[each.lower() for each in group] for group in WORDS["same"]]
"""Wordings of one thing. Whoever looks for one finds the others."""
AGENCIES = tuple(WORDS["agencies"])
KNOWN_BY = [
    ([word.casefold() for word in words], re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b", re.I))
    for words in WORDS["agencies"].values()
]
"""The words of each agency, to leave out quickly those of which a page has none, and what finds them."""
TAG = re.compile(r"<[^>]*>")


def filters(meta: Mapping[str, Any], address: str, body: str) -> list[tuple[str, str]]:
    """What a page can be chosen by, as (filter, value), none if it is not searched; an agency by its number.

    meta: the front matter of the page. What search engines must leave alone is not found here either.
    """
    kind = meta.get("kind", "about")
    if kind in UNSEARCHED or "robots" in meta or address.startswith("about/decisions/"):
        return []
    named = [("agency", str(number)) for number in agencies_named(body)]
    return [("partnership", meta.get("policy") or "none"), ("kind", kind), *named]


def agencies_named(body: str) -> list[int]:
    """The numbers of the agencies that the text of a page names."""
    text = unescape(TAG.sub(" ", body))
    folded = text.casefold()
    return [
        number
        for number, (words, known) in enumerate(KNOWN_BY)
        if any(word in folded for word in words) and known.search(text)
    ]
