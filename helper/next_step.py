"""What the helper says: who contacts whom, how, by when, and what comes after."""

from dataclasses import replace
from datetime import date
from functools import partial

from helper.asking import Answered, Known
from helper.assumptions import assumptions
from helper.card import Card, agreed_card, emergency_card, end_card, stage_card
from helper.card_rows import how_in_words
from helper.diary import diary, route_diary
from helper.due import by_day
from helper.elsewhere import Elsewhere, local_link, to_area_of_its_own, to_full_procedure, to_route
from helper.facts import Duty, Form, Quote
from helper.fixed_words import NOT_STATED, Silent, stated
from helper.follow import Follow, act_by, follow, if_no_answer, out_of_hours, say
from helper.narrow import opted_out
from helper.place import Place, find_place
from helper.policy import Policy
from helper.situation import Situation
from helper.stage import Stage
from helper.state import EMERGENCY, FULL_PROCEDURE, OPTED_OUT, next_step_state, plain_state, route_state
from helper.step import NextStep, Position, Who
from helper.take_away import card_summary, end_summary, escalation_record, stage_summary
from helper.timeline import timeline


def next_step(now: Situation, known: Known, today: date | None, answers: tuple[Answered, ...]) -> NextStep:
    """The next step for a full set of accepted answers; `decide` collects and accepts them."""
    if known["immediate_danger"] == "yes":
        return _emergency(now.policy, answers)
    link = local_link(now.policy, known)
    away = partial(_away, now, link=link, answers=answers)
    if opted_out(now.policy, known):
        return away(to_area_of_its_own(now, known), "opted_out", plain_state(now, OPTED_OUT))
    if now.route:
        found = to_route(now, now.route, today)
        step = away(found, "route", route_state(now, now.route.id))
        return replace(step, calendar=route_diary(now.policy, now.route, found.dues))
    if not now.policy.ladder:
        return away(to_full_procedure(now, known), "procedure", plain_state(now, FULL_PROCEDURE))
    place = find_place(now, today)
    if now.result == "agreed":
        return _agreed(place, link, answers)
    return _end(place, link, answers) if place.ended else _stage(place, link, answers)


def _emergency(policy: Policy, answers: tuple[Answered, ...]) -> NextStep:
    urgent = None if policy.urgent is NOT_STATED else policy.urgent
    return NextStep(
        policy=policy.id,
        state=EMERGENCY,
        kind="emergency",
        card=emergency_card(policy),
        urgent=urgent,
        out_of_hours=out_of_hours(policy),
        quotes=(Quote(says=urgent.says, source=urgent.source),) if urgent else (),
        source=urgent.source if urgent else "",
        answers=answers,
    )


def _away(
    now: Situation,
    found: Elsewhere,
    kind: str,
    state: str,
    *,
    link: str,
    answers: tuple[Answered, ...],
) -> NextStep:
    """A next step that leads away from the ladder. link: where the policy itself is published."""
    policy, dues = now.policy, tuple(sorted(found.dues, key=by_day))
    passed = tuple(each for each in dues if each.passed)
    return NextStep(
        policy=policy.id,
        state=state,
        kind=kind,
        summary=card_summary(policy, found.card, link, leads_to=found.link),
        card=found.card,
        contacts=found.contacts,
        act_by=act_by(tuple(each for each in dues if each.binds and not each.passed)),
        due=dues,
        passed=passed,
        do=policy.principles if kind == "procedure" else (),
        always=stated(policy.always) if kind == "procedure" else (),
        out_of_hours=out_of_hours(policy),
        source=found.source,
        link=found.link,
        assumptions=found.assumptions,
        answers=answers,
    )


def _agreed(place: Place, link: str, answers: tuple[Answered, ...]) -> NextStep:
    card = agreed_card(place)
    return replace(
        _on_ladder(place, place.left, card, None, answers),
        kind="agreed",
        summary=card_summary(place.policy, card, link),
    )


def _end(place: Place, link: str, answers: tuple[Answered, ...]) -> NextStep:
    card = end_card(place)
    return replace(
        _not_agreed(place, card, None, link, answers),
        kind="end",
        due=place.rungs[place.shown].dues,
        assumptions=assumptions(place.now, (*place.open, *place.still_open), place.today, place.passed),
        summary=end_summary(place, card, link),
    )


def _stage(place: Place, link: str, answers: tuple[Answered, ...]) -> NextStep:
    policy, stage, dues = place.policy, place.stage, place.dues
    number, of = place.here + 1, len(place.rungs)
    card, after = stage_card(place), follow(place)
    shared = _not_agreed(place, card, after, link, answers)
    return replace(
        shared,
        stage=stage.id,
        position=Position(label=stage.short_title, name=stage.name, number=number, of=of),
        who=Who(yours=stage.yours, theirs=stage.theirs, by_agency=stage.roles),
        how=how_in_words(policy, stage),
        contacts=stage.contacts,
        due=dues,
        gate=stage.gate,
        only_if=stage.only_if,
        do=stage.do,
        say=say(place),
        record=(*_on_leaving(place), *shared.record),
        steps_in="" if isinstance(policy.steps_in, Silent) else policy.steps_in.text,
        cross_border=policy.cross_border,
        if_not_agreed=after,
        if_no_answer=if_no_answer(place),
        link=link,
        assumptions=assumptions(place.now, dues, place.today, place.passed),
        summary=stage_summary(place, card, after, link),
    )


def _not_agreed(
    place: Place, card: Card, after: Follow | None, link: str, answers: tuple[Answered, ...]
) -> NextStep:
    """What still runs while nobody has agreed, in the stage to act in or behind the last one."""
    policy, stage = place.policy, place.stage
    return replace(
        _on_ladder(place, stage, card, after, answers),
        act_by=act_by(place.open),
        passed=place.passed,
        if_longer=_if_longer(policy),
        status_quo=policy.status_quo,
        out_of_hours=out_of_hours(policy),
        ends=stage.ends,
        calendar=diary(place, link),
    )


def _on_ladder(
    place: Place, stage: Stage, card: Card, after: Follow | None, answers: tuple[Answered, ...]
) -> NextStep:
    """What every next step on the ladder has."""
    policy, forms = place.policy, _forms(place.policy, stage)
    return NextStep(
        policy=policy.id,
        state=next_step_state(place.now, moved_on=place.moved_on),
        kind="stage",
        card=card,
        record=stated(stage.records),
        forms=forms,
        tell=stage.tells,
        always=stated(policy.always),
        after=stated(policy.after),
        timeline=timeline(place),
        quotes=stage.quotes,
        source=stage.source,
        answers=answers,
        escalation_record=escalation_record(place, card, forms, after, answers),
    )


def _on_leaving(place: Place) -> tuple[Duty, ...]:
    """What the stage that was left asks for in one case, such as that it was not agreed."""
    left = place.left if place.now.reached not in (None, place.here) else None
    return tuple(duty for duty in stated(left.records) if duty.when) if left else ()


def _forms(policy: Policy, stage: Stage) -> tuple[Form, ...]:
    wanted = {duty.form for duty in (*stated(stage.records), *stage.tells)}
    return tuple(form for form in stated(policy.forms) if form.id in wanted)


def _if_longer(policy: Policy) -> tuple[Duty, ...]:
    return tuple(duty for budget in stated(policy.budgets) for duty in stated(budget.if_longer))
