"""Every way through every policy: nothing loops, nothing ends in nothing, and the proof of it can fail."""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helper import decide as engine
from helper.asking import AnswerError, Option
from helper.decide import Question
from helper.due import Due
from helper.facts import Contact
from helper.fixed_words import NOT_STATED, Side, Unit
from helper.policy import Added, OptOut, Overlay, Policy, StartHigher
from helper.stage import OnlyIf
from helper.step import NextStep
from helper.working_days import WorkingDays
from macros.proof import Proof, proof_line, prove
from macros.proof import graph as proof_graph
from macros.proof.graph import Decide, Shown
from macros.states import states
from tests.conftest import ALL_POLICIES, policy

IDS = [policy.id for policy in ALL_POLICIES]
TODAY = date(2026, 12, 22)
DAYS = ("2026-12-01", "2026-12-18", "2026-12-22", "unknown")
WITH_LADDER = [policy.id for policy in ALL_POLICIES if policy.ladder]
Answers = Mapping[str, str]


@cache
def proof(id_: str) -> Proof:
    return prove(policy(id_))


@pytest.mark.parametrize("id_", IDS)
def test_nobody_is_led_astray(id_: str) -> None:
    assert [str(problem) for problem in proof(id_).problems] == []


@pytest.mark.parametrize("id_", IDS)
def test_the_pages_show_the_states_that_were_proved(id_: str) -> None:
    shown = {
        state.id: {option.value: after for option, after in state.links} for state in states(policy(id_))
    }
    assert shown == {state: node.leads_to for state, node in proof(id_).graph.nodes.items()}


@pytest.mark.parametrize("id_", IDS)
def test_ways_with_answers_drawn_by_chance_keep_to_the_proved_states(id_: str) -> None:
    """Earlier answers in combination, which the proof gives one by one."""
    draw = random.Random(id_)
    for _ in range(20):
        answers: dict[str, str] = {}
        shown: Shown = engine.decide(policy(id_), answers, None)
        while isinstance(shown, Question):
            leads_to = proof(id_).graph.nodes[shown.state].leads_to
            answers[shown.id] = value = draw.choice(list(leads_to))
            shown = engine.decide(policy(id_), answers, None)
            assert shown.state == leads_to[value]


def test_the_numbers_of_sefton() -> None:
    """Counted by hand: danger, route, stage, four times begun, four results, eight times passed."""
    numbers = proof("sefton").numbers
    assert (numbers.questions, numbers.stages, numbers.longest) == (19, 4, 9)
    assert numbers.tried_stages == 4
    assert proof_line(proof("sefton")).startswith(
        "sefton: 19 questions, 35 next steps, 58 answers, 68 paths;"
    )


def test_the_ways_are_counted_as_they_would_be_listed() -> None:
    nodes = proof("oldharbour").graph.nodes

    def listed(state: str, length: int) -> Iterator[int]:
        after = nodes[state].leads_to.values()
        yield from (found for each in after for found in listed(each, length + 1)) if after else [length]

    lengths = list(listed("start", 0))
    numbers = proof("oldharbour").numbers
    assert (numbers.ways, numbers.longest) == (len(lengths), max(lengths))


# An engine that is broken in one way, and what the proof says of it.


def broken(spoil: Callable[[Shown, Answers], Shown]) -> Decide:
    return lambda asked, answers, today: spoil(engine.decide(asked, answers, today), answers)


def of_step(state: str, **changes: Any) -> Decide:
    return broken(lambda shown, _: replace(shown, **changes) if shown.state == state else shown)


def of_card(state: str, **changes: Any) -> Decide:
    card = next(
        node.shown.card  # type: ignore[union-attr]
        for each, node in proof("oldharbour").graph.nodes.items()
        if each == state
    )
    return of_step(state, card=replace(card, **changes))


def said(decide: Decide, asked: Policy | None = None) -> str:
    return "\n".join(map(str, prove(asked or policy("oldharbour"), decide).problems))


