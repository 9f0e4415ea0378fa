"""What one policy says at each place at which two policies are compared: a column, ready to be printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helper.dates import on_or_in
from helper.narrow import area_names
from helper.policy import Policy
from macros.comparison.row import Row
from macros.comparison.stage_rows import stage_rows
from macros.comparison.whole_rows import document, in_short, throughout
from macros.counted import stages_said

ORDER = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading with its rows. Two policies' sections of one heading have the same terms in one order."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Column:
    """All that a comparison says of one policy.

    has: "Sefton has four steps." review: the day by which it is to be reviewed, as 2027-04-01; empty
    where none is stated, or another policy has replaced it. groups: what goes for the whole; the stages
    within one's own agency; the stages once it is raised; the rest. Within a group the sections of
    two policies stand beside each other by order.
    """

    id: str
    name: str
    has: str
    review: str
    review_in_words: str
    groups: tuple[tuple[Section, ...], ...]


def column(policy: Policy) -> Column:
    """The column of a policy; without stages where our source states none."""
    review = _review(policy)
    return Column(
        id=policy.id,
        name=policy.name,
        has=_has(policy),
        review=f"{review:%Y-%m-%d}" if review else "",
        review_in_words=on_or_in(review) if review else "",
        groups=(
            (Section(heading="In short", rows=tuple(in_short(policy))),),
            tuple(_stages(policy, before_raising=True)),
            tuple(_stages(policy, before_raising=False)),
            (
                Section(heading="What holds throughout", rows=tuple(throughout(policy))),
                Section(heading="The documents", rows=tuple(document(policy))),
            ),
        ),
    )


def _has(policy: Policy) -> str:
    """How many stages, and what must be known before anything else."""
    stages = f"{policy.name} has {stages_said(policy)}."
    if not policy.ladder:
        stages = f"Our source for {policy.name} does not state the {policy.stage_word}s."
    guide = "" if area_names(policy) else "It is no area’s policy and sets no dates."
    replaced = f"The policy of {policy.name} has been replaced." if policy.document.superseded_by else ""
    return " ".join(filter(None, (stages, guide, replaced)))


def _review(policy: Policy) -> date | None:
    day = policy.document.review
    return day if isinstance(day, date) and not policy.document.superseded_by else None


def _stages(policy: Policy, *, before_raising: bool) -> Iterator[Section]:
    found = [each for each in policy.ladder if each.before_raising is before_raising]
    for number, stage in enumerate(found, 1):
        heading = "Before you raise it" if before_raising else _ordinal(number)
        yield Section(heading=heading, rows=tuple(stage_rows(policy, stage)))


def _ordinal(number: int) -> str:
    return f"{ORDER[number - 1]} stage" if number <= len(ORDER) else f"Stage {number}"
