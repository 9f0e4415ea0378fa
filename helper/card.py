"""The action card: the next step as one sentence with its date, the loudest words on the page."""

from dataclasses import dataclass
from datetime import date

from helper.dates import DayInWords, words
from helper.place import Place
from helper.policy import NOT_STATED, Policy, Stage, Unit, covers
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


def agreed_card(policy: Policy, stage: Stage) -> Card:
    """After agreement: write it down."""
    return Card(
        urgency="No time limit",
        where=f"{stage.label} in {policy.name} ended in agreement",
        action="Put what you agreed in writing, with who does what by when",
        after="If the plan is not kept, or you are worried again, start again at once.",
    )


def end_card(policy: Policy, stage: Stage, passed: tuple[Due, ...]) -> Card:
    """After the last stage: still a person to tell."""
    ending = f" {stage.ends.does}" if stage.ends else ""
    return Card(
        urgency="Do this now",
        where=passed_line(passed) or f"{stage.label} was the last {policy.stage_word} in {policy.name}",
        action="Tell your line manager and your designated safeguarding lead that it is not settled",
        word="Now",
        after=f"The policy names no {policy.stage_word} after {stage.label}.{ending}",
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
        after=" ".join(part for part in (time.after, _start_now(place)) if part),
        rows=_rows(place, place.open if urgent else place.open[1:]),
    )


def _where(place: Place) -> str:
    if place.now.said_passed:
        return f"You say that the time limit for {place.policy.stages[place.now.target].label} has passed"
    return passed_line(place.passed) or f"Your next step in {place.policy.name}: {position(place)}"


def _rows(place: Place, dues: tuple[Due, ...]) -> tuple[Row, ...]:
    optional = {"Out of hours": _closed(place), "How": how_in_words(place.policy, place.stage)}
    rows = (Row(term=term, text=text) for term, text in optional.items() if text)
    return (*map(_date_row, dues), *rows, contact_row(place.stage))


def _start_now(place: Place) -> str:
    """That the policy wants it begun at once, beside a limit by which it has to be done."""
    own = place.rungs[place.here].own
    says = [each.says for each in own if each.unit is Unit.AT_ONCE]
    return f"Start now: the policy says “{says[0]}”." if says else ""


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
        after = " ".join([*(["That is today."] if due.last_day == today else []), *_sooner(due)])
        return Time(urgency="By a date", before=before, day=due.last_day_in_words, after=after)
    hour = "before your offices close. The policy gives no clock time."
    if due.last_day == today:
        return Time(urgency="Do this today", word="Today", after=f"{due.last_day_in_words.words}, {hour}")
    return Time(
        urgency="By a date", before="on", day=due.last_day_in_words, after=f"The next working day, {hour}"
    )


def _date_row(each: Due) -> Row:
    assert each.last_day is not None
    term = "At the very latest" if each.shared else f"{each.covers} {each.kind}"
    all_of_them = f", for {each.covers}" if each.shared else ""
    return Row(term=term, text=f"{words(each.last_day)}. The policy says “{each.says}”{all_of_them}.")
