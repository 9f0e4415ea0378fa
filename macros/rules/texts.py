"""The texts of a policy as one piece, so that a rule about words reads them all in one go."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, is_dataclass
from functools import cache
from itertools import accumulate
from typing import Any, get_args

from helper.facts import Contact, Form, FormField
from helper.faults import Path
from helper.plain import hints
from helper.policy import Document, Expected, Partnership, Policy
from macros.rules.places import Placed, once

POINTERS = frozenset(
    ("id", "form", "agency", "area", "stage", "after", "priority", "counts_from", "or_from", "met_by")
)
NOT_OURS = frozenset({"says", "link", "phone", "email", "hours", "clock", "source"})
NAMES = {
    Document: ("title", "version"),
    Partnership: ("name", "short", "means"),
    Form: ("name", "label"),
    FormField: ("label", "hint"),
}


@dataclass(frozen=True, kw_only=True)
class Texts:
    """Texts with their paths, and the same joined by line ends."""

    found: Sequence[Placed[str]]
    joined: str

    def path(self, place: int) -> Path:
        """The path of the text that has this place in `joined`."""
        ends = accumulate(len(text) + 1 for _, text in self.found)
        return next(path for (path, _), end in zip(self.found, ends, strict=True) if place < end)

    def find(self, pattern: re.Pattern[str], *begins: str) -> Iterator[Placed[re.Match[str]]]:
        """Each match, with the path of the text that it stands in.

        begins: the ways in which every match begins, so that most of the text is never tried.
        """
        matches = self._tried(pattern, begins) if begins else pattern.finditer(self.joined)
        return ((self.path(match.start()), match) for match in matches)

    def _tried(self, pattern: re.Pattern[str], begins: tuple[str, ...]) -> Iterator[re.Match[str]]:
        tried = (pattern.match(self.joined, start) for word in begins for start in self.starts_of(word))
        return (match for match in tried if match)

    def starts_of(self, word: str) -> Iterator[int]:
        """Every place at which a word begins."""
        start = self.joined.find(word)
        while start >= 0:
            yield start
            start = self.joined.find(word, start + 1)


@once
def all_texts(policy: Policy) -> Texts:
    """Every text of the file."""
    return joined([(path, text) for path, text, _ in _walked(policy)])


@once
def our_texts(policy: Policy) -> Texts:
    """The texts in our words: no quotes, sources, addresses, ids or names of documents and bodies."""
    return joined([(path, text) for path, text, ours in _walked(policy) if ours])


def joined(found: Sequence[Placed[str]]) -> Texts:
    """Texts with their paths as one piece."""
    return Texts(found=found, joined="\n".join([text for _, text in found]))


Found = list[tuple[Path, str, bool]]


@once
def _walked(policy: Policy) -> Found:
    """Every text with its path, and whether its words are ours."""
    found: Found = []
    _walk(policy, (), found)
    return found


def _walk(record: Any, path: Path, found: Found) -> None:
    for name, ours in _fields(record.__class__):
        value = getattr(record, name)
        kind = value.__class__
        if kind is str:
            found.append(((*path, name), value, ours))
        elif kind is tuple:
            _walk_items(value, (*path, name), ours, found)
        elif _fields(kind):
            _walk(value, (*path, name), found)


def _walk_items(items: tuple[object, ...], path: Path, ours: bool, found: Found) -> None:
    for number, item in enumerate(items):
        if isinstance(item, str):
            found.append(((*path, number), item, ours))
        else:
            _walk(item, (*path, number), found)


@cache
def _fields(kind: type) -> tuple[tuple[str, bool], ...]:
    """The fields of a class that hold words, and whether those are ours.

    Pointers to other parts are none; a source is one only where it may be a web address.
    """
    if kind is Expected or not is_dataclass(kind):
        return ()
    names, no_words = NAMES.get(kind, ()), POINTERS if kind is Contact else POINTERS | {"source"}
    return tuple(
        (name, name not in NOT_OURS and name not in names)
        for name, type_ in hints(kind).items()
        if _holds(is_dataclass, type_) or (name not in no_words and _holds(_is_text, type_))
    )


def _is_text(kind: object) -> bool:
    return kind is str


def _holds(wanted: Callable[[Any], bool], kind: Any) -> bool:
    """Whether a value of this type can hold what is wanted, itself or inside."""
    return wanted(kind) or any(_holds(wanted, side) for side in get_args(kind))
