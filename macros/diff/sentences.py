"""What is said of each kind of change."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from helper.fixed_words import NOT_STATED
from helper.policy import Added, Policy
from helper.stage import Stage
from helper.time_facts import Timescale
from helper.vocabulary import with_article
from macros.diff.absent import comes_or_goes
from macros.diff.change import Change, Place
from macros.diff.limits import gone_limit, its_time, new_limit
from macros.diff.pairs import title
from macros.diff.values import every_stage, in_few_words
from macros.diff.words import GROUP_OF_CLASS, PUBLISHED, READS, REWORDED, YES_NO


def new_item(item: Any, at: Place) -> Change:
    """An item or a part that was not there."""
    if isinstance(item, Timescale):
        return new_limit(item, at)
    time = its_time(item.stage) if isinstance(item, Added) else ""
    return at.change(f"a new {at.noun}: {title(item)}{time}", now=title(item), group=_group(item))


def gone_item(item: Any, at: Place) -> Change:
    """An item or a part that is not there any more."""
    if isinstance(item, Timescale):
        return gone_limit(item, at)
    gone = f"{with_article(at.noun)} is gone: {title(item)}"
    return at.change(gone, was=title(item), group=_group(item))


def new_text(was: str, now: str, at: Place) -> Change:
    """A text of ours that is worded anew: said as such, and the new one quoted once."""
    says = f"the wording of {at.noun} has changed and now reads: {now}"
    return at.change(says, was=was, now=now, group="words")


def situations(old: tuple[Any, ...], new: tuple[Any, ...], at: Place) -> Change:
    """The situations that the check tries: only how many, as no practitioner acts on them."""
    before, after = ([each.name for each in held] for held in (old, new))
    fresh = sum(name not in before for name in after)
    gone = sum(name not in after for name in before)
    same = sum(each in old for each in new)
    number = max(fresh, gone) + len(new) - fresh - same
    have = "situation that the check tries has" if number == 1 else "situations that the check tries have"
    changed = f"{number} {have} changed" if number else "the situations that the check tries are reordered"
    return at.change(changed)


def order(items: tuple[Any, ...], at: Place) -> Change:
    """The same items one after the other in another way."""
    now = "; ".join(title(item) for item in items)
    return at.change(f"the order of a list has changed ({at.noun})", now=now, group="words")


def own_words(both: tuple[Any, Any], at: Place) -> Change:
    """Other words of the policy itself."""
    was, now = (text or "" for text in both)
    says = (
        f"the policy’s own words now read “{now}”" if now else "the policy’s own words are no longer quoted"
    )
    return at.change(says, was=was, now=now, group="words")


def other_source(both: tuple[str, str], at: Place) -> Change:
    """Facts that stand at another place of the policy: said once for a stage, and once for the rest."""
    says = "some facts now stand at another place in the policy"
    words = f"{at.called}: {says}" if at.called else says
    return at.sentence(words, was=both[0], now=both[1], group="words")


def other_value(part: Any, name: str, both: tuple[Any, Any], at: Place) -> Change:
    """A field with another value: now this, was that."""
    kind = type(part).__name__
    was, now = (_unpublished(kind, name, each) or in_few_words(each, name, at.names) for each in both)
    if (kind, name) in YES_NO:
        return at.change(f"{YES_NO[kind, name][both[1]]}{_moves(name, both)}", was=was, now=now)
    if told := comes_or_goes(name, both, was, now):
        return at.change(told, was=was, now=now)
    texts = all(isinstance(each, str) for each in both)
    if texts and (kind, name) in READS:
        return at.change(f"{at.noun} now reads: {now}", was=was, now=now)
    if texts and (kind, name) in REWORDED:
        return new_text(was, now, at)
    if (kind, name, getattr(part, "yours", "")) == ("Stage", "theirs", "you"):
        return at.sentence(f"at {at.at} you now speak to {now}, was {was}", was=was, now=now, group="who")
    return at.change(f"{at.noun} is now {now}, was {was}", was=was, now=now)


def _moves(name: str, both: tuple[Any, Any]) -> str:
    """How the dates move where the start day is counted in another way; silence is read as not counted."""
    if name != "start_day_counts" or True not in both:
        return ""
    return f", so every date that is counted in days is one day {'earlier' if both[1] is True else 'later'}"


def other_ids(new: Policy, ids: dict[str, str], at: Place) -> Iterator[Change]:
    """Stages that only have another id: nothing that people do is different, but kept links break."""
    for stage in (each for each in every_stage(new) if each.id in ids.values()):
        here = of_stage(stage, at)
        was = next(old for old, now in ids.items() if now == stage.id)
        says = "it has another short name in addresses, so links to it that were kept no longer lead there"
        yield here.change(says, was=was, now=stage.id, group="words")


def other_label(old: Stage, new: Stage, at: Place) -> Change:
    """A stage that the policy calls something else; it is the same stage."""
    known = f"{old.called} ({old.name})" if old.label else old.called
    return at.sentence(f"{known} is now called {new.called}", was=old.short_title, now=new.short_title)


def stage_list(old: tuple[Stage, ...], new: tuple[Stage, ...], at: Place) -> Iterator[Change]:
    """Stages that are new, gone or in another order."""
    before, after = [each.id for each in old], [each.id for each in new]
    for number, stage in enumerate(new):
        if stage.id not in before:
            here = of_stage(stage, at)
            words = f"{here.at} is new{_named(stage)}{_where(new, number)}{its_time(stage)}"
            yield here.sentence(words, now=stage.name)
    for stage in old:
        if stage.id not in after:
            here = of_stage(stage, at)
            yield here.sentence(f"{here.at} is gone{_named(stage)}", was=stage.name)
    if [id_ for id_ in before if id_ in after] != [id_ for id_ in after if id_ in before]:
        now = ", ".join(each.called for each in new)
        was = ", ".join(each.called for each in old)
        yield at.change(f"the {at.noun}s now come in this order: {now}", was=was, now=now, group="stages")


def of_stage(stage: Stage, at: Place) -> Place:
    """The place of a stage."""
    called = f"{at.at}, {stage.called}" if at.at else stage.called
    return replace(at, at=called, called=called, stage=stage.id, group="stages")


def _group(item: Any) -> str:
    return GROUP_OF_CLASS.get(type(item).__name__, "")


def _unpublished(kind: str, name: str, value: Any) -> str:
    return "not published" if value is NOT_STATED and (kind, name) in PUBLISHED else ""


def _named(stage: Stage) -> str:
    return f": {stage.name}" if stage.label else ""


def _where(stages: tuple[Stage, ...], number: int) -> str:
    if number:
        return f", after {stages[number - 1].called}"
    return f", before {stages[1].called}" if len(stages) > 1 else ""