def test_an_answer_without_a_next_state_is_named() -> None:
    def refuse(shown: Shown, answers: Answers) -> Shown:
        if answers.get("result") == "agreed":
            raise AnswerError("result", "No.")
        return shown

    assert (
        "first_call-result: The answer agreed has no next state: No. Answers: immediate_danger: no"
        in said(broken(refuse))
    )


def test_a_question_without_answers_is_named() -> None:
    assert "first_call-result: The question has no answer to choose." in said(
        of_step("first_call-result", options=())
    )


def test_an_answer_that_stands_twice_is_named() -> None:
    twice = (Option(value="agreed", text="Yes"), Option(value="agreed", text="Also yes"))
    assert "The answer agreed stands there twice." in said(of_step("first_call-result", options=twice))


def test_a_loop_is_named() -> None:
    def turn(shown: Shown, answers: Answers) -> Shown:
        return engine.decide(policy("oldharbour"), {}, None) if answers.get("result") == "agreed" else shown

    assert "first_call-result: The answer agreed leads back to start, so it need never end." in said(
        broken(turn)
    )


def test_what_never_ends_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof_graph, "MOST", 100)

    def deeper(_: Policy, answers: Answers, today: date | None) -> Shown:
        first = engine.decide(policy("oldharbour"), {}, today)
        id_ = f"q{len(answers)}"
        return replace(first, id=id_, state=id_)

    assert "There are over 100 states: there may be no end." in said(deeper)


def test_two_things_of_one_name_are_named() -> None:
    def rename(shown: Shown, _: Answers) -> Shown:
        return replace(shown, state="emergency") if shown.state == "panel_chair-agreed" else shown

    assert "emergency: Two different things have this one name." in said(broken(rename))


def test_a_state_that_depends_on_how_one_came_there_is_named() -> None:
    """Found out by asking which step has begun, it leads elsewhere than by choosing the step."""

    def otherwise(asked: Policy, answers: Answers, today: date | None) -> Shown:
        found_out = answers.get("begun_first_call") == "yes" and answers.get("result") == "not_agreed"
        return engine.decide(asked, {**answers, "result": "agreed"} if found_out else answers, today)

    found = said(otherwise)
    assert "The answer not_agreed leads to first_call-agreed, but to first_call-not_agreed after" in found
    assert "begun_first_call: yes" in found


def test_a_state_that_depends_on_an_earlier_answer_that_only_narrows_is_named() -> None:
    """Many states after the area, "it is still going on" leads elsewhere in one area alone."""
    asked = policy("oldharbour")
    area = asked.areas[0]  # type: ignore[index]
    desk = Contact(
        role="Duty desk", phone=NOT_STATED, email=NOT_STATED, link=NOT_STATED, hours=NOT_STATED,
        checked=TODAY, source="Page 2", area=area,
    )  # fmt: skip
    asked = replace(asked, contacts=(desk,))
    here = next(
        option.value
        for option in engine.decide(asked, {"immediate_danger": "no"}, None).options  # type: ignore[union-attr]
        if option.text == area
    )

    def otherwise(given: Policy, answers: Answers, today: date | None) -> Shown:
        odd = answers.get("area") == here and answers.get("result") == "waiting"
        return engine.decide(given, {**answers, "result": "no_answer"} if odd else answers, today)

    assert prove(asked).problems == ()
    assert f"area: {here}" in said(otherwise, asked)


@pytest.mark.parametrize(
    ("decide", "missing"),
    [
        (lambda: of_step("first_call-agreed", source=""), "where it stands in the source"),
        (lambda: of_card("first_call-not_agreed", word=""), "by when, nor that no limit is stated"),
        (lambda: of_card("first_call-not_agreed", action="", word=""), "what to do"),
        (lambda: of_card("emergency", word=""), "who acts or whom to tell"),
    ],
)
def test_a_next_step_that_leaves_something_out_is_named(decide: Callable[[], Decide], missing: str) -> None:
    assert f"The next step does not say {missing}." in said(decide())


