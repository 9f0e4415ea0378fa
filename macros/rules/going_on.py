"""Limits that do not end their stage, such as an acknowledgement beside a decision."""

from collections.abc import Iterator
from datetime import date

from helper.faults import Fault, Path
from helper.policy import Policy, covers
from helper.stage import Stage
from helper.starts import counts
from helper.time_facts import Priority, Timescale
from macros.rules.places import Placed, limits, placed, stages
from macros.rules.rule import Kind, Rule, at


def _moves_on(policy: Policy, today: date) -> Iterator[Fault]:
    for path, limit in limits(policy):
        if limit.moves_on is not None and path[0] == "other_routes":
            yield _leave_out(path, limit, "Another route has no stages")
        elif limit.moves_on is not None and not counts(limit):
            yield _leave_out(path, limit, "Nothing is counted, so it never passes")


def _leave_out(path: tuple[str | int, ...], limit: Timescale, why: str) -> Fault:
    return at(path, "moves_on", f"is '{'yes' if limit.moves_on else 'no'}'", f"{why}: leave it out.")


def _nothing_ends_it(policy: Policy, today: date) -> Iterator[Fault]:
    for path, stage in stages(policy):
        own = list(placed((*path, "timescales"), stage.timescales))
        if own and all(limit.moves_on is False for _, limit in own) and not _shared(policy, stage):
            write = (
                f"No limit of {stage.called} takes anybody to the next stage, however long it lasts. "
                "Leave it out of the limit that decides."
            )
            yield at(own[-1][0], "moves_on", "is 'no', as in every limit of the stage", write)


def _shared(policy: Policy, stage: Stage) -> bool:
    """Whether a limit over several stages, this one among them, ends it."""
    stated = placed(("budgets",), policy.budgets)
    return any(each.moves_on is not False and covers(each.covers, stage) for _, each in stated)


def _nothing_for_one(policy: Policy, today: date) -> Iterator[Fault]:
    """For each priority by itself, in a stage that others go on from."""
    for path, stage in stages(policy):
        own = list(placed((*path, "timescales"), stage.timescales))
        for each in policy.priorities:
            theirs = [(place, limit) for place, limit in own if limit.priority in (None, each.id)]
            if _settle_nothing(theirs) and not _settle_nothing(own):
                yield _stays(theirs[-1][0], stage, each)


def _settle_nothing(own: list[Placed[Timescale]]) -> bool:
    """Whether there are limits that are counted, and nobody goes on after any of them."""
    counted = [limit for _, limit in own if counts(limit)]
    return bool(counted) and all(limit.moves_on is False for limit in counted)


def _stays(path: Path, stage: Stage, priority: Priority) -> Fault:
    found = f"is 'no', as in every limit of the stage for the priority ‘{priority.name}’"
    write = (
        f"No limit of {stage.called} takes these people to the next stage, however long it lasts. Leave it "
        "out of the limit that decides. If none does, ask the partnership what holds for them."
    )
    return at(path, "moves_on", found, write)


def _acknowledgement(policy: Policy, today: date) -> Iterator[Fault]:
    for path, stage in stages(policy):
        own = list(placed((*path, "timescales"), stage.timescales))
        for place, limit in own if len(own) > 1 else ():
            if limit.moves_on is None and counts(limit) and "acknowledg" in limit.what.lower():
                write = (
                    f"Once it has passed people are sent to the stage after {stage.called}, though another "
                    "limit of the same stage still runs. If an acknowledgement settles nothing, write "
                    "moves_on: no. If they are to go on, write moves_on: yes."
                )
                yield at(place, "what", f"is '{limit.what}'", write)


GOING_ON = (
    Rule(
        name="moves-on",
        kind=Kind.FAULT,
        says="moves_on stands only at a limit of a stage, or of several, that is counted.",
        why="It says whether people go on to the next stage once the limit has passed.",
        wrong="unit: at once\nmoves_on: no",
        right="unit: at once",
        find=_moves_on,
    ),
    Rule(
        name="nothing-moves-on",
        kind=Kind.FAULT,
        says="A stage with limits has one that people go on after.",
        why="Otherwise the helper would tell them to wait in that stage for ever.",
        wrong="- what: the acknowledgement\n  moves_on: no",
        right="- what: the acknowledgement\n  moves_on: no\n- what: the decision",
        find=_nothing_ends_it,
    ),
    Rule(
        name="nothing-moves-on-for-one",
        kind=Kind.WARNING,
        says="Where people go on after a limit of a stage, so do those of each priority with limits there.",
        why="Otherwise the helper would tell those of one priority alone to wait in that stage.",
        wrong="- priority: urgent\n  moves_on: no\n- priority: normal",
        right="- priority: urgent\n- priority: normal",
        find=_nothing_for_one,
    ),
    Rule(
        name="acknowledgement",
        kind=Kind.WARNING,
        says="An acknowledgement beside another limit says whether people go on once its time has passed.",
        why=(
            "Where the file does not say, the helper takes them on after the earliest limit, which is the "
            "safer, but may be sooner than the policy means."
        ),
        wrong="- what: the acknowledgement\n- what: the decision",
        right="- what: the acknowledgement\n  moves_on: no\n- what: the decision",
        find=_acknowledgement,
    ),
)
