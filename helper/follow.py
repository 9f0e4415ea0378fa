"""What comes after: no agreement, no answer, closed offices."""

from dataclasses import dataclass, replace
from datetime import date

from helper.dates import DayInWords
from helper.due import Due
from helper.due_words import each_priority, in_time
from helper.fixed_words import NOT_STATED, Silent
from helper.one_area import may_come
from helper.place import Place
from helper.policy import Policy
from helper.stage import Stage
from helper.starts import BEGAN, ENDED, RAISED, ending_limits
from helper.time_facts import Budget
from helper.timescale import Reading
from helper.vocabulary import child, covers_in_words, lead, social_care_body, upper_first


@dataclass(frozen=True, kw_only=True)
class Follow:
    """What comes if this stage ends without agreement: the next stage and its date, or the end.

    before: what has to be done by the date, to stand before it. reading: how the date was counted.
    """

    text: str
    stage: str | None = None
    label: str = ""
    before: str = ""
    last_day: date | None = None
    last_day_in_words: DayInWords | None = None
    reading: Reading | None = None


def act_by(open_: tuple[Due, ...]) -> date | None:
    """The earliest last day that has not passed."""
    return open_[0].last_day if open_ else None


def follow(place: Place) -> Follow:
    """What comes if this stage ends without agreement."""
    policy, stage = place.policy, place.stage
    nothing = f"The policy names no {policy.stage_word} after {stage.called}."
    if place.is_last:
        return Follow(text=" ".join([*_ending(stage), nothing]))
    after = policy.ladder[place.ahead]
    ahead = replace(place, here=place.ahead)
    loud = None if ahead.overdue else ahead.loud
    first = loud if loud and loud.last_day else None
    within = [_within(ahead, loud)] if loud and not first else []
    return Follow(
        text=" ".join([_go_on(policy, stage, after), *_late(ahead), *within]),
        stage=after.id,
        label=after.short_title,
        before=_before(place, first, after) if first else "",
        last_day=first.last_day if first else None,
        last_day_in_words=first.last_day_in_words if first else None,
        reading=first.reading if first else None,
    )


def _before(place: Place, due: Due, after: Stage) -> str:
    """What has to be done by the day, which is the latest where it counts from the end of this stage."""
    stage, first = place.stage, place.policy.ladder[place.now.begins]
    from_its_own = BEGAN in due.starts or (RAISED in due.starts and after is first)
    if from_its_own and stage.before_raising:
        return f"{_named(due)}: if you begin {after.called} today, {due.by}"
    moves = from_its_own or ENDED in due.starts
    sooner = f"sooner if {stage.called} ends sooner, at the latest " if moves else ""
    return f"{_named(due)}: {sooner}{due.by}"


def _named(due: Due) -> str:
    """What has to be done, and for which priority the limit is."""
    return f"{upper_first(due.what)}{f' ({due.priority})' if due.priority else ''}"


def _late(ahead: Place) -> list[str]:
    """That the next stage's own time is over too, and since when; of two limits also the last."""
    first = next((each for each in ahead.overdue if not each.is_for_several), None)
    if first is None:
        return []
    last = next((each for each in ahead.open if each.shared and each.covers == first.covers), None)
    which, then = ("first ", f" The last is {last.by} {last.day_in_words}.") if last else ("", "")
    return [f"The {which}{first.kind} for {first.covers} was {first.day_in_words}.{then}"]


def _within(ahead: Place, due: Due) -> str:
    """A limit of which the day is not known yet; where nobody knows the priority, that of each."""
    same = [each for each in ahead.undated if each.what == due.what and each.priority]
    within = each_priority(same) if due.priority else " ".join(in_time(due))
    return f"{upper_first(due.what)}: {within}, counted from {due.counts_from}."


def if_no_answer(place: Place) -> str:
    """What silence means; only a policy that says so makes it a refusal, but no limit waits for an answer."""
    silence = place.policy.silence
    silent = "The policy does not say what to do if nobody answers."
    said = silent if isinstance(silence, Silent) else silence.text
    return f"{said} {_wait_until(place)} {place.then}."


def _go_on(policy: Policy, stage: Stage, after: Stage) -> str:
    """The next stage, which may not always be used."""
    first = (f" In {area}, {each.called} comes first." for area, each in may_come(policy, (stage,)))
    then = f"Go to {after.called} at once. {after.action}.{''.join(first)}"
    return f"{then} It is not always used: the policy says “{after.only_if.says}”." if after.only_if else then


def _ending(stage: Stage) -> list[str]:
    return [stage.ends.does, *(each.text for each in stage.ends.choices)] if stage.ends else []


def _wait_until(place: Place) -> str:
    if place.overdue or any(each.shared for each in place.passed):
        return _do_not_wait(place)
    first = None if _leads_in_words(place) else next((each for each in place.open if each.moves_on), None)
    if first and first.is_for_several and first not in place.rungs[place.here].closing:
        return f"The limit is for {first.covers} together, so leave time for the rest. Agree a day; after it,"
    if first:
        clock = f", {first.clock}" if first.clock else ""
        what = ". The target of the policy ends then:" if first.kind == "target" else ":"
        return f"Do not wait after {first.day_in_words}{clock}{what}"
    if any(each.limit and each.moves_on for each in place.rungs[place.here].dues):
        return "Do not wait past the time limit:"
    return "Agree a day for the answer and write it down. After it,"


def _do_not_wait(place: Place) -> str:
    if place.closed:
        return (
            "A time limit has passed already. Today is not a working day: see “Out of hours” if it "
            "cannot wait. With no answer on the next working day,"
        )
    return "A time limit has passed already, so ask today and do not wait: with no answer today,"


def _leads_in_words(place: Place) -> bool:
    """Whether a limit without a day stands above those with one."""
    loud = place.loud
    return bool(loud and loud.moves_on and loud.last_day is None)


def say(place: Place) -> str:
    """Words to use; after a limit ran out they cannot say that somebody disagreed."""
    if not place.moved_on:
        return place.stage.say
    return _quoted_within(
        f"{_run_out(place)} without an agreement. "
        f"I still think that the {child(place.policy)} is at risk because [your reason]. "
        f"It now goes to {place.stage.called}."
    )


def _quoted_within(text: str) -> str:
    """A text that stands in quotation marks itself: those inside it are single."""
    return text.replace("“", "‘").replace("”", "’")


def _run_out(place: Place) -> str:
    """What ran out, without a date; where the stage that was left has several limits, one of them."""
    policy, ending = place.policy, ending_limits(place.policy, place.now.reached or 0)
    if len(ending) != 1:
        return f"A time limit of the {policy.name} policy has passed"
    if isinstance(ending[0], Budget):
        together = covers_in_words(policy, ending[0])
        return f"In the {policy.name} policy the time for {together} has run out"
    return f"{place.left.called} of the {policy.name} policy has run out of time"


def out_of_hours(policy: Policy) -> str:
    """What to do when offices are closed; where the policy is silent, what holds everywhere."""
    if policy.out_of_hours is not NOT_STATED:
        return policy.out_of_hours.text
    return (
        "In immediate danger, call 999. If it cannot wait until offices open, ring the out-of-hours "
        f"social care team of the {social_care_body(policy)}. The policy does not publish its number: "
        f"ask your {lead(policy)} or the manager on call in your agency."
    )
