"""How to talk: the ways not to use have to be told from those to use."""

import re
from collections.abc import Iterator
from datetime import date

from helper.faults import Fault
from helper.policy import Policy
from macros.rules.places import placed
from macros.rules.rule import Kind, Rule, at

BEGINS = r"(?:please )?(?:do not|don[’']t|never|not|avoid|no)\b"
SETS_APART = r"\b(?:that|which|who|where|when|if|unless|because|as)\b"
VERBS = "do|does|is|are|must|should|shall|may|can|will"
DENIED = rf"\b(?:(?:{VERBS}) not|cannot|\w+n[’']t|never|avoided|discouraged)\b"
SAID_NOT = re.compile(rf"{BEGINS}|(?:(?!{SETS_APART}).)*{DENIED}", re.IGNORECASE)


def _avoid(policy: Policy, today: date) -> Iterator[Fault]:
    for path, channel in placed(("channels",), policy.channels):
        if isinstance(channel.avoid, str) and not SAID_NOT.match(channel.avoid):
            write = (
                "Pages print it behind the ways to use, so it would read as one of them. Say that it is not "
                "to be done: “Do not use e-mail alone.”"
            )
            yield at(path, "avoid", f"is '{channel.avoid}'", write)


CHANNELS = (
    Rule(
        name="avoid",
        kind=Kind.FAULT,
        says="The ways not to use are a sentence that says by itself that they are not to be used.",
        why="“By phone. By e-mail alone.” tells people to send the e-mail that the policy warns of.",
        wrong="use: By phone or face to face.\navoid: By e-mail alone.",
        right="use: By phone or face to face.\navoid: Do not use e-mail alone.",
        find=_avoid,
    ),
)
