"""The whole ladder as a list with "you are here" and every date."""

from dataclasses import dataclass
from datetime import date

from helper.dates import DayInWords, in_words
from helper.ladder import Rung
from helper.place import Place
from helper.policy import Power
from helper.situation import Situation

ENDED = {
    "agreed": "Ended in agreement",
    "not_agreed": "Ended without agreement",
    "no_answer": "No answer in time",
    "waiting": "Not settled in time",
}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One stage in the list.

    status: done, here or ahead, with its words in said. by: the word before the date. limit: the
    time limit in words, for where there is no date. note: what to know about the stage.
    """

    stage: str
    label: str
    name: str
    status: str
    said: str
    by: str
    last_day: date | None
    last_day_in_words: DayInWords | None
    limit: str
    note: str


def timeline(place: Place) -> tuple[Entry, ...]:
    """Every stage of the ladder, with where the practitioner is."""
    return tuple(_entry(place, rung) for rung in place.rungs)


def _entry(place: Place, rung: Rung) -> Entry:
    stage, day = place.policy.stages[rung.index], rung.last_day
    status = _status(place, rung.index)
    return Entry(
        stage=stage.id,
        label=stage.label,
        name=stage.name,
        status=status,
        said=_said(place.now, rung.index, status),
        by=_by(day, status, place.today),
        last_day=day,
        last_day_in_words=in_words(day) if day else None,
        limit=_limit(rung),
        note=stage.ends.does if stage.ends else "",
    )


def _by(day: date | None, status: str, today: date | None) -> str:
    if day is None:
        return ""
    return "was due" if status == "done" or (today and day < today) else "by"


def _status(place: Place, index: int) -> str:
    if index == place.here and place.now.result != "agreed":
        return "here"
    return "done" if index < place.here else "ahead"


def _said(now: Situation, index: int, status: str) -> str:
    if status == "here":
        return "You are here"
    if status == "ahead":
        return "Not needed after agreement" if now.result == "agreed" else ""
    if index != now.reached:
        return "Done"
    ends = now.policy.stages[index].ends
    if ends and ends.power is Power.DECIDES and now.result in ("agreed", "not_agreed"):
        return "Has decided"
    return ENDED.get(now.result or "", "")


def _limit(rung: Rung) -> str:
    own = [each.limit for each in rung.own if each.limit]
    if own:
        return f"within {own[0]}"
    return "no limit of its own" if rung.shared else "no time limit stated"
