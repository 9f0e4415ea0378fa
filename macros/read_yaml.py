"""YAML as plain text trees, with the place of every key and value; the only file that imports yaml.

Values stay text, as written: YAML's own typing would make 17:00 a number and `no` a truth value.
What a policy does not need is refused: repeated keys, anchors, aliases, tags, several documents.
"""

from dataclasses import dataclass, field
from pathlib import Path as FilePath

import yaml

from helper.faults import Fault, Path, place

LARGEST = 262_144
DEEPEST = 12
LOADER = getattr(yaml, "CLoader", yaml.Loader)

Mark = tuple[int, int]


class Unreadable(ValueError):
    """The file is no YAML that we read; the message has line and column."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A file as a text tree. keys and values: line and column, counted from 1, by path."""

    file: FilePath
    tree: object
    keys: dict[Path, Mark] = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, fault: Fault) -> str:
        """The fault as file:line:column: place found. What to write."""
        row, column = self.mark(fault)
        return f"{self.file}:{row}:{column}: {place(fault.path)} {fault.found}. {fault.write}"

    def mark(self, fault: Fault) -> Mark:
        """Where a fault is: at its key or value; a missing field is at the mapping that lacks it."""
        places = (self.keys, self.values) if fault.in_key else (self.values, self.keys)
        for marks in places:
            if fault.path in marks:
                return marks[fault.path]
        outer = fault.path[:-1]
        return self.values.get(outer, (1, 1)) if outer else (1, 1)


def read_yaml(file: FilePath) -> Source:
    """The file as a text tree with places. Raises Unreadable for what is no UTF-8 or no YAML."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise Unreadable(
            f"{file}:1:1: the file cannot be read: {error.strerror}. Name a policy file."
        ) from None
    if len(raw) > LARGEST:
        raise Unreadable(f"{file}:1:1: the file has {len(raw):,} bytes. Write at most {LARGEST:,}.")
    text = _decoded(file, raw)
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        raise Unreadable(f"{file}:{where}: {_in_plain_words(str(error.problem), text, mark)}") from None
    except yaml.YAMLError as error:
        raise Unreadable(f"{file}:1:1: this is no YAML: {' '.join(str(error).split())}. {ADVICE}") from None
    source = Source(file=file, tree=None)
    tree = _Tree(source, text).plain(node, ()) if node else {}
    return Source(file=file, tree=tree, keys=source.keys, values=source.values, faults=source.faults)


OPEN = "a quote mark or a bracket is opened and not closed before this place."
CROOKED = (
    "this line does not fit the ones above it. Look at its indentation (two spaces for each level), "
    "for a missing “:” and for text after a closing quote mark."
)
STUMBLES = (
    (
        "mapping values are not allowed",
        "there is “: ” inside a text, or this line is indented too far. "
        "Put the text in double quotes, or move the line to its level.",
    ),
    ("end of stream", OPEN),
    ("expected ',' or", OPEN),
    ("did not find expected", CROOKED),
    ("could not find expected", CROOKED),
)
ADVICE = (
    "Write fields as “name: value”, lists with “- ”, two spaces for each level, "
    "and text with “: ” in it in double quotes."
)


def _decoded(file: FilePath, raw: bytes) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Unreadable(f"{file}:{line}:1: this is not UTF-8. Save the file as UTF-8.") from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise Unreadable(f"{file}:{line}:1: there is a NUL byte. Save the file as plain text.")
    return text


def _in_plain_words(problem: str, text: str, mark: yaml.Mark | None) -> str:
    """What YAML stumbles over, as somebody who never met YAML can mend it."""
    begins = text[mark.index : mark.index + 1] if mark else ""
    if begins == "\t" or "tab character" in problem:
        return "there is a tab. Write spaces in its place."
    if "cannot start any token" in problem:
        return f"a text begins with {begins}. Put the text in double quotes."
    found = [said for part, said in STUMBLES if part in problem]
    return found[0] if found else f"YAML stops here: {problem}. {ADVICE}"


class _Tree:
    """Turns composed nodes into text trees and notes where everything stands."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.text = text
        self.seen: set[int] = set()

    def plain(self, node: yaml.Node, path: Path) -> object:
        again = id(node) in self.seen
        self.seen.add(id(node))
        if not again:
            self.source.values[path] = _mark(node)
        refusal = (
            ("is an alias (*)", "Write the value itself once more.") if again else self.refusal(node, path)
        )
        if refusal:
            self.note(path, *refusal)
            return ""
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(item, (*path, number)) for number, item in enumerate(node.value)]
        return str(node.value)

    def refusal(self, node: yaml.Node, path: Path) -> tuple[str, str] | None:
        """What is found and what to write, where a value would not come out as it was meant."""
        start, end = node.start_mark.index, node.end_mark.index
        if self.text[start : start + 1] in ("&", "!"):
            return "begins with & or !", "Put the text in double quotes."
        if _is_plain(node) and "#" in self.text[end:].split("\n", 1)[0]:
            return "is cut off at #", "Put the text in double quotes, or a remark on a line of its own."
        if len(path) > DEEPEST:
            return "is nested too deep", f"Write at most {DEEPEST} levels."
        return None

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, object]:
        tree: dict[str, object] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            if name in tree:
                line = self.source.keys[(*path, name)][0]
                self.source.keys[(*path, name)] = _mark(key)
                self.note(
                    (*path, name),
                    "stands here again",
                    f"It is already at line {line}: keep one.",
                    in_key=True,
                )
                continue
            self.source.keys[(*path, name)] = _mark(key)
            tree[name] = self.plain(value, (*path, name))
        return tree

    def note(self, path: Path, found: str, write: str, *, in_key: bool = False) -> None:
        self.source.faults.append(Fault(path=path, found=found, write=write, in_key=in_key))


def _is_plain(node: yaml.Node) -> bool:
    """Whether a value is written without quotes, on one line."""
    return isinstance(node, yaml.ScalarNode) and not node.style


def _mark(node: yaml.Node) -> Mark:
    return node.start_mark.line + 1, node.start_mark.column + 1
