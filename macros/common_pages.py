"""The pages of no policy."""

from collections.abc import Iterator, Sequence

from helper.policy import Policy
from macros.areas import areas, by_letter, guides
from macros.check import rules_page
from macros.components.sheet import sheet
from macros.glossary import TERMS
from macros.offline import DATES
from macros.page import Page
from macros.render import render
from macros.search.page import search_values
from macros.site_map import about, by_partnership
from macros.unknown import unknowns
from macros.worked import worked_page


def common_pages(policies: Sequence[Policy], tried: int) -> Iterator[Page]:
    """The pages of no policy: the front door, the choice of an area, and what the check looks for.

    tried: how many answers the proofs of all policies gave.
    """
    found, general = areas(policies), guides(policies)
    letters = by_letter(found)
    adults = any(policy.scope.value != "children" for policy in policies)
    yield Page(
        path="index.md",
        title="Escalation Guide",
        description="Worried by another agency’s decision? What to do now, who to contact and by when.",
        kind="home",
        body=render(
            "home", root="", letters=letters, guides=general, policies=policies, adults=adults, tried=tried
        ),
    )
    yield Page(
        path="what-now/index.md",
        title="Whose policy applies?",
        description="Choose the partnership whose escalation policy you work under.",
        kind="choose",
        body=render("choose", root="../", letters=letters, guides=general),
    )
    yield Page(
        path="areas/index.md",
        title="Find your partnership",
        description="Every area that this guide covers, with its partnership and whom its policy protects.",
        kind="areas",
        body=render("areas", root="../", letters=letters, guides=general),
    )
    yield Page(
        path="search/index.md",
        title="Search",
        description="Find a page of this guide by its words, in your partnership first.",
        kind="search",
        body=render("search", root="../", policies=policies, **search_values()),
    )
    yield Page(
        path="site-map/index.md",
        title="Site map",
        description="Every page of this guide, by partnership.",
        kind="site_map",
        body=render("site_map", root="../", groups=by_partnership(policies), about=about()),
    )
    yield Page(
        path="about/checks/index.md",
        title="What the check looks for",
        description="Every rule that a policy file is checked against, and what to write instead.",
        kind="about",
        body=rules_page(),
    )
    yield Page(
        path="about/components/index.md",
        title="Components",
        description="Every part of these pages once, with made-up words.",
        kind="components",
        body=sheet(),
    )
    yield Page(
        path="about/how-dates-are-counted/examples/index.md",
        title="Dates worked out",
        description="Worked examples of counting, each by the program that counts your dates.",
        kind="about",
        body=worked_page("../../../"),
    )
    yield Page(
        path="about/glossary/index.md",
        title="Words we use",
        description="What the terms on these pages mean, in plain words.",
        kind="about",
        body=render("glossary", terms=sorted(TERMS, key=lambda term: term.name.casefold())),
    )
    yield Page(
        path="about/what-we-do-not-know/index.md",
        title="What we do not know",
        description="What each policy does not say, in one table.",
        kind="about",
        body=render("unknown", root="../../", unknowns=unknowns(policies)),
    )
    yield Page(
        path="offline/index.md",
        title="No connection",
        description="What is saved on this device for when there is no connection.",
        kind="offline",
        body=render("offline", root="../", policies=policies, dates=DATES),
    )
