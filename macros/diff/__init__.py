"""What changed between two versions of a policy, in sentences for a practitioner."""

from collections.abc import Callable, Iterator
from dataclasses import is_dataclass, replace
from typing import Any

from helper.facts import Contact, Duty, Form, FormField, Point
from helper.fields import hints
from helper.policy import Agency, Ladder, OtherRoute, Overlay, Policy, StartHigher
from helper.stage import Chair, Role, Stage
from helper.time_facts import Budget, Event, Priority, Timescale
from helper.vocabulary import with_article
from macros.diff import sentences as say
from macros.diff.change import Change, Place
from macros.diff.limits import other_limit, other_start
from macros.diff.pairs import pairs
from macros.diff.renamed import new_ids, with_ids
from macros.diff.values import REFERENCES, as_tuple, in_few_words, names_of
from macros.diff.words import GROUP_OF_CLASS, GROUP_OF_FIELD, GROUPS, NOUNS

TIME = ("unit", "amount", "also", "clock")
BY_NAME = (Agency, Budget, Event, Form, Ladder, OtherRoute, Priority)
OWN_PLACES: dict[type, Callable[[Any, Place], str]] = {
    **dict.fromkeys(BY_NAME, lambda item, _: str(item.name)),
    Chair: lambda item, _: str(item.role),
    Contact: lambda item, _: str(item.role),
    Duty: lambda item, _: str(item.who),
    FormField: lambda item, _: f"Field “{item.label}”",
    Overlay: lambda item, _: str(item.area),
    Role: lambda item, at: f"{in_few_words(item.agency, 'agency', at.names)}, {item.side.value[:-1]} side",
    StartHigher: lambda item, at: f"Start at {in_few_words(item.stage, 'stage', at.names)}",
}


def diff(old: Policy, new: Policy) -> tuple[Change, ...]:
    """Every change, most telling first; each sentence once. The policies' ids are not compared."""
    at, ids = Place(names=names_of(old, new)), new_ids(old, new)
    found = _parts(replace(with_ids(old, ids), id=""), replace(new, id=""), at)
    once: dict[str, Change] = {}
    for change in (*found, *say.other_ids(new, ids, at)):
        once.setdefault(change.says, change)
    order = list(GROUPS)
    return tuple(sorted(once.values(), key=lambda change: order.index(change.kind)))


def _parts(old: Any, new: Any, at: Place, *, said: tuple[str, ...] = ()) -> Iterator[Change]:
    """What is different inside a part. said: the fields that have been told of already."""
    kind: Any = type(new)
    inner = replace(at, group=GROUP_OF_CLASS.get(kind.__name__, at.group))
    for name in hints(kind):
        if name not in said and getattr(old, name) != getattr(new, name):
            yield from _field(old, new, name, inner)


def _field(old: Any, new: Any, name: str, at: Place) -> Iterator[Change]:
    kind, was, now = type(new).__name__, getattr(old, name), getattr(new, name)
    inner = replace(
        at, noun=NOUNS[kind].get(name, "") or at.noun, group=GROUP_OF_FIELD.get((kind, name), at.group)
    )
    if name == "source":
        yield say.other_source((was, now), inner)
    elif name == "says":
        yield say.own_words((was, now), inner)
    elif name == "scenarios":
        yield say.situations(was, now, inner)
    elif isinstance(new, Stage) and name == "label":
        yield say.other_label(old, new, inner)
    elif isinstance(new, Point):
        yield say.new_text(was, now, replace(inner, noun=with_article(at.noun)))
    elif _is_list(was, name) or _is_list(now, name):
        yield from _items(as_tuple(was), as_tuple(now), inner)
    elif is_dataclass(was) or is_dataclass(now):
        yield from _item(was if is_dataclass(was) else None, now if is_dataclass(now) else None, inner)
    elif isinstance(new, Timescale) and name == "counts_from":
        yield other_start(was, now, inner)
    else:
        yield say.other_value(new, name, (was, now), inner)


def _is_list(value: Any, name: str) -> bool:
    """Whether it is a list whose items are told of one by one."""
    return isinstance(value, tuple) and not (name in REFERENCES and isinstance(value[0], str))


def _items(old: tuple[Any, ...], new: tuple[Any, ...], at: Place) -> Iterator[Change]:
    if any(isinstance(item, Stage) for item in (*old, *new)):
        yield from _stages(old, new, at)
        return
    found = [change for was, now in pairs(old, new) for change in _item(was, now, at, alone=len(new) == 1)]
    yield from found
    if not found and old != new:
        yield say.order(new, at)


def _stages(old: tuple[Stage, ...], new: tuple[Stage, ...], at: Place) -> Iterator[Change]:
    yield from say.stage_list(old, new, at)
    for was, now in pairs(old, new):
        if was and now:
            yield from _parts(was, now, say.of_stage(now, at))


def _item(was: Any, now: Any, at: Place, *, alone: bool = True) -> Iterator[Change]:
    """An item of a list, or a part: new, gone, or different inside."""
    if was is None or now is None:
        yield say.gone_item(was, at) if now is None else say.new_item(now, at)
    elif isinstance(now, str):
        if was != now:
            yield say.new_text(was, now, replace(at, noun=with_article(at.noun)))
    elif isinstance(now, Stage):
        yield from _stages((was,), (now,), at)
    elif isinstance(now, Timescale) and was != now:
        yield from _limit(was, now, at, alone=alone)
    else:
        own = OWN_PLACES.get(type(now))
        yield from _parts(was, now, at.within(own(now, at)) if own else at)


def _limit(was: Timescale, now: Timescale, at: Place, *, alone: bool) -> Iterator[Change]:
    """A time limit: how long in one sentence, then the rest of it."""
    place = replace(at, group="times")
    if isinstance(now, Budget):
        place = place.within(now.name)
    if any(getattr(was, name) != getattr(now, name) for name in TIME):
        yield other_limit(was, now, place, alone=alone)
    named = alone or isinstance(now, Budget)
    yield from _parts(was, now, place if named else place.within(now.what), said=TIME)
