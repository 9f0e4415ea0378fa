"""Values that are written once and named by their number."""

import json
from typing import Any


class Pool:
    """Plain values in the order in which they were met, each once."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self.numbers: dict[str, int] = {}
        self.packed: dict[str, int] = {}

    def add(self, value: Any) -> int:
        """The number of a value."""
        key = json.dumps(value, ensure_ascii=False)
        if key not in self.numbers:
            self.numbers[key] = len(self.values)
            self.values.append(value)
        return self.numbers[key]

    def pack(self, value: Any) -> int:
        """The number of a value whose own values, all the way down, are numbers; a hole stays whole."""
        key = json.dumps(value, ensure_ascii=False)
        if key not in self.packed:
            self.packed[key] = self._pack(value)
        return self.packed[key]

    def _pack(self, value: Any) -> int:
        if isinstance(value, list):
            return self.add([self._pack(each) for each in value])
        if isinstance(value, dict) and not any(key.startswith("$") for key in value):
            return self.add({key: self._pack(each) for key, each in value.items()})
        return self.add(value)
