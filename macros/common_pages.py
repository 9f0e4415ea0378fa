"""The pages of no policy."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from helper.policy import Policy
from macros.areas import areas, by_letter, guides
from macros.check import rules_values
from macros.components.sheet import sheet_values
from macros.glossary import by_name
from macros.offline import DATES
from macros.page import Page
from macros.render import render
from macros.search.page import search_values
from macros.site_map import about, by_partnership
from macros.unknown import unknowns
from macros.worked import worked_values

Values = Mapping[str, object]


@dataclass(frozen=True)
class CommonPage:
    """A page that stands once. folder: below the site's root, with its last slash. template: its own."""

    folder: str
    kind: str
    template: str
    title: str
    description: str

    @property
    def path(self) -> str:
        """The path of its source."""
        return f"{self.folder}index.md"

    @property
    def root(self) -> str:
        """The way up to the site's root."""
        return "../" * self.folder.count("/")


COMMON_PAGES = (
    CommonPage(
        "",
        "home",
        "home",
        "Escalation Guide",
        "Worried by another agency’s decision? What to do now, who to contact and by when.",
    ),
    CommonPage(
        "what-now/",
        "choose",
        "choose",
        "Whose policy applies?",
        "Choose the partnership whose escalation policy you work under.",
    ),
    CommonPage(
        "areas/",
        "areas",
        "areas",
        "Find your partnership",
        "Every area that this guide covers, with its partnership and whom its policy protects.",
    ),
    CommonPage(
        "search/",
        "search",
        "search",
        "Search",
        "Find a page of this guide by its words, in your partnership first.",
    ),
    CommonPage(
        "site-map/",
        "site_map",
        "site_map",
        "Site map",
        "Every page of this guide, by partnership.",
    ),
    CommonPage(
        "about/checks/",
        "about",
        "checks",
        "What the check looks for",
        "Every rule that a policy file is checked against, and what to write instead.",
    ),
    CommonPage(
        "about/components/",
        "components",
        "components",
        "Components",
        "Every part of these pages once, with made-up words.",
    ),
    CommonPage(
        "about/how-dates-are-counted/examples/",
        "about",
        "worked",
        "Dates worked out",
        "Worked examples of counting, each by the program that counts your dates.",
    ),
    CommonPage(
        "about/glossary/",
        "about",
        "glossary",
        "Words we use",
        "What the terms on these pages mean, in plain words.",
    ),
    CommonPage(
        "about/what-we-do-not-know/",
        "about",
        "unknown",
        "What we do not know",
        "What each policy does not say, in one table.",
    ),
    CommonPage(
        "offline/",
        "offline",
        "offline",
        "No connection",
        "What is saved on this device for when there is no connection.",
    ),
)


def common_pages(policies: Sequence[Policy], tried: int) -> Iterator[Page]:
    """Each of them, from all policies.

    tried: how many answers the proofs of all policies gave; 0 where nothing was proved.
    """
    return (common_page(each, policies, tried) for each in COMMON_PAGES)


def common_page(common: CommonPage, policies: Sequence[Policy], tried: int) -> Page:
    """One of them."""
    values = VALUES[common.template](policies, tried)
    return Page(
        path=common.path,
        title=common.title,
        description=common.description,
        kind=common.kind,
        body=render(common.template, root=common.root, **values),
    )


def _home(policies: Sequence[Policy], tried: int) -> Values:
    adults = any(policy.scope.value != "children" for policy in policies)
    return {**_choice(policies, tried), "policies": policies, "adults": adults, "tried": tried}


def _choice(policies: Sequence[Policy], _: int) -> Values:
    return {"letters": by_letter(areas(policies)), "guides": guides(policies)}


VALUES: Mapping[str, Callable[[Sequence[Policy], int], Values]] = {
    "home": _home,
    "choose": _choice,
    "areas": _choice,
    "search": lambda policies, _: {"policies": policies, **search_values()},
    "site_map": lambda policies, _: {"groups": by_partnership(policies), "about": about()},
    "checks": lambda *_: rules_values(),
    "components": lambda *_: sheet_values(),
    "worked": lambda *_: worked_values(),
    "glossary": lambda *_: {"terms": by_name()},
    "unknown": lambda policies, _: {"unknowns": unknowns(policies)},
    "offline": lambda policies, _: {"policies": policies, "dates": DATES},
}
"""What each template prints, from all policies and how many answers their proofs gave."""
