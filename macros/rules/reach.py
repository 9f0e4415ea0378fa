"""Telephone numbers and e-mail addresses that pages print and link to."""

import re
from collections.abc import Iterator
from datetime import date

from helper.faults import Fault
from helper.policy import Policy
from macros.rules.places import contacts
from macros.rules.rule import Kind, Rule, at
from macros.rules.words import SILENCE

PHONE = re.compile(r"(?=(?:[^0-9]*[0-9]){3})[^@]+")
EMAIL = re.compile(r"[^\s@<>(),;:]+@[^\s@<>(),;:]+")


def _phone(policy: Policy, today: date) -> Iterator[Fault]:
    write = (
        "Write the number as it is published, or not stated. "
        "An e-mail address goes in email, whom to ask for in role."
    )
    yield from _unlike(policy, "phone", PHONE, "telephone number", write)


def _email(policy: Policy, today: date) -> Iterator[Fault]:
    write = (
        "Write one address alone, for example safeguarding@northtown.example, or not stated. "
        "A telephone number goes in phone."
    )
    yield from _unlike(policy, "email", EMAIL, "e-mail address", write)


def _unlike(policy: Policy, field: str, pattern: re.Pattern[str], called: str, write: str) -> Iterator[Fault]:
    for path, contact in contacts(policy):
        way = getattr(contact, field)
        if _is_unlike(pattern, way):
            yield at(path, field, f"is '{way}', which is no {called}", write)


def _is_unlike(pattern: re.Pattern[str], way: object) -> bool:
    """Whether a text is of another form; “not published” and its like have a rule of their own."""
    return isinstance(way, str) and not (pattern.fullmatch(way) or SILENCE.match(way))


REACH = (
    Rule(
        name="phone",
        kind=Kind.FAULT,
        says="A contact’s telephone number has three digits or more and no @. Words may stand beside it.",
        why="Somebody worried about a child would ring what is no number.",
        wrong="phone: duty@northtown.example",
        right="phone: 01632 960140, option 2",
        find=_phone,
    ),
    Rule(
        name="email",
        kind=Kind.FAULT,
        says="A contact’s e-mail address is one address: one @, something on both sides of it, no spaces.",
        why="A message to what is no address reaches nobody, and nobody may notice.",
        wrong="email: 01632 960140",
        right="email: safeguarding@northtown.example",
        find=_email,
    ),
)
