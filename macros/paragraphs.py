"""What the paragraphs of a policy say, section by section, each with its place in the source."""

from collections.abc import Callable, Iterator

from helper.ladder import stages_in_words
from helper.policy import NOT_STATED, Form, Policy, Silent, Stage
from helper.questions import child, title, with_article
from macros.texts import Text, contacts, duties, times


def headed_texts(policy: Policy) -> Iterator[tuple[str, list[Text]]]:
    """Each section's heading with its texts, none where the policy is silent."""
    for heading, texts in BEFORE:
        yield heading.format(child=with_article(child(policy))), list(texts(policy))
    for stage in policy.stages:
        yield title(stage), list(_stage(policy, stage))
    for heading, texts in AFTER:
        yield heading.format(stages=stages_in_words(policy), word=policy.stage_word), list(texts(policy))


def _purpose(policy: Policy) -> Iterator[Text]:
    for point in (*policy.briefing.what_it_is, *policy.briefing.why_it_matters):
        yield Text(text=point.text, source=point.source)
    yield Text(text=policy.partnership.means)


def _use_when(policy: Policy) -> Iterator[Text]:
    for point in policy.use_when:
        yield Text(text=f"You disagree about {point.text}.", source=point.source)


def _principles(policy: Policy) -> Iterator[Text]:
    for point in policy.principles:
        yield Text(text=point.text, source=point.source)


def _urgent(policy: Policy) -> Iterator[Text]:
    yield Text(text="Call 999. This comes before any procedure.")
    urgent = policy.urgent
    if urgent is NOT_STATED:
        yield Text(text="The policy states no other route. Tell your designated safeguarding lead.")
        return
    for index, text in enumerate(urgent.do):
        yield Text(text=text, source=urgent.source, says="" if index else urgent.says)


def _out_of_hours(policy: Policy) -> Iterator[Text]:
    if policy.out_of_hours is not NOT_STATED:
        yield Text(text=policy.out_of_hours.text, source=policy.out_of_hours.source)


def _channel(policy: Policy) -> Iterator[Text]:
    channel = policy.channel
    if channel is NOT_STATED:
        return
    yield Text(text=channel.use, source=channel.source, says=channel.says)
    if channel.avoid is not NOT_STATED:
        yield Text(text=channel.avoid, source=channel.source)


def _stage(policy: Policy, stage: Stage) -> Iterator[Text]:
    yield Text(text=f"Who speaks: {stage.yours}, to {stage.theirs}.", source=stage.source)
    for point in stage.do:
        yield Text(text=point.text, source=point.source)
    yield from times(stage.timescales, "No time limit of its own is stated.")
    yield from duties(stage.records)
    yield from contacts(stage)
    for quote in stage.quotes:
        yield Text(text="", says=quote.says, source=quote.source)
    if stage.ends:
        yield Text(text=stage.ends.does, source=stage.ends.source)


def _whole_time(policy: Policy) -> Iterator[Text]:
    if policy.budgets is NOT_STATED:
        return
    for budget in policy.budgets:
        yield from times((budget,), "")
        yield from duties(budget.if_longer)


def _always(policy: Policy) -> Iterator[Text]:
    yield from duties(policy.always)


def _after(policy: Policy) -> Iterator[Text]:
    yield from duties(policy.after)


def _silence(policy: Policy) -> Iterator[Text]:
    if policy.silence is not NOT_STATED:
        yield Text(text=policy.silence.text, source=policy.silence.source)


def _other_routes(policy: Policy) -> Iterator[Text]:
    for route in () if policy.other_routes is NOT_STATED else policy.other_routes:
        yield Text(text=f"{route.use_when}: {route.instead}", source=route.source)


def _forms(policy: Policy) -> Iterator[Text]:
    for form in () if policy.forms is NOT_STATED else policy.forms:
        yield _form(form)


def _form(form: Form) -> Text:
    if isinstance(form.link, Silent):
        return Text(text=f"{form.name}, {form.label}. Not published on its own.", source=form.source)
    return Text(text=f"{form.name}, {form.label}.", source=form.source, link=form.link)


def _terms(policy: Policy) -> Iterator[Text]:
    day, first = policy.working_day, policy.start_day_counts
    yield Text(text=f"A working day: {day.value}.")
    counts = "not stated" if isinstance(first, Silent) else "yes" if first else "no"
    yield Text(text=f"Whether the start day counts: {counts}.")


Texts = Callable[[Policy], Iterator[Text]]
BEFORE: tuple[tuple[str, Texts], ...] = (
    ("What it is and why it matters", _purpose),
    ("When to use it", _use_when),
    ("Principles", _principles),
    ("If {child} is at risk of immediate harm", _urgent),
    ("Out of hours", _out_of_hours),
    ("How to talk", _channel),
)
AFTER: tuple[tuple[str, Texts], ...] = (
    ("Time for all {stages}", _whole_time),
    ("At every {word}", _always),
    ("Afterwards", _after),
    ("If nobody answers", _silence),
    ("Where this policy does not apply", _other_routes),
    ("Forms", _forms),
    ("How time is counted", _terms),
)
