"""Short forms that a reader may not know, and the few that this site explains itself."""

import re
from collections.abc import Iterator
from datetime import date

from helper.faults import Fault
from helper.policy import Policy
from macros.glossary import SHORT_FORMS as GLOSSARY
from macros.rules.rule import Kind, Rule
from macros.rules.texts import Texts, all_texts, our_texts

IN_CAPITALS = (
    "LSCB ALL AND AT BE BY DO FOR GOV II III IN IS IT IV MUST NO NOT NOW OF ON ONLY OR PDF THE TO VI"
)
NO_SHORT_FORMS = frozenset(IN_CAPITALS.split())
NO_WORD = ("/", ".", "@")
MEANS = re.compile(r"s? (?:is|are|means?|stands? for|\()")
CLOSED = re.compile(r"s?\)")
CAPITALS = re.compile(r"[A-Z][A-Z][A-Z]{0,4}(?=s?\b)")


def _short_form(policy: Policy, today: date) -> Iterator[Fault]:
    ours, whole = our_texts(policy), all_texts(policy)
    known = {*GLOSSARY, *NO_SHORT_FORMS, policy.partnership.short}
    for match in CAPITALS.finditer(ours.joined):
        form, before = match[0], ours.joined[match.start() - 1 : match.start()]
        if form in known or before.isalnum() or before in NO_WORD:
            continue
        known.add(form)
        if not _explained(form, whole):
            write = f"Write it in full, or explain it once in the file: “{form} is …” or “… ({form})”."
            found = f"has the short form {form} without its meaning"
            yield Fault(path=ours.path(match.start()), found=found, write=write)


def _explained(form: str, whole: Texts) -> bool:
    """Whether "X is", "X means", "X stands for", "(X)" or "X (in full)" stands anywhere in the file."""
    text, length = whole.joined, len(form)
    return any(
        MEANS.match(text, start + length) or (text[start - 1] == "(" and CLOSED.match(text, start + length))
        for start in whole.starts_of(form)
    )


SHORT_FORMS = (
    Rule(
        name="short-form",
        kind=Kind.WARNING,
        says="A short form in capitals is explained somewhere in the file, or is one of those below.",
        why="Readers come from every agency, often for the first time and in a hurry.",
        wrong="text: Tell the CYPSM first.",
        right="text: Tell the children’s services manager first.",
        find=_short_form,
    ),
)
