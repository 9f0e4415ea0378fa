"""Time limits, duties and contacts as texts of the procedure."""

from collections.abc import Iterator
from dataclasses import dataclass

from helper.dates import words
from helper.policy import NOT_STATED, Contact, Duty, Silent, Stage, Timescale
from helper.timescale import limit_in_words


@dataclass(frozen=True, kw_only=True)
class Text:
    """A paragraph before it has its number.

    strength: how firmly the policy says it, empty where it only informs. says: the policy's own
    words. limit: the time limit in words.
    """

    text: str
    source: str = ""
    strength: str = ""
    says: str = ""
    limit: str = ""
    link: str = ""


def times(stated: tuple[Timescale, ...] | Silent, silent: str) -> Iterator[Text]:
    """Each time limit; the words in `silent` where there is none."""
    if isinstance(stated, Silent):
        yield Text(text=silent)
        return
    for each in stated:
        yield Text(
            text=f"Time for {each.what}",
            limit=limit_in_words(each) or "in the policy’s own words",
            strength=each.strength.value,
            says=each.says,
            source=each.source,
        )
        if each.or_sooner:
            yield Text(text="Sooner if it is needed", says=each.or_sooner, source=each.source)


def duties(stated: tuple[Duty, ...] | Silent) -> Iterator[Text]:
    """Who does what, and when if not always."""
    for duty in () if isinstance(stated, Silent) else stated:
        when = f"{duty.when}: " if duty.when else ""
        yield Text(
            text=f"{when}{duty.who} {duty.does}",
            strength=duty.strength.value,
            says=duty.says or "",
            source=duty.source,
        )


def contacts(stage: Stage) -> Iterator[Text]:
    """How to reach each role, or plainly that it is not published."""
    if stage.contacts is NOT_STATED:
        yield Text(text="Contacts: not published in the policy.")
        return
    for contact in stage.contacts:
        yield _contact(contact)


def _contact(contact: Contact) -> Text:
    ways = {"phone": contact.phone, "e-mail": contact.email, "hours": contact.hours}
    said = (f"{name} {'not published' if isinstance(way, Silent) else way}" for name, way in ways.items())
    return Text(
        text=f"{contact.role}: {'; '.join(said)}. Checked on {words(contact.checked)}.",
        source=contact.source,
        link="" if isinstance(contact.link, Silent) else contact.link,
    )