def test_a_limit_that_is_kept_silent_is_named() -> None:
    silent = of_card("not_raised", word="No time limit stated")
    assert "says that no limit is stated, but the policy states one" in said(silent)


def test_a_problem_is_a_fault_of_the_file() -> None:
    found = prove(policy("oldharbour"), of_step("emergency", source="", kind="end"))
    (fault,) = found.faults
    assert str(fault) == (
        "the file leads astray at emergency: The next step does not say where it stands in the source. "
        "Answers: immediate_danger: yes. Look at what the file says about that stage, area or route; "
        "if it says what the policy says, report it."
    )
    assert proof_line(found).endswith("; not proved, 1 problem.")


# A policy that names something that nobody can come to.


def test_an_optional_first_stage_that_nobody_is_asked_about_is_named() -> None:
    asked = policy("oldharbour")
    first = replace(asked.ladder[0], only_if=OnlyIf(ask="Is it used?", says="if needed", source="Page 1"))
    found = said(engine.decide, replace(asked, stages=(first, *asked.ladder[1:])))
    assert f"Nobody is ever asked the question use_{first.id}." in found


def test_a_later_start_that_is_none_is_named() -> None:
    asked = policy("oldharbour")
    higher = StartHigher(stage=asked.ladder[0].id, when="It is urgent", says="at once", source="Page 1")
    assert "Nobody is ever asked the question start_at." in said(
        engine.decide, replace(asked, start_higher=(higher,))
    )


def test_a_stage_that_is_added_after_none_is_named() -> None:
    asked = policy("oldharbour")
    lost = Added(after="nowhere", stage=replace(asked.ladder[0], id="lost"))
    overlay = Overlay(area=asked.areas[0], source="Page 4", adds=(lost,))  # type: ignore[index]
    assert "No answer leads to the stage lost." in said(engine.decide, replace(asked, overlays=(overlay,)))


def test_an_area_that_opts_out_and_is_none_is_named() -> None:
    out = OptOut(instead="Use your own policy.", link=NOT_STATED, source="Page 4")
    overlay = Overlay(area="Atlantis", source="Page 4", opts_out=out)
    found = said(engine.decide, replace(policy("oldharbour"), overlays=(overlay,)))
    assert "No answer leads to the next step atlantis-opted_out." in found


def test_another_route_that_nobody_is_offered_is_named() -> None:
    def hide(shown: Shown, _: Answers) -> Shown:
        if isinstance(shown, Question) and shown.id == "route":
            return replace(shown, options=shown.options[:1])
        return shown

    found = said(broken(hide), policy("plainshire"))
    assert "The question route does not offer the answer complaint." in found
    assert "No answer leads to the next step route-complaint." in found


# A policy that says less than another, with nothing wrong in it.


def of_one_side(asked: Policy, side: Side) -> Policy:
    """The policy with the roles of one side alone; no contact is for one agency."""
    stages = (
        replace(stage, roles=tuple(role for role in stage.roles if role.side is side), contacts=NOT_STATED)
        for stage in asked.ladder
    )
    return replace(asked, stages=tuple(stages), ladders=(), overlays=(), contacts=NOT_STATED)


@pytest.mark.parametrize(
    ("side", "asked_for"), [(Side.THEIRS, ["other_agency"]), (Side.YOURS, ["agency"])], ids=str
)
def test_only_the_agency_of_a_side_that_is_named_has_to_be_offered(side: Side, asked_for: list[str]) -> None:
    found = prove(of_one_side(policy("manyford"), side))
    ids = {question.id for question in found.graph.questions.values()}
    assert sorted(ids & {"agency", "other_agency"}) == asked_for
    assert [str(problem) for problem in found.problems] == []


