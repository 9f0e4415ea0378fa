"""YAML as plain text trees, with the place of every key and value; the only file that imports yaml.

Values stay text, as written: YAML's own typing would make 17:00 a number and `no` a truth value.
What a policy does not need is refused: repeated keys, anchors, aliases, tags, several documents.
The parser's events are taken one by one, so that nesting without end is left as soon as it is seen.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path as FilePath
from typing import Any

import yaml

from helper.faults import Fault, Path
from helper.readers import at_most
from macros.slips import marked, slip
from macros.source import Mark, Places, Source
from macros.unreadable import ADVICE, Unreadable, end_of, in_plain_words, text_of

__all__ = ["Mark", "Source", "Unreadable", "parse_only", "read_yaml"]

DEEPEST = 12
BOTTOMLESS = 100
LONGEST_NAME = 60
LOADER = getattr(yaml, "CLoader", yaml.Loader)
REMARK = re.compile(" +#")

ALIAS = (
    "is an alias (*)",
    "Write the value itself once more, or put the text in double quotes if it begins with *.",
)
MARKED = "begins with & or !", "Put the text in double quotes."
CUT_OFF = "is cut off at #", "Put the text in double quotes, or a remark on a line of its own."
TOO_DEEP = "is nested too deep", f"Write at most {DEEPEST} levels."

Event = Any
"""An event of the parser; its types forget that a mark is always there."""


class _Odd(Exception):
    """Something in the file has to be refused."""


def read_yaml(file: FilePath) -> Source:
    """The file as a text tree with places. Raises Unreadable for what is no UTF-8 or no YAML."""
    try:
        text = text_of(file)
        with _said_plainly(text):
            return _source(file, text)
    except Unreadable as error:
        row, column = error.mark
        raise Unreadable(error.mark, f"{file}:{row}:{column}: {error}") from None


def parse_only(text: str) -> object:
    """What the YAML library makes of a text, for comparison in the bench."""
    return yaml.compose(text, Loader=LOADER)


def _source(file: FilePath, text: str) -> Source:
    try:
        tree = _Tree(text).whole()
    except _Odd:
        tree, places = _placed(text)
        return Source(file=file, tree=tree, faults=places.faults, find_places=lambda: places)
    return Source(file=file, tree=tree, faults=[], find_places=lambda: _placed(text)[1])


def _placed(text: str) -> tuple[object, Places]:
    built = _PlacedTree(text)
    tree = built.whole()
    return tree, Places(keys=built.keys, values=built.values, faults=at_most(built.faults))


@contextmanager
def _said_plainly(text: str) -> Iterator[None]:
    """What YAML stumbles over, as somebody who never met YAML can mend it."""
    try:
        yield
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        begins = text[mark.index : mark.index + 1]
        row, column = end_of(text[: mark.index])
        lines = text.split("\n")[:row]
        said = marked(lines) or f"{in_plain_words(str(error.problem), begins)} {slip(lines)}".rstrip()
        raise Unreadable((row, column), said) from None
    except yaml.YAMLError as error:
        said = " ".join(str(error).split())
        raise Unreadable((1, 1), f"this is no YAML: {said}. {ADVICE}") from None


class _Tree:
    """Makes a text tree of a parser's events. Raises _Odd for what has to be refused."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next = LOADER(text).get_event
        self.has_remarks = " #" in text
        self.path: list[str | int] = []

    def whole(self) -> object:
        """The tree of the only document; without any it is an empty mapping."""
        self.next()
        if isinstance(self.next(), yaml.StreamEndEvent):
            return {}
        tree = self.value(self.next(), 0)
        self.next()
        if not isinstance(end := self.next(), yaml.StreamEndEvent):
            raise _stop("a second document begins", end)
        return tree

    def value(self, event: Event, part: str | int) -> object:
        """A value, as that part of the list or mapping that is open."""
        if event.anchor or event.tag or (self.has_remarks and self.is_cut_off(event)):
            return self.refuse(event, part)
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if len(self.path) > DEEPEST:
            return self.refuse(event, part)
        self.path.append(part)
        tree = self.mapping() if isinstance(event, yaml.MappingStartEvent) else self.sequence()
        self.path.pop()
        return tree

    def sequence(self) -> list[object]:
        items: list[object] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self.value(event, len(items)))
        return items

    def mapping(self) -> dict[str, object]:
        tree: dict[str, object] = {}
        while not isinstance(key := self.next(), yaml.MappingEndEvent):
            name = self.name(key)
            event = self.next()
            if name in tree:
                self.leave_out(event)
            else:
                tree[name] = self.value(event, name)
        return tree

    def name(self, key: Event) -> str:
        """The name of a field, or ? for what cannot be one."""
        if isinstance(key, yaml.ScalarEvent) and not (key.anchor or key.tag):
            return key.value if len(key.value) <= LONGEST_NAME and key.value.isprintable() else "?"
        self.leave_out(key)
        return "?"

    def is_cut_off(self, event: Event) -> bool:
        """Whether a text without quotes has a remark behind it on its line."""
        is_plain = isinstance(event, yaml.ScalarEvent) and not event.style
        return is_plain and bool(REMARK.match(self.text, event.end_mark.index))

    def refuse(self, event: Event, part: str | int) -> object:
        raise _Odd

    def leave_out(self, event: Event) -> None:
        raise _Odd


class _PlacedTree(_Tree):
    """The same tree, with the place of every key and value and with what is refused; that is left empty."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.keys: dict[Path, Mark] = {}
        self.values: dict[Path, Mark] = {}
        self.faults: list[Fault] = []

    def at(self, part: str | int) -> Path:
        """The path of a part of the list or mapping that is open; the document itself is ()."""
        return (*self.path, part)[1:]

    def value(self, event: Event, part: str | int) -> object:
        self.values[self.at(part)] = _mark(event)
        return super().value(event, part)

    def name(self, key: Event) -> str:
        name = super().name(key)
        path, mark = self.at(name), _mark(key)
        if path in self.keys:
            new = (
                ", or put “- ” before it to begin a new item"
                if any(isinstance(each, int) for each in path[-2:-1])
                else ""
            )
            write = f"It is already at line {self.keys[path][0]}: keep one{new}."
            self.faults.append(Fault(path=path, found="stands here again", write=write, in_key=True))
        self.keys[path] = mark
        return name

    def refuse(self, event: Event, part: str | int) -> object:
        found, write = _refusal(event)
        self.faults.append(Fault(path=self.at(part), found=found, write=write))
        self.leave_out(event)
        return ""

    def leave_out(self, event: Event) -> None:
        """Passes over a value with all that is in it."""
        level = _step(event)
        while level:
            level += _step(event := self.next())
            if level > BOTTOMLESS:
                raise _stop("this is nested too deep", event)


def _refusal(event: Event) -> tuple[str, str]:
    if isinstance(event, yaml.AliasEvent):
        return ALIAS
    if event.anchor or event.tag:
        return MARKED
    return CUT_OFF if isinstance(event, yaml.ScalarEvent) else TOO_DEEP


def _step(event: Event) -> int:
    """One level down where a list or mapping begins, one up where it ends."""
    return isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _stop(problem: str, event: Event) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)


def _mark(event: Event) -> Mark:
    return event.start_mark.line + 1, event.start_mark.column + 1
