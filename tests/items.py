"""What shows each of the 21 things that policies say: facet by facet, a test of one policy."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from helper.facts import Contact, Duty
from helper.fixed_words import NOT_STATED, Every, Power, Scope, Side, Start, Strength, Unit
from helper.narrow import all_stages
from helper.policy import Policy
from helper.stage import Ending, Stage
from helper.time_facts import Budget, Timescale

Shows = Callable[[Policy], object]


def stated(value: object) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else ()


def stages(policy: Policy) -> tuple[Stage, ...]:
    return all_stages(policy)


def limits(policy: Policy) -> Iterator[Timescale]:
    """The limits of every stage and route; those over several stages are `budgets`."""
    for place in (*stages(policy), *stated(policy.other_routes)):
        yield from stated(place.timescales)


def budgets(policy: Policy) -> Iterator[Budget]:
    yield from stated(policy.budgets)


def contacts(policy: Policy) -> Iterator[Contact]:
    """Those of the stages."""
    for stage in stages(policy):
        yield from stated(stage.contacts)


def records(policy: Policy) -> Iterator[Duty]:
    for stage in stages(policy):
        yield from stated(stage.records)


def endings(policy: Policy) -> Iterator[Ending]:
    yield from (stage.ends for stage in stages(policy) if stage.ends)


def form_with(*fields: str) -> Shows:
    return lambda policy: any(
        all(getattr(form, field) is not NOT_STATED for field in fields) for form in stated(policy.forms)
    )


def unit(kind: Unit) -> Shows:
    return lambda policy: any(each.unit is kind for each in limits(policy))


def strength(kind: Strength) -> Shows:
    return lambda policy: any(each.strength is kind for each in limits(policy))


def starts(kind: object) -> Shows:
    return lambda policy: any(each.counts_from is kind for each in limits(policy))


def power(kind: Power) -> Shows:
    return lambda policy: any(each.power is kind for each in endings(policy))


def side(kind: Side) -> Shows:
    return lambda policy: any(role.side is kind for stage in stages(policy) for role in stage.roles)


def owners(stage: Stage) -> set[str]:
    return {each.owner for each in stated(stage.timescales) if each.owner}


ITEMS: dict[int, dict[str, Shows]] = {
    1: {
        "stages with a label": lambda p: any(each.label for each in p.ladder),
        "stages with none": lambda p: any(not each.label for each in p.ladder),
        "a stage 0": lambda p: any(each.before_raising for each in p.ladder),
    },
    2: {
        "a record": lambda p: any(records(p)),
        "a form in use": lambda p: any(each.form for each in records(p)),
        "who fills in, who receives, when, where": form_with("filled_by", "goes_to", "when", "link"),
        "a form not published": lambda p: any(each.link is NOT_STATED for each in stated(p.forms)),
    },
    3: {
        "three routes or more": lambda p: len(stated(p.other_routes)) > 2,
        "a route with a clock": lambda p: any(each.timescales for each in stated(p.other_routes)),
        "a route with a contact": lambda p: any(each.contacts for each in stated(p.other_routes)),
    },
    4: {
        "immediate risk": lambda p: p.urgent is not NOT_STATED,
        "a faster ladder": lambda p: any(each.faster for each in p.ladders),
        "permission to start higher": lambda p: p.start_higher,
    },
    5: {
        "your role by agency": side(Side.YOURS),
        "their role by agency": side(Side.THEIRS),
        "a stand-in": lambda p: any(role.stand_in for stage in stages(p) for role in stage.roles),
        "in preference to line management": lambda p: any(stage.in_preference for stage in stages(p)),
        "a contact by stage, agency and area": lambda p: any(c.agency and c.area for c in contacts(p)),
        "a contact not published": lambda p: any(each.phone is NOT_STATED for each in stated(p.contacts)),
    },
    6: {
        "several areas": lambda p: len(stated(p.areas)) > 2,
        "an area's own contact": lambda p: any(each.area for each in stated(p.contacts)),
        "an area's own page": lambda p: any(each.link for each in p.overlays),
        "a stage added": lambda p: any(each.adds for each in p.overlays),
        "opting out": lambda p: any(each.opts_out for each in p.overlays),
    },
    7: {
        **{kind.value: unit(kind) for kind in Unit if kind not in (Unit.AT_ONCE, Unit.WORDS_ONLY)},
        "two units for one limit": lambda p: any(each.also for each in limits(p)),
        "a clock time": lambda p: any(each.clock for each in limits(p)),
        "an hour on a later day": lambda p: any(
            each.clock and each.unit is not Unit.SAME_WORKING_DAY for each in limits(p)
        ),
        "two clocks, two owners": lambda p: any(len(owners(stage)) > 1 for stage in stages(p)),
    },
    8: {kind.value: unit(kind) for kind in (Unit.AT_ONCE, Unit.WORDS_ONLY)},
    9: {
        **{kind.value: lambda p, kind=kind: p.scope is kind for kind in Scope},
        "its own word for the person": lambda p: p.vocabulary and p.vocabulary.person,
        "its own word for the lead": lambda p: p.vocabulary and p.vocabulary.lead,
    },
    10: {
        **{kind.value: power(kind) for kind in Power},
        "binding": lambda p: any(each.binding is True for each in endings(p)),
        "who chairs": lambda p: any(stage.chair for stage in stages(p)),
    },
    11: {
        "three duties or more": lambda p: len(stated(p.after)) > 2,
        "a duty that may be done": lambda p: any(each.strength is Strength.MAY for each in stated(p.after)),
    },
    12: {
        **{kind.value: starts(kind) for kind in (*Start, NOT_STATED)},
        "an event of its own": lambda p: any(isinstance(each.counts_from, str) for each in limits(p)),
        "two events": lambda p: any(each.or_from for each in limits(p)),
    },
    13: {
        "an optional stage": lambda p: any(stage.only_if for stage in stages(p)),
        "a gate": lambda p: any(stage.gate for stage in stages(p)),
        "the chair by case": lambda p: any(chair.when for stage in stages(p) for chair in stage.chair),
        "a choice at the end": lambda p: any(each.choices for each in endings(p)),
        "a ladder by situation": lambda p: any(not each.faster for each in p.ladders),
    },
    14: {
        kind.value: strength(kind) for kind in (Strength.MUST, Strength.SHOULD, Strength.TARGET, Strength.MAY)
    },
    15: {
        "telling the partnership": lambda p: any(stage.tells for stage in stages(p)),
        "from when it acts": lambda p: p.steps_in is not NOT_STATED,
    },
    16: {"whichever is sooner": lambda p: any(each.or_sooner for each in limits(p))},
    17: {
        "different at different stages": lambda p: len(stated(p.channels)) > 1,
        "the same at all stages": lambda p: any(each.stages is Every.STAGE for each in stated(p.channels)),
        "a way not to use": lambda p: any(each.avoid is not NOT_STATED for each in stated(p.channels)),
    },
    18: {
        "a shared ceiling": lambda p: any(isinstance(each.covers, tuple) for each in budgets(p)),
        "a cap on all of them": lambda p: any(each.covers is Every.STAGE for each in budgets(p)),
        "what if it takes longer": lambda p: any(each.if_longer is not NOT_STATED for each in budgets(p)),
        "running totals": lambda p: any(each.total for each in limits(p)),
    },
    19: {"silence is no agreement": lambda p: p.silence is not NOT_STATED and p.silence.not_agreed is True},
    20: {
        "priority classes": lambda p: p.priorities and any(each.priority for each in limits(p)),
        "what holds meanwhile": lambda p: p.status_quo,
        "across area borders": lambda p: p.cross_border,
    },
    21: {
        "its version": lambda p: isinstance(p.document.version, str),
        "who approved it": lambda p: isinstance(p.document.approved_by, str),
        "from when": lambda p: isinstance(p.document.effective, date),
        "its review": lambda p: isinstance(p.document.review, date),
        "what replaced it": lambda p: p.document.superseded_by,
    },
}
