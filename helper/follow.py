"""What comes after: no agreement, no answer, closed offices."""

from dataclasses import dataclass, replace
from datetime import date

from helper.dates import DayInWords, words
from helper.place import Place
from helper.policy import NOT_STATED, Policy, Unit
from helper.questions import child
from helper.timescale import Due


@dataclass(frozen=True, kw_only=True)
class Follow:
    """What comes if this stage ends without agreement: the next stage and its date, or the end.

    before: what has to be done by the date, to stand before it.
    """

    text: str
    stage: str | None = None
    label: str = ""
    before: str = ""
    last_day: date | None = None
    last_day_in_words: DayInWords | None = None


def act_by(open_: tuple[Due, ...]) -> date | None:
    """The earliest last day that has not passed."""
    return open_[0].last_day if open_ else None


def follow(place: Place) -> Follow:
    """What comes if this stage ends without agreement."""
    policy, stage = place.policy, place.stage
    nothing = f"The policy names no {policy.stage_word} after {stage.label}."
    if place.here + 1 == len(place.rungs):
        return Follow(text=" ".join([*([stage.ends.does] if stage.ends else []), nothing]))
    after = policy.stages[place.here + 1]
    ahead = replace(place, here=place.here + 1)
    lead = ahead.open[0] if ahead.open and not ahead.overdue else None
    what = "" if lead is None else lead.what[0].upper() + lead.what[1:]
    return Follow(
        text=f"Go to {after.label} at once. {after.action}.",
        stage=after.id,
        label=after.label,
        before=f"{what} by the end of" if lead else "",
        last_day=lead.last_day if lead else None,
        last_day_in_words=lead.last_day_in_words if lead else None,
    )


def if_no_answer(place: Place) -> str:
    """What silence means; only a policy that says so makes it a refusal, but no limit waits for an answer."""
    policy = place.policy
    if policy.silence is not NOT_STATED:
        return policy.silence.text
    last = place.here + 1 == len(place.rungs)
    next_ = None if last else policy.stages[place.here + 1].label
    then = f"go to {next_}" if next_ else "tell your designated safeguarding lead"
    return f"The policy does not say what to do if nobody answers. {_wait_until(place)} {then}."


def _wait_until(place: Place) -> str:
    if place.moved_on or place.overdue:
        return "A time limit has passed already, so ask today and do not wait: with no answer today,"
    lead = place.open[0] if place.open else None
    if lead and lead.shared and lead.unit is not Unit.SAME_WORKING_DAY:
        return f"The limit is for {lead.covers} together, so leave time for the rest. Agree a day; after it,"
    if lead:
        return f"Do not wait after {words(lead.last_day or date.max)}:"
    if any(each.limit for each in place.rungs[place.here].dues):
        return "Do not wait past the time limit:"
    return "Agree a day for the answer and write it down. After it,"


def say(place: Place) -> str:
    """Words to use; after a limit ran out they cannot say that somebody disagreed."""
    if not place.moved_on:
        return place.stage.say
    return (
        f"{place.left.label} of the {place.policy.name} policy has run out of time without an agreement. "
        f"I still think that the {child(place.policy)} is at risk because [your reason]. "
        f"It now goes to {place.stage.label}."
    )


def out_of_hours(policy: Policy) -> str:
    """What to do when offices are closed; where the policy is silent, what holds everywhere."""
    if policy.out_of_hours is not NOT_STATED:
        return policy.out_of_hours.text
    return (
        "In immediate danger, call 999. If it cannot wait until offices open, ring the out-of-hours "
        "social care team of the local authority. The policy does not publish its number: ask your "
        "designated safeguarding lead or the manager on call in your agency."
    )
