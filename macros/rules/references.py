"""Whatever is named has to be there: stages, forms, agencies, areas, events, priorities."""

from collections.abc import Iterable, Iterator
from datetime import date

from helper.faults import Fault, did_you_mean
from helper.fixed_words import NOT_STATED, Silent, Start
from helper.narrow import area_names
from helper.policy import Policy
from macros.rules.places import Placed, contacts, duties, ladders, limits, placed, roles, stages
from macros.rules.rule import Kind, Rule, at

STARTS = [*(start.value for start in Start), NOT_STATED.value]
Named = Placed[str | None]


def _stages(policy: Policy, today: date) -> Iterator[Fault]:
    known = [stage.id for _, stage in stages(policy)]
    named: list[Named] = [
        ((*path, "stage"), each.stage) for path, each in placed(("start_higher",), policy.start_higher)
    ]
    for path, channel in placed(("channels",), policy.channels):
        named += placed((*path, "stages"), channel.stages if isinstance(channel.stages, tuple) else ())
    for path, budget in placed(("budgets",), policy.budgets):
        named += placed((*path, "covers"), budget.covers if isinstance(budget.covers, tuple) else ())
    if not isinstance(policy.steps_in, Silent):
        named.append((("steps_in", "stage"), policy.steps_in.stage))
    for path, each in placed(("scenarios",), policy.scenarios):
        named.append(((*path, "expect", "stage"), each.expect.stage))
    yield from _unknown(named, known, "the stages")
    rungs = [stage.id for _, rungs in ladders(policy) for stage in rungs]
    yield from _unknown(_followed(policy), rungs, "the stages of a ladder")


def _followed(policy: Policy) -> list[Named]:
    overlays = placed(("overlays",), policy.overlays)
    added = [each for path, overlay in overlays for each in placed((*path, "adds"), overlay.adds)]
    return [((*path, "after"), each.after) for path, each in added]


def _forms(policy: Policy, today: date) -> Iterator[Fault]:
    known = [form.id for _, form in placed(("forms",), policy.forms)]
    yield from _unknown((((*path, "form"), duty.form) for path, duty in duties(policy)), known, "the forms")


def _agencies(policy: Policy, today: date) -> Iterator[Fault]:
    named = [
        *(((*path, "agency"), role.agency) for path, role in roles(policy)),
        *(((*path, "agency"), contact.agency) for path, contact in contacts(policy)),
    ]
    yield from _unknown(named, [each.id for each in policy.agencies], "the agencies")


def _areas(policy: Policy, today: date) -> Iterator[Fault]:
    named = [
        *(((*path, "area"), contact.area) for path, contact in contacts(policy)),
        *(((*path, "area"), each.area) for path, each in placed(("overlays",), policy.overlays)),
    ]
    yield from _unknown(named, list(area_names(policy)), "the areas")


def _events(policy: Policy, today: date) -> Iterator[Fault]:
    events = [each.id for each in policy.events]
    for path, limit in limits(policy) if _differ(events) else ():
        for field in ("counts_from", "or_from"):
            start = getattr(limit, field)
            if isinstance(start, str) and start not in events:
                yield at(path, field, f"is '{start}'", _start_or_event(start, events))


def _start_or_event(found: str, events: list[str]) -> str:
    """What to write for the start of a limit; an event has to stand in the file first."""
    known = [*STARTS, *events]
    mine = "" if events else ", or the id of one of your events, once it stands in events"
    return f"{did_you_mean(found, known)}Write one of these: {', '.join(known)}{mine}."


def _priorities(policy: Policy, today: date) -> Iterator[Fault]:
    named = (((*path, "priority"), limit.priority) for path, limit in limits(policy))
    yield from _unknown(named, [each.id for each in policy.priorities], "the priorities")


def _differ(known: list[str]) -> bool:
    """Whether each id is used once; of one that is used again a name that is not there may only follow."""
    return len(set(known)) == len(known)


def _unknown(named: Iterable[Named], known: list[str], of: str) -> Iterator[Fault]:
    for path, name in named if _differ(known) else ():
        if name is not None and name not in known:
            there = ", ".join(known) or "there are none yet"
            write = f"{did_you_mean(name, known)}Write one of {of}: {there}."
            yield Fault(path=path, found=f"is '{name}'", write=write)


REFERENCES = (
    Rule(
        name="unknown-stage",
        kind=Kind.FAULT,
        says="A stage that is named is one of the stages.",
        why="A limit or a rule for a stage that is not there would be shown nowhere.",
        wrong="covers:\n  - manager",
        right="covers:\n  - managers",
        find=_stages,
    ),
    Rule(
        name="unknown-form",
        kind=Kind.FAULT,
        says="A form that is named is one of the forms.",
        why="People would be told to fill in a form that nobody can find.",
        wrong="form: log",
        right="form: summary-log",
        find=_forms,
    ),
    Rule(
        name="unknown-agency",
        kind=Kind.FAULT,
        says="An agency that is named by a role or a contact is one of the agencies.",
        why="A role for an agency that is not there would be offered to nobody.",
        wrong="agency: helth",
        right="agency: health",
        find=_agencies,
    ),
    Rule(
        name="unknown-area",
        kind=Kind.FAULT,
        says="An area that is named by a contact or an overlay is one of the areas.",
        why="What is special to an area would reach nobody who works there.",
        wrong="area: North Twon",
        right="area: North Town",
        find=_areas,
    ),
    Rule(
        name="unknown-event",
        kind=Kind.FAULT,
        says="What a limit counts from is one of the fixed words or one of the events.",
        why="Without its first day no limit can be counted.",
        wrong="counts_from: decision_recieved",
        right="counts_from: decision_received",
        find=_events,
    ),
    Rule(
        name="unknown-priority",
        kind=Kind.FAULT,
        says="A priority that a limit names is one of the priorities.",
        why="A limit for a priority that cannot be chosen would never be shown.",
        wrong="priority: urgnet",
        right="priority: urgent",
        find=_priorities,
    ),
)
