"""The questions before any stage: danger, area, another route, which ladder."""

from helper.asking import Ask, Known, Option
from helper.fixed_words import stated
from helper.narrow import NORMAL, NOT_KNOWN, area_names, contacts, opted_out, slug
from helper.policy import Policy
from helper.situation import Situation
from helper.vocabulary import child, upper_first, with_article

NONE = "none"


def ask_danger(now: Situation) -> Ask:
    """Danger comes before everything."""
    return Ask(
        id="immediate_danger",
        name="Immediate danger",
        text=f"Is {with_article(child(now.policy))} in immediate danger?",
        why="If so, that comes before any procedure.",
        kind="choice",
        options=(
            Option(value="yes", text="Yes", hint="Or you think that they may be"),
            Option(
                value="no",
                text="No",
                hint="You disagree with a decision, but the danger is not immediate",
            ),
        ),
    )


def calm(known: Known) -> bool:
    """Whether nobody is in immediate danger, as far as is said."""
    return known.get("immediate_danger") == "no"


def needs_area(now: Situation, known: Known) -> bool:
    """Whether anything in the policy depends on the area."""
    return calm(known) and differs_by_area(now.policy)


def differs_by_area(policy: Policy) -> bool:
    """Whether an area has anything of its own."""
    return bool(policy.overlays) or any(each.area for each in contacts(policy))


def ask_area(now: Situation) -> Ask:
    """Which area it is about."""
    areas = (Option(value=slug(area), text=area) for area in area_names(now.policy))
    unknown = Option(value=NOT_KNOWN, text="I do not know", hint="We show what holds in every area")
    return Ask(
        id="area",
        name="Area",
        text="Which area is it about?",
        why="Contacts, and sometimes the procedure, differ from area to area.",
        kind="choice",
        options=(*areas, unknown),
        narrows=True,
    )


def needs_route(now: Situation, known: Known) -> bool:
    """Whether another route may fit better."""
    return calm(known) and not opted_out(now.policy, known) and bool(stated(now.policy.other_routes))


def ask_route(now: Situation) -> Ask:
    """Whether this policy is the right one."""
    here = Option(
        value=NONE,
        text="None of these",
        hint="You disagree with another agency’s decision, action or inaction",
    )
    routes = (
        Option(value=each.id, text=each.use_when, hint=each.name) for each in stated(now.policy.other_routes)
    )
    return Ask(
        id="route",
        name="Another route",
        text="Is it one of these?",
        why="For these the policy sends you to another route.",
        kind="choice",
        options=(here, *routes),
    )


def on_ladder(now: Situation, known: Known) -> bool:
    """Whether the way leads on to the stages of a ladder."""
    here = calm(known) and not opted_out(now.policy, known) and bool(now.policy.ladder)
    return here and now.route is None


def needs_ladder(now: Situation, known: Known) -> bool:
    """Whether there is another ladder beside the normal one."""
    return on_ladder(now, known) and bool(now.policy.ladders)


def ask_ladder(now: Situation) -> Ask:
    """Which ladder the situation calls for."""
    ladders = (Option(value=each.id, text=each.use_when, hint=each.name) for each in now.policy.ladders)
    word = now.policy.stage_word
    normal = Option(value=NORMAL, text="None of these", hint=f"The normal {word}s of the policy")
    return Ask(
        id="ladder",
        name=f"{upper_first(word)}s to follow",
        text="Is it one of these situations?",
        why=f"The policy has {word}s of their own for them.",
        kind="choice",
        options=(*ladders, normal),
    )
