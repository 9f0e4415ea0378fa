"""One change of a policy, and the place that it is told of."""

from dataclasses import dataclass, replace

from helper.vocabulary import upper_first
from macros.diff.values import Names, lower_first, stopped


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that changed.

    kind: its group. stage: id of the stage, empty where it belongs to none. says: the sentence.
    was, now: both in words, empty where there was or is nothing.
    """

    kind: str
    stage: str
    says: str
    was: str = ""
    now: str = ""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where we are in the policy, in words: "Step 2, duty desk".

    stage, called: the stage's id and the words for it alone. group, noun: those of the list or part.
    """

    names: Names
    at: str = ""
    stage: str = ""
    called: str = ""
    group: str = "about"
    noun: str = ""

    def within(self, words: str) -> "Place":
        """The place of something with a name of its own inside this one."""
        return replace(self, at=f"{self.at}, {lower_first(words)}" if self.at else words)

    def change(self, says: str, *, was: str = "", now: str = "", group: str = "") -> Change:
        """A change here: the place, a colon, what is different."""
        return self.sentence(f"{self.at}: {says}" if self.at else says, was=was, now=now, group=group)

    def sentence(self, says: str, *, was: str = "", now: str = "", group: str = "") -> Change:
        """A change here in a sentence that names the place in its own way."""
        says = stopped(upper_first(says))
        return Change(kind=group or self.group, stage=self.stage, says=says, was=was, now=now)
