"""What the paragraphs of a policy say, section by section, each with its place in the source."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from helper.facts import Form
from helper.fixed_words import NOT_STATED, Silent, stated
from helper.narrow import area_names
from helper.policy import Ladder, Overlay, Policy
from helper.vocabulary import child, lead, listed, lower_first, teller, upper_first, with_article
from macros.counted import covers_said, time_for
from macros.limits import if_longer, in_all
from macros.stage_paragraphs import area_heading, each_stage, every_label, headed_stage
from macros.texts import Text, contacts, duties, times


def headed_texts(policy: Policy) -> Iterator[tuple[str, list[Text]]]:
    """Each section's heading with its texts, none where the policy is silent."""
    for heading, texts in BEFORE:
        yield heading.format(child=with_article(child(policy))), list(texts(policy))
    for stage in policy.ladder:
        yield headed_stage(policy, stage)
    if not policy.ladder:
        yield f"The {policy.stage_word}s", list(_no_ladder(policy))
    named = {"stages": time_for(policy), "word": policy.stage_word}
    for heading, texts in AFTER if policy.ladder else WITHOUT_STAGES:
        yield heading.format(**named), list(texts(policy))
    yield from beside_the_ladder(policy)


def beside_the_ladder(policy: Policy) -> Iterator[tuple[str, list[Text]]]:
    """What each area has of its own, and each ladder beside the normal one."""
    for overlay in policy.overlays:
        yield area_heading(overlay), list(_overlay(policy, overlay))
    for ladder in policy.ladders:
        yield ladder.name, list(_ladder(policy, ladder))


def _purpose(policy: Policy) -> Iterator[Text]:
    for point in (*policy.briefing.what_it_is, *policy.briefing.why_it_matters):
        yield Text(text=point.text, source=point.source)
    yield Text(text=policy.partnership.means)
    areas = area_names(policy)
    yield Text(text=f"It is for {listed(areas)}." if areas else "It is no area’s policy.")
    if policy.document.superseded_by:
        point = policy.document.superseded_by
        yield Text(text=f"This policy is superseded. {point.text}", source=point.source)


def _use_when(policy: Policy) -> Iterator[Text]:
    for point in policy.use_when:
        yield Text(text=f"You disagree about {point.text}.", source=point.source)


def _principles(policy: Policy) -> Iterator[Text]:
    for point in policy.principles:
        yield Text(text=point.text, source=point.source)
    held = {"While it is disputed": policy.status_quo, "Across area borders": policy.cross_border}
    for term, extra in held.items():
        if extra:
            yield Text(text=f"{term}: {extra.text}", source=extra.source)


def _urgent(policy: Policy) -> Iterator[Text]:
    yield Text(text="Call 999. This comes before any procedure.")
    urgent = policy.urgent
    if urgent is NOT_STATED:
        silent = f": {lower_first(teller(policy))} states no route of its own" if area_names(policy) else ""
        yield Text(text=f"Then tell your {lead(policy)}. This is general advice{silent}.")
        return
    for index, text in enumerate(urgent.do):
        yield Text(text=text, source=urgent.source, says="" if index else urgent.says)


def _out_of_hours(policy: Policy) -> Iterator[Text]:
    if policy.out_of_hours is not NOT_STATED:
        yield Text(text=policy.out_of_hours.text, source=policy.out_of_hours.source)


def _channels(policy: Policy) -> Iterator[Text]:
    for channel in stated(policy.channels):
        held = f"{every_label(policy, channel.stages)}: "
        yield Text(text=f"{held}{channel.use}", source=channel.source, says=channel.says)
        if channel.avoid is not NOT_STATED:
            yield Text(text=f"{held}{channel.avoid}", source=channel.source)


def _no_ladder(policy: Policy) -> Iterator[Text]:
    link = policy.document.link
    yield Text(
        text=f"This source does not state the {policy.stage_word}s. None are shown, as none may be invented."
    )
    if isinstance(link, str):
        yield Text(text="Open the full procedure.", link=link)
    elif not any(overlay.link for overlay in policy.overlays):
        yield Text(text=f"The source gives no address. Ask your {lead(policy)} for the full procedure.")


def _higher(policy: Policy) -> Iterator[Text]:
    called = {stage.id: stage.called for stage in policy.ladder}
    for each in policy.start_higher:
        text = f"You may begin at {called[each.stage]} if this is true: {each.when}."
        yield Text(text=text, says=each.says, source=each.source)
    for priority in policy.priorities:
        yield Text(text=f"Priority “{priority.name}”: {priority.means}", source=priority.source)


def _whole_time(policy: Policy) -> Iterator[Text]:
    """The limits over several stages, and the total that the last stage states."""
    if total := in_all(policy):
        last = policy.ladder[-1]
        yield Text(text=f"{total} in all: the running total that {last.called} states.", source=last.source)
    for budget in stated(policy.budgets):
        yield Text(text=f"{budget.name}: for {covers_said(policy, budget)}", source=budget.source)
        yield from times(policy, (budget,), "")
        for text in duties(budget.if_longer):
            yield replace(text, text=f"{if_longer(budget)}: {text.text}")


