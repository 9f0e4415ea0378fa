"""What reads a value of each type. It is put together once, from what reads the type's parts.

A value that is at fault raises Wrong. It does not know where it stands: whoever holds it adds that.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import count, islice, repeat
from types import NoneType
from typing import Any, get_args, get_origin

from helper.faults import Fault, did_you_mean
from helper.fields import expected, fixed_words, hints, is_record, may_be_empty, required, sides
from helper.hidden import first_hidden, in_words, made_visible
from helper.scalars import SCALARS, near_day, near_word, one_line

MOST = 100
BLANK = "FILL IN"
TOO_MANY = Fault(path=(), found=f"has over {MOST} faults", write="Mend these, then check it again.")
EMPTY = "is an empty list"

Reads = Callable[[Any], Any]


class Wrong(Exception):
    """A value is at fault. The paths of its faults begin at the value."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__()
        self.faults = faults

    def below(self, part: str | int) -> Iterator[Fault]:
        """The faults, with paths that begin at the list or the group of fields that holds the value."""
        return (replace(fault, path=(part, *fault.path)) for fault in self.faults)


@cache
def reader(kind: Any) -> Reads:
    """What reads a value of this type: its fixed words first, then the rest. It raises Wrong."""
    words: dict[Any, Any] = dict(fixed_words(kind))
    if NoneType in get_args(kind):
        words[None] = None
    others = sides(kind)[1]
    read_other = _other(others[0], kind) if others else _refuses(kind)

    def read_word(tree: Any) -> Any:
        word = one_line(tree) if isinstance(tree, str) else tree
        is_word = not isinstance(word, (dict, list)) and word in words
        return words[word] if is_word else read_other(tree)

    return read_word if words else read_other


def at_most(faults: Sequence[Fault]) -> list[Fault]:
    """The faults, or where there are too many the first of them, and that there are more."""
    return [TOO_MANY, *faults[:MOST]] if len(faults) > MOST else list(faults)


def _refuses(kind: Any) -> Reads:
    def refuse(tree: Any) -> Any:
        raise refusal(kind, tree)

    return refuse


def _other(side: Any, kind: Any) -> Reads:
    """What reads the side of a type that has no fixed words; a refusal names the whole type."""
    if get_origin(side) is tuple:
        return _list_reader(get_args(side)[0], kind)
    if get_origin(side) is dict:
        return _group_reader(get_args(side)[1], kind)
    if is_record(side):
        return _record_reader(side, kind)
    return _text_reader(kind) if side is str else _scalar_reader(SCALARS[side], kind)


def _list_reader(item: Any, kind: Any) -> Reads:
    read_item = reader(item)

    def read_list(trees: Any) -> Any:
        if not isinstance(trees, list):
            raise refusal(kind, trees)
        if not trees:
            silent = "".join(f", or {word}" for word in list(fixed_words(kind))[:1])
            raise _wrong(EMPTY, f"Write at least one item{silent}.")
        return tuple(_each(zip(count(), repeat(read_item), trees)).values())

    return read_list


def _group_reader(item: Any, kind: Any) -> Reads:
    read_item = reader(item)

    def read_group(trees: Any) -> Any:
        if not isinstance(trees, dict):
            raise refusal(kind, trees)
        if sign := first_hidden("".join(trees)):
            raise _hidden(sign)
        return _each(zip(trees, repeat(read_item), trees.values()))

    return read_group


def _record_reader(side: Any, kind: Any) -> Reads:
    must = required(side)
    readers = {name: reader(each) for name, each in hints(side).items()}
    readers.update({name: _or_empty(readers[name]) for name in may_be_empty(side)})

    def read_record(tree: Any) -> Any:
        if not isinstance(tree, dict):
            raise refusal(kind, tree)
        faults: tuple[Fault, ...] = ()
        if not must <= tree.keys() <= readers.keys():
            faults = (*islice(_unknown(side, tree), MOST), *_missing(side, tree))
            tree = {name: value for name, value in tree.items() if name in readers}
        return side(**_each(zip(tree, map(readers.__getitem__, tree), tree.values(), strict=True), faults))

    return read_record


def _each(parts: Iterable[tuple[Any, Reads, Any]], faults: tuple[Fault, ...] = ()) -> dict[Any, Any]:
    """Each part read, by its name or number. Raises Wrong with these faults and those of the parts."""
    found = {}
    for name, reads, tree in parts:
        try:
            found[name] = reads(tree)
        except Wrong as wrong:
            faults = (*faults, *wrong.below(name))
            if len(faults) > MOST:
                break
    if faults:
        raise Wrong(*faults)
    return found


def _or_empty(read_list: Reads) -> Reads:
    return lambda trees: read_list(trees) if trees != [] else ()


def _unknown(kind: Any, tree: dict[str, object]) -> Iterator[Fault]:
    unused = [name for name in hints(kind) if name not in tree]
    for name in (name for name in tree if name not in hints(kind)):
        write = f"{did_you_mean(name, unused)}Fields not yet used: {', '.join(unused)}."
        yield Fault(path=(name,), found="is not a field here", write=write, in_key=True)


def _missing(kind: Any, tree: dict[str, object]) -> Iterator[Fault]:
    for name in hints(kind):
        if name in required(kind) and name not in tree:
            write = f"Write {name}: and then {expected(hints(kind)[name])}."
            yield Fault(path=(name,), found="is missing", write=write)


def _text_reader(kind: Any) -> Reads:
    def read_text(tree: Any) -> Any:
        if not isinstance(tree, str) or not (line := one_line(tree)) or line == BLANK:
            raise refusal(kind, tree)
        if sign := first_hidden(line):
            raise _hidden(sign)
        return line

    return read_text


def _scalar_reader(read_as: Reads, kind: Any) -> Reads:
    def read_scalar(tree: Any) -> Any:
        if (found := read_as(tree)) is None:
            raise refusal(kind, tree)
        return found

    return read_scalar


def refusal(kind: Any, tree: object) -> Wrong:
    """What is said of a value that is none of this type."""
    if tree == BLANK:
        return _wrong("is not filled in yet", f"Write {expected(kind)}.")
    write = near_day(tree) if date in sides(kind)[1] else ""
    near = near_word(str(tree), list(fixed_words(kind)))
    return _wrong(f"is {_shown(tree)}", write or f"{near}Write {expected(kind)}.")


def _hidden(sign: str) -> Wrong:
    return _wrong(f"has {in_words(sign)}", "Delete it.")


def _wrong(found: str, write: str) -> Wrong:
    return Wrong(Fault(path=(), found=found, write=write))


def _shown(tree: object) -> str:
    if isinstance(tree, (dict, list)):
        return "a list" if isinstance(tree, list) else "a group of fields"
    if isinstance(tree, bool):
        return "yes" if tree else "no"
    text = "" if tree is None else " ".join(str(tree).split())
    return f"'{made_visible(text[:60], kept='')}'" if text else "empty"
