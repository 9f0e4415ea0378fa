"""What a practitioner takes along: what the helper can write into a record, and a summary to send."""

from dataclasses import dataclass

from helper.asking import Answered
from helper.assumptions import starts_today
from helper.card import Card
from helper.card_rows import limit_rows, still_open_rows
from helper.card_time import TODAY, counted_in_words
from helper.dates import words
from helper.due import Due
from helper.facts import Form
from helper.fixed_words import Fact, Silent
from helper.follow import Follow
from helper.narrow import NOT_KNOWN
from helper.place import Place
from helper.policy import Policy
from helper.stage import Stage
from helper.vocabulary import lead, listed, lower_first, teller, title, upper_first

NOT_WRITTEN = ("immediate_danger", "route")


@dataclass(frozen=True, kw_only=True)
class EscalationRecord:
    """A record to fill in.

    forms: ids of the policy's forms whose fields it has; none where the fields are ours. note: whose
    fields they are. known: what the helper can write into it, by the fixed word of a Fact.
    """

    forms: tuple[str, ...]
    note: str
    known: dict[str, str]


def escalation_record(
    place: Place, card: Card, forms: tuple[Form, ...], after: Follow | None, answers: tuple[Answered, ...]
) -> EscalationRecord:
    """The record of a stage, of its end, or of an agreement."""
    stage = place.left if place.now.result == "agreed" else place.stage
    known = {
        Fact.POLICY: _source(place.policy),
        Fact.STAGE: title(stage),
        Fact.YOURS: upper_first(stage.yours),
        Fact.THEIRS: upper_first(stage.theirs),
        Fact.LIMIT: upper_first(_by(place, card)),
        Fact.NEXT: _next(after),
        Fact.ANSWERS: "\n".join(f"{each.name}: {each.text}" for each in answers if _worth_it(each)),
        **_answered(answers),
    }
    return EscalationRecord(
        forms=tuple(form.id for form in forms if form.fields),
        note=_note(place.policy, forms),
        known={fact.value: text for fact, text in known.items() if text},
    )


def stage_summary(place: Place, card: Card, after: Follow | None, link: str) -> str:
    """Where it stands and what is asked by when; no names, nothing about the case."""
    after_it = f"If it is not agreed: {_next(after)}" if after else ""
    stands = [_position(place, place.stage), _for_today(place), _passed(place, card)]
    return summary(place.policy, [*stands, _asked(card), *_limits(place, card), after_it], link)


def end_summary(place: Place, card: Card, link: str) -> str:
    """The same where no stage is left."""
    return summary(place.policy, [card.where, *_still_open(place), f"Next step: {card.action}."], link)


def card_summary(policy: Policy, card: Card, link: str, leads_to: str = "") -> str:
    """The same where there is no stage to act in. leads_to: where the next step is, if not in the policy."""
    where = f"Where: {leads_to}" if leads_to not in ("", link) else ""
    return summary(policy, [card.where, f"Next step: {card.action}.", where], link)


def summary(policy: Policy, lines: list[str], link: str) -> str:
    """Lines under the policy's name, closed by its source."""
    nowhere = f"The source gives no address: ask your {lead(policy)} for the current policy."
    source = [f"Policy: {_source(policy)}", link or nowhere]
    head = f"Safeguarding escalation under the policy of {policy.name}"
    return "\n".join([head, *(line for line in lines if line), *source])


def when(card: Card) -> str:
    """By the end of Thursday 24 December 2026; or what stands in its place: by the end of today."""
    word = lower_first(card.word) if card.before else card.word
    return " ".join(part for part in (card.before, card.day.words if card.day else word) if part)


def _by(place: Place, card: Card) -> str:
    """The same for a record that is read later: the day in place of "Today", and what it rests on."""
    if place.today is None or not (card.day or card.word == TODAY):
        return ". ".join(part for part in (when(card), _counted(place, card), _passed(place, card)) if part)
    by = when(card) if card.day else f"{_before_day(place.open[0], card)} {words(place.today)}"
    rests = "" if place.now.is_raised else f", if it is raised on {words(place.today)}"
    return f"{by}{rests}{'. It may be earlier' if place.loud and place.loud.unchecked else ''}"


def _counted(place: Place, card: Card) -> str:
    """What a limit in words counts from; empty where it is none."""
    in_words = place.loud and place.loud.limit and card.before and card.word
    return counted_in_words(place.loud, place.now).removesuffix(".") if in_words and place.loud else ""


def _passed(place: Place, card: Card) -> str:
    """Which limit has passed, and when; empty where none has."""
    return card.where if place.passed or place.now.said_passed else ""


def _before_day(loud: Due, card: Card) -> str:
    """The words of the card before "Today", as they stand before a day: by 12:00 on."""
    before = f"{card.before} on" if loud.by.endswith(" on") else card.before
    return before if card.before else loud.by


def limit(card: Card) -> str:
    """What has to be done, and by when; empty where the card names neither."""
    return upper_first(f"{card.what} {when(card)}".strip())


def _position(place: Place, stage: Stage) -> str:
    said = f"{title(stage)} ({place.here + 1} of {len(place.rungs)})"
    first = place.now.reached is None and place.now.answered_stage
    return f"Where it stands: not raised yet. It begins with {said}" if first else f"Where it stands: {said}"


def _for_today(place: Place) -> str:
    """That the dates are for raising it today, where there are any."""
    return starts_today(place.now, place.today) if any(each.limit for each in place.dues) else ""


def _limits(place: Place, card: Card) -> list[str]:
    """Every limit but the one that the next step has."""
    return [f"{row.term}: {row.text}" for row in limit_rows(place, urgent=card.word == "Now")]


def _still_open(place: Place) -> list[str]:
    """The limits of one case that may not have passed."""
    return [f"{row.term}: {row.text}" for row in still_open_rows(place)]


def _source(policy: Policy) -> str:
    """The document and whose it is; its title may say that already."""
    title_, owner = policy.document.title, policy.partnership.name
    return title_ if owner in title_ else f"{title_}, {owner}"


def _asked(card: Card) -> str:
    """The step, what has to be done by which day, and what is open about it."""
    return " ".join(part for part in (f"Next step: {card.action}.", f"{limit(card)}.", card.after) if part)


def _next(after: Follow | None) -> str:
    if after is None:
        return ""
    if after.last_day_in_words is None:
        return after.text
    return f"{after.label}. {after.before} {after.last_day_in_words.words}."


def _worth_it(answered: Answered) -> bool:
    return answered.id not in NOT_WRITTEN and answered.value != NOT_KNOWN


def _answered(answers: tuple[Answered, ...]) -> dict[Fact, str]:
    """The answers that are facts of their own."""
    asked = {
        "area": Fact.AREA,
        "agency": Fact.AGENCY,
        "other_agency": Fact.OTHER_AGENCY,
        "raised_on": Fact.RAISED,
    }
    return {asked[each.id]: each.text for each in answers if each.id in asked and each.value != NOT_KNOWN}


def _note(policy: Policy, forms: tuple[Form, ...]) -> str:
    """Whose fields the record has."""
    named = [f"{form.name} ({form.label})" for form in forms if form.fields]
    if named:
        return f"These are the fields of the policy’s own form: {listed(named)}."
    if forms:
        names = listed([f"{form.name} ({form.label})" for form in forms])
        return f"The policy names a form, {names}, but our source has no fields of it. These fields are ours."
    if isinstance(policy.forms, Silent):
        return f"{teller(policy)} publishes no form fields. These are ours."
    return f"The policy names no form for this {policy.stage_word}. These fields are ours."
