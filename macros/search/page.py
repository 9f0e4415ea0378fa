"""What the search page can be narrowed by."""

import json

from macros.kinds import KINDS
from macros.search.words import AGENCIES, SAME, UNSEARCHED

OTHERS = {"about": "About this guide", "areas": "Find your partnership", "compare": "Compare"}
"""Kinds of page that belong to no policy."""


def search_values() -> dict[str, object]:
    """The kinds of page by name, the agencies, and the wordings of one thing as the script reads them."""
    named = {each.name: each.name.replace("_", " ").capitalize() for each in KINDS}
    kinds = {name: words for name, words in {**named, **OTHERS}.items() if name not in UNSEARCHED}
    return {"kinds": kinds, "agencies": AGENCIES, "same": json.dumps(SAME)}
