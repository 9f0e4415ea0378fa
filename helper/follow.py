"""What comes after: no agreement, no answer, closed offices."""

from dataclasses import dataclass, replace
from datetime import date

from helper.dates import DayInWords, in_words, words
from helper.place import Place
from helper.policy import NOT_STATED, Policy
from helper.timescale import Due


@dataclass(frozen=True, kw_only=True)
class Follow:
    """What comes if this stage ends without agreement: the next stage and its date, or the end."""

    text: str
    stage: str | None = None
    label: str = ""
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
    day = act_by(replace(place, here=place.here + 1).open)
    return Follow(
        text=f"Go to {after.label}. {after.action}.",
        stage=after.id,
        label=after.label,
        last_day=day,
        last_day_in_words=in_words(day) if day else None,
    )


def if_no_answer(place: Place) -> str:
    """What silence means; only a policy that says so makes it a refusal, but no limit waits for an answer."""
    policy, day = place.policy, act_by(place.open)
    if policy.silence is not NOT_STATED:
        return policy.silence.text
    last = place.here + 1 == len(place.rungs)
    then = (
        "tell your designated safeguarding lead" if last else f"go to {policy.stages[place.here + 1].label}"
    )
    return f"The policy does not say what to do if nobody answers. {_wait_until(place, day)} {then}."


def _wait_until(place: Place, day: date | None) -> str:
    if day:
        return f"Do not wait after {words(day)}:"
    if any(each.limit for each in place.rungs[place.here].dues):
        return "Do not wait past the time limit:"
    return "Agree a day for the answer and write it down. After it,"


def out_of_hours(policy: Policy) -> str:
    """What to do when offices are closed; where the policy is silent, what holds everywhere."""
    if policy.out_of_hours is not NOT_STATED:
        return policy.out_of_hours.text
    return (
        "In immediate danger, call 999. If it cannot wait until offices open, ring the out-of-hours "
        "social care team of the local authority. The policy does not publish its number: ask your "
        "designated safeguarding lead or the manager on call in your agency."
    )
