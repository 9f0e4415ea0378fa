"""What a limit may count from: each event by the id of its question, with its name and when it was."""

from collections.abc import Mapping
from datetime import date

from helper.moment import END_OF_DAY, Moment
from helper.situation import Situation
from helper.starts import BEGAN, ENDED, RAISED, event_question
from helper.timescale import Way

Begin = Mapping[str, Way]


def begin(
    now: Situation, index: int, here: int, before: tuple[int, Moment | None] | None, today: date | None
) -> Begin:
    """The events that the limits of the stage at `index` may count from.

    here: index of the stage to act in. before: index of the last stage used before this one and the
    limit by which it has to be over; None where none comes before.
    """
    began, own = _raised(now, today), _own(now, index, here, today)
    first = index == now.starts_at
    start = own if index < now.first else began
    over_by = today if index == here else None
    ended = start if first or before is None else _ended(now, index, here, *before, over_by)
    return {RAISED: began, ENDED: ended, BEGAN: own, **event_ways(now)}


def event_ways(now: Situation) -> Begin:
    """The events of the policy's own, which may come at any stage or at none."""
    ids = {event_question(each): each.name for each in now.policy.events}
    return {
        id_: Way(name=name, event=f"the day {name}", start=now.days.get(id_)) for id_, name in ids.items()
    }


def _raised(now: Situation, today: date | None) -> Way:
    """The day on which it was raised; before that, today, as if it were raised now."""
    name = raised_name(now)
    if now.is_raised or not today:
        return Way(name=name, event=f"the day {name}", start=now.raised)
    mark = f"{now.policy.ladder[now.begins].called} begins"
    starts = Moment(day=today, to_come=True)
    return Way(name=name, event="today, if you raise it today", mark=mark, start=starts)


def raised_name(now: Situation) -> str:
    """What it is called that a concern was raised: "Step 1 began"."""
    return f"{now.policy.ladder[now.begins].called} began"


def _own(now: Situation, index: int, here: int, today: date | None) -> Way:
    """When a stage itself began: as asked for the one that goes on, today for the one to begin."""
    called = now.policy.ladder[index].called
    name = f"{called} {'began' if index < here or index == now.reached else 'begins'}"
    if index == now.reached or index != here or not today:
        asked = RAISED if now.starts_at and index == now.starts_at else BEGAN
        known = now.days.get(asked) if index == now.reached else None
        return Way(name=name, event=f"the day {name}", start=known)
    starts = Moment(day=today, to_come=True)
    event = f"today, if you begin {called} today"
    return Way(name=name, event=event, mark=f"{called} begins", start=starts)


def _ended(
    now: Situation, index: int, here: int, before: int, limit: Moment | None, over_by: date | None
) -> Way:
    """The end of the stage before: as asked, or its limit where it was not or has yet to come.

    over_by: the day by which it is surely over, where that is known; a later limit does not count.
    """
    stage = now.policy.ladder[before]
    name = f"{stage.called} {'ended' if before < here else 'ends'}"
    if index == now.target and now.days.get(ENDED):
        return Way(name=name, event=f"the day {name}", start=now.days[ENDED])
    if limit is None or (stage.only_if and before > now.target):
        return Way(name=name, event=f"the day {name}", start=None)
    has_ended = index == now.target and now.reached is not None
    event, mark = f"the limit of {stage.called}", f"{stage.called} limit"
    if over_by and over_by < limit.day:
        limit = Moment(day=over_by, at=END_OF_DAY)
        event, mark = f"today, the latest day on which {stage.called} can have ended", "Today"
    return Way(name=name, event=event, mark=mark, start=limit, from_limit=True, has_ended=has_ended)
