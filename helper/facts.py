"""The small facts that a policy is made of: words, duties, contacts, forms, routes."""

from dataclasses import dataclass
from datetime import date

from helper.fixed_words import Every, Fact, Silent, Strength


@dataclass(frozen=True, kw_only=True)
class Quote:
    """The policy's own words, short and exact, and the place they stand in."""

    says: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Point:
    """One fact in our words, with its place in the source."""

    text: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Duty:
    """Something that somebody has to do: a record, a report, a message.

    who: the role, as the start of a sentence. does: the rest of that sentence. form: id of a form.
    when: the case in which it applies, absent where it always does.
    """

    who: str
    does: str
    strength: Strength
    source: str
    says: str | None = None
    form: str | None = None
    when: str | None = None


@dataclass(frozen=True, kw_only=True)
class Contact:
    """How to reach a role. Each way is NOT_STATED where the source does not publish it.

    agency: id of the agency that it belongs to; area: the area that it is for. Absent where it is
    for all of them; one that names mine stands in place of those that name none.
    """

    role: str
    phone: str | Silent
    email: str | Silent
    link: str | Silent
    hours: str | Silent
    checked: date
    source: str
    agency: str | None = None
    area: str | None = None


@dataclass(frozen=True, kw_only=True)
class FormField:
    """One field of a form.

    label, hint: in the policy's own words. fill_with: what the helper writes into it; absent where
    only a person knows it.
    """

    label: str
    hint: str | None = None
    fill_with: Fact | None = None


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form of the policy.

    label: its place there ("Appendix 1"). link: NOT_STATED if not published. filled_by, goes_to:
    the roles that fill it in and receive it. when: when that is done. fields: in the order of the
    form; absent where the source does not hold them.
    """

    id: str
    name: str
    label: str
    link: str | Silent
    filled_by: str | Silent
    goes_to: str | Silent
    when: str | Silent
    source: str
    fields: tuple[FormField, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Channel:
    """How to talk. use, avoid: the ways to use and not to use, as sentences. stages: where that holds."""

    stages: tuple[str, ...] | Every
    use: str
    avoid: str | Silent
    says: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Urgent:
    """What the policy says to do at immediate risk of harm, beside calling 999."""

    when: str
    do: tuple[str, ...]
    says: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Silence:
    """What the policy says if nobody answers. not_agreed: whether that counts as no agreement."""

    text: str
    not_agreed: bool | Silent
    source: str


@dataclass(frozen=True, kw_only=True)
class StepsIn:
    """From which stage on the partnership itself acts: it is told before, but does not intervene."""

    stage: str
    text: str
    source: str
