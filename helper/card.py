"""The action card: the next step as one sentence with its date, the loudest words on the page."""

from dataclasses import dataclass
from datetime import date

from helper.dates import DayInWords, words
from helper.place import Place
from helper.policy import NOT_STATED, Policy, Power, Stage, Unit, covers
from helper.questions import child
from helper.timescale import Due
from helper.working_days import WorkingDays


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line below the date: a term and what it says."""

    term: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """The action card in reading order.

    urgency: the level in words, for hidden text. where: where you are, or which limit has passed.
    before: words before the date. day: the date, absent where `word` stands in its place ("Today",
    "Now", "2 working days"). after: what is open about the date. rows: how, contact, other dates.
    """

    urgency: str
    where: str
    action: str
    before: str = ""
    day: DayInWords | None = None
    word: str = ""
    after: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Time:
    """The loud part of the card and the words around it."""

    urgency: str
    before: str = ""
    day: DayInWords | None = None
    word: str = ""
    after: str = ""


def emergency_card(person: str) -> Card:
    """Call 999 first; nothing to read after it."""
    return Card(
        urgency="Emergency",
        where=f"A {person} in immediate danger",
        action="",
        word="Call 999",
        after="Then tell the designated safeguarding lead in your agency.",
    )


def agreed_card(place: Place) -> Card:
    """After agreement, or the decision of a last stage that decides: write it down."""
    where = f"{place.left.label} in {place.policy.name}"
    if decides(place.left):
        return Card(
            urgency="No time limit",
            where=f"{where} has decided",
            action="Put the decision in writing, with who does what by when",
            after="If the decision is not kept, or you are worried again, start again at once.",
        )
    return Card(
        urgency="No time limit",
        where=f"{where} ended in agreement",
        action="Put what you agreed in writing, with who does what by when",
        after="If the plan is not kept, or you are worried again, start again at once.",
    )


def end_card(place: Place) -> Card:
    """After the last stage: still a person to tell."""
    policy, stage = place.policy, place.stage
    unsafe = decides(stage) and place.now.result == "not_agreed"
    what = f"you still think the {child(policy)} is not safe" if unsafe else "it is not settled"
    ending = f" {stage.ends.does}" if stage.ends else ""
    last = f"{stage.label} was the last {policy.stage_word} in {policy.name}"
    return Card(
        urgency="Do this now",
        where=passed_line(place.passed) or last,
        action=f"Tell your line manager and your designated safeguarding lead that {what}",
        word="Now",
        after=f"The policy names no {policy.stage_word} after {stage.label}.{ending}",
        rows=tuple(map(_date_row, place.open)),
    )


def stage_card(place: Place) -> Card:
    """The card of a stage to act in."""
    label, urgent = place.stage.label, place.moved_on or bool(place.passed)
    action = f"Move to {label}. {place.stage.action}" if place.moved_on else place.stage.action
    time = Time(urgency="Do this now", word="Now") if urgent else _time(place)
    return Card(
        urgency=time.urgency,
        where=_where(place),
        action=action,
        before=time.before,
        day=time.day,
        word=time.word,
        after=" ".join(part for part in (time.after, _start_now(place), _unsure(place)) if part),
        rows=_rows(place, urgent=urgent),
    )


def decides(stage: Stage) -> bool:
    """Whether this is a last stage that decides."""
    return stage.ends is not None and stage.ends.power is Power.DECIDES


def _where(place: Place) -> str:
    if place.now.said_passed:
        return f"The time limit for {place.left.label} has passed"
    return passed_line(place.passed) or f"Your next step in {place.policy.name}: {position(place)}"


def _unsure(place: Place) -> str:
    """What to do where nobody knows whether the limit has passed: the safer of the two."""
    if place.now.said_passed is not None:
        return ""
    last = place.here + 1 == len(place.rungs)
    then = (
        "tell your designated safeguarding lead"
        if last
        else f"go to {place.policy.stages[place.here + 1].label}"
    )
    return f"Find out today whether this time has passed. If you cannot, take it as passed: {then}."


def _rows(place: Place, *, urgent: bool) -> tuple[Row, ...]:
    dues = (*place.overdue, *place.open) if urgent else place.open[1:] or _undated_rest(place)
    optional = {"Out of hours": _closed(place), "How": how_in_words(place.policy, place.stage)}
    rows = (Row(term=term, text=text) for term, text in optional.items() if text)
    shown = (each for each in dues if each not in place.passed)
    return (*map(_date_row, shown), *rows, contact_row(place.stage))


def _undated_rest(place: Place) -> tuple[Due, ...]:
    """The other limits of the stage where no day is known."""
    dues = [each for each in place.rungs[place.here].dues if each.limit]
    return () if place.open else tuple(dues[1:])


def _start_now(place: Place) -> str:
    """That the policy wants it begun at once, beside a limit by which it has to be done."""
    own = place.rungs[place.here].own
    says = [each.says for each in own if each.unit is Unit.AT_ONCE]
    if says:
        return f"Start now: the policy says “{says[0]}”."
    return "Start today." if place.open and not place.passed else ""


def passed_line(passed: tuple[Due, ...]) -> str:
    """The limit for Step 2 has passed: Thursday 24 December 2026"""
    if not passed or not passed[-1].last_day:
        return ""
    last = passed[-1]
    return f"The {last.kind} for {last.covers} has passed: {words(passed[-1].last_day)}"


def position(place: Place) -> str:
    """Step 2 of 4; a label without its number gets it beside it."""
    label, number, of = place.stage.label, place.here + 1, len(place.rungs)
    return f"{label} of {of}" if label.endswith(str(number)) else f"{label}, {number} of {of}"


def how_in_words(policy: Policy, stage: Stage) -> str:
    """The channel rule as the policy has it for this stage; empty where it states none."""
    channel = policy.channel
    if channel is NOT_STATED or not covers(channel.stages, stage):
        return ""
    return channel.use if channel.avoid is NOT_STATED else f"{channel.use} {channel.avoid}"


def contact_row(stage: Stage) -> Row:
    """How to reach the other side, or plainly that nothing is published and whom to ask."""
    if stage.contacts is NOT_STATED:
        ask = "Ask your designated safeguarding lead, or the other agency’s switchboard, how to reach"
        return Row(term="Contact", text=f"The policy publishes no number. {ask} {stage.theirs}.")
    ways = (f"{each.role}: {_ways(each.phone, each.email)}" for each in stage.contacts)
    return Row(term="Contact", text="; ".join(ways))


def _closed(place: Place) -> str:
    """That offices are closed today, and why; empty on a working day."""
    today, division = place.today, place.policy.division
    why = WorkingDays.of(division).why_not(today) if today else ""
    if not why:
        return ""
    reason = "" if why == "Weekend" else f" ({why})"
    return f"Today is not a working day{reason}. See “Out of hours” below if it cannot wait."


def _ways(*ways: object) -> str:
    return ", ".join(str(way) for way in ways if way is not NOT_STATED) or "not published"


def _time(place: Place) -> Time:
    """The date, or what stands in its place."""
    rung = place.rungs[place.here]
    if place.open:
        return _dated(place.open[0], place.today)
    counted = [each for each in rung.dues if each.limit]
    if counted:
        return _undated(counted[0], place.policy)
    if any(each.unit is Unit.AT_ONCE for each in rung.own):
        return Time(urgency="Do this now", word="Now")
    if rung.own:
        said = f"The policy says “{rung.own[0].says}”, which gives no date."
        return Time(
            urgency="No date", word="No date", after=f"{said} Agree one between you and write it down."
        )
    return Time(
        urgency="No time limit",
        word="No time limit stated",
        after="This policy gives no time limit here. Agree a date between you and write it down.",
    )


def _undated(due: Due, policy: Policy) -> Time:
    if due.unit is Unit.SAME_WORKING_DAY:
        after = f"That is {due.counts_from}, before your offices close. The policy gives no clock time."
        return Time(urgency="By a date", before="on", word=due.limit, after=after)
    first = 1 if policy.start_day_counts is True else 0
    after = " ".join([f"Counted from {due.counts_from}, which is day {first}.", *_sooner(due)])
    return Time(urgency="By a date", before="within", word=due.limit, after=after)


def _sooner(due: Due) -> list[str]:
    """The other limb of "whichever is sooner", which only judgement can date."""
    return [f"Sooner if it is needed: the policy says “{due.or_sooner}”."] if due.or_sooner else []


def _dated(due: Due, today: date | None) -> Time:
    assert due.last_day_in_words is not None
    if due.unit is not Unit.SAME_WORKING_DAY:
        before = "at the very latest by the end of" if due.or_sooner else "by the end of"
        start = "That is today, the" if due.last_day == today else "That is the"
        after = " ".join([f"{start} last day for {due.what}.", *_sooner(due)])
        return Time(urgency="By a date", before=before, day=due.last_day_in_words, after=after)
    hour = "before your offices close. The policy gives no clock time."
    if due.last_day == today:
        return Time(urgency="Do this today", word="Today", after=f"{due.last_day_in_words.words}, {hour}")
    return Time(
        urgency="By a date", before="on", day=due.last_day_in_words, after=f"The next working day, {hour}"
    )


def _date_row(each: Due) -> Row:
    term = "At the very latest" if each.shared else f"{each.covers} {each.kind}"
    day = words(each.last_day) if each.last_day else each.limit[0].upper() + each.limit[1:]
    said = f"The policy says “{each.says}”" + (f", for {each.covers}." if each.shared else ".")
    return Row(term=term, text=f"It passed on {day}. {said}" if each.passed else f"{day}. {said}")
