"""Values made of other values, each held once, and how they are written.

A part of a list or an object that is a number is the number of another value; any other part stands
as it is. A hole (macros/date_table/replies.py) is whole: it has no such parts.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

SHORT = 4
"""Characters of JSON: a value as short as this is written again wherever it belongs."""


class Pool:
    """Values in the order in which they were met: every part of one comes before it."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self.numbers: dict[str, int] = {}
        self.packed: dict[str, int] = {}

    def add(self, value: Any) -> int:
        """The number of a value."""
        key = _json(value)
        if key not in self.numbers:
            self.numbers[key] = len(self.values)
            self.values.append(value)
        return self.numbers[key]

    def pack(self, value: Any) -> int:
        """The number of a plain value, whose own values become parts; a hole stays whole."""
        key = _json(value)
        if key not in self.packed:
            self.packed[key] = self._pack(value)
        return self.packed[key]

    def _pack(self, value: Any) -> int:
        if isinstance(value, list):
            return self.add([self.pack(each) for each in value])
        if _is_object(value):
            return self.add({key: self.pack(each) for key, each in value.items()})
        return self.add(value)


class Written:
    """A pool as a file has it: a value stands inside the one that it is a part of.

    What is a part of several, or a number itself, stands in `listed`, the most used first, and goes
    by its place there. tops: the values that are written, each as often as it is.
    """

    def __init__(self, pool: Pool, tops: Iterable[int]) -> None:
        self.values = pool.values
        numbers = [number for number, used in self._uses(tops).most_common() if self._is_listed(number, used)]
        self.places = {number: place for place, number in enumerate(numbers)}
        self.listed = [self._inside(number) for number in numbers]

    def part(self, number: int) -> Any:
        """What stands where a value belongs."""
        return self.places[number] if number in self.places else self._inside(number)

    def _uses(self, tops: Iterable[int]) -> Counter[int]:
        found = Counter(tops)
        for number in reversed(range(len(self.values))):
            if number in found:
                found.update(part for part in _parts(self.values[number]) if _is_number(part))
        return found

    def _is_listed(self, number: int, used: int) -> bool:
        value = self.values[number]
        return _is_number(value) or (used > 1 and len(_json(value)) > SHORT)

    def _inside(self, number: int) -> Any:
        value = self.values[number]
        if isinstance(value, list):
            return [self._of(each) for each in value]
        return {key: self._of(each) for key, each in value.items()} if _is_object(value) else value

    def _of(self, part: Any) -> Any:
        return self.part(part) if _is_number(part) else part


def _parts(value: Any) -> Iterator[Any]:
    if _is_object(value):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _is_object(value: Any) -> bool:
    return isinstance(value, dict) and not any(key.startswith("$") for key in value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
