"""Words drawn by chance, the same each time for the same seed."""

import json
import random
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

CHOICE = re.compile(r"\{([^{}]*)\}")
T = TypeVar("T")


@cache
def phrases() -> Any:
    """The phrases that made-up policies are put together from."""
    return json.loads(Path(__file__).with_name("phrases.json").read_text("utf-8"))


class Draw:
    """Chance with a seed of its own. known: the words that stand for {name}, {label} and the like."""

    def __init__(self, seed: str, known: Mapping[str, str] | None = None) -> None:
        self.chance = random.Random(seed)
        self.known = dict(known or {})

    def knowing(self, **more: str) -> "Draw":
        """The same chance with more words known."""
        draw = Draw("", {**self.known, **more})
        draw.chance = self.chance
        return draw

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def one(self, of: Sequence[T]) -> T:
        return self.chance.choice(of)

    def some(self, of: Sequence[T], least: int, most: int) -> list[T]:
        """So many of them, each once, in their own order."""
        number = min(self.chance.randint(least, most), len(of))
        return [of[place] for place in sorted(self.chance.sample(range(len(of)), number))]

    def text(self, of: Sequence[str] | str) -> str:
        """One of the phrases, with one of each {these|those} and every known word in its place."""
        phrase = of if isinstance(of, str) else self.one(of)
        return CHOICE.sub(self._word, phrase)

    def _word(self, match: re.Match[str]) -> str:
        return self.known.get(match[1]) or self.one(match[1].split("|"))
