"""Contacts as pages print them: for which stage, whose, and every way that is published."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helper.facts import Contact
from helper.fixed_words import NOT_STATED, Silent, stated
from helper.narrow import all_stages
from helper.policy import Policy
from helper.vocabulary import title

PHONE = re.compile(r"\+?[0-9][0-9 ()-]{2,24}")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way to reach somebody. href: its address as a link, empty where it cannot be one."""

    term: str
    text: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """One contact. whose: the agency and area that it is for. silent: the ways that are not published."""

    role: str
    whose: str
    ways: tuple[Way, ...]
    hours: str
    silent: str
    checked: date
    source: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """The contacts of a stage, or of the whole policy; none where they are not published."""

    name: str
    lines: tuple[Line, ...]


def contact_groups(policy: Policy) -> tuple[Group, ...]:
    """For the whole policy, then stage by stage; the stages without any come together at the end."""
    whole = [("For the whole policy", policy.contacts)]
    places = [*whole, *((title(stage), stage.contacts) for stage in all_stages(policy))]
    found = [Group(name=name, lines=lines(policy, some)) for name, some in places if some is not NOT_STATED]
    silent = [stage.short_title for stage in all_stages(policy) if stage.contacts is NOT_STATED]
    return (*found, *([Group(name="; ".join(silent), lines=())] if silent else []))


def lines(policy: Policy, held: tuple[Contact, ...] | Silent) -> tuple[Line, ...]:
    """The contacts of one place."""
    return tuple(line(policy, each) for each in stated(held))


def line(policy: Policy, contact: Contact) -> Line:
    """One contact with every way that is published."""
    agencies = {agency.id: agency.name for agency in policy.agencies}
    published = tuple(_ways(contact))
    asked = {
        "phone": contact.phone,
        "e-mail": contact.email,
        "web page": contact.link,
        "hours": contact.hours,
    }
    return Line(
        role=contact.role,
        whose=", ".join(part for part in (agencies.get(contact.agency or ""), contact.area) if part),
        ways=published,
        hours="" if isinstance(contact.hours, Silent) else contact.hours,
        silent=", ".join(name for name, value in asked.items() if isinstance(value, Silent)),
        checked=contact.checked,
        source=contact.source,
    )


def _ways(contact: Contact) -> Iterator[Way]:
    if not isinstance(contact.phone, Silent):
        yield Way(term="Phone", text=contact.phone, href=_if(PHONE, "tel:", contact.phone))
    if not isinstance(contact.email, Silent):
        yield Way(term="E-mail", text=contact.email, href=_if(EMAIL, "mailto:", contact.email))
    if not isinstance(contact.link, Silent):
        web = contact.link.startswith(("https://", "http://"))
        yield Way(term="Web page", text=contact.link, href=contact.link if web else "")


def _if(pattern: re.Pattern[str], scheme: str, text: str) -> str:
    """The address of a number or mailbox; empty for other words, such as an extension to ask for."""
    plain = re.sub(r"[ ()-]", "", text) if scheme == "tel:" else text
    return f"{scheme}{plain}" if pattern.fullmatch(text) else ""
