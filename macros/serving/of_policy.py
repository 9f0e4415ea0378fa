"""What one policy gives, by its path, each made when it is asked for."""

from collections.abc import Callable, Mapping
from functools import partial

from helper.policy import Policy
from macros.api import api_of_policy
from macros.comparison.files import column_file
from macros.date_table.files import table_file, table_path
from macros.diff.versions import earlier_versions
from macros.flow_picture import flow_picture
from macros.kinds import KINDS, Kind
from macros.page import Page
from macros.policy_pages import earlier_pages, page_of
from macros.proof.sign_off import paths_csv

Made = Page | str | bytes
Makers = Mapping[str, Callable[[], Made]]
NAMED_BY_CONTENT = ("assets/compare/", "assets/dates/")
API = "api/v1/"


def whose(path: str) -> str:
    """The id of the policy that a path may belong to."""
    name = path.rpartition("/")[2]
    if path.startswith(NAMED_BY_CONTENT):
        return name.rpartition("-")[0]
    return name.removesuffix(".json") if path.startswith(API) else path.partition("/")[0]


def of_policy(policy: Policy, path: str) -> Made | None:
    """The page or file at a path as `outputs` has it, sefton/procedure/index.md; None if there is none.

    A table of dates takes a second or more, everything else far less.
    """
    if path.startswith(NAMED_BY_CONTENT):
        makers = _named_by_content(policy)
    elif path.startswith(f"{policy.id}/changes/"):
        makers = {**_pages(policy), **_earlier(policy)}
    else:
        makers = {**_pages(policy), **_files(policy)}
    return makers[path]() if path in makers else None


def _pages(policy: Policy) -> Makers:
    return {f"{policy.id}/{kind.folder}index.md": partial(page_of, policy, kind) for kind in KINDS}


def _earlier(policy: Policy) -> Makers:
    pages = earlier_pages(policy, earlier_versions(policy.id))
    return {page.path: partial(_as_it_is, page) for page in pages}


def _files(policy: Policy) -> Makers:
    pdfs = {f"{policy.id}/{kind.folder}{kind.pdf}": partial(_pdf, policy, kind) for kind in KINDS if kind.pdf}
    return {
        **pdfs,
        f"{policy.id}/proof/paths.csv": partial(paths_csv, policy),
        f"{policy.id}/flowchart/flowchart.svg": partial(flow_picture, policy),
        f"{API}{policy.id}.json": lambda: api_of_policy(policy)[1],
    }


def _named_by_content(policy: Policy) -> Makers:
    path, column = column_file(policy)
    return {path: partial(_as_it_is, column), table_path(policy): lambda: table_file(policy)[1]}


def _pdf(policy: Policy, kind: Kind) -> bytes:
    return page_of(policy, kind).beside[0][1]


def _as_it_is(made: Made) -> Made:
    return made
