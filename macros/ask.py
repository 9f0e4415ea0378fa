"""`guide ask`: the helper's question or next step, as JSON or as plain text."""

import json
from collections.abc import Iterator
from datetime import date

from helper.decide import Question, decide
from helper.facts import Duty
from helper.fixed_words import Side
from helper.narrow import role_in_words
from helper.plain import to_plain
from helper.policy import Policy
from helper.step import NextStep, Who
from helper.take_away import limit
from helper.timeline import Entry
from helper.vocabulary import lower_first, upper_first
from macros.limits import if_longer_of
from macros.proof.scenarios import unasked


class AskError(ValueError):
    """An answer that was not written as id=value."""


def not_asked(policy: Policy, pairs: list[str], today: date) -> str:
    """That some of these answers were to questions which do not come up, or not yet; empty if none was."""
    answers = dict(_pair(each) for each in pairs)
    shown = decide(policy, answers, today)
    left = ", ".join(f"{id_}={answers[id_]}" for id_ in unasked(shown, answers))
    said = "Not asked so far" if isinstance(shown, Question) else "Not asked here, so without effect"
    return f"{said}: {left}." if left else ""


def ask(policy: Policy, pairs: list[str], today: date, *, as_json: bool) -> str:
    """What the helper says to these answers, each written id=value."""
    shown = decide(policy, dict(_pair(each) for each in pairs), today)
    if as_json:
        return json.dumps(to_plain(shown), ensure_ascii=False, indent=2)
    lines = _question(shown) if isinstance(shown, Question) else _next_step(shown, policy)
    return "\n".join(lines)


def _pair(text: str) -> tuple[str, str]:
    id_, equals, value = text.partition("=")
    if not equals:
        raise AskError(f"'{text}' is no answer. Write the question's id, = and the answer: stage=not_raised.")
    return id_, value


def _question(question: Question) -> Iterator[str]:
    yield question.text
    yield f"  {question.why}"
    if question.kind == "date":
        yield f"  {question.id}=2026-11-27  (any day: today, yesterday, 27 11 2026)"
    for option in question.options:
        yield f"  {question.id}={option.value}  {option.text}"


def _next_step(step: NextStep, policy: Policy) -> Iterator[str]:
    card, longer = step.card, if_longer_of(policy)
    yield "In immediate danger, call 999."
    yield card.where
    yield "  ".join(part for part in (card.action, limit(card)) if part)
    yield from ([card.after] if card.after else [])
    yield from (f"{row.term}: {row.text}" for row in card.rows)
    yield from step.urgent.do if step.urgent else ()
    yield from _sides(step.who, policy) if step.who else ()
    yield from _counting(step)
    yield from (f"- {point.text}" for point in step.do)
    yield from (f"Record: {_who(duty)} {duty.does}" for duty in step.record)
    yield from (f"Tell: {duty.who} {duty.does}" for duty in step.tell)
    yield from (f"{longer}: {duty.who} {duty.does}" for duty in step.if_longer)
    yield from (f"Always: {_who(duty)} {duty.does}" for duty in step.always)
    yield from (f"Afterwards: {_who(duty)} {duty.does}" for duty in step.after)
    yield from (point.text for point in (step.status_quo, step.cross_border) if point)
    if step.if_not_agreed:
        after, day = step.if_not_agreed, step.if_not_agreed.last_day_in_words
        yield f"If it is not agreed: {after.text}{f' {after.before} {day.words}.' if day else ''}"
    yield from ([f"If nobody answers: {step.if_no_answer}"] if step.if_no_answer else [])
    yield from map(_rung, step.timeline)
    yield from (each.text for each in step.assumptions)
    yield from ([f"Out of hours: {step.out_of_hours}"] if step.out_of_hours else [])
    yield _source(step)


def _sides(who: Who, policy: Policy) -> Iterator[str]:
    """Who acts on each side; where an agency is not known, in each that the policy names."""
    names = {agency.id: agency.name for agency in policy.agencies}
    for side, named, role in ((Side.YOURS, "Your", who.yours), (Side.THEIRS, "Their", who.theirs)):
        yield f"{named} side: {upper_first(role)}"
        yield from (
            f"  {names[each.agency]}: {role_in_words(each)}" for each in who.by_agency if each.side is side
        )


def _source(step: NextStep) -> str:
    """Where it stands; what is advised after a stage is ours, and the stage alone is the policy's."""
    if step.is_advice:
        return f"General advice. The policy’s words: {step.source}"
    return f"Source: {step.source or 'general advice'}"


def _who(duty: Duty) -> str:
    return f"If {lower_first(duty.when)}: {lower_first(duty.who)}" if duty.when else duty.who


def _rung(entry: Entry) -> str:
    """Step 2: Manager to manager, by Thu 24 Dec 2026 (You are here)"""
    day = entry.last_day_in_words
    when = " ".join([entry.by, day.short, *([entry.clock] if entry.clock else [])]) if day else entry.limit
    titled = ", ".join(part for part in (entry.title, when) if part)
    return f"{titled} ({entry.said})" if entry.said else titled


def _counting(step: NextStep) -> Iterator[str]:
    for due in step.due:
        if due.reading:
            yield f"Counted for “{due.says}”:"
            for day in due.reading.counting:
                yield f"  {day.in_words.short}  {day.said}{f': {day.why}' if day.why else ''}"
            for other in due.other_readings:
                end = f"{other.by} {other.last_day_in_words.words}"
                yield f"  Counted as {other.limit} from {other.counted_from}: {end}."