def test_a_contact_of_an_agency_makes_only_the_other_agency_be_asked() -> None:
    bare = of_one_side(policy("manyford"), Side.YOURS)
    stages = tuple(replace(stage, roles=()) for stage in bare.ladder)
    desk = Contact(
        role="Duty desk", phone=NOT_STATED, email=NOT_STATED, link=NOT_STATED, hours=NOT_STATED,
        checked=TODAY, source="Page 2", agency=bare.agencies[0].id,
    )  # fmt: skip
    found = prove(replace(bare, stages=stages, contacts=(desk,)))
    ids = {question.id for question in found.graph.questions.values()}
    assert (found.problems, ids & {"agency", "other_agency"}) == ((), {"other_agency"})


def test_an_agency_that_is_not_offered_is_named() -> None:
    def hide(shown: Shown, _: Answers) -> Shown:
        if isinstance(shown, Question) and shown.id == "other_agency":
            return replace(shown, options=shown.options[1:])
        return shown

    asked = of_one_side(policy("manyford"), Side.THEIRS)
    assert "The question other_agency does not offer the answer school." in said(broken(hide), asked)


# With dates.


def dated(asked: Policy, answers: Answers, number_of_state: int) -> Iterator[NextStep]:
    """A next step with days in two ways; what is asked only without a day is answered as before."""
    for first in (number_of_state, number_of_state + 2):
        given, number = dict(answers), 0
        shown: Shown = engine.decide(asked, given, TODAY)
        while isinstance(shown, Question):
            known = [day for day in given.values() if day in DAYS[:3]]
            later = [day for day in DAYS if day == "unknown" or day >= max(known, default="")]
            given[shown.id] = later[(first + number) % len(later)] if shown.kind == "date" else "unknown"
            number += 1
            shown = engine.decide(asked, given, TODAY)
        yield shown


@pytest.mark.parametrize("id_", IDS)
def test_a_dated_next_step_is_a_proved_one_and_says_everything(id_: str) -> None:
    """Sampled by state: no state exists only with dates, and a date takes nothing away."""
    steps = proof(id_).graph.steps
    for number, state in enumerate(steps):
        for step in dated(policy(id_), proof(id_).graph.nodes[state].answers, number):
            assert step.state in steps
            assert step.card.action or step.card.word == "Call 999"
            if step.kind == "stage":
                assert step.who is not None
                assert step.source
                assert step.quotes
                assert step.card.day or step.card.word
                assert step.if_not_agreed is not None
                assert step.if_no_answer
                assert [entry.status for entry in step.timeline].count("here") == 1


def in_working_days(due: Due) -> bool:
    return due.unit not in (Unit.DAYS, Unit.HOURS)


def not_raised(id_: str, today: date) -> NextStep:
    """What to do on a day where nothing is raised yet."""
    answers = dict(proof(id_).graph.nodes["not_raised"].answers)
    shown: Shown = engine.decide(policy(id_), answers, today)
    while isinstance(shown, Question):
        answers[shown.id] = "unknown"
        shown = engine.decide(policy(id_), answers, today)
    return shown


@settings(deadline=None)
@given(st.sampled_from(WITH_LADDER), st.dates(date(2019, 2, 1), date(2028, 10, 1)))
def test_a_limit_in_working_days_ends_on_one(id_: str, start: date) -> None:
    calendar = WorkingDays.of(policy(id_).division)
    for due in not_raised(id_, start).due:
        if due.last_day:
            assert due.last_day >= start
            if in_working_days(due) and not due.other_readings:
                assert calendar.why_not(due.last_day) == ""


@settings(deadline=None)
@given(
    st.sampled_from(WITH_LADDER), st.dates(date(2019, 2, 1), date(2028, 10, 1)), st.integers(0, 30)
)  # fmt: skip
def test_raising_it_later_never_makes_it_due_earlier(id_: str, start: date, later: int) -> None:
    first, second = (not_raised(id_, day) for day in (start, start + timedelta(days=later)))
    for one, other in zip(first.timeline, second.timeline, strict=True):
        assert (one.last_day or date.min) <= (other.last_day or date.min)
