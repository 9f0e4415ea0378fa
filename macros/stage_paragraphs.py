"""What the paragraphs of one stage say."""

from collections.abc import Iterator

from helper.fixed_words import Every, Silent
from helper.narrow import all_stages, role_in_words
from helper.policy import Overlay, Policy
from helper.stage import Gate, Stage
from helper.vocabulary import lead, listed, title, upper_first
from macros.texts import Text, contacts, duties, times


def headed_stage(policy: Policy, stage: Stage) -> tuple[str, list[Text]]:
    """The stage's heading and its texts."""
    return title(stage), list(_stage(policy, stage))


def each_stage(policy: Policy) -> tuple[Stage, ...]:
    """Every stage of every ladder, with those that an area adds."""
    return all_stages(policy)


def every_label(policy: Policy, stages: tuple[str, ...] | Every) -> str:
    """Every step, or the labels of some."""
    if isinstance(stages, Every):
        return f"Every {policy.stage_word}"
    return listed(stage.short_title for stage in each_stage(policy) if stage.id in stages)


def _stage(policy: Policy, stage: Stage) -> Iterator[Text]:
    yield Text(text=f"Who speaks: {stage.yours}, to {stage.theirs}.", source=stage.source)
    yield from _who(policy, stage)
    yield from whether(policy, stage)
    for point in stage.do:
        yield Text(text=point.text, source=point.source)
    yield from times(policy, stage.timescales, "No time limit of its own is stated.")
    yield from duties(stage.records)
    yield from duties(stage.tells)
    if isinstance(stage.contacts, Silent):
        yield Text(text="Contacts: not published in the policy.")
    else:
        yield from contacts(policy, stage.contacts)
    for quote in stage.quotes:
        yield Text(text="", says=quote.says, source=quote.source)
    if stage.ends:
        yield Text(text=stage.ends.does, source=stage.ends.source)
        for choice in stage.ends.choices:
            yield Text(text=choice.text, source=choice.source)
    yield from _added(policy, stage)


def _added(policy: Policy, before: Stage) -> Iterator[Text]:
    """What one area has next, told in full in that area's section."""
    for overlay in policy.overlays:
        called = ", then ".join(title(each.stage) for each in overlay.adds if each.after == before.id)
        if called:
            text = f"In {overlay.area}, {called} comes next."
            yield Text(text=text, source=overlay.source, to=area_heading(overlay))


def area_heading(overlay: Overlay) -> str:
    """The heading of what an area has of its own."""
    return f"In {overlay.area}"


def _who(policy: Policy, stage: Stage) -> Iterator[Text]:
    """Who it is in each agency, who chairs, and whom to prefer to line management."""
    names = {agency.id: agency.name for agency in policy.agencies}
    for role in stage.roles:
        side = "on your side" if role.side.value == "yours" else "on the other side"
        text = f"{names[role.agency]}, {side}: {role_in_words(role)}."
        yield Text(text=text, source=role.source)
    for chair in stage.chair:
        when = f"{chair.when}: " if chair.when else ""
        yield Text(text=f"{when}{chair.role} chairs.", source=chair.source)
    if stage.in_preference:
        yield Text(text=stage.in_preference.text, source=stage.in_preference.source)


def whether(policy: Policy, stage: Stage) -> Iterator[Text]:
    """What has to hold before the stage is used."""
    if stage.before_raising:
        yield Text(text="This is within your own agency. The time limits have not begun to run.")
    if stage.only_if:
        yield Text(text="It is not always used.", says=stage.only_if.says, source=stage.only_if.source)
    if stage.gate:
        yield _gate(policy, stage.gate)


def _gate(policy: Policy, gate: Gate) -> Text:
    silent = f"The policy does not say what happens if the answer is no: tell your {lead(policy)}."
    refused = silent if isinstance(gate.if_refused, Silent) else gate.if_refused
    text = f"{upper_first(gate.who)} first decides {gate.decides}. {refused}"
    return Text(text=text, says=gate.says, source=gate.source)
