"""What all policies give together, by its path, each made when it is asked for."""

from collections.abc import Mapping
from functools import cache

from helper.policy import Policy
from macros.api import api_lists
from macros.assets import asset_files
from macros.common_pages import COMMON_PAGES, common_page
from macros.comparison.pages import compare_page, pair_page
from macros.comparison.which import pairs
from macros.offline import SCRIPTS
from macros.runtime import runtime_files
from macros.serving.of_policy import API, Made

KINDS = {each.path: each for each in COMMON_PAGES}
COMPARE = "compare/"
ENGINE = "assets/engine/"
OFF = ("sw.js", "sw-off.js")
"""A worker that a site on this address once left in a browser would stand between an edit and its page."""


def of_all(policies: tuple[Policy, ...], path: str) -> Made | None:
    """The page or file at a path as `outputs` has it; None if there is none. policies: all, by name.

    To prove every policy takes minutes with many: the home page says that the build does it.
    """
    if path in KINDS:
        return common_page(KINDS[path], policies, tried=0)
    if path.startswith(COMPARE):
        return _compared(policies, path)
    if path.startswith(API):
        return next((text for found, text in api_lists(policies) if found == path), None)
    return None


def of_nobody(path: str) -> str | bytes | None:
    """The scripts, styles and parts of the engine at a path; None if there is none."""
    if path in OFF:
        return (SCRIPTS / "off.js").read_text("utf-8")
    if path.startswith(ENGINE):
        return _engine().get(path)
    return dict(asset_files()).get(path) if path.startswith("assets/") else None


def _compared(policies: tuple[Policy, ...], path: str) -> Made | None:
    """The choice of two, or any two in the order of their ids, whether a page leads there or not."""
    if path == f"{COMPARE}index.md":
        return compare_page(policies, pairs(policies))
    ids = path.removeprefix(COMPARE).split("/")[:-1]
    match [policy for id_ in ids for policy in policies if policy.id == id_]:
        case [one, other] if ids == [one.id, other.id] and one.id < other.id:
            return pair_page((one, other))
    return None


@cache
def _engine() -> Mapping[str, bytes]:
    return dict(runtime_files())
