"""A made-up Scottish policy that says what the real ones here leave open."""

from helper.decide import decide
from helper.next_step import NextStep
from tests.conftest import policy
from tests.days import day

CALM = {"immediate_danger": "no"}


def step(today: str, **answers: str) -> NextStep:
    shown = decide(policy("plainshire"), {**CALM, **answers}, day(today))
    assert isinstance(shown, NextStep)
    return shown


def test_a_policy_may_count_the_start_day() -> None:
    """Thursday is day 1, Good Friday is a bank holiday, Easter Monday is none in Scotland, Tuesday is day 3."""
    shown = step("Thu 2027-03-25", stage="talk", result="waiting", raised_on="2027-03-25")
    assert shown.act_by == day("Tue 2027-03-30")
    said = [each.text for each in shown.assumptions]
    assert "By this policy the start day is day 1." in said
    assert "By this policy a working day is Monday to Friday, less bank holidays." in said


def test_a_target_over_some_stages_is_called_a_target() -> None:
    shown = step("Thu 2027-03-25", stage="talk", result="not_agreed", raised_on="2027-03-25")
    (due,) = shown.due
    assert (due.kind, due.covers, due.last_day) == ("target", "Level 1, Formal level", day("Thu 2027-04-08"))
    late = step("Fri 2027-04-09", stage="talk", result="not_agreed", raised_on="2027-03-25")
    assert late.card.where.startswith("The target for Level 1, Formal level has passed")


def test_silence_means_what_the_policy_says() -> None:
    shown = step("Thu 2027-03-25", stage="talk", result="no_answer", raised_on="2027-03-25")
    assert shown.if_no_answer == "No answer within the limit counts as no agreement."


def test_a_label_without_a_number_still_tells_where_you_are() -> None:
    shown = step("Thu 2027-03-25", stage="talk", result="not_agreed", raised_on="2027-03-25")
    assert shown.card.where == "Your next step in Plainshire: Formal level, 2 of 2"


def test_a_published_contact_is_shown_and_the_rest_is_not_invented() -> None:
    shown = step("Thu 2027-03-25", stage="talk", result="not_agreed", raised_on="2027-03-25")
    assert shown.card.rows[-1].text == "Partnership office: 01632 960999"
    assert shown.out_of_hours.startswith("Ring the out-of-hours team")
