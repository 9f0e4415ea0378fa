"""The rows about a whole policy: in short, what holds throughout, its document."""

from collections.abc import Iterator
from datetime import date

from helper.dates import words
from helper.fixed_words import Outside, Silent
from helper.narrow import area_names
from helper.policy import Policy
from macros.comparison.row import Row, line, row
from macros.counted import stages_said
from macros.limits import in_all, shared_limits
from macros.paragraphs import AFTER, BEFORE, beside_the_ladder

NOT_COMPARED = ("What it is and why it matters", "Principles")
NEUTRAL = {"child": "somebody", "stages": "stages", "word": "stage"}


def in_short(policy: Policy) -> Iterator[Row]:
    """Whose policy it is, for whom, and how long it takes to its end."""
    areas = area_names(policy)
    ends = policy.ladder[-1].ends if policy.ladder else None
    yield row("Partnership", [policy.partnership.name])
    yield row("Areas", [", ".join(areas) or "None: it is a general guide, no area’s policy"])
    yield row("Protects", [policy.scope.value])
    stages = [stages_said(policy)] if policy.ladder else []
    yield row("How many stages", stages, silent="Not stated in our source")
    yield row("Time in all", _whole_time(policy))
    yield row("What the last stage does", [] if ends is None else _said(ends.power))
    yield row("Whether the end is binding", [] if ends is None else _said(ends.binding))


def throughout(policy: Policy) -> Iterator[Row]:
    """What the procedure in full says outside the stages, then what is beside the normal ladder."""
    for heading, texts in (*BEFORE, *AFTER):
        if heading not in NOT_COMPARED:
            yield row(heading.format(**NEUTRAL), map(line, texts(policy)))
    for term, point in (
        ("While it is disputed", policy.status_quo),
        ("Across area borders", policy.cross_border),
    ):
        yield row(term, [point.text] if point else [])
    yield row("Other ladders, and what differs by area", _beside(policy), rare=True)


def document(policy: Policy) -> Iterator[Row]:
    """Which document it is, of which version, and when it is reviewed."""
    held = policy.document
    yield row("Title", [held.title])
    yield row("Replaced", [held.superseded_by.text] if held.superseded_by else [], rare=True)
    yield row("Version", _said(held.version))
    yield row("Its date", [f"{held.issued_as or 'dated'} {each}" for each in _said(held.issued)])
    yield row("In force from", _said(held.effective))
    yield row("Next review", _said(held.review))
    yield row("Facts taken on", _said(held.taken))


def _whole_time(policy: Policy) -> Iterator[str]:
    total = in_all(policy)
    yield f"{total} in all" if total else ""
    for each in shared_limits(policy):
        said = each.words or f"“{each.says}”"
        yield f"{each.name}: {', '.join(filter(None, (said, each.case)))}"


def _beside(policy: Policy) -> Iterator[str]:
    for heading, texts in beside_the_ladder(policy):
        for text in texts:
            yield f"{heading}. {line(text)}"


def _said(value: object) -> list[str]:
    """The value in words; nothing where the policy is silent."""
    if isinstance(value, Silent):
        return []
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if isinstance(value, date):
        return [words(value)]
    return [value.value if isinstance(value, Outside) else str(getattr(value, "value", value))]
