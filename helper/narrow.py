"""The policy as it applies to one practitioner: their area, agencies, situation and priority.

Everything after this sees only a Policy. What is not known leaves everything in.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from helper.asking import Known
from helper.facts import Contact
from helper.fixed_words import NOT_STATED, Every, Outside, Side, Silent
from helper.policy import OptOut, Overlay, Policy
from helper.stage import Role, Stage
from helper.time_facts import Budget, Timescale

NORMAL = "normal"
NARROWING = ("area", "ladder", "agency", "other_agency", "priority")
NOT_KNOWN = "unknown"
Limit = TypeVar("Limit", bound=Timescale)


def slug(area: str) -> str:
    """The name by which an area is known in answers and states: west_berkshire."""
    return re.sub(r"[^a-z0-9]+", "_", area.lower()).strip("_")


def area_names(policy: Policy) -> tuple[str, ...]:
    """The areas of a policy; none for a general guide."""
    return () if isinstance(policy.areas, Outside) else policy.areas


def overlay(policy: Policy, known: Known) -> Overlay | None:
    """What is different in the practitioner's area."""
    return next((each for each in policy.overlays if slug(each.area) == known.get("area")), None)


def opted_out(policy: Policy, known: Known) -> OptOut | None:
    """What to use where the practitioner's area has opted out."""
    found = overlay(policy, known)
    return found.opts_out if found else None


def variant(policy: Policy, known: Known) -> tuple[str, ...]:
    """What changes the ladder itself: an area that adds a stage or opts out, and another ladder."""
    found, ladder = overlay(policy, known), known.get("ladder", NORMAL)
    area = (known["area"],) if found and (found.opts_out or _adds(found, policy, known)) else ()
    return area if ladder == NORMAL else (*area, ladder)


def narrow(policy: Policy, known: Known) -> Policy:
    """The policy with only what applies to these answers."""
    stages = tuple(_stage(policy, stage, known) for stage in _with_added(policy, known))
    return replace(
        policy,
        stages=policy.stages if isinstance(policy.stages, Silent) else stages,
        contacts=_contacts(policy, policy.contacts, known),
        budgets=_budgets(policy, known),
        overlays=_overlays(policy, known),
    )


def all_stages(policy: Policy) -> tuple[Stage, ...]:
    """Every stage that any practitioner can meet: of each ladder, with what each area adds."""
    added = [each for overlay in policy.overlays for each in overlay.adds]
    ladders = (policy.ladder, *(each.stages for each in policy.ladders))
    return tuple(
        stage
        for stages in ladders
        for rung in stages
        for stage in (rung, *(each.stage for each in added if each.after == rung.id))
    )


def contacts(policy: Policy) -> tuple[Contact, ...]:
    """Every contact of a policy, of its stages and of no stage."""
    stated = (policy.contacts, *(stage.contacts for stage in all_stages(policy)))
    return tuple(each for some in stated if not isinstance(some, Silent) for each in some)


def _overlays(policy: Policy, known: Known) -> tuple[Overlay, ...]:
    """Of the areas that the practitioner's may be."""
    found = overlay(policy, known)
    return (found,) if found else () if _known(known, "area") else policy.overlays


def _with_added(policy: Policy, known: Known) -> Iterable[Stage]:
    found = overlay(policy, known)
    for stage in _chosen(policy, known):
        yield stage
        yield from (each.stage for each in (found.adds if found else ()) if each.after == stage.id)


def _adds(found: Overlay, policy: Policy, known: Known) -> bool:
    """Whether an area adds a stage to the ladder that is chosen."""
    ids = [stage.id for stage in _chosen(policy, known)]
    return any(each.after in ids for each in found.adds)


def _chosen(policy: Policy, known: Known) -> tuple[Stage, ...]:
    """The stages of the ladder that the practitioner's situation calls for."""
    chosen = known.get("ladder", NORMAL)
    return next((each.stages for each in policy.ladders if each.id == chosen), policy.ladder)


def _budgets(policy: Policy, known: Known) -> tuple[Budget, ...] | Silent:
    """Limits over "all stages" are for the normal ladder alone."""
    if isinstance(policy.budgets, Silent):
        return policy.budgets
    normal = known.get("ladder", NORMAL) == NORMAL
    kept = (each for each in policy.budgets if normal or not isinstance(each.covers, Every))
    return tuple(_of_priority(kept, known))


def _stage(policy: Policy, stage: Stage, known: Known) -> Stage:
    timescales = stage.timescales
    return replace(
        stage,
        yours=_role(stage, Side.YOURS, known.get("agency")) or stage.yours,
        theirs=_role(stage, Side.THEIRS, known.get("other_agency")) or stage.theirs,
        roles=tuple(_roles(stage, known)),
        timescales=timescales if isinstance(timescales, Silent) else tuple(_of_priority(timescales, known)),
        contacts=_contacts(policy, stage.contacts, known),
    )


def _role(stage: Stage, side: Side, agency: str | None) -> str:
    """The role in an agency, with its stand-in; empty where the policy names none for it."""
    found = [each for each in stage.roles if each.side is side and each.agency == agency]
    return role_in_words(found[0]) if found else ""


def role_in_words(role: Role) -> str:
    """the named nurse (if there is none: the matron)"""
    return f"{role.role} (if there is none: {role.stand_in})" if role.stand_in else role.role


def _roles(stage: Stage, known: Known) -> Iterable[Role]:
    """The roles that are still open: of a side whose agency is not known."""
    asked = {Side.YOURS: known.get("agency"), Side.THEIRS: known.get("other_agency")}
    return (each for each in stage.roles if asked[each.side] in (None, NOT_KNOWN))


def _contacts(
    policy: Policy, stated: tuple[Contact, ...] | Silent, known: Known
) -> tuple[Contact, ...] | Silent:
    """Without those of other areas and agencies, and those that one of mine stands in place of."""
    if isinstance(stated, Silent):
        return stated
    area = next((each for each in area_names(policy) if slug(each) == known.get("area")), None)
    theirs = _known(known, "other_agency")
    agencies = {None, theirs, _known(known, "agency")}
    fitting = [each for each in stated if not area or each.area in (None, area)]
    fitting = [each for each in fitting if not theirs or each.agency in agencies]
    return tuple(each for each in fitting if not _replaced(each, fitting, area, theirs)) or NOT_STATED


def _known(known: Known, id_: str) -> str | None:
    return None if known.get(id_) == NOT_KNOWN else known.get(id_)


def _replaced(contact: Contact, others: list[Contact], area: str | None, theirs: str | None) -> bool:
    """Whether another contact stands in its place: that of my area, or that of their agency."""
    of_area = any(each.area == area and each.agency == contact.agency for each in others)
    of_agency = any(each.agency == theirs for each in others)
    return bool((area and not contact.area and of_area) or (theirs and not contact.agency and of_agency))


def _of_priority(timescales: Iterable[Limit], known: Known) -> Iterable[Limit]:
    """Those of the agreed priority, which then hold for everybody here; all where none is known."""
    chosen = known.get("priority", NOT_KNOWN)
    if chosen == NOT_KNOWN:
        return timescales
    return (replace(each, priority=None) for each in timescales if each.priority in (None, chosen))
