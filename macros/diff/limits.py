"""What is said of a time limit that is new, gone or different."""

from typing import Any

from helper.fixed_words import NOT_STATED
from helper.limit_words import kind
from helper.stage import Stage
from helper.time_facts import Budget, Timescale
from macros.diff.change import Change, Place
from macros.diff.values import as_tuple, in_few_words, limit


def other_limit(old: Timescale, new: Timescale, at: Place, *, alone: bool) -> Change:
    """Step 2 now allows 3 working days, was 2. What the time is for is told where there are several."""
    was, now = limit(old), limit(new)
    told = was
    if old.unit is new.unit and not (old.also or new.also or old.clock or new.clock):
        told = str(old.amount or was)
    if isinstance(new, Budget):
        return at.change(f"now {now}, was {told}", was=was, now=now)
    purpose = "" if alone else f" for {new.what}"
    if old.amount is None or new.amount is None:
        return at.change(f"the time{purpose} is now {_told(new)}, was {_told(old)}", was=was, now=now)
    return at.sentence(f"{at.at} now allows {now}{purpose}, was {told}", was=was, now=now)


def new_limit(item: Timescale, at: Place) -> Change:
    """A time limit where there was none."""
    now = limit(item)
    if isinstance(item, Budget):
        return at.change(f"a new {at.noun}: {item.name}, {_told(item)}", now=now, group="times")
    return at.change(f"a new time limit: {_told(item)} for {item.what}", now=now, group="times")


def gone_limit(item: Timescale, at: Place) -> Change:
    """No time limit any more."""
    what = item.name if isinstance(item, Budget) else item.what
    gone = f"there is no longer a time limit for {what}; it was {_told(item)}"
    return at.change(gone, was=limit(item), group="times")


def other_start(was: Any, now: Any, at: Place) -> Change:
    """The limit of Step 2 now counts from the end of the stage before, was from an event."""
    old, new = (_event(each, at) for each in (was, now))
    limit_ = f"the limit of {at.at}" if at.at and at.at == at.called else "the limit"
    before = f", was from {old}" if old else ""
    says = f"{limit_} now counts from {new}{before or '; the policy did not say before'}"
    if now is None:
        limit_, says = "", f"nothing is counted any more{before}"
    elif now is NOT_STATED:
        says = f"the policy no longer says what {limit_} counts from{before}"
    elif was is None:
        says = f"{limit_} now counts from {new}"
    both = {"was": old or "not stated", "now": new or "not stated"}
    return at.sentence(says, **both) if at.called and at.called in limit_ else at.change(says, **both)


def its_time(stage: Stage) -> str:
    """; its time limit is 3 working days. Of several, what each is for."""
    stated = as_tuple(stage.timescales)
    if not stated:
        return "; it has no time limit of its own"
    if len(stated) == 1:
        return f"; its time {kind(stated[0])} is {_told(stated[0])}"
    return "; its times are " + " and ".join(f"{_told(each)} for {each.what}" for each in stated)


def _event(start: Any, at: Place) -> str:
    """An event to follow "from"; empty where there is none."""
    if start is None or start is NOT_STATED:
        return ""
    words = in_few_words(start, "counts_from", at.names)
    return words if words.startswith("the ") else f"the {words}"


def _told(timescale: Timescale) -> str:
    """The time, with the policy's own words where it has no number."""
    return limit(timescale) if timescale.amount else f"{limit(timescale)} (“{timescale.says}”)"
