"""A next step in few words, as people sign it: what to do, who, by when, where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from helper.due import Due
from helper.facts import Contact
from helper.fixed_words import Silent, Unit
from helper.narrow import all_stages
from helper.policy import Policy
from helper.situation import NOT_RAISED
from helper.step import NextStep
from helper.vocabulary import lower_first, upper_first

NO_LIMIT = "No limit stated."
NOW = "Now"


@dataclass(frozen=True, kw_only=True)
class Words:
    """A next step in few words."""

    what: str
    who: str
    by_when: str
    source: str


def in_few_words(policy: Policy, step: NextStep) -> Words:
    """What to do, who, by when, and where it stands; empty where the next step does not say it."""
    return Words(
        what=" ".join(_what(step)),
        who=_who(policy, step),
        by_when=_by_when(policy, step),
        source=_source(step),
    )


def _what(step: NextStep) -> Iterator[str]:
    """What to do; before it the decision on which a stage waits that has not begun."""
    parts = step.state.split("-")
    if step.gate and (NOT_RAISED in parts or step.stage not in parts):
        yield f"First: {lower_first(step.gate.who)} decides {_sentence(step.gate.decides)}"
    yield from filter(None, [_sentence(step.card.action or step.card.word)])


def _who(policy: Policy, step: NextStep) -> str:
    if step.kind == "emergency":
        return f"999. {step.card.after}" if step.card.word else ""
    if step.who is None:
        reached = "" if isinstance(step.contacts, Silent) else "; ".join(map(_contact, step.contacts))
        return f"You. Contact: {reached}." if reached else "You."
    if not (step.who.yours and step.who.theirs):
        return ""
    names = {agency.id: agency.name for agency in policy.agencies}
    named = "; ".join(f"{names.get(each.agency, each.agency)}: {each.role}" for each in step.who.by_agency)
    said = f"{upper_first(step.who.yours)}, with {lower_first(step.who.theirs)}."
    return f"{said} By agency: {named}." if named else said


def _contact(contact: Contact) -> str:
    return f"{contact.role} ({contact.area})" if contact.area else contact.role


def _by_when(policy: Policy, step: NextStep) -> str:
    """The limits of a stage or of another route; of the other kinds what stands in their place."""
    limits = " ".join(_whose(policy, step, each) for each in step.due) or NO_LIMIT
    if step.kind == "stage":
        return " ".join(_first(step, limits)) if step.card.day or step.card.word else ""
    stands = {
        "emergency": "At once.",
        "agreed": NO_LIMIT,
        "end": "Now.",
        "procedure": f"Now. {NO_LIMIT}",
        "opted_out": "Not stated here: this policy does not apply.",
    }
    return stands.get(step.kind, limits)


def _first(step: NextStep, limits: str) -> Iterator[str]:
    """That it is to be done now, or whether that is not known, before the limits."""
    if step.card.word == NOW:
        yield "Now."
    if step.state.endswith("-unsure"):
        yield "Find out today whether the time has passed; if you cannot, take it as passed."
    if limits != NO_LIMIT or step.card.word != NOW:
        yield limits


def _whose(policy: Policy, step: NextStep, due: Due) -> str:
    """A limit; one of the stage just left, which one case may still have, with that stage before it."""
    said, own = _limit(policy, due), {each.called for each in all_stages(policy) if each.id == step.stage}
    is_of_another = step.position and not due.shared and due.covers not in own
    return f"{due.covers}: {lower_first(said)}" if is_of_another else said


def _limit(policy: Policy, due: Due) -> str:
    """Limit of 2 working days, counted from the day Step 1 began (“within 2 working days”)."""
    names = {each.id: each.name for each in policy.priorities}
    name = names.get(due.priority, due.priority)
    which = f"{due.covers} together: " if due.shared else ""
    whose = f" To act: {due.owner}." if due.owner else ""
    sooner = f" Sooner if it is needed: “{due.or_sooner}”." if due.or_sooner else ""
    case = f"if {lower_first(due.when)}: " if due.when else ""
    said = f"{f'{name}: ' if name else ''}{case}{which}{_length(due)}"
    return f"{upper_first(said)}{whose}{sooner}"


def _length(due: Due) -> str:
    if due.limit:
        ours = "" if due.start_stated else " (our assumption: the policy does not say)"
        counted = f"{due.kind} of {due.limit}, counted from {due.counts_from}{ours}"
        total = f"; {due.total} in all" if due.total is not None else ""
        return f"{counted}{total} (“{due.says}”)."
    words = "at once" if due.unit is Unit.AT_ONCE else "no date"
    return f"{words} (“{due.says}”)."


def _source(step: NextStep) -> str:
    if step.kind == "emergency" and not step.source:
        return "Not in the policy: 999 is for everybody."
    places = dict.fromkeys(each for each in (step.source, *(due.source for due in step.due)) if each)
    ours = "General advice. The policy’s words: " if places and step.is_advice else ""
    return f"{ours}{'; '.join(places)}"


def _sentence(text: str) -> str:
    return f"{text.removesuffix('.')}." if text else ""