def _always(policy: Policy) -> Iterator[Text]:
    yield from duties(policy.always)


def _after(policy: Policy) -> Iterator[Text]:
    yield from duties(policy.after)


def _telling(policy: Policy) -> Iterator[Text]:
    for stage in each_stage(policy):
        for duty in duties(stage.tells):
            yield replace(duty, text=f"{stage.short_title}: {duty.text}")
    if policy.steps_in is not NOT_STATED:
        yield Text(text=policy.steps_in.text, source=policy.steps_in.source)


def _silence(policy: Policy) -> Iterator[Text]:
    silence = policy.silence
    if silence is NOT_STATED:
        return
    yield Text(text=silence.text, source=silence.source)
    if not isinstance(silence.not_agreed, Silent):
        counts = "counts" if silence.not_agreed else "does not count"
        yield Text(text=f"No answer {counts} as no agreement.", source=silence.source)


def _other_routes(policy: Policy) -> Iterator[Text]:
    for route in stated(policy.other_routes):
        text = f"{route.name}. {route.use_when}: {route.instead}"
        yield Text(text=text, source=route.source, link=route.link or "")
        if route.timescales:
            yield from times(policy, route.timescales, "")
        yield from contacts(policy, route.contacts)


def _contacts(policy: Policy) -> Iterator[Text]:
    if policy.contacts is not NOT_STATED:
        yield from contacts(policy, policy.contacts)


def _forms(policy: Policy) -> Iterator[Text]:
    for form in stated(policy.forms):
        yield _form(form)


def _form(form: Form) -> Text:
    parts = {"Filled in by": form.filled_by, "Goes to": form.goes_to, "When": form.when}
    said = " ".join(
        f"{term}: {'not stated' if isinstance(part, Silent) else part.removesuffix('.')}."
        for term, part in parts.items()
    )
    link = "" if isinstance(form.link, Silent) else form.link
    silent = "" if link else " Not published on its own."
    return Text(
        text=f"{form.name}, {form.label}. {said}{silent}{_form_fields(form)}", source=form.source, link=link
    )


def _form_fields(form: Form) -> str:
    hints = {each.label: f" ({each.hint})" if each.hint else "" for each in form.fields}
    return f" Its fields: {'; '.join(f'{label}{hint}' for label, hint in hints.items())}." if hints else ""


def _terms(policy: Policy) -> Iterator[Text]:
    day, first = policy.working_day, policy.start_day_counts
    yield Text(text=f"A working day: {day.value}.")
    counts = "not stated" if isinstance(first, Silent) else "yes" if first else "no"
    yield Text(text=f"Whether the start day counts: {counts}.")
    for event in policy.events:
        yield Text(text=f"A limit counts from the day {event.name}.", source=event.source)


def _overlay(policy: Policy, overlay: Overlay) -> Iterator[Text]:
    """What one area has of its own."""
    if overlay.opts_out:
        link = "" if isinstance(overlay.opts_out.link, Silent) else overlay.opts_out.link
        text = f"This policy does not apply in {overlay.area}. {overlay.opts_out.instead}"
        yield Text(text=text, source=overlay.opts_out.source, link=link)
    if overlay.link:
        yield Text(text=f"The page of {overlay.area}.", source=overlay.source, link=overlay.link)
    for added in overlay.adds:
        heading, texts = headed_stage(policy, added.stage)
        after = next(stage.called for stage in each_stage(policy) if stage.id == added.after)
        yield Text(text=f"{overlay.area} adds after {after}: {heading}.", source=overlay.source)
        yield from texts


def _ladder(policy: Policy, ladder: Ladder) -> Iterator[Text]:
    """A ladder beside the normal one."""
    yield Text(text=f"Use it when: {ladder.use_when}.", says=ladder.says, source=ladder.source)
    for stage in ladder.stages:
        heading, texts = headed_stage(policy, stage)
        yield Text(text=f"{upper_first(heading)}.", source=stage.source)
        yield from texts


Texts = Callable[[Policy], Iterator[Text]]
BEFORE: tuple[tuple[str, Texts], ...] = (
    ("What it is and why it matters", _purpose),
    ("When to use it", _use_when),
    ("Principles", _principles),
    ("If {child} is at risk of immediate harm", _urgent),
    ("Out of hours", _out_of_hours),
    ("How to talk", _channels),
)
AFTER: tuple[tuple[str, Texts], ...] = (
    ("Time for {stages} together", _whole_time),
    ("At every {word}", _always),
    ("Afterwards", _after),
    ("If nobody answers", _silence),
    ("Where this policy does not apply", _other_routes),
    ("Forms", _forms),
    ("How time is counted", _terms),
    ("Telling the partnership", _telling),
    ("Contacts", _contacts),
    ("Beginning at a later {word}, and priorities", _higher),
)
WITHOUT_STAGES = tuple(each for each in AFTER if each[1] is not _whole_time)
