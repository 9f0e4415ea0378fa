"""The next steps that lead away from the ladder: another route, no ladder, an area that opted out."""

from dataclasses import dataclass
from datetime import date

from helper.asking import Known
from helper.assumptions import Assumption, assumptions
from helper.begin import event_ways
from helper.card import Card
from helper.card_rows import contact_in_words
from helper.day_questions import route_starts
from helper.due import Count, Due, by_day, due
from helper.facts import Contact
from helper.fixed_words import Silent, stated
from helper.limit_row import Row, date_row
from helper.narrow import opted_out, overlay
from helper.policy import OtherRoute, Policy
from helper.situation import Situation
from helper.time_facts import Timescale
from helper.vocabulary import lead, lower_first, upper_first


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """What the answer says where no stage of the policy is the next step. dues: in the order of the file."""

    card: Card
    source: str
    link: str = ""
    contacts: tuple[Contact, ...] | Silent = Silent.NOT_STATED
    dues: tuple[Due, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


def to_route(now: Situation, route: OtherRoute, today: date | None) -> Elsewhere:
    """Another route fits better: what to use, with its own clock and contacts."""
    dues = tuple(_due(now, each, today) for each in route.timescales)
    passed = [_over(now.policy, each) for each in dues if each.binds and each.passed]
    card = Card(
        urgency="Do this now" if passed else "Use another route",
        where=f"{now.policy.name}: {route.use_when}",
        action=route.instead.removesuffix("."),
        word=route.name,
        after=" ".join(
            [*passed, "This policy is not for that. If you also disagree with a decision, start again."]
        ),
        rows=(
            *(_route_row(each, today) for each in sorted(dues, key=by_day)),
            *_contact_rows(route.contacts),
        ),
    )
    return Elsewhere(
        card=card,
        source=route.source,
        link=route.link or "",
        contacts=route.contacts,
        dues=dues,
        assumptions=assumptions(now, dues, today),
    )


def _over(policy: Policy, each: Due) -> str:
    """That the time of another route has run out, and what to do all the same."""
    late = f"ask for {lower_first(each.what)}" if each.owner else "do it"
    passed = f"The {each.kind} for {lower_first(each.what)} has passed: {each.day_in_words}."
    return f"{passed} Do not wait: {late} today, and tell your {lead(policy)} that it is late."


def to_full_procedure(now: Situation, known: Known) -> Elsewhere:
    """The source gives no ladder: nothing is invented, and the way leads to the full procedure."""
    policy, link = now.policy, local_link(now.policy, known)
    found = f"Open the full procedure of {_where(policy, known)}" if link else "Open the full procedure"
    card = Card(
        urgency="Do this now",
        where=f"{policy.name}: this source does not state the {policy.stage_word}s",
        action=f"{found}, and tell your {lead(policy)} today",
        word="Now",
        after=f"Our source gives no {policy.stage_word}s and no time limits, so none are shown here.",
        rows=(
            *(_link_rows(link, policy) if link else _each_area(policy)),
            *_contact_rows(stated(policy.contacts)),
        ),
    )
    return Elsewhere(card=card, source=policy.document.title, link=link, contacts=policy.contacts)


def to_area_of_its_own(now: Situation, known: Known) -> Elsewhere:
    """The policy does not apply in this area."""
    opt_out, area = opted_out(now.policy, known), overlay(now.policy, known)
    assert opt_out is not None
    assert area is not None
    link = "" if isinstance(opt_out.link, Silent) else opt_out.link
    card = Card(
        urgency="Use another policy",
        where=f"This policy does not apply in {area.area}",
        action=opt_out.instead.removesuffix("."),
        word="Does not apply",
        after=f"If you cannot find it, ask your {lead(now.policy)} today.",
        rows=_link_rows(link, now.policy),
    )
    return Elsewhere(card=card, source=opt_out.source, link=link)


def local_link(policy: Policy, known: Known) -> str:
    """Where the policy is published for this practitioner's area, or at all; empty if nowhere."""
    area = overlay(policy, known)
    whole = "" if isinstance(policy.document.link, Silent) else policy.document.link
    return area.link if area and area.link else whole


def _each_area(policy: Policy) -> tuple[Row, ...]:
    """Each area's own page, where the area is not known and there is no page for all."""
    links = tuple(Row(term=each.area, text=each.link) for each in policy.overlays if each.link)
    return links or _link_rows("", policy)


def _where(policy: Policy, known: Known) -> str:
    area = overlay(policy, known)
    return area.area if area else policy.partnership.name


def _link_rows(link: str, policy: Policy) -> tuple[Row, ...]:
    text = link or f"The source gives no address. Ask your {lead(policy)} for it."
    return (Row(term="Where", text=text),)


def _contact_rows(contacts: tuple[Contact, ...]) -> tuple[Row, ...]:
    return (Row(term="Contact", text="; ".join(map(contact_in_words, contacts))),) if contacts else ()


def _route_row(each: Due, today: date | None) -> Row:
    if each.last_day or each.limit:
        return date_row(each, today)
    return Row(term="Time", text=f"{upper_first(each.what)}: the source says “{each.says}”.")


def _due(now: Situation, limit: Timescale, today: date | None) -> Due:
    """The route's own clock, from the days of the events that it counts from."""
    count = Count(now=now, events=event_ways(now), today=today)
    return due(count, limit, route_starts(now.policy, limit), covers="Time", last="the last day")
