"""Time limits, duties and contacts as texts of the procedure."""

from collections.abc import Iterator
from dataclasses import dataclass

from helper.dates import words
from helper.facts import Contact, Duty
from helper.fixed_words import NOT_STATED, Silent, Start, stated
from helper.limit_words import limit_in_words
from helper.policy import Policy
from helper.time_facts import Timescale
from helper.vocabulary import lower_first, only_if, upper_first

OWN_WORDS = "in the policy’s own words"


@dataclass(frozen=True, kw_only=True)
class Text:
    """A paragraph before it has its number.

    strength: how firmly the policy says it, empty where it only informs. says: the policy's own
    words. limit: the time limit in words. to: the heading of the section that says more.
    """

    text: str
    source: str = ""
    strength: str = ""
    says: str = ""
    limit: str = ""
    link: str = ""
    to: str = ""


def times(policy: Policy, limits: tuple[Timescale, ...] | Silent, silent: str) -> Iterator[Text]:
    """Each time limit; the words in `silent` where there is none."""
    if isinstance(limits, Silent):
        yield Text(text=silent)
        return
    for each in limits:
        yield Text(
            text=f"{_case(each)}{_for(policy, each)}Time for {each.what}{_whose(each)}",
            limit=limit_in_words(each) or OWN_WORDS,
            strength=each.strength.value,
            says=each.says,
            source=each.source,
        )
        yield from _counted(policy, each)
        if each.moves_on is False:
            yield Text(text="Once it has passed you stay at the same stage.", source=each.source)
        if each.or_sooner:
            yield Text(text="Sooner if it is needed", says=each.or_sooner, source=each.source)


def _case(each: Timescale) -> str:
    return f"{upper_first(only_if(each.when))}. " if each.when else ""


def _for(policy: Policy, each: Timescale) -> str:
    names = [priority.name for priority in policy.priorities if priority.id == each.priority]
    return f"Priority “{names[0]}”: " if names else ""


def _whose(each: Timescale) -> str:
    return f", to act: {each.owner}" if each.owner else ""


def _counted(policy: Policy, each: Timescale) -> Iterator[Text]:
    """What a limit counts from; nothing where there is nothing to count."""
    if each.counts_from is not None:
        start = counted_from(policy, each, policy.stage_word)
        text = f"Counted from {start}." if start else "Not stated what it counts from."
        yield Text(text=text, source=each.source)


def counted_from(policy: Policy, each: Timescale, word: str = "stage") -> str:
    """The end of the stage before; both events where the policy names two, empty where it names none.

    word: what to call a stage; policies that are compared are both given the same.
    """
    if each.counts_from is NOT_STATED or each.counts_from is None:
        return ""
    events = {event.id: f"the day {event.name}" for event in policy.events}
    starts = [each.counts_from, *([each.or_from] if each.or_from else [])]
    said = [events[start] if isinstance(start, str) else f"the {_fixed(start, word)}" for start in starts]
    return " or ".join(said)


def _fixed(start: Start, word: str) -> str:
    return start.value.replace("stage", word)


def duties(held: tuple[Duty, ...] | Silent) -> Iterator[Text]:
    """Who does what, and when if not always."""
    for duty in stated(held):
        who = f"If {lower_first(duty.when)}: {lower_first(duty.who)}" if duty.when else duty.who
        yield Text(
            text=f"{who} {duty.does}",
            strength=duty.strength.value,
            says=duty.says or "",
            source=duty.source,
        )


def contacts(policy: Policy, held: tuple[Contact, ...]) -> Iterator[Text]:
    """How to reach each role, for which agency and area, or plainly that it is not published."""
    agencies = {agency.id: agency.name for agency in policy.agencies}
    for contact in held:
        ways = {"phone": contact.phone, "e-mail": contact.email, "hours": contact.hours}
        said = "; ".join(f"{name} {published(way)}" for name, way in ways.items())
        whose = ", ".join(part for part in (agencies.get(contact.agency or ""), contact.area) if part)
        role = f"{contact.role} ({whose})" if whose else contact.role
        yield Text(
            text=f"{role}: {said}. Checked on {words(contact.checked)}.",
            source=contact.source,
            link="" if isinstance(contact.link, Silent) else contact.link,
        )


def published(way: str | Silent) -> str:
    """A number or address, or that there is none."""
    return "not published" if isinstance(way, Silent) else way
