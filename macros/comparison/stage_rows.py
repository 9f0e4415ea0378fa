"""The rows of one stage: who speaks to whom, by when, what to record, whom to reach, what comes next."""

from collections.abc import Iterator

from helper.fixed_words import NOT_STATED, Side, Silent, stated
from helper.narrow import role_in_words
from helper.policy import Policy, covers
from helper.stage import Ending, Stage
from helper.starts import counts
from helper.time_facts import Budget, Timescale
from helper.vocabulary import covers_in_words, title
from macros.comparison.row import Row, line, row
from macros.limits import limit
from macros.stage_paragraphs import whether
from macros.texts import contacts, counted_from, duties


def stage_rows(policy: Policy, stage: Stage) -> Iterator[Row]:
    """Every row, in the order in which a practitioner asks."""
    held = _limits(policy, stage)
    yield row("What it is called", [title(stage)])
    yield row("On your side", [stage.yours, *_roles(policy, stage, Side.YOURS)])
    yield row("On the other side", [stage.theirs, *_roles(policy, stage, Side.THEIRS)])
    yield row("Before it begins", map(line, whether(policy, stage)), rare=True)
    yield row("Who chairs", _chairs(stage), rare=True)
    yield row("By when", [_time(policy, each, held) for each in held], silent="No time limit stated")
    yield row("Counted from", _starts(policy, held))
    yield row("What to record", _records(policy, stage))
    yield row("Who is told", map(line, duties(stage.tells)), rare=True)
    yield row("Contacts", _contacts(policy, stage), silent="Not published")
    yield row("If it is not agreed", _next(policy, stage), silent="Not stated how it ends")


def _limits(policy: Policy, stage: Stage) -> tuple[Timescale, ...]:
    """The stage's own limits, then those that it shares with others."""
    own = stated(stage.timescales)
    shared = stated(policy.budgets)
    return (*own, *(each for each in shared if covers(each.covers, stage)))


def _time(policy: Policy, each: Timescale, held: tuple[Timescale, ...]) -> str:
    """2 working days, 4 working days in all; what it is for where there are several."""
    shown = limit(policy, each)
    extras = [
        f"{shown.total} in all" if shown.total else "",
        f"or sooner: “{shown.sooner}”" if shown.sooner else "",
        "a target" if shown.target else "",
        f"to act: {shown.owner}" if shown.owner else "",
        f"if this is true: {each.when}" if each.when else "",
    ]
    said = ", ".join([shown.words or f"“{shown.says}”", *filter(None, extras)])
    return f"{_purpose(policy, each)}: {said}" if len(held) > 1 or isinstance(each, Budget) else said


def _purpose(policy: Policy, each: Timescale) -> str:
    if isinstance(each, Budget):
        return f"{each.name} ({covers_in_words(policy, each)})"
    priority = limit(policy, each).priority
    return f"{each.what}, {priority}" if priority else each.what


def _starts(policy: Policy, held: tuple[Timescale, ...]) -> Iterator[str]:
    """From when each limit counts; nothing where the policy names no start at all."""
    counted = [each for each in held if counts(each)]
    if not counted:
        yield "Nothing to count"
    if all(each.counts_from is NOT_STATED for each in counted):
        return
    for each in counted:
        start = counted_from(policy, each) or "not stated"
        yield f"{_purpose(policy, each)}: {start}" if len(counted) > 1 else start


def _roles(policy: Policy, stage: Stage, side: Side) -> Iterator[str]:
    names = {agency.id: agency.name for agency in policy.agencies}
    for role in stage.roles:
        if role.side is side:
            yield f"{names[role.agency]}: {role_in_words(role)}"


def _chairs(stage: Stage) -> Iterator[str]:
    for chair in stage.chair:
        yield f"{chair.when}: {chair.role}" if chair.when else chair.role


def _records(policy: Policy, stage: Stage) -> Iterator[str]:
    forms = {} if isinstance(policy.forms, Silent) else {form.id: form.label for form in policy.forms}
    for duty, text in zip(stated(stage.records), duties(stage.records), strict=True):
        yield f"{line(text)} (form: {forms[duty.form]})" if duty.form else line(text)


def _contacts(policy: Policy, stage: Stage) -> Iterator[str]:
    if not isinstance(stage.contacts, Silent):
        yield from map(line, contacts(policy, stage.contacts))


def _next(policy: Policy, stage: Stage) -> Iterator[str]:
    after = policy.ladder[policy.ladder.index(stage) + 1 :]
    if stage.ends:
        yield from _end(stage.ends)
    if after:
        yield f"go on to {title(after[0])}"


def _end(ends: Ending) -> Iterator[str]:
    yield ends.does
    for choice in ends.choices:
        yield choice.text
