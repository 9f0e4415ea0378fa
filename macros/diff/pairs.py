"""Which item of an old list is which of the new one."""

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from helper.facts import Channel, Contact, FormField
from helper.policy import Added, Overlay, StartHigher
from helper.stage import Role
from helper.time_facts import Budget, Timescale
from macros.diff.words import TITLES

ALIKE = 0.6
Pair = tuple[Any, Any]
KEYS: dict[type, Callable[[Any], object]] = {
    Added: lambda item: item.stage.id,
    Channel: lambda item: item.stages,
    Contact: lambda item: (item.role, item.agency, item.area),
    FormField: lambda item: item.label,
    Overlay: lambda item: item.area,
    Role: lambda item: (item.agency, item.side),
    StartHigher: lambda item: item.stage,
    Timescale: lambda item: (item.what, item.priority),
}


def pairs(old: Sequence[Any], new: Sequence[Any]) -> Iterator[Pair]:
    """Each new item with the old one that it was, or None; then each old one that is gone, with None.

    The same by name, or else the one that reads most alike. Items with an id are only the same by it.
    """
    left = list(old)
    found = [(_take_same(left, item), item) for item in new]
    alone = len(old) == len(new) == 1
    for was, now in found:
        yield (was or _take_alike(left, now, alone=alone)), now
    for was in left:
        yield was, None


def title(item: Any) -> str:
    """An item in a few words."""
    if isinstance(item, str):
        return item
    if isinstance(item, Budget):
        return item.name
    return item.what if isinstance(item, Timescale) else TITLES[type(item).__name__].format(item)


def _take_same(left: list[Any], item: Any) -> Any:
    wanted = _key(item)
    return next((left.pop(number) for number, each in enumerate(left) if _key(each) == wanted), None)


def _key(item: Any) -> object:
    if hasattr(item, "id"):
        return item.id
    key = KEYS.get(type(item))
    return key(item) if key else item


def _take_alike(left: list[Any], item: Any, *, alone: bool) -> Any:
    """The one that reads most alike; of time limits also the only one on either side."""
    if not left or hasattr(item, "id"):
        return None
    if alone and isinstance(item, Timescale):
        return left.pop()
    titles = [title(each) for each in left]
    near = get_close_matches(title(item), titles, n=1, cutoff=ALIKE)
    return left.pop(titles.index(near[0])) if near else None
