"""What `guide check` looks for: every rule, in the order of its page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from helper.faults import Fault
from helper.policy import Policy
from macros.rules.channels import CHANNELS
from macros.rules.going_on import GOING_ON
from macros.rules.ids import IDS
from macros.rules.ladder_shape import SHAPE
from macros.rules.marks import MARKS
from macros.rules.met import MET
from macros.rules.people import PEOPLE
from macros.rules.quoted import QUOTED
from macros.rules.reach import REACH
from macros.rules.reading import READING
from macros.rules.references import REFERENCES
from macros.rules.rule import Kind, Rule, elsewhere
from macros.rules.said_hour import SAID_HOUR
from macros.rules.said_total import SAID_TOTAL
from macros.rules.short_forms import SHORT_FORMS
from macros.rules.stale import STALE
from macros.rules.strength import STRENGTH
from macros.rules.totals import TOTALS
from macros.rules.unclear import UNCLEAR
from macros.rules.units import UNITS
from macros.rules.words import WORDS

GROUPS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Reading the file", READING),
    ("Short names of ours", IDS),
    ("What is named has to be there", REFERENCES),
    ("The shape of the ladder", SHAPE),
    ("Time limits", UNITS),
    ("Sums", TOTALS),
    (
        "Limits that can be read in two ways",
        (*QUOTED, *SAID_HOUR, *SAID_TOTAL, *UNCLEAR, *MET, *GOING_ON, *STRENGTH),
    ),
    ("What has grown old", STALE),
    ("Words, addresses and names", (*WORDS, *CHANNELS, *MARKS, *REACH, *PEOPLE, *SHORT_FORMS)),
)
RULES = tuple(rule for _, rules in GROUPS for rule in rules)
KINDS = {rule.name: rule.kind for rule in RULES}
LOOK_AT_POLICIES = {
    kind: tuple(rule for rule in RULES if rule.kind is kind and rule.find is not elsewhere) for kind in Kind
}


def broken_rules(policy: Policy) -> list[Fault]:
    """Every fault of a policy, rule by rule. No fault depends on the day, so none is asked for."""
    return list(_found(Kind.FAULT, policy, policy.document.taken))


def warnings(policy: Policy, today: date) -> list[Fault]:
    """Everything that a person should think about, as things stand today."""
    return list(_found(Kind.WARNING, policy, today))


def _found(kind: Kind, policy: Policy, today: date) -> Iterator[Fault]:
    for rule in LOOK_AT_POLICIES[kind]:
        for fault in rule.find(policy, today):
            yield replace(fault, rule=rule.name)
