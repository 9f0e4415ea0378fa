"""The shape of the ladder: where it begins, where it ends, what may stand between."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from helper.faults import Fault
from helper.fixed_words import NOT_STATED, Silent
from helper.narrow import all_stages
from helper.policy import Policy
from helper.stage import Stage
from macros.rules.places import Placed, ladders, placed
from macros.rules.rule import Kind, Rule, at

MOST_STAGES = 24
ADDED = "A stage that an area adds comes besides the others, in the place of none."


def _last_stage_ends(policy: Policy, today: date) -> Iterator[Fault]:
    for path, rungs in ladders(policy):
        for place, stage in placed(path, rungs):
            if (stage.ends is None) == (stage is rungs[-1]):
                yield at(
                    place, "ends", _ends_found(stage), "Write ends: for the last stage and for no other."
                )
    for path, overlay in placed(("overlays",), policy.overlays):
        for place, added in placed((*path, "adds"), overlay.adds):
            if added.stage.ends is not None:
                write = "Leave it out: an added stage is never the last."
                yield at((*place, "stage"), "ends", _ends_found(added.stage), write)


def _ends_found(stage: Stage) -> str:
    return "is missing" if stage.ends is None else "stands at a stage that is not the last"


def _same_stage(policy: Policy, today: date) -> Iterator[Fault]:
    for path, rungs in ladders(policy):
        yield from _called_again(placed(path, rungs), set())
        for where, overlay in placed(("overlays",), policy.overlays):
            added = [
                ((*place, "stage"), each.stage)
                for place, each in placed((*where, "adds"), overlay.adds)
                if each.after in {stage.id for stage in rungs}
            ]
            yield from _called_again(added, {stage.short_title.casefold() for stage in rungs})


def _called_again(rungs: Iterable[Placed[Stage]], seen: set[str]) -> Iterator[Fault]:
    for path, stage in rungs:
        if stage.short_title.casefold() in seen:
            write = f"Write one of its own. {ADDED}"
            yield at(path, "label" if stage.label else "name", f"is '{stage.short_title}' again", write)
        seen.add(stage.short_title.casefold())


def _added_after(policy: Policy, today: date) -> Iterator[Fault]:
    last = {rungs[-1].id for _, rungs in ladders(policy)}
    for path, overlay in placed(("overlays",), policy.overlays):
        for place, added in placed((*path, "adds"), overlay.adds):
            if added.after in last:
                write = "That is the last stage, which ends it: write an earlier one."
                yield at(place, "after", f"is '{added.after}'", write)


def _before_raising(policy: Policy, today: date) -> Iterator[Fault]:
    for path, rungs in ladders(policy):
        raised = False
        for place, stage in placed(path, rungs):
            raised = raised or not stage.before_raising
            if stage.before_raising and (raised or stage is rungs[-1]):
                write = (
                    "Leave it out: only stages at the foot of the ladder come before the concern is raised."
                )
                yield at(place, "before_raising", "is 'yes'", write)


def _start_higher(policy: Policy, today: date) -> Iterator[Fault]:
    first = {id_ for _, rungs in ladders(policy) for id_ in _to_the_first(rungs)}
    for path, higher in placed(("start_higher",), policy.start_higher):
        if higher.stage in first:
            yield at(
                path,
                "stage",
                f"is '{higher.stage}'",
                "That is no later than the first stage: write a later one.",
            )


def _to_the_first(rungs: Sequence[Stage]) -> Iterator[str]:
    """The stages up to the first one that reaches the other agency."""
    for stage in rungs:
        yield stage.id
        if not stage.before_raising:
            return


def _no_ladder(policy: Policy, today: date) -> Iterator[Fault]:
    if policy.stages is not NOT_STATED:
        return
    names = ("ladders", "start_higher", "budgets", "steps_in")
    there = [(name,) for name in names if getattr(policy, name) and getattr(policy, name) is not NOT_STATED]
    adds = [(*path, "adds") for path, overlay in placed(("overlays",), policy.overlays) if overlay.adds]
    for path in [*there, *adds]:
        word = "Write not stated" if path[-1] in ("budgets", "steps_in") else "Leave it out"
        yield Fault(path=path, found="needs a ladder", write=f"{word}: stages is 'not stated'.", in_key=True)


def _many_stages(policy: Policy, today: date) -> Iterator[Fault]:
    found = len(all_stages(policy))
    if found > MOST_STAGES:
        write = f"Write at most {MOST_STAGES}, or two policies."
        yield Fault(path=("stages",), found=f"has {found} stages with all ladders and areas", write=write)


def _days_in_order(policy: Policy, today: date) -> Iterator[Fault]:
    document = policy.document
    if not isinstance(document.issued, Silent) and document.issued > document.taken:
        found = f"is {document.issued}, but taken is {document.taken}, which is before it"
        write = "One of the two is wrong: nobody can take facts from a document before it is issued."
        yield at(("document",), "issued", found, write)


SHAPE = (
    Rule(
        name="last-stage-ends",
        kind=Kind.FAULT,
        says="The last stage of every ladder says how it ends, and no other stage does.",
        why="A practitioner who has come to the end has to be told whether the decision binds.",
        wrong="- id: board\n  label: Stage 4",
        right="- id: board\n  label: Stage 4\n  ends:\n    power: decides",
        find=_last_stage_ends,
    ),
    Rule(
        name="same-stage",
        kind=Kind.FAULT,
        says="No two stages that one practitioner can meet are called the same, by their label or name.",
        why="Sent to “Stage 3”, somebody has to know which of them is meant.",
        wrong="- id: joint_panel\n  label: Stage 3",
        right="- id: joint_panel\n  label: Stage 3W",
        find=_same_stage,
    ),
    Rule(
        name="added-after-last",
        kind=Kind.FAULT,
        says="A stage that an area adds follows a stage that is not the last.",
        why="The last stage settles it; nothing can follow it.",
        wrong="after: board",
        right="after: managers",
        find=_added_after,
    ),
    Rule(
        name="before-raising",
        kind=Kind.FAULT,
        says="Stages within your own agency stand before all others, and at least one other follows.",
        why="The ladder’s clock starts with the first stage that reaches the other agency.",
        wrong="- id: board\n  before_raising: yes",
        right="- id: think\n  before_raising: yes",
        find=_before_raising,
    ),
    Rule(
        name="start-higher-first",
        kind=Kind.FAULT,
        says="Permission to start higher leads to a later stage than the first.",
        why="Everybody may start at the first stage; the question would be asked for nothing.",
        wrong="start_higher:\n  - stage: professionals",
        right="start_higher:\n  - stage: managers",
        find=_start_higher,
    ),
    Rule(
        name="no-ladder",
        kind=Kind.FAULT,
        says=(
            "Where the source gives no stages, nothing else builds on them: no other ladder, no "
            "start higher, no budget, no added stage."
        ),
        why="Otherwise the pages would show limits for stages that nobody can see.",
        wrong="stages: not stated\nbudgets:\n  - id: maximum",
        right="stages: not stated\nbudgets: not stated",
        find=_no_ladder,
    ),
    Rule(
        name="many-stages",
        kind=Kind.FAULT,
        says=f"A policy has at most {MOST_STAGES} stages, with those of other ladders and of areas.",
        why="Policies have two to six. So many stages are more likely two policies in one file.",
        wrong="stages:\n  - id: one\n  # and thirty more",
        right="stages:\n  - id: one\n  # and five more",
        find=_many_stages,
    ),
    Rule(
        name="days-in-order",
        kind=Kind.FAULT,
        says="A document was issued no later than the day you took the facts from it.",
        why="Readers judge by these days how old the facts are.",
        wrong="issued: 2026-12-01\ntaken: 2026-11-21",
        right="issued: 2026-01-12\ntaken: 2026-11-21",
        find=_days_in_order,
    ),
)
