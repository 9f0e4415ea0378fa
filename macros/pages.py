"""Every page, from the policies and the templates."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from helper.ladder import stages_in_words
from helper.policy import Policy
from helper.questions import child
from macros.briefing import duties_to_record
from macros.kinds import KINDS, Kind
from macros.limits import in_all, ladder_in_words, rungs, shared_limits
from macros.procedure import sections
from macros.render import render
from macros.states import states


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page. kind: which template it has. policy: its id, empty for pages of no policy.

    body: HTML, one element without blank lines.
    """

    path: str
    title: str
    description: str
    kind: str
    policy: str
    body: str

    def markdown(self) -> str:
        """Front matter and body, as a site builder takes it."""
        meta = {
            "title": self.title,
            "description": self.description,
            "kind": self.kind,
            "policy": self.policy,
            "hide": ["navigation", "toc"],
        }
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items()]
        return "\n".join(["---", *lines, "---", "", self.body, ""])


def pages(policies: Sequence[Policy]) -> Iterator[Page]:
    """The pages of no policy, then those of each."""
    yield _home(policies)
    yield _choose(policies)
    for policy in policies:
        for kind in KINDS:
            yield _policy_page(policy, kind)


def chrome(policies: Sequence[Policy]) -> dict[str, dict[str, object]]:
    """What the frame around the pages needs of each policy, by id."""
    return {
        policy.id: {
            "name": policy.name,
            "person": child(policy),
            "source": render("source_line", policy=policy),
        }
        for policy in policies
    }


def _home(policies: Sequence[Policy]) -> Page:
    return Page(
        path="index.md",
        title="Escalation Guide",
        description="Worried by another agency’s decision? What to do now, who to contact and by when.",
        kind="home",
        policy="",
        body=render("home", root="", policies=[(each, ladder_in_words(each)) for each in policies]),
    )


def _choose(policies: Sequence[Policy]) -> Page:
    return Page(
        path="what-now/index.md",
        title="Whose policy applies?",
        description="Choose the partnership whose escalation policy you work under.",
        kind="choose",
        policy="",
        body=render("choose", root="../", policies=policies),
    )


def _policy_page(policy: Policy, kind: Kind) -> Page:
    folder = f"{policy.id}/{kind.folder}"
    words = {"name": policy.name, "word": policy.stage_word}
    values = {
        "policy": policy,
        "root": "../" * folder.count("/"),
        "child": child(policy),
        "stages": stages_in_words(policy),
        "rungs": rungs(policy),
        "shared": shared_limits(policy),
        "in_all": in_all(policy),
        **_of_kind(policy, kind.name),
    }
    return Page(
        path=f"{folder}index.md",
        title=kind.title.format(**words),
        description=kind.description.format(**words),
        kind=kind.name,
        policy=policy.id,
        body=render(kind.name, **values),
    )


def _of_kind(policy: Policy, kind: str) -> dict[str, object]:
    """What only one kind of page needs."""
    if kind == "procedure":
        return {"sections": sections(policy)}
    if kind == "briefing":
        return {"record": duties_to_record(policy)}
    return {"states": states(policy)} if kind == "what_now" else {}
