"""What is said of a time limit that is new, gone or different."""

from helper.time_facts import Budget, Timescale
from macros.diff.change import Change, Place
from macros.diff.values import limit


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


def _told(timescale: Timescale) -> str:
    """The time, with the policy's own words where it has no number."""
    return limit(timescale) if timescale.amount else f"{limit(timescale)} (“{timescale.says}”)"
