"""The pages that set two policies side by side."""

from collections.abc import Iterator, Sequence

from helper.policy import Policy
from macros.comparison.column import column
from macros.comparison.files import column_file
from macros.comparison.pair import side_by_side
from macros.comparison.which import Pair, beside, pairs
from macros.page import Page
from macros.render import render


def compare_pages(policies: Sequence[Policy]) -> Iterator[Page]:
    """The choice of two policies, and a page for each pair that matters."""
    found = pairs(policies)
    yield compare_page(policies, found)
    yield from map(pair_page, found)


def compare_page(policies: Sequence[Policy], found: Sequence[Pair]) -> Page:
    """The choice of two policies. found: the pairs that have a page."""
    files = [(policy, column_file(policy)[0]) for policy in policies]
    listed = beside(found, policies)
    whole = all(len(others) == len(policies) - 1 for _, others in listed)
    return Page(
        path="compare/index.md",
        title="Compare two policies",
        description="Two escalation policies side by side: who speaks to whom, by when, and what differs.",
        kind="compare",
        body=render("compare", root="../", policies=files, listed=listed, whole=whole),
    )


def pair_page(pair: Pair) -> Page:
    """The page of one pair."""
    one, other = map(column, pair)
    found = side_by_side(one, other)
    return Page(
        path=f"compare/{one.id}/{other.id}/index.md",
        title=f"{one.name} and {other.name} compared",
        description=f"The escalation policies of {one.name} and {other.name} side by side, stage by stage.",
        kind="compare_pair",
        body=render("compare_pair", root="../../../", policies=pair, one=one, other=other, sections=found),
    )
