"""What a page is, for every site builder."""

import json
from dataclasses import dataclass


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

    def meta(self) -> dict[str, object]:
        """What the frame around it is told."""
        told: dict[str, object] = {
            "title": self.title,
            "description": self.description,
            "kind": self.kind,
            "policy": self.policy,
            "hide": ["navigation", "toc"],
        }
        return told if self.listed else {**told, "robots": "noindex"}

    def markdown(self) -> str:
        """Front matter and body, as a site builder takes it."""
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.meta().items()]
        return "\n".join(["---", *lines, "---", "", self.body, ""])
