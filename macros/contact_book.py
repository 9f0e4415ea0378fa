"""The contacts of a policy under their agencies, and found by area, by stage and by other route."""

from collections.abc import Iterator
from dataclasses import dataclass

from helper.fixed_words import Side, stated
from helper.narrow import all_stages, area_names, role_in_words
from helper.policy import Policy
from helper.stage import Role
from helper.vocabulary import title
from macros.contact_entries import Entry, entries, every_stage


@dataclass(frozen=True, kw_only=True)
class Post:
    """Who it is in an agency at one stage, with a stand-in; a side is empty where the policy names none."""

    stage: str
    yours: str
    theirs: str


@dataclass(frozen=True, kw_only=True)
class AgencyPart:
    """What the policy gives for one agency. id: how its link ends; name: empty where it is for all."""

    id: str
    name: str
    entries: tuple[Entry, ...]
    posts: tuple[Post, ...]


@dataclass(frozen=True, kw_only=True)
class Found:
    """An area, a stage or a route with its contacts. note: who speaks, or when it is used; may be empty."""

    name: str
    note: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class ContactBook:
    """by_area: empty where the policy has one area or none. by_use: every stage, then each route."""

    agencies: tuple[AgencyPart, ...]
    by_area: tuple[Found, ...]
    by_use: tuple[Found, ...]


def contact_book(policy: Policy) -> ContactBook:
    """All that a policy says about whom to reach."""
    found = entries(policy)
    return ContactBook(
        agencies=tuple(_agencies(policy, found)),
        by_area=tuple(_by_area(policy, found)),
        by_use=tuple(_by_use(policy, found)),
    )


def _agencies(policy: Policy, found: tuple[Entry, ...]) -> Iterator[AgencyPart]:
    """The agencies in the order of the file, then what is for all of them."""
    for agency in policy.agencies:
        yield AgencyPart(
            id=f"agency-{agency.id.replace('_', '-')}",
            name=agency.name,
            entries=tuple(each for each in found if each.contact.agency == agency.id),
            posts=tuple(_posts(policy, agency.id)),
        )
    common = tuple(each for each in found if not each.contact.agency)
    if common:
        yield AgencyPart(id="agency-all", name="", entries=common, posts=())


def _posts(policy: Policy, agency: str) -> Iterator[Post]:
    for stage in all_stages(policy):
        roles = [role for role in stage.roles if role.agency == agency]
        if roles:
            yield Post(stage=title(stage), yours=_who(roles, Side.YOURS), theirs=_who(roles, Side.THEIRS))


def _who(roles: list[Role], side: Side) -> str:
    return "; ".join(role_in_words(role) for role in roles if role.side is side)


def _by_area(policy: Policy, found: tuple[Entry, ...]) -> Iterator[Found]:
    areas = area_names(policy)
    for area in areas if len(areas) > 1 else ():
        out = [each.opts_out.instead for each in policy.overlays if each.area == area and each.opts_out]
        own = tuple(each for each in found if each.contact.area == area)
        yield Found(name=area, note=" ".join(out), entries=own)


def _by_use(policy: Policy, found: tuple[Entry, ...]) -> Iterator[Found]:
    uses = [
        (every_stage(policy), ""),
        *((title(stage), f"{stage.yours}, to {stage.theirs}") for stage in all_stages(policy)),
        *((route.name, route.use_when) for route in stated(policy.other_routes)),
    ]
    for name, note in uses:
        yield Found(name=name, note=note, entries=tuple(each for each in found if name in each.uses))
