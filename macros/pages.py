"""Every page, from the policies and the templates."""

from collections.abc import Iterator, Sequence

from helper.policy import Policy
from macros.common_pages import common_pages
from macros.comparison.pages import compare_pages
from macros.page import Page
from macros.policy_pages import policy_pages
from macros.proof import answers_tried


def pages(policies: Sequence[Policy], address: str = "") -> Iterator[Page]:
    """The pages of each policy, then those of none, which say how much was tried.

    address: the site's own, empty where it is not known.
    """
    tried = 0
    for policy in policies:
        yield from policy_pages(policy, address)
        tried += answers_tried(policy)
    yield from pages_of_none(policies, tried)


def pages_of_none(policies: Sequence[Policy], tried: int) -> Iterator[Page]:
    """The pages of no single policy. tried: how many answers the proofs of all policies gave."""
    yield from common_pages(policies, tried)
    yield from compare_pages(policies)
