"""Every file that the policies give, as (path, content): one list for every site builder.

Nothing is held: each file is made when it is its turn, so that many policies need no more memory than few.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from helper.policy import Policy
from macros.api import api_lists, api_of_policy
from macros.assets import asset_files
from macros.comparison.files import column_file
from macros.date_table.files import table_file
from macros.flow_picture import flow_picture
from macros.offline import offline_files
from macros.page import Page
from macros.pages import pages_of_none
from macros.policy_pages import policy_pages
from macros.proof import answers_tried
from macros.proof.sign_off import paths_csv
from macros.runtime import runtime_files

PROMISED = "GUIDE_PROMISED"
"""In the environment of a site builder: the file in which its adapter notes what it was given to build."""


@dataclass(frozen=True, kw_only=True)
class Output:
    """One file of the site's source: its path below the docs folder, and its text or bytes.

    page: what it is as a page, None for other files. Its body is HTML at the end of the text, which no
    site builder has to read as Markdown.
    """

    path: str
    content: str | bytes
    page: Page | None = None

    @property
    def built(self) -> str:
        """The file that a site builder must have made of it."""
        return built(self.path)


def built(path: str) -> str:
    """sefton/procedure/index.html for sefton/procedure/index.md; other files stay what they are."""
    return f"{path.removesuffix('.md')}.html" if path.endswith(".md") else path


@dataclass
class Made:
    """What has been made so far: of each path the hash of its content, and how many answers were tried."""

    hashes: dict[str, bytes] = field(default_factory=dict)
    tried: int = 0

    def noting(self, given: Iterable[Output]) -> Iterator[Output]:
        """The same, each noted before it is handed on."""
        for each in given:
            content = each.content if isinstance(each.content, bytes) else each.content.encode()
            self.hashes[each.path] = hashlib.sha256(content).digest()
            yield each

    def add(self, other: "Made") -> None:
        self.hashes |= other.hashes
        self.tried += other.tried

    def plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {"tried": self.tried, "hashes": {path: each.hex() for path, each in self.hashes.items()}}


def made_of(plain: Mapping[str, Any]) -> Made:
    """What `Made.plain` gave."""
    hashes = {path: bytes.fromhex(each) for path, each in plain["hashes"].items()}
    return Made(hashes=hashes, tried=plain["tried"])


def outputs(policies: Iterable[Policy], address: str = "") -> Iterator[Output]:
    """Pages, read-only JSON, and the engine for the browser; the same whatever order the policies come in.

    address: the site's own, with its last slash; empty where it is not known, so that none is printed.
    """
    held, made = in_order(policies), Made()
    for policy in held:
        yield from outputs_of(policy, made, address)
    yield from other_outputs(held, made)


def in_order(policies: Iterable[Policy]) -> tuple[Policy, ...]:
    """As the site lists them: by their names."""
    return tuple(sorted(policies, key=lambda policy: policy.name))


def outputs_of(policy: Policy, made: Made, address: str = "") -> Iterator[Output]:
    """What one policy alone gives, noted in `made`."""
    yield from made.noting(_of_policy(policy, address))
    made.tried += answers_tried(policy)


def other_outputs(held: tuple[Policy, ...], made: Made) -> Iterator[Output]:
    """What belongs to no policy, or to all; `made` has to know of theirs. The service worker comes last."""
    yield from made.noting(_of_none(held, made.tried))
    for path, text in offline_files(made.hashes, [policy.id for policy in held]):
        yield Output(path=path, content=text)


def _of_policy(policy: Policy, address: str) -> Iterator[Output]:
    yield from _of_pages(policy_pages(policy, address))
    yield Output(path=f"{policy.id}/proof/paths.csv", content=paths_csv(policy))
    yield Output(path=f"{policy.id}/flowchart/flowchart.svg", content=flow_picture(policy))
    for path, text in (table_file(policy), column_file(policy), api_of_policy(policy)):
        yield Output(path=path, content=text)


def _of_none(held: tuple[Policy, ...], tried: int) -> Iterator[Output]:
    yield from _of_pages(pages_of_none(held, tried))
    for path, text in api_lists(held):
        yield Output(path=path, content=text)
    for path, raw in asset_files():
        yield Output(path=path, content=raw)
    for path, raw in runtime_files():
        yield Output(path=path, content=raw)


def _of_pages(given: Iterable[Page]) -> Iterator[Output]:
    for page in given:
        yield Output(path=page.path, content=page.markdown(), page=page)
        yield from (Output(path=path, content=content) for path, content in page.beside)
