"""The empty forms of a policy: its own where our source has their fields, a plain record elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from helper.facts import Duty, Form
from helper.fixed_words import stated
from helper.narrow import all_stages
from helper.policy import Policy
from helper.vocabulary import teller
from macros.limits import if_longer

Where = tuple[str, tuple[Duty, ...]]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the policy wants written down or told. where: at which stages. sources: the places that say so."""

    where: str
    duty: Duty
    sources: str


@dataclass(frozen=True, kw_only=True)
class RecordSheets:
    """plain: whether a record of ours is needed beside the policy's forms; why: whose fields it has."""

    forms: tuple[Form, ...]
    plain: bool
    why: str
    asked: tuple[Asked, ...]


def record_sheets(policy: Policy) -> RecordSheets:
    """Every form of the policy, and ours unless the fields of all of them are known."""
    forms = stated(policy.forms)
    unknown = tuple(form for form in forms if not form.fields)
    return RecordSheets(
        forms=forms,
        plain=bool(unknown) or not forms,
        why=_why(policy, unknown),
        asked=asked(policy),
    )


def asked(policy: Policy) -> tuple[Asked, ...]:
    """Each duty once, however many stages have it."""
    found: dict[Duty, list[tuple[str, str]]] = {}
    for where, duties in _duties(policy):
        for duty in duties:
            found.setdefault(replace(duty, source=""), []).append((where, duty.source))
    return tuple(
        Asked(where=_once(where for where, _ in each), duty=duty, sources=_once(source for _, source in each))
        for duty, each in found.items()
    )


def _duties(policy: Policy) -> Iterator[Where]:
    """Where duties stand: at a stage, at every stage, where it takes longer, at the end."""
    for stage in all_stages(policy):
        yield stage.short_title, (*stated(stage.records), *stage.tells)
    yield f"Every {policy.stage_word}", stated(policy.always)
    for budget in stated(policy.budgets):
        yield if_longer(budget), stated(budget.if_longer)
    yield "Afterwards", stated(policy.after)


def _once(words: Iterator[str]) -> str:
    return ", ".join(dict.fromkeys(words))


def _why(policy: Policy, unknown: tuple[Form, ...]) -> str:
    if not unknown:
        return f"{teller(policy)} publishes no form. This record is ours and not the policy’s."
    names = " and ".join(f"{form.name} ({form.label})" for form in unknown)
    return f"Our source has no fields of {names}. This record is ours and not the policy’s."
