"""Every way through every policy: nothing loops, nothing ends in nothing, and no date is wrong in kind."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper.decide import Question, decide
from helper.next_step import NextStep
from helper.policy import Policy
from helper.walk import walk
from helper.working_days import WorkingDays
from tests.conftest import ALL_POLICIES

IDS = [policy.id for policy in ALL_POLICIES]
TODAY = date(2026, 12, 22)
DAYS = ("2026-12-01", "2026-12-18", "2026-12-22", "unknown")


def steps(policy: Policy, answers: dict[str, str]) -> Iterator[NextStep]:
    """Every next step that a set of answers can lead to, with dates."""
    shown = decide(policy, answers, TODAY)
    if isinstance(shown, NextStep):
        yield shown
        return
    for value in values(shown):
        yield from steps(policy, {**answers, shown.id: value})


def values(question: Question) -> list[str]:
    if question.kind != "date":
        return [option.value for option in question.options]
    earliest = min((answer.value for answer in question.answers if answer.id == "raised_on"), default="")
    return [day for day in DAYS if earliest in ("", "unknown") or day >= earliest]


@pytest.mark.parametrize("policy", ALL_POLICIES, ids=IDS)
def test_each_state_leads_on_and_every_one_is_reached(policy: Policy) -> None:
    visits = {visit.shown.state: visit for visit in walk(policy)}
    for state, visit in visits.items():
        ahead = [next_ for _, next_ in visit.leads_to]
        assert state not in ahead
        assert set(ahead) <= set(visits)
        assert bool(ahead) == isinstance(visit.shown, Question)
    reached = {next_ for visit in visits.values() for _, next_ in visit.leads_to} | {"start"}
    assert reached == set(visits)
    for stage in policy.stages:
        assert stage.id in {getattr(visit.shown, "stage", None) for visit in visits.values()}


@pytest.mark.parametrize("policy", ALL_POLICIES, ids=IDS)
def test_every_next_step_says_who_by_when_and_where_it_stands(policy: Policy) -> None:
    found = list(steps(policy, {}))
    assert len(found) > 50
    for step in found:
        assert step.card.action or step.card.word == "Call 999"
        if step.kind == "stage":
            assert step.who is not None
            assert step.source
            assert step.quotes
            assert step.card.day or step.card.word
            assert step.if_not_agreed is not None
            assert step.if_no_answer
            assert [entry.status for entry in step.timeline].count("here") == 1


@pytest.mark.parametrize("policy", ALL_POLICIES, ids=IDS)
def test_the_same_state_with_and_without_dates(policy: Policy) -> None:
    """A dated next step has the section of the printed page: no state exists only with dates."""
    printed = {visit.shown.state for visit in walk(policy)}
    assert {step.state for step in steps(policy, {})} <= printed


@given(st.sampled_from(ALL_POLICIES), st.dates(date(2019, 2, 1), date(2028, 11, 1)))
def test_every_limit_ends_on_a_working_day_and_in_order(policy: Policy, start: date) -> None:
    calendar = WorkingDays.of(policy.division)
    step = decide(policy, {"immediate_danger": "no", "stage": "not_raised"}, start)
    assert isinstance(step, NextStep)
    days = [entry.last_day for entry in step.timeline if entry.last_day]
    assert days == sorted(days)
    for day in [*days, *(due.last_day for due in step.due if due.last_day)]:
        assert calendar.why_not(day) == ""
        assert day >= start


@given(
    st.sampled_from(ALL_POLICIES),
    st.dates(date(2019, 2, 1), date(2028, 10, 1)),
    st.integers(0, 30),
)
def test_raising_it_later_never_makes_it_due_earlier(policy: Policy, start: date, later: int) -> None:
    first, second = (
        decide(policy, {"immediate_danger": "no", "stage": "not_raised"}, day)
        for day in (start, start + timedelta(days=later))
    )
    assert isinstance(first, NextStep)
    assert isinstance(second, NextStep)
    for one, other in zip(first.timeline, second.timeline, strict=True):
        assert (one.last_day or date.min) <= (other.last_day or date.min)
