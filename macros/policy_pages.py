"""The pages of one policy, and what the frame around them needs of it."""

from collections.abc import Iterator, Sequence

from helper.policy import Policy
from helper.vocabulary import child, lead
from macros.briefing_pdf import briefing_pdf
from macros.counted import stages_said
from macros.diff.held import held_versions
from macros.diff.versions import Version, earlier_versions
from macros.kinds import KINDS, Kind
from macros.limits import in_all, rungs, shared_limits
from macros.page import Page
from macros.procedure import sections
from macros.render import render
from macros.terms import with_terms


def policy_pages(policy: Policy, address: str = "") -> Iterator[Page]:
    """Every kind of page, then the earlier versions. address: the site's own, empty if it is not known."""
    for kind in KINDS:
        yield page_of(policy, kind, address)
    yield from earlier_pages(policy, earlier_versions(policy.id))


def page_of(policy: Policy, kind: Kind, address: str = "") -> Page:
    """One page of a policy, with its PDF where its kind has one."""
    values = page_values(policy, kind, address)
    title, root = str(values["title"]), str(values["root"])
    pdf = briefing_pdf(policy, title, on_paper(values), str(values["live"])) if kind.pdf else b""
    body = render("policy_page", kb=round(len(pdf) / 1000), **values)
    folder = f"{policy.id}/{kind.folder}"
    return Page(
        path=f"{folder}index.md",
        title=title,
        description=kind.description.format(**_words(policy)),
        kind=kind.name,
        policy=policy.id,
        body=with_terms(body, root) if kind.terms else body,
        beside=((f"{folder}{kind.pdf}", pdf),) if pdf else (),
    )


def page_values(policy: Policy, kind: Kind, address: str = "") -> dict[str, object]:
    """What a page's template is given, for the screen and for paper alike."""
    folder = f"{policy.id}/{kind.folder}"
    return {
        "title": kind.title.format(**_words(policy)),
        "kind": kind.name,
        "folder": kind.folder,
        "live": f"{address}{folder}" if address else "",
        "policy": policy,
        "root": "../" * folder.count("/"),
        "child": child(policy),
        "lead": lead(policy),
        "stages": stages_said(policy),
        "rungs": rungs(policy),
        "shared": shared_limits(policy),
        "in_all": in_all(policy),
        **kind.values(policy),
    }


def on_paper(values: dict[str, object]) -> str:
    """The page's blocks for its PDF, without what is for the screen alone."""
    return render("policy_page", kb=0, **values)


def _words(policy: Policy) -> dict[str, str]:
    return {"name": policy.name, "word": policy.stage_word}


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


def chrome(policies: Sequence[Policy]) -> dict[str, dict[str, object]]:
    """What the frame around the pages needs of each policy, by id."""
    return {
        policy.id: {
            "name": policy.name,
            "person": child(policy),
            "quick_exit": policy.quick_exit,
        }
        for policy in policies
    }
