"""The briefing as one tagged A4 page."""

import re
from collections.abc import Iterator
from math import sqrt

from helper.policy import Policy
from helper.vocabulary import child
from macros.printing import PrintError, press
from macros.tree import Node, tree, words_of

CODE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
TOO_LONG = "more than one page"
FULL_PAGE = 492
LARGEST, SMALLEST, STEP = 10.4, 8.0, 0.4


class BriefingError(RuntimeError):
    """A briefing that cannot be one page. The text says which, and what to shorten."""


def briefing_pdf(policy: Policy, title: str, body: str, address: str = "") -> bytes:
    """The briefing page's own blocks as PDF/UA-1; the same bytes each time.

    body: the page's HTML. address: the page's own, empty where the site does not know it. Policy text
    goes in as data and never as markup. Raises BriefingError if it does not fit on one page.
    """
    code = CODE.search(body)
    blocks = tree(CODE.sub("<svg></svg>", body), address)
    data: dict[str, object] = {
        "title": title,
        "person": child(policy),
        "tree": blocks,
        "code": code.group() if code else "",
    }
    for size in _sizes(blocks):
        try:
            return press().print({**data, "size": size})
        except PrintError as error:
            if TOO_LONG not in str(error):
                raise BriefingError(f"{policy.id}: the briefing cannot be a PDF: {error}") from None
    raise BriefingError(_what_to_shorten(policy))


def _sizes(blocks: Node) -> Iterator[float]:
    """The text's size in points: what should fit so many letters, then smaller, the smallest at last."""
    size = min(LARGEST, FULL_PAGE / sqrt(len(words_of(blocks))))
    while size > SMALLEST:
        yield round(size, 1)
        size -= STEP
    yield SMALLEST


def _what_to_shorten(policy: Policy) -> str:
    found = ", ".join(f"{name} ({count} words)" for name, count in _longest(policy))
    return (
        f"policies/{policy.id}.yaml: the briefing does not fit on one A4 page. "
        f"Shorten the longest of its parts: {found}."
    )


def _longest(policy: Policy) -> list[tuple[str, int]]:
    """The three longest parts of the briefing, as the file calls them, with their words."""
    brief = policy.briefing
    parts = {
        "briefing.what_it_is": [each.text for each in brief.what_it_is],
        "briefing.why_it_matters": [each.text for each in brief.why_it_matters],
        "use_when": [each.text for each in policy.use_when],
        "stages[].in_brief": [each.in_brief for each in policy.ladder],
        "briefing.not_for": brief.not_for,
        "briefing.do_now": brief.do_now,
        "briefing.ask_the_team": brief.ask_the_team,
    }
    counted = [(name, len(" ".join(texts).split())) for name, texts in parts.items()]
    return sorted(counted, key=lambda each: -each[1])[:3]
