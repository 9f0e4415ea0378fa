"""Every page by its partnership: the way to each without script and without a search."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from helper.policy import Policy
from macros.kinds import KINDS

DOCS = Path(__file__).parent.parent / "docs"
ABOUT = ("about/*.md", "about/decisions/index.md")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A page: its address below the site's, and its title."""

    address: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """The pages of one partnership. id: its policy's."""

    id: str
    name: str
    entries: tuple[Entry, ...]


def by_partnership(policies: Iterable[Policy]) -> tuple[Group, ...]:
    """The pages of each policy, in the order of the side navigation."""
    return tuple(Group(id=each.id, name=each.name, entries=tuple(_pages(each))) for each in policies)


def about() -> tuple[Entry, ...]:
    """The pages about this guide that are written by hand, by their titles."""
    files = [file for pattern in ABOUT for file in DOCS.glob(pattern)]
    found = (Entry(address=_address(file), title=_title(file)) for file in files)
    return tuple(sorted(found, key=lambda each: each.address))


def _pages(policy: Policy) -> Iterator[Entry]:
    words = {"name": policy.name, "word": policy.stage_word}
    for kind in KINDS:
        yield Entry(address=f"{policy.id}/{kind.folder}", title=kind.title.format(**words))


def _address(file: Path) -> str:
    path = file.relative_to(DOCS).with_suffix("").as_posix()
    return f"{path.removesuffix('index')}" if path.endswith("index") else f"{path}/"


def _title(file: Path) -> str:
    """The first heading."""
    lines = file.read_text("utf-8").splitlines()
    return next(line.removeprefix("# ") for line in lines if line.startswith("# "))
