"""Telephone numbers and e-mail addresses that pages print and link to."""

import re
from collections.abc import Iterator
from datetime import date

from helper.faults import Fault, Path
from helper.policy import Policy
from macros.rules.places import contacts
from macros.rules.rule import Kind, Rule, at
from macros.rules.words import SILENCE

PHONE = re.compile(r"(?=(?:[^0-9]*[0-9]){3})[^@]+")
WITH_LETTERS = re.compile(r"\b(?=[OoIl]*[0-9])[0-9]*[OoIl][0-9OoIl]*\b|[0-9]+[A-WYZa-wyz][0-9]+")
EXTENSION = r"(?:\b(?:ext|extn|extension|option|opt|press|pin|code)\b\D{0,12}|x\.? ?)\d+"
HOURS = r"24/7|\(\d{1,2} ?[-–] ?\d{1,2}\)|\b\d{1,2}(?:[:.]\d\d)? ?(?:hours?|hrs?|am|pm)\b"
BESIDE = re.compile(f"{EXTENSION}|{HOURS}", re.IGNORECASE)
INSIDE_ANOTHER = r"(?<![\d+])(?<!\d[ .-])(?<!\d[ .-]\()"
WHOLE = re.compile(INSIDE_ANOTHER + r"\(?(?:\+44|0044|0(?!0))(?:[ .()–‑-]{0,3}\d)*")
BEGINS = re.compile(INSIDE_ANOTHER + r"(?:0|\+\d)")
FROM_ABROAD = re.compile(r"^(?:44|0044)0?")
LENGTHS, NO_NUMBER = (10, 11), 8
SHORT_ONES = ("08001111", "08454647")
GROUP = re.compile(r"(?<![\d+])\d(?:[ .()–‑-]{0,3}\d)*")
WITHOUT_AREA_CODE = re.compile(r"(?!1\d{5}$)[1-9]\d{5,9}")
"""Six digits that begin with 1 are a national number, such as 116 000; shorter ones are too, or a text's."""
BY_TEXT = re.compile(r"\b(?:text|sms|whatsapp)\b", re.IGNORECASE)
EMAIL = re.compile(r"[^\s@<>(),;:]+@[^\s@<>(),;:]+")


def _phone(policy: Policy, today: date) -> Iterator[Fault]:
    write = (
        "Write the number as it is published, or not stated. "
        "An e-mail address goes in email, whom to ask for in role."
    )
    yield from _unlike(policy, "phone", PHONE, "telephone number", write)
    for path, phone in _phones(policy):
        if found := WITH_LETTERS.search(phone):
            write = "Look at the number in the policy once more, and write digits: 0 for O, 1 for I or l."
            yield at(path, "phone", f"is '{phone}', with a letter in “{found[0]}”", write)
        else:
            yield from _lengths(path, phone, range(NO_NUMBER))


def _phone_length(policy: Policy, today: date) -> Iterator[Fault]:
    for path, phone in _phones(policy):
        yield from _lengths(path, phone, range(NO_NUMBER, 100))


def _lengths(path: Path, phone: str, lengths: range) -> Iterator[Fault]:
    """A number of such a length that begins with 0, where no number has that length."""
    for number in _whole_numbers(phone):
        if len(number) in lengths and len(number) not in LENGTHS and number not in SHORT_ONES:
            write = (
                "Write the whole number, with the area code, as it is published; write “or” between two, "
                "and “ext” before an extension."
            )
            found = f"is '{phone}': a number that begins with 0 has 10 or 11 digits, not {len(number)}"
            yield at(path, "phone", found, write)


def _whole_numbers(phone: str) -> Iterator[str]:
    """The digits of each number that begins with 0 or +44, and 0 in place of that."""
    for found in WHOLE.finditer(BESIDE.sub(";", phone)):
        yield FROM_ABROAD.sub("0", re.sub(r"\D", "", found[0]))


def _area_code(policy: Policy, today: date) -> Iterator[Fault]:
    for path, phone in _phones(policy):
        numbers = [re.sub(r"\D", "", found) for found in GROUP.findall(BESIDE.sub(";", phone))]
        local = any(map(WITHOUT_AREA_CODE.fullmatch, numbers)) and not BY_TEXT.search(phone)
        if local and not _has_whole_number(phone) and not WITH_LETTERS.search(phone):
            write = (
                "Write the whole number, which begins with 0: from elsewhere, or a mobile, it rings nobody."
            )
            yield at(path, "phone", f"is '{phone}', which has no area code", write)


def _has_whole_number(phone: str) -> bool:
    """Whether an area code stands there, which a number beside it may share: 01632 960999 / 960998."""
    return bool(BEGINS.search(BESIDE.sub(";", phone)))


def _phones(policy: Policy) -> Iterator[tuple[Path, str]]:
    return ((path, each.phone) for path, each in contacts(policy) if isinstance(each.phone, str))


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
        says=(
            "A contact’s telephone number has three digits or more, no letter among them, and no @. If it "
            f"begins with 0, it has {NO_NUMBER} or more. Words and an extension may stand beside it."
        ),
        why="Somebody worried about a child would ring what is no number.",
        wrong="phone: duty@northtown.example",
        right="phone: 01632 960140, option 2",
        find=_phone,
    ),
    Rule(
        name="phone-length",
        kind=Kind.WARNING,
        says="A number that begins with 0 has 10 or 11 digits. Short numbers such as 101 begin otherwise.",
        why="A digit is soon lost or typed twice, and the page would print the number and link to it.",
        wrong="phone: 01632 9603011",
        right="phone: 01632 960301 (24 hours)",
        find=_phone_length,
    ),
    Rule(
        name="phone-area-code",
        kind=Kind.WARNING,
        says="A telephone number has its area code. National numbers such as 999, 101 and 116 000 have none.",
        why="Most people ring from a mobile, and from there a number without its area code reaches nobody.",
        wrong="phone: 9601 4055",
        right="phone: 020 9601 4055",
        find=_area_code,
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
