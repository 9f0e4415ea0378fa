"""The due dates that are worth an entry in a diary, in words that say nothing about the case."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from helper.assumptions import starts_today
from helper.dates import words
from helper.due import Due
from helper.due_words import check, sooner, whose
from helper.place import Place
from helper.policy import OtherRoute, Policy
from helper.starts import budgets
from helper.vocabulary import upper_first


@dataclass(frozen=True, kw_only=True)
class DiaryEntry:
    """One due date as an entry for a whole day.

    key: which limit of which policy it is; it stays the same when its day changes. day: the last
    day. summary: one line. description: what it is and what is open about it. link: where the
    partnership publishes the policy; empty if nowhere.
    """

    key: str
    day: date
    summary: str
    description: str
    link: str


def diary(place: Place, link: str) -> tuple[DiaryEntry, ...]:
    """The limits of the stage to act in and of the one after it; where neither has a day, the first that has.

    None that has passed, and none that holds in one case only. After the last stage: its own.
    """
    entries = list(_stage(place, place.shown, link))
    for before, ahead in _ahead(place):
        if not replace(place, here=ahead).overdue:
            entries += _stage(place, ahead, link, after=place.policy.ladder[before].called)
        if entries:
            break
    once = tuple({each.key: each for each in reversed(entries)}.values())[::-1]
    for_today = starts_today(place.now, place.today)
    return tuple(_with(each, for_today) for each in once) if for_today else once


def _ahead(place: Place) -> Iterator[tuple[int, int]]:
    """Each stage ahead, with the one before it."""
    before, ahead = place.shown, place.now.after(place.shown)
    while ahead < len(place.rungs):
        yield before, ahead
        before, ahead = ahead, place.now.after(ahead)


def _with(entry: DiaryEntry, first: str) -> DiaryEntry:
    """The entry with a line before its description."""
    return replace(entry, description=f"{first}\n{entry.description}")


def route_diary(policy: Policy, route: OtherRoute, dues: tuple[Due, ...]) -> tuple[DiaryEntry, ...]:
    """The limits of another route that have a day to come."""
    return tuple(
        _entry(policy, f"{route.id}.{number}", route.name, each, route.link or "")
        for number, each in enumerate(dues, 1)
        if each.binds and not each.passed
    )


def _stage(place: Place, index: int, link: str, after: str = "") -> Iterator[DiaryEntry]:
    """The entries of a stage. after: the stage that has to end without agreement first."""
    policy, stage, rung = place.policy, place.policy.ladder[index], place.rungs[index]
    own = [(f"{stage.id}.{number}", stage.short_title, each) for number, each in enumerate(rung.own, 1)]
    stated = zip(budgets(policy, index), rung.shared, strict=True)
    shared = [(budget.id, budget.name, each) for budget, each in stated]
    for key, called, each in (*own, *shared):
        if each.binds and not each.passed:
            yield _entry(policy, key, called, each, link, after="" if each.shared else after)


def _entry(policy: Policy, key: str, whose: str, due: Due, link: str, after: str = "") -> DiaryEntry:
    assert due.last_day is not None
    case = f" if {after} is not agreed" if after else ""
    clock = f" ({due.clock})" if due.clock else ""
    last = f"{'target' if due.kind == 'target' else 'last'} day{clock} for {due.what}"
    return DiaryEntry(
        key=f"{policy.id}.{key}",
        day=due.last_day,
        summary=f"{whose}{case}: {last} ({policy.name} escalation)",
        description="\n".join(_description(due, due.last_day, after)),
        link=link,
    )


def _description(due: Due, day: date, after: str) -> Iterator[str]:
    """What the entry is for, and whatever could make its day another one."""
    if after:
        yield f"Only if {after} ends without agreement. If it ends earlier or later, work this out again."
    yield f"{upper_first(due.by)} {words(day)}: {due.what}. The policy says “{due.says}”."
    yield from whose(due)
    for each in due.other_readings:
        other = f"{each.by} {each.last_day_in_words.words}"
        yield f"Its words can also be counted {other}. The earlier day is the safe one."
    yield from (*check(due), *sooner(due))
    if due.provisional:
        yield "Provisional: the bank holidays of that year are not published yet."
    yield "Check the live page before you act. The policy itself always decides."
