"""Each contact of a policy once, with what it is for."""

from collections.abc import Iterator
from dataclasses import dataclass

from helper.facts import Contact
from helper.fixed_words import stated
from helper.narrow import all_stages, slug
from helper.policy import Policy
from helper.vocabulary import title
from macros.contacts import Line, line

Place = tuple[str, tuple[Contact, ...]]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One contact. id: how its link ends. uses: the stages and routes that name it, in their order."""

    id: str
    contact: Contact
    line: Line
    uses: tuple[str, ...]


def entries(policy: Policy) -> tuple[Entry, ...]:
    """Every contact, in the order of the file; one that stands at two stages is one entry."""
    uses: dict[Contact, list[str]] = {}
    for use, contacts in _places(policy):
        for contact in contacts:
            uses.setdefault(contact, []).append(use)
    ids = _ids(list(uses))
    return tuple(
        Entry(id=id_, contact=each, line=line(policy, each), uses=tuple(dict.fromkeys(uses[each])))
        for id_, each in zip(ids, uses, strict=True)
    )


def every_stage(policy: Policy) -> str:
    """What a contact of no single stage is for."""
    return f"Every {policy.stage_word}"


def _places(policy: Policy) -> Iterator[Place]:
    """Where contacts stand: the whole policy, each stage, each other route."""
    yield every_stage(policy), stated(policy.contacts)
    for stage in all_stages(policy):
        yield title(stage), stated(stage.contacts)
    for route in stated(policy.other_routes):
        yield route.name, route.contacts


def _ids(contacts: list[Contact]) -> Iterator[str]:
    """contact-health-team; the second of the same name has its number."""
    names = [f"contact-{slug(each.role).replace('_', '-')}" for each in contacts]
    for number, name in enumerate(names):
        before = names[:number].count(name)
        yield f"{name}-{before + 1}" if before else name
