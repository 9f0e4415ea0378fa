"""The flowchart as rows of words: what stands in each box, beside it and below it."""

from collections.abc import Iterator
from dataclasses import dataclass

from helper.policy import Policy
from helper.vocabulary import child, upper_first, with_article
from macros.exits import exits
from macros.limits import Added, Limit, Rung, rungs
from macros.routes import Route, routes


@dataclass(frozen=True, kw_only=True)
class Row:
    """One box with its ways out.

    kind: start, routes, gate, stage, optional or last. times: its limits, beside the text. across: the
    label of the way out, end: what it leads to; down: the label of the way on, empty at the last.
    """

    kind: str
    name: str = ""
    texts: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    across: str = ""
    end: tuple[str, ...] = ()
    down: str = ""


def flow_rows(policy: Policy) -> tuple[Row, ...]:
    """Danger first, then other routes, then the ladder; without one each route and the full procedure."""
    return (_start(policy), *(_ladder(policy) if policy.ladder else _routes(policy)))


def _start(policy: Policy) -> Row:
    return Row(
        kind="start",
        name=f"You disagree with another agency’s decision about {with_article(child(policy))}",
        across="Immediate danger",
        end=("Call 999 now",),
        down="No immediate danger",
    )


def _ladder(policy: Policy) -> Iterator[Row]:
    others, ladder = routes(policy), rungs(policy)
    if others:
        yield Row(
            kind="routes",
            texts=tuple(each.route.use_when for each in others),
            across="Other route",
            end=tuple(each.route.name for each in others),
            down="None of these" if len(others) > 1 else "No",
        )
    for number, rung in enumerate(ladder, 1):
        yield from _gate(policy, rung)
        yield _stage(policy, rung, ladder[number].stage.short_title if number < len(ladder) else "")


def _gate(policy: Policy, rung: Rung) -> Iterator[Row]:
    """What somebody has to decide before the stage may begin."""
    if gate := rung.stage.gate:
        refused = exits(policy, rung).refused
        yield Row(
            kind="gate",
            texts=(f"{gate.who} decides {gate.decides}",),
            across="No",
            end=(refused,),
            down="Yes",
        )


def _stage(policy: Policy, rung: Rung, after: str) -> Row:
    stage, ways = rung.stage, exits(policy, rung)
    return Row(
        kind="last" if rung.last else "optional" if stage.only_if else "stage",
        name=f"{stage.label}: {stage.name}" if stage.label else stage.name,
        texts=(*_whether(rung, after), stage.in_brief, *map(comes_next, rung.added)),
        times=tuple(times(rung)),
        across=ways.across,
        end=("Finish.", *([ways.end] if ways.end else [])),
        down=ways.down,
    )


def _whether(rung: Rung, after: str) -> Iterator[str]:
    stage = rung.stage
    if stage.only_if:
        yield f"Not always used: “{stage.only_if.says}”{f'. If it is not used: {after}' if after else ''}."


def comes_next(added: Added) -> str:
    """What one area has before the next box."""
    return f"In {added.area}, {added.called} comes next."


def times(rung: Rung) -> Iterator[str]:
    """Each limit of a stage, whose or what it is for where there are several; or that there is none."""
    for each in (*rung.limits, *rung.said):
        what = f": {each.priority or each.what}" if rung.several else ""
        total = f", {_number(each.total)} in all" if each.total else ""
        yield f"{limit_words(each)}{what}{total}{in_case(each)}"
    if not rung.limits and not rung.said:
        yield upper_first(rung.silent)


def _number(total: str) -> str:
    return total.partition(" ")[0]


def in_case(each: Limit) -> str:
    """The one case in which a limit holds, to follow it."""
    return f", {each.case}" if each.case else ""


def limit_words(each: Limit) -> str:
    """2 working days, or sooner; the policy's own words where it gives no number."""
    words = upper_first(each.words) if each.words else f"“{each.says}”"
    return f"{words}{', or sooner' if each.sooner else ''}{' (a target)' if each.target else ''}"


def _routes(policy: Policy) -> Iterator[Row]:
    for each in routes(policy):
        yield Row(
            kind="stage",
            name=f"{each.route.use_when}?",
            texts=(each.route.instead,),
            across="Yes",
            end=(each.route.name, *_ways(each)),
            down="No",
        )
    silent = f"Our source does not state the {policy.stage_word}s or their time limits."
    yield Row(kind="last", name="Open the full procedure", texts=(silent,))


def _ways(route: Route) -> Iterator[str]:
    for line in route.contacts:
        yield from (f"{way.term}: {way.text}" for way in line.ways)
