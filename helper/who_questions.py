"""The questions that narrow what is shown without changing the way: agencies and priority."""

from helper.asking import Ask, Known, Option
from helper.first_questions import on_ladder
from helper.fixed_words import Side
from helper.narrow import NOT_KNOWN, all_stages, contacts
from helper.policy import Policy
from helper.situation import Situation
from helper.starts import limits


def needs_own_agency(now: Situation, known: Known) -> bool:
    """Whether who acts on my side depends on my agency."""
    return on_ladder(now, known) and bool(_agencies(now.policy, Side.YOURS))


def needs_other_agency(now: Situation, known: Known) -> bool:
    """Whether who to speak to depends on their agency."""
    return on_ladder(now, known) and bool(_agencies(now.policy, Side.THEIRS))


def ask_own_agency(now: Situation) -> Ask:
    """My own agency."""
    return _ask_agency(
        now.policy,
        id_="agency",
        name="Your agency",
        text="Which agency do you work for?",
        why="Who acts on your side differs from agency to agency.",
    )


def ask_other_agency(now: Situation) -> Ask:
    """The agency that decided."""
    return _ask_agency(
        now.policy,
        id_="other_agency",
        name="The other agency",
        text="Which agency do you disagree with?",
        why="Whom to contact differs from agency to agency.",
    )


def needs_priority(now: Situation, known: Known) -> bool:
    """Whether a limit of the stage to act in depends on the priority that was agreed."""
    return now.acts and any(each.priority for each in limits(now.policy, now.target))


def ask_priority(now: Situation) -> Ask:
    """The priority that was agreed when the concern was raised."""
    found = (Option(value=each.id, text=each.name, hint=each.means) for each in now.policy.priorities)
    unknown = Option(
        value=NOT_KNOWN,
        text="I do not know",
        hint="Or none is agreed. We show every limit",
    )
    return Ask(
        id="priority",
        name="Priority",
        text="Which priority has been agreed?",
        why="The time limit depends on it.",
        kind="choice",
        options=(*found, unknown),
        narrows=True,
    )


def _agencies(policy: Policy, side: Side) -> set[str]:
    """The agencies that make a difference on one side; contacts belong to the side that is spoken to."""
    roles = {each.agency for stage in all_stages(policy) for each in stage.roles if each.side is side}
    reached = {each.agency for each in contacts(policy) if each.agency}
    return roles | reached if side is Side.THEIRS else roles


def _ask_agency(policy: Policy, *, id_: str, name: str, text: str, why: str) -> Ask:
    agencies = (Option(value=each.id, text=each.name) for each in policy.agencies)
    unknown = Option(value=NOT_KNOWN, text="Another agency, or I do not know", hint="We show them all")
    return Ask(
        id=id_, name=name, text=text, why=why, kind="choice", options=(*agencies, unknown), narrows=True
    )
