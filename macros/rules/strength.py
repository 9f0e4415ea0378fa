"""How firmly a policy says it, held against its own words."""

import re
from collections.abc import Iterator
from datetime import date

from helper.faults import Fault
from helper.fixed_words import Strength
from helper.policy import Policy
from macros.rules.places import duties, limits
from macros.rules.rule import Kind, Rule, at

TARGET = re.compile(
    r"\b(where(?:ver)? (?:it is )?possible|if (?:at all )?possible|as a guide(?:line)?|ideally|"
    r"where(?:ver)? practicable|aims? to|good practice)\b"
)
FIRM = re.compile(r"\b(must|shall|required to|will|should)\b")
HARD = ("must", "shall", "required to")
LEAVE = re.compile(r"\b(may|might|can|could)\b")


def _target_words(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit in limits(policy):
        words = limit.says.lower()
        loose, firm = TARGET.search(words), FIRM.search(words)
        if loose and limit.strength not in (Strength.TARGET, Strength.MAY):
            write = f"Write target: the quote says “{loose[0]}”."
            yield at(path, "strength", f"is '{limit.strength.value}'", write)
        if firm and not loose and limit.strength is Strength.TARGET:
            write = f"Write must, will or should: the quote says “{firm[0]}” and nothing that softens it."
            yield at(path, "strength", "is 'target'", write)


def _must_or_should(policy: Policy, today: date) -> Iterator[Fault]:
    said = [*((path, each.says, each.strength) for path, each in limits(policy))]
    said += [(path, each.says, each.strength) for path, each in duties(policy) if each.says]
    for path, words, strength in said:
        found = {*FIRM.findall(words.lower())}
        found = set() if found and TARGET.search(words.lower()) else found
        hard = [word for word in HARD if word in found]
        if hard and strength in (Strength.SHOULD, Strength.EXPECTED, Strength.MAY):
            yield at(path, "strength", f"is '{strength.value}'", f"The quote says “{hard[0]}”: write must.")
        if found == {"should"} and strength is Strength.MUST:
            yield at(path, "strength", "is 'must'", "The quote says “should”: write should.")
        firm = [word for word in ("will", "should") if word in found and not hard]
        if firm and strength is Strength.MAY and not LEAVE.search(words.lower()):
            yield at(path, "strength", "is 'may'", f"The quote says “{firm[0]}”: write {firm[0]}.")


STRENGTH = (
    Rule(
        name="target-words",
        kind=Kind.WARNING,
        says=(
            "A limit is a target where the policy says “where possible”, “as a guide” or the like, "
            "and only there."
        ),
        why="Called a limit, a target gets people blamed; called a target, a limit is let slip.",
        wrong="says: where possible within 3 working days\nstrength: must",
        right="says: where possible within 3 working days\nstrength: target",
        find=_target_words,
    ),
    Rule(
        name="must-or-should",
        kind=Kind.WARNING,
        says=(
            "The strength is that of the quote: must where it says must, should where it says should, "
            "and may only where it leaves the choice."
        ),
        why="The pages use this word in every sentence about the limit, and lawyers read it.",
        wrong="says: must be recorded\nstrength: should",
        right="says: must be recorded\nstrength: must",
        find=_must_or_should,
    ),
)
