"""The action card: the next step as one sentence with its date, the loudest words on the page."""

from dataclasses import dataclass

from helper.card_rows import area_rows, closed_rows, contact_rows, dated_rows, rows, still_open_rows
from helper.card_time import Time, start_now, time_of, unsure
from helper.dates import DayInWords
from helper.fixed_words import Outside, Power
from helper.limit_row import Row
from helper.passed_line import passed_line
from helper.place import Place
from helper.policy import Policy
from helper.situation import WAITING
from helper.stage import Stage
from helper.starts import ending_limits
from helper.time_facts import Budget
from helper.vocabulary import child, lead, listed, lower_first, upper_first, with_article


@dataclass(frozen=True, kw_only=True)
class Card:
    """The action card in reading order.

    urgency: the level in words, for hidden text. where: where you are, or which limit has passed.
    what: what has to be done by the date; before: the words before it. day: the date, absent where
    `word` stands in its place ("Today", "Now", "2 working days"). note: what to know of that day.
    after: what is open about the date. rows: how, contact, other dates.
    """

    urgency: str
    where: str
    action: str
    what: str = ""
    before: str = ""
    day: DayInWords | None = None
    word: str = ""
    note: str = ""
    after: str = ""
    rows: tuple[Row, ...] = ()


def emergency_card(policy: Policy) -> Card:
    """Call 999 first; nothing to read after it."""
    return Card(
        urgency="Emergency",
        where=f"{upper_first(with_article(child(policy)))} in immediate danger",
        action="",
        word="Call 999",
        after=f"Then tell the {lead(policy)} in your agency.",
    )


def agreed_card(place: Place) -> Card:
    """After agreement, or the decision of a last stage that decides: write it down."""
    decided = decides(place.left)
    ended, what = ("has decided", "the decision") if decided else ("ended in agreement", "what you agreed")
    return Card(
        urgency="No time limit",
        where=f"{place.left.called} in {place.policy.name} {ended}",
        action=f"Put {what} in writing, with who does what by when",
        after=f"If {'the decision' if decided else 'the plan'} is not kept, or you are worried again, "
        "start again at once. If you have saved dates to a calendar, delete them.",
    )


def end_card(place: Place) -> Card:
    """After the last stage: still a person to tell."""
    policy, stage = place.policy, place.stage
    waits = place.now.result in WAITING
    unsafe = decides(stage) and not waits
    what = f"you still think the {child(policy)} is not safe" if unsafe else "it is not settled"
    tell = f"Tell your line manager and your {lead(policy)} that {what}"
    ask = f"Ask again for the outcome of {stage.called}, and {lower_first(tell)}"
    ending = f" {stage.ends.does}" if stage.ends and not waits else ""
    reached = contact_rows(policy, stage) if waits else ()
    last = f"{stage.called} was the last {policy.stage_word} in {policy.name}{_unused(place)}"
    named = policy.ladder[-1].called
    return Card(
        urgency="Do this now",
        where=passed_line(place) or last,
        action=ask if waits else tell,
        word="Now",
        after=f"The policy names no {policy.stage_word} after {named}.{ending}",
        rows=(
            *area_rows(place),
            *still_open_rows(place),
            *dated_rows(place, place.open),
            *closed_rows(place),
            *reached,
        ),
    )


def _unused(place: Place) -> str:
    """, as Stage 3 is not used: what comes after the last stage that is."""
    after = [stage.called for stage in place.policy.ladder[place.shown + 1 :]]
    return f", as {listed(after)} {'is' if len(after) == 1 else 'are'} not used" if after else ""


def stage_card(place: Place) -> Card:
    """The card of a stage to act in."""
    urgent = place.moved_on or bool(place.passed)
    time = Time(urgency="Do this now", word="Now") if urgent else time_of(place)
    return Card(
        urgency=time.urgency,
        where=_where(place),
        action=_action(place),
        what=time.what,
        before=time.before,
        day=time.day,
        word=time.word,
        note=time.note,
        after=" ".join(part for part in (time.after, start_now(place, time), unsure(place)) if part),
        rows=rows(place, urgent=time.word == "Now"),
    )


def decides(stage: Stage) -> bool:
    """Whether this is a last stage that decides."""
    return stage.ends is not None and stage.ends.power is Power.DECIDES


def _action(place: Place) -> str:
    """What to do; in a stage that has begun, its first step may be done already."""
    label, action = place.stage.called, place.stage.action
    if place.moved_on:
        return f"Move to {label}. {action}"
    begun = place.now.reached == place.here
    return f"Go on with {label}. If it is not done yet, {lower_first(action)}" if begun else action


def _where(place: Place) -> str:
    if place.now.said_passed:
        return f"The time limit{_of_its_own(place)} has passed"
    return passed_line(place) or f"{_whose(place)}: {position(place)}{_going_on(place)}"


def _of_its_own(place: Place) -> str:
    """For Step 1, where what has passed is not a limit over several stages."""
    own = any(not isinstance(limit, Budget) for limit in ending_limits(place.policy, place.now.target))
    return f" for {place.left.called}" if own else ""


def _going_on(place: Place) -> str:
    """That the stage has begun, and the next step is still within it."""
    return ", which has begun" if place.now.reached == place.here else ""


def _whose(place: Place) -> str:
    """Your next step in Sefton; a general guide says that it is no area's policy."""
    if isinstance(place.policy.areas, Outside):
        return f"{place.policy.name}, no area’s policy"
    return f"Your next step in {place.policy.name}"


def position(place: Place) -> str:
    """Step 2 of 4; a label without its number gets it beside it."""
    label, number, of = place.stage.called, place.here + 1, len(place.rungs)
    return f"{label} of {of}" if label.endswith(str(number)) else f"{label}, {number} of {of}"
