"""A made-up Scottish policy that says what the real ones here leave open."""

from dataclasses import replace

from helper.decide import Question, decide
from helper.fixed_words import NOT_STATED, Scope, Start, Unit
from helper.policy import Policy
from helper.step import NextStep
from helper.working_days import Division, WorkingDays
from macros.rules import broken_rules
from tests.conftest import policy
from tests.days import day

CALM = {"immediate_danger": "no", "route": "none"}


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
    assert (due.kind, due.covers, due.last_day) == (
        "target",
        "Level 1 and Formal level",
        day("Thu 2027-04-08"),
    )
    late = step("Fri 2027-04-09", stage="talk", result="not_agreed", raised_on="2027-03-25")
    assert late.card.where.startswith("The target for Level 1 and Formal level has passed")


def test_silence_means_what_the_policy_says() -> None:
    shown = step("Thu 2027-03-25", stage="talk", result="no_answer", raised_on="2027-03-25")
    assert shown.if_no_answer == (
        "No answer within the limit counts as no agreement. "
        "Do not wait after Tuesday 30 March 2027: go to Formal level."
    )


def test_a_label_without_a_number_still_tells_where_you_are() -> None:
    shown = step("Thu 2027-03-25", stage="talk", result="not_agreed", raised_on="2027-03-25")
    assert shown.card.where == "Your next step in Plainshire: Formal level, 2 of 2"


def test_a_published_contact_is_shown_and_the_rest_is_not_invented() -> None:
    shown = step("Thu 2027-03-25", stage="talk", result="not_agreed", raised_on="2027-03-25")
    assert shown.card.rows[-1].text == "Partnership office: 01632 960999 (Monday to Friday, 9 to 5)"
    assert shown.out_of_hours.startswith("Ring the out-of-hours team")


def limited(**changes: object) -> NextStep:
    """Plainshire's first level raised on Tuesday 16 March 2027, with another time limit."""
    made_up = policy("plainshire")
    first = made_up.stages[0]
    (limit,) = first.timescales  # type: ignore[misc]
    changed = replace(first, timescales=(replace(limit, **changes),))
    asked = replace(made_up, stages=(changed, *made_up.stages[1:]), start_day_counts=NOT_STATED)
    shown = decide(asked, {**CALM, "stage": "not_raised"}, day("Tue 2027-03-16"))
    assert isinstance(shown, NextStep)
    return shown


def test_bare_days_are_calendar_days_and_it_says_so() -> None:
    shown = limited(unit=Unit.DAYS, amount=28, says="within 28 days")
    own = next(due for due in shown.due if not due.shared)
    assert own.last_day == day("Tue 2027-04-13")
    assert [each.said for each in own.reading.counting][-1] == "Day 28"  # type: ignore[union-attr]
    assert "calendar_days" in [each.id for each in shown.assumptions]


def test_a_working_week_or_sooner_is_the_very_latest() -> None:
    """Wed 17 is day 1; Scotland has no bank holiday that week, so Tuesday 23 March is day 5."""
    needed = "a timescale that protects the child"
    shown = limited(unit=Unit.WORKING_WEEK, amount=None, says="a working week", or_sooner=needed)
    assert shown.act_by == day("Tue 2027-03-23")
    assert shown.card.before == "at the very latest by the end of"
    assert f"Sooner if it is needed: the policy says “{needed}”." in shown.card.after


def test_words_without_a_number_get_no_date() -> None:
    shown = limited(unit=Unit.WORDS_ONLY, amount=None, counts_from=None, says="in the child's best interests")
    assert [due.last_day for due in shown.due if not due.shared] == [None]


def test_at_once_means_now_beside_a_later_ceiling() -> None:
    shown = limited(unit=Unit.AT_ONCE, amount=None, counts_from=None, says="without delay")
    assert "Start now: the policy says “without delay”." in shown.card.after


def with_ceiling(**changes: object) -> Policy:
    """Plainshire with a ceiling over its first level alone, five working days, and no limit of its own."""
    made_up = policy("plainshire")
    (ceiling,) = made_up.budgets  # type: ignore[misc]
    first, last = made_up.stages
    (limit,) = first.timescales  # type: ignore[misc]
    return replace(
        made_up,
        start_day_counts=NOT_STATED,
        stages=(
            replace(first, timescales=(replace(limit, **changes),)),
            replace(last, timescales=(replace(limit, counts_from=Start.STAGE_BEFORE),)),
        ),
        budgets=(replace(ceiling, covers=("talk",), amount=5),),
    )


def test_a_level_to_begin_at_once_does_not_wait_for_the_ceiling() -> None:
    asked = with_ceiling(unit=Unit.AT_ONCE, amount=None, counts_from=None, says="without delay")
    shown = decide(asked, {**CALM, "stage": "not_raised"}, day("Tue 2027-03-16"))
    assert isinstance(shown, NextStep)
    assert shown.card.word == "Now"
    assert "At the very latest" in [row.term for row in shown.card.rows]


def test_the_next_level_counts_from_the_ceiling_where_that_is_earlier() -> None:
    """The level allows 8 working days, its ceiling 5: Tuesday 23 March. Three days on is Monday 29, Good Friday left out."""
    asked = with_ceiling(amount=8)
    shown = decide(asked, {**CALM, "stage": "not_raised"}, day("Tue 2027-03-16"))
    assert isinstance(shown, NextStep)
    assert shown.act_by == day("Tue 2027-03-23")
    assert shown.timeline[1].last_day == day("Mon 2027-03-29")


def test_bare_days_may_count_the_start_day_too() -> None:
    counted = list(
        WorkingDays.of(Division.SCOTLAND).count_every_day(day("Fri 2027-03-26"), 3, start_counts=True)
    )
    assert [each.number for each in counted] == [1, 2, 3]
    assert counted[-1].day == day("Sun 2027-03-28")


def test_a_working_week_counts_as_five_in_a_running_total() -> None:
    asked = with_ceiling(unit=Unit.WORKING_WEEK, amount=None)
    first, last = asked.stages
    (limit,) = last.timescales  # type: ignore[misc]
    summed = replace(asked, stages=(first, replace(last, timescales=(replace(limit, total=8),))))
    assert broken_rules(summed) == []


def test_a_shared_limit_cannot_count_from_a_stage_before() -> None:
    asked = with_ceiling(amount=3)
    (ceiling,) = asked.budgets  # type: ignore[misc]
    (fault,) = broken_rules(replace(asked, budgets=(replace(ceiling, counts_from=Start.STAGE_BEFORE),)))
    assert str(fault).startswith("budgets[0].counts_from is 'end of the stage before'.")


def test_a_policy_for_adults_speaks_of_an_adult() -> None:
    asked = replace(policy("plainshire"), scope=Scope.ADULTS)
    question = decide(asked, {}, None)
    assert isinstance(question, Question)
    assert question.text == "Is an adult at risk in immediate danger?"
    shown = decide(asked, {"immediate_danger": "yes"}, None)
    assert isinstance(shown, NextStep)
    assert shown.card.where == "An adult at risk in immediate danger"
