"""The rows below the date of the action card: other limits, how, contact."""

from dataclasses import dataclass

from helper.dates import words
from helper.place import Place
from helper.policy import NOT_STATED, Policy, Stage, covers
from helper.timescale import Due
from helper.working_days import HORIZON, WorkingDays


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line below the date: a term and what it says."""

    term: str
    text: str


def rows(place: Place, *, urgent: bool) -> tuple[Row, ...]:
    """The rows of a stage. urgent: "Now" stands on the card, so that every date is in the rows."""
    dues = (*place.overdue, *place.open) if urgent else place.open[1:] or _undated_rest(place)
    optional = {"Out of hours": _closed(place), "How": how_in_words(place.policy, place.stage)}
    rows = (Row(term=term, text=text) for term, text in optional.items() if text)
    shown = (each for each in dues if each not in place.passed or each.other_readings)
    return (*map(date_row, shown), *rows, contact_row(place.stage))


def _undated_rest(place: Place) -> tuple[Due, ...]:
    """The other limits of the stage where no day is known."""
    dues = [each for each in place.rungs[place.here].dues if each.limit]
    return () if place.open else tuple(dues[1:])


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
    why = WorkingDays.of(division).why_not(today) if today and today <= HORIZON else ""
    if not why:
        return ""
    reason = "" if why == "Weekend" else f" ({why})"
    return f"Today is not a working day{reason}. See “Out of hours” below if it cannot wait."


def _ways(*ways: object) -> str:
    return ", ".join(str(way) for way in ways if way is not NOT_STATED) or "not published"


def date_row(each: Due) -> Row:
    """A limit that is not the loud one, with the policy’s own words."""
    term = "At the very latest" if each.shared else f"{each.covers} {each.kind}"
    day = words(each.last_day) if each.last_day else each.limit[0].upper() + each.limit[1:]
    said = f"The policy says “{each.says}”" + (f", for {each.covers}." if each.shared else ".")
    other = [
        f"Counted from the day {way.counted_from} it is {way.last_day_in_words.words}."
        for way in each.other_readings
    ]
    return Row(term=term, text=" ".join([f"It passed on {day}." if each.passed else f"{day}.", said, *other]))
