"""Every page, from the policies and the templates."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helper.policy import Policy
from helper.vocabulary import child, lead, stages_in_words
from macros.areas import areas, by_letter, guides
from macros.briefing_pdf import briefing_pdf
from macros.check import rules_page
from macros.comparison.column import column
from macros.comparison.files import column_file
from macros.comparison.pair import side_by_side
from macros.comparison.which import Pair, beside, pairs
from macros.components.sheet import sheet
from macros.diff.held import held_versions
from macros.diff.versions import Version, earlier_versions
from macros.glossary import TERMS
from macros.kinds import KINDS, Kind
from macros.limits import in_all, rungs, shared_limits
from macros.offline import DATES
from macros.procedure import sections
from macros.proof import answers_tried
from macros.render import render
from macros.terms import with_terms
from macros.unknown import unknowns
from macros.worked import worked_page


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page. kind: which template it has. policy: its id, empty for pages of no policy.

    body: HTML, one element without blank lines. listed: search engines may list it. beside: files that
    belong to it, as (path, bytes).
    """

    path: str
    title: str
    description: str
    kind: str
    body: str
    policy: str = ""
    listed: bool = True
    beside: tuple[tuple[str, bytes], ...] = ()

    def markdown(self) -> str:
        """Front matter and body, as a site builder takes it."""
        meta = {
            "title": self.title,
            "description": self.description,
            "kind": self.kind,
            "policy": self.policy,
            "hide": ["navigation", "toc"],
        }
        if not self.listed:
            meta["robots"] = "noindex"
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items()]
        return "\n".join(["---", *lines, "---", "", self.body, ""])


def pages(policies: Sequence[Policy], address: str = "") -> Iterator[Page]:
    """The pages of each policy, then those of none, which say how much was tried.

    address: the site's own, empty where it is not known.
    """
    tried = 0
    for policy in policies:
        for kind in KINDS:
            yield page_of(policy, kind, address)
        yield from earlier_pages(policy, earlier_versions(policy.id))
        tried += answers_tried(policy)
    yield from common_pages(policies, tried)
    yield from compare_pages(policies)


def chrome(policies: Sequence[Policy]) -> dict[str, dict[str, object]]:
    """What the frame around the pages needs of each policy, by id."""
    return {
        policy.id: {
            "name": policy.name,
            "person": child(policy),
            "quick_exit": policy.quick_exit,
            "source": render("source_line", policy=policy),
        }
        for policy in policies
    }


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


def compare_pages(policies: Sequence[Policy]) -> Iterator[Page]:
    """The choice of two policies, and a page for each pair that matters."""
    found = pairs(policies)
    files = [(policy, column_file(policy)[0]) for policy in policies]
    listed = beside(found, policies)
    whole = all(len(others) == len(policies) - 1 for _, others in listed)
    yield Page(
        path="compare/index.md",
        title="Compare two policies",
        description="Two escalation policies side by side: who speaks to whom, by when, and what differs.",
        kind="compare",
        body=render("compare", root="../", policies=files, listed=listed, whole=whole),
    )
    yield from map(_pair_page, found)


def _pair_page(pair: Pair) -> Page:
    one, other = map(column, pair)
    found = side_by_side(one, other)
    return Page(
        path=f"compare/{one.id}/{other.id}/index.md",
        title=f"{one.name} and {other.name} compared",
        description=f"The escalation policies of {one.name} and {other.name} side by side, stage by stage.",
        kind="compare_pair",
        body=render("compare_pair", root="../../../", one=one, other=other, sections=found),
    )


def earlier_pages(policy: Policy, earlier: tuple[Version, ...]) -> Iterator[Page]:
    """Each earlier version of a policy as it was, to be read and not to be found by search engines."""
    *before, now = held_versions(policy, earlier)
    for held in before:
        yield Page(
            path=f"{policy.id}/changes/{held.name}/index.md",
            title=f"{policy.name}: earlier version",
            description=f"The {policy.name} escalation policy as it was held before.",
            kind="earlier_version",
            policy=policy.id,
            body=render("earlier_version", held=held, now=now, sections=sections(held.policy)),
            listed=False,
        )


def page_of(policy: Policy, kind: Kind, address: str = "") -> Page:
    """One page of a policy, with its PDF where its kind has one."""
    folder = f"{policy.id}/{kind.folder}"
    live = f"{address}{folder}" if address else ""
    words = {"name": policy.name, "word": policy.stage_word}
    root = "../" * folder.count("/")
    title = kind.title.format(**words)
    values = {
        "kind": kind.name,
        "folder": kind.folder,
        "live": live,
        "policy": policy,
        "root": root,
        "child": child(policy),
        "lead": lead(policy),
        "stages": stages_in_words(policy),
        "rungs": rungs(policy),
        "shared": shared_limits(policy),
        "in_all": in_all(policy),
        **kind.values(policy),
    }
    pdf = briefing_pdf(policy, title, render("policy_page", kb=0, **values), live) if kind.pdf else b""
    body = render("policy_page", kb=round(len(pdf) / 1000), **values)
    return Page(
        path=f"{folder}index.md",
        title=title,
        description=kind.description.format(**words),
        kind=kind.name,
        policy=policy.id,
        body=with_terms(body, root) if kind.terms else body,
        beside=((f"{folder}{kind.pdf}", pdf),) if pdf else (),
    )
