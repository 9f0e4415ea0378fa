"""The kinds of page that every policy has."""

from collections.abc import Callable
from dataclasses import dataclass

from helper.fixed_words import NOT_STATED
from helper.policy import Policy
from macros.briefing import duties_to_record
from macros.contact_book import contact_book
from macros.contacts import contact_groups, lines
from macros.date_table.files import table_path
from macros.diff.changes import changes
from macros.diff.held import held_versions, spans_here, spans_stated
from macros.diff.versions import Version, earlier_versions
from macros.exercises import exercise_links
from macros.exits import all_exits
from macros.limits import added_rungs, other_ladders
from macros.link_marks import held_since, link_marks
from macros.practice import practice
from macros.procedure import sections
from macros.proof.certificate import certificate
from macros.record_sheet import record_sheets
from macros.routes import routes
from macros.silent import silences
from macros.states import states

Values = dict[str, object]
FIRST_STAGES = 2
"""Whose contacts a pocket card has room for."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of policy page: its template, its folder below the policy's, its title and description.

    values: what only its own template needs. pdf: the name of its PDF, empty where it has none. terms:
    whether terms lead to the glossary; not on paper, nor where somebody is answering.
    """

    name: str
    folder: str
    title: str
    description: str
    values: Callable[[Policy], Values]
    pdf: str = ""
    terms: bool = True


def _other_ways(policy: Policy) -> Values:
    """What stands beside the normal ladder: other ladders, other routes, what each area has of its own."""
    areas = [(overlay, added_rungs(policy, overlay)) for overlay in policy.overlays]
    return {"ladders": other_ladders(policy), "routes": routes(policy), "areas": areas}


def _at_a_glance(policy: Policy) -> Values:
    return {**_other_ways(policy), "contacts": contact_groups(policy), "silences": silences(policy)}


def _flowchart(policy: Policy) -> Values:
    return {**_other_ways(policy), "exits": all_exits(policy)}


def _briefing(policy: Policy) -> Values:
    links = tuple(exercise_links(policy, "../../"))
    return {**_other_ways(policy), "record": duties_to_record(policy), "practice": links}


def _pocket_card(policy: Policy) -> Values:
    """The ways to reach whoever acts first: of the whole policy, and of the first stages."""
    whole = [("", lines(policy, policy.contacts))] if policy.contacts is not NOT_STATED else []
    first = [(each.short_title, lines(policy, each.contacts)) for each in policy.ladder[:FIRST_STAGES]]
    return {"reach": (*whole, *first), "record": duties_to_record(policy), "routes": routes(policy)}


def _what_now(policy: Policy) -> Values:
    """The states, the contacts of those that lead away from the ladder, and what links lead to them."""
    found, earlier = states(policy), earlier_versions(policy.id)
    away = [each for each in found if each.kind in ("route", "procedure")]
    reach = {each.id: lines(policy, getattr(each.shown, "contacts", NOT_STATED)) for each in away}
    version = held_since(policy, earlier)[-1]
    marks = link_marks(policy, earlier)
    return {"states": found, "reach": reach, "version": version, "marks": marks, "dates": table_path(policy)}


def changed(policy: Policy, earlier: tuple[Version, ...]) -> Values:
    """What changed between the versions, and which of them answers for which days."""
    held = held_versions(policy, earlier)
    spans = {"here": spans_here(held), "stated": spans_stated(held)}
    return {"held": changes(policy, earlier), "versions": held, **spans}


KINDS = (
    Kind(
        name="at_a_glance",
        folder="",
        title="{name} at a glance",
        description="The {name} escalation policy on one page: who speaks to whom, and by when.",
        values=_at_a_glance,
    ),
    Kind(
        name="procedure",
        folder="procedure/",
        title="{name} procedure in full",
        description="The {name} escalation policy in numbered paragraphs, each with its place in the source.",
        values=lambda policy: {"sections": sections(policy)},
    ),
    Kind(
        name="flowchart",
        folder="flowchart/",
        title="{name} escalation flowchart",
        description="The {word}s of the {name} escalation policy as a flowchart that is also text.",
        values=_flowchart,
    ),
    Kind(
        name="briefing",
        folder="briefing/",
        title="Seven-minute briefing: escalating a concern in {name}",
        description="One page to read out in a team meeting about the {name} escalation policy.",
        values=_briefing,
        pdf="briefing.pdf",
    ),
    Kind(
        name="pocket_card",
        folder="pocket-card/",
        title="Pocket card: {name}",
        description="One sheet to print and fold: who speaks to whom and by when in {name}.",
        values=_pocket_card,
        terms=False,
    ),
    Kind(
        name="contacts",
        folder="contacts/",
        title="Contacts: {name}",
        description="Whom to ring or write to under the {name} escalation policy, agency by agency.",
        values=lambda policy: {"book": contact_book(policy)},
    ),
    Kind(
        name="record_form",
        folder="record-form/",
        title="Record form: {name}",
        description="An empty record of an escalation under the {name} policy, to print and fill in by hand.",
        values=lambda policy: {"sheets": record_sheets(policy)},
        terms=False,
    ),
    Kind(
        name="practice",
        folder="practice/",
        title="Practice: {name}",
        description="Situations for a team meeting about the {name} escalation policy, with model answers.",
        values=lambda policy: {"situations": practice(policy)},
    ),
    Kind(
        name="facilitator",
        folder="practice/facilitator/",
        title="Leading a practice session: {name}",
        description="Every situation to practise in {name} with its model answer, dates and reason.",
        values=lambda policy: {"situations": practice(policy)},
    ),
    Kind(
        name="what_now",
        folder="what-now/",
        title="What do I do now? {name}",
        description="A few questions, then who contacts whom, how and by when under the {name} policy.",
        values=_what_now,
        terms=False,
    ),
    Kind(
        name="embed",
        folder="embed/",
        title="Card to embed: {name}",
        description="A small card for the partnership’s own website that leads to the {name} pages.",
        values=lambda _: {},
        terms=False,
    ),
    Kind(
        name="changes",
        folder="changes/",
        title="What has changed in {name}",
        description="What is different in the {name} escalation policy as this guide holds it, newest first.",
        values=lambda policy: changed(policy, earlier_versions(policy.id)),
    ),
    Kind(
        name="proof",
        folder="proof/",
        title="{name}: proof and sign-off",
        description="What was proved about the questions for {name}, and a table to compare and sign.",
        values=lambda policy: {"held": certificate(policy)},
    ),
)
