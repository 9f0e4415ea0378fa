"""One row of the tables of rules, and the file that it is about."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

BASE = Path(__file__).with_name("base.yaml").read_text("utf-8")
TODAY = date(2026, 11, 21)
LATER = date(2028, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Case:
    """old: a place of the base file. wrong, right: what stands there instead, with and without a finding.

    right is None where the base file itself is right. said: the whole line that is printed, without
    the file's name. besides: the other rules that break with it, in reading order.
    """

    rule: str
    old: str
    wrong: str
    right: str | None
    said: str
    today: date = TODAY
    besides: tuple[str, ...] = ()

    def text(self, new: str | None) -> str:
        """The base file with this in place of `old`, which stands in it once."""
        if new is None:
            return BASE
        assert BASE.count(self.old) == 1, f"{self.rule}: stands there {BASE.count(self.old)} times"
        return BASE.replace(self.old, new)
