"""What must hold between the fields of a policy, beyond each field's own type."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from helper.faults import Fault, Path
from helper.policy import NOT_STATED, Duty, Every, Policy, Silent, Stage, Start, Timescale, Unit
from helper.state import RESERVED
from helper.timescale import WEEK

NAME = re.compile(r"[a-z][a-z0-9_]*")
ADDRESS = re.compile(r"[a-z][a-z0-9-]*")
WITH_AMOUNT = (Unit.WORKING_DAYS, Unit.DAYS)
WITHOUT_NUMBER = (Unit.AT_ONCE, Unit.WORDS_ONLY)


def broken_rules(policy: Policy) -> list[Fault]:
    """Every rule that the policy breaks, rule by rule."""
    return [fault for rule in RULES for fault in rule(policy)]


def _id_is_an_address(policy: Policy) -> Iterator[Fault]:
    if not ADDRESS.fullmatch(policy.id) or policy.id in (
        "about",
        "api",
        "assets",
        "what-now",
        "compare",
    ):
        yield Fault(
            path=(),
            found=f"is named '{policy.id}'",
            write="Name the file with small letters, digits and hyphens, for example north-town.yaml.",
        )


def _stage_ids(policy: Policy) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, stage in enumerate(policy.stages):
        path: Path = ("stages", index, "id")
        if not NAME.fullmatch(stage.id) or stage.id in RESERVED:
            yield Fault(
                path=path,
                found=f"is '{stage.id}'",
                write=f"Write small letters, digits and _, but none of: {', '.join(RESERVED)}.",
            )
        if stage.id in seen:
            yield Fault(path=path, found=f"is '{stage.id}' again", write="Write an id of its own.")
        seen.add(stage.id)


def _amounts(policy: Policy) -> Iterator[Fault]:
    for path, limit in _timescales(policy):
        if limit.unit in WITH_AMOUNT and not limit.amount:
            yield _fault(
                path, "amount", "is missing", f"Write amount: and a whole number of {limit.unit.value}."
            )
        if limit.unit not in WITH_AMOUNT and limit.amount is not None:
            yield _fault(
                path,
                "amount",
                f"is {limit.amount}",
                f"Leave it out: “{limit.unit.value}” has none.",
            )
        if limit.unit in WITHOUT_NUMBER and (limit.counts_from or limit.total is not None):
            yield _fault(
                path,
                "unit",
                f"is '{limit.unit.value}'",
                "Leave counts_from and total out: nothing is counted.",
            )
        if limit.unit not in WITHOUT_NUMBER and limit.counts_from is None:
            starts = ", ".join(start.value for start in Start)
            yield _fault(path, "counts_from", "is missing", f"Write one of: {starts}, not stated.")


def _first_stage(policy: Policy) -> Iterator[Fault]:
    for path, limit in _timescales(policy):
        if path[:2] == ("stages", 0) and limit.counts_from is Start.STAGE_BEFORE:
            yield _fault(
                path,
                "counts_from",
                "is 'end of the stage before'",
                "The first stage has none before it: write not stated, or start of the first stage.",
            )


def _running_totals(policy: Policy) -> Iterator[Fault]:
    """A stated running total is the sum of the limits up to its stage."""
    total = 0
    for index, stage in enumerate(policy.stages):
        limits = [] if stage.timescales is NOT_STATED else list(enumerate(stage.timescales))
        total += max((_days(limit) for _, limit in limits), default=0)
        for number, limit in limits:
            if limit.total is not None and limit.total != total:
                yield _fault(
                    ("stages", index, "timescales", number),
                    "total",
                    f"is {limit.total}",
                    f"The limits up to here add up to {total}: write {total}, or put the amounts right.",
                )


def _days(limit: Timescale) -> int:
    return WEEK if limit.unit is Unit.WORKING_WEEK else limit.amount or 0


def _budgets_start_with_the_ladder(policy: Policy) -> Iterator[Fault]:
    for index, budget in enumerate(() if policy.budgets is NOT_STATED else policy.budgets):
        if budget.counts_from is Start.STAGE_BEFORE:
            yield _fault(
                ("budgets", index),
                "counts_from",
                "is 'end of the stage before'",
                "A limit for several stages counts from the start of the first: write that, or not stated.",
            )


def _budgets_cover_stages(policy: Policy) -> Iterator[Fault]:
    ids = [stage.id for stage in policy.stages]
    for index, budget in enumerate(() if policy.budgets is NOT_STATED else policy.budgets):
        for number, covered in enumerate(() if isinstance(budget.covers, Every) else budget.covers):
            if covered not in ids:
                yield Fault(
                    path=("budgets", index, "covers", number),
                    found=f"is '{covered}'",
                    write=f"Write all stages, or some of: {', '.join(ids)}.",
                )


def _channel_stages(policy: Policy) -> Iterator[Fault]:
    ids = [stage.id for stage in policy.stages]
    if policy.channel is NOT_STATED or isinstance(policy.channel.stages, Every):
        return
    for number, named in enumerate(policy.channel.stages):
        if named not in ids:
            yield _fault(
                ("channel", "stages"),
                number,
                f"is '{named}'",
                f"Write all stages, or some of: {', '.join(ids)}.",
            )


def _forms(policy: Policy) -> Iterator[Fault]:
    ids = [] if policy.forms is NOT_STATED else [form.id for form in policy.forms]
    for path, duty in _duties(policy):
        if duty.form is not None and duty.form not in ids:
            known = ", ".join(ids) or "there are none yet"
            yield _fault(path, "form", f"is '{duty.form}'", f"Write the id of one of the forms: {known}.")


def _last_stage_ends(policy: Policy) -> Iterator[Fault]:
    last = len(policy.stages) - 1
    for index, stage in enumerate(policy.stages):
        if (stage.ends is None) == (index == last):
            yield Fault(path=("stages", index, "ends"), found=_ends_found(stage), write=ENDS_ADVICE)


def _dates(policy: Policy) -> Iterator[Fault]:
    issued = policy.document.issued
    if isinstance(issued, date) and issued > policy.document.taken:
        yield Fault(
            path=("document", "issued"),
            found=f"is {issued}, after the day it was taken",
            write=f"Write a day up to {policy.document.taken}.",
        )


ENDS_ADVICE = "Write ends: for the last stage and for no other."
RULES: tuple[Callable[[Policy], Iterator[Fault]], ...] = (
    _id_is_an_address,
    _stage_ids,
    _amounts,
    _first_stage,
    _running_totals,
    _budgets_start_with_the_ladder,
    _budgets_cover_stages,
    _channel_stages,
    _forms,
    _last_stage_ends,
    _dates,
)


def _ends_found(stage: Stage) -> str:
    return "is missing" if stage.ends is None else "stands at a stage that is not the last"


def _timescales(policy: Policy) -> Iterator[tuple[Path, Timescale]]:
    for index, stage in enumerate(policy.stages):
        for number, limit in enumerate(() if stage.timescales is NOT_STATED else stage.timescales):
            yield ("stages", index, "timescales", number), limit
    for number, budget in enumerate(() if policy.budgets is NOT_STATED else policy.budgets):
        yield ("budgets", number), budget


def _duties(policy: Policy) -> Iterator[tuple[Path, Duty]]:
    """Every duty of the file with its path."""
    lists: list[tuple[Path, tuple[Duty, ...] | Silent]] = [
        (("always",), policy.always),
        (("after",), policy.after),
        *((("stages", n, "records"), stage.records) for n, stage in enumerate(policy.stages)),
        *(
            (("budgets", n, "if_longer"), budget.if_longer)
            for n, budget in enumerate(() if policy.budgets is NOT_STATED else policy.budgets)
        ),
    ]
    for path, duties in lists:
        for number, duty in enumerate(() if isinstance(duties, Silent) else duties):
            yield (*path, number), duty


def _fault(path: Path, name: str | int, found: str, write: str) -> Fault:
    return Fault(path=(*path, name), found=found, write=write)
