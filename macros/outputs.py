"""Every file that the policies give, as (path, content): one list for every site builder."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from helper.policy import Policy
from macros.api import api_files
from macros.assets import asset_files
from macros.comparison.files import column_file
from macros.date_table.files import table_file
from macros.flow_picture import flow_picture
from macros.offline import offline_files
from macros.pages import pages
from macros.proof.sign_off import paths_csv
from macros.runtime import runtime_files

PROMISED = "GUIDE_PROMISED"
"""In the environment of a site builder: the file in which its adapter notes what it was given to build."""


@dataclass(frozen=True, kw_only=True)
class Output:
    """One file of the site's source: its path below the docs folder, and its text or bytes.

    body: of a page the HTML at the end of its text, which no site builder has to read as Markdown.
    """

    path: str
    content: str | bytes
    body: str = ""

    @property
    def address(self) -> str:
        """Where readers find it: sefton/procedure/ for sefton/procedure/index.md."""
        return self.path.removesuffix("index.md") if self.path.endswith(".md") else self.path

    @property
    def built(self) -> str:
        """The file that a site builder must have made of it."""
        return f"{self.address}index.html" if self.path.endswith(".md") else self.path


def outputs(policies: Iterable[Policy], address: str = "") -> Iterator[Output]:
    """Pages, read-only JSON, and the engine for the browser; the same whatever order the policies come in.

    address: the site's own, with its last slash; empty where it is not known, so that none is printed.
    """
    held = tuple(sorted(policies, key=lambda policy: policy.name))
    made = tuple(_made(held, address))
    yield from made
    contents = {each.path: each.content for each in made}
    for path, text in offline_files(contents, (policy.id for policy in held)):
        yield Output(path=path, content=text)


def _made(held: tuple[Policy, ...], address: str) -> Iterator[Output]:
    """All but the service worker, which has to know of them."""
    for page in pages(held, address):
        yield Output(path=page.path, content=page.markdown(), body=page.body)
        yield from (Output(path=path, content=content) for path, content in page.beside)
    for policy in held:
        yield Output(path=f"{policy.id}/proof/paths.csv", content=paths_csv(policy))
        yield Output(path=f"{policy.id}/flowchart/flowchart.svg", content=flow_picture(policy))
        path, table = table_file(policy)
        yield Output(path=path, content=table)
        path, compared = column_file(policy)
        yield Output(path=path, content=compared)
    for path, text in api_files(held):
        yield Output(path=path, content=text)
    for path, raw in asset_files():
        yield Output(path=path, content=raw)
    for path, raw in runtime_files():
        yield Output(path=path, content=raw)
