"""What the helper must not claim: a limit that may not hold, a stage that has not begun, a target as a limit."""

from helper.decide import decide
from helper.next_step import NextStep
from tests.conftest import policy
from tests.days import day

LONGWATER = {"immediate_danger": "no", "route": "none", "ladder": "normal"}
MANYFORD = {"area": "southford", "agency": "school", "other_agency": "health", **LONGWATER}


def longwater(today: str, **answers: str) -> NextStep:
    shown = decide(policy("longwater"), {**LONGWATER, **answers}, day(today))
    assert isinstance(shown, NextStep)
    return shown


def manyford(today: str, **answers: str) -> NextStep:
    shown = decide(policy("manyford"), {**MANYFORD, **answers}, day(today))
    assert isinstance(shown, NextStep)
    return shown


def test_a_limit_of_a_priority_that_nobody_knows_of_does_not_pass_for_all() -> None:
    """Priority 1 had 48 hours from Friday 4 December, Priority 2 has a working week, to Friday 11."""
    shown = longwater(
        "Tue 2026-12-08", stage="safeguarding_leads", result="no_answer", priority="unknown",
        raised_on="2026-11-27", began_on="2026-12-04 16:50",
    )  # fmt: skip
    assert (shown.state, shown.act_by) == ("safeguarding_leads-no_answer", day("Fri 2026-12-11"))
    assert shown.card.rows[0].text.startswith(
        "It passed on Sunday 6 December 2026 at 16:50 if it is Priority 1: then move on now."
    )


def test_with_every_priority_over_it_has_passed() -> None:
    shown = longwater(
        "Mon 2026-12-14", stage="safeguarding_leads", result="no_answer", priority="unknown",
        raised_on="2026-11-27", began_on="2026-12-04 16:50",
    )  # fmt: skip
    assert shown.state == "safeguarding_leads-no_answer-moved_on"


def test_a_stage_that_has_not_begun_is_not_said_to_have() -> None:
    shown = longwater(
        "Wed 2026-12-02", stage="managers", result="not_agreed", priority="standard",
        raised_on="2026-11-27", ended_on="2026-12-02",
    )  # fmt: skip
    own = next(due for due in shown.due if not due.shared)
    assert own.reading is not None
    assert own.reading.counted_from == "today, if you begin Stage 3 today"
    assert own.reading.counting[0].why == "Stage 3 begins"
    assert not shown.card.where.endswith("which has begun")


def test_a_stage_under_way_says_that_it_has_begun() -> None:
    shown = longwater(
        "Mon 2026-11-30", stage="practitioners", result="waiting", raised_on="2026-11-27",
        when_disagreement="unknown", when_decision="unknown",
    )  # fmt: skip
    assert shown.card.where.endswith(", which has begun")


def test_a_stage_that_ran_out_under_a_ceiling_was_not_due_before_its_own_day() -> None:
    """All three stages had ten working days from Monday 2 November; Stage 3's own week ends on 23 November."""
    shown = longwater(
        "Tue 2026-11-17", stage="safeguarding_leads", result="waiting", priority="standard",
        raised_on="2026-11-02", began_on="2026-11-16",
    )  # fmt: skip
    assert shown.state == "safeguarding_leads-waiting-moved_on"
    entry = next(entry for entry in shown.timeline if entry.stage == "safeguarding_leads")
    assert (entry.by, entry.last_day) == ("limit", day("Mon 2026-11-23"))


def test_the_one_who_has_to_act_stands_before_the_date() -> None:
    """The meeting is for the chair to hold: the reader's own part is today."""
    shown = longwater(
        "Mon 2026-12-14", stage="safeguarding_leads", result="not_agreed", use_meeting="yes",
        raised_on="2026-12-10", ended_on="2026-12-14", when_meeting_held="unknown",
    )  # fmt: skip
    lead = next(due for due in shown.due if due.last_day == shown.act_by)
    assert lead.owner
    assert shown.card.before == f"{lead.owner[0].lower()}{lead.owner[1:]} by the end of"
    assert f"To act: {lead.owner}." in shown.card.after


def test_a_target_is_called_one() -> None:
    """Three working days "where possible" from Friday 18 December end on Wednesday 23."""
    shown = manyford(
        "Fri 2026-12-18", stage="workers", result="not_agreed", raised_on="2026-12-17", ended_on="2026-12-18"
    )
    assert shown.act_by == day("Wed 2026-12-23")
    assert shown.card.what.endswith(", the target of the policy:")
    own = next(due for due in shown.due if not due.shared)
    assert own.reading is not None
    assert own.reading.counting[-1].why == "Tier 2 target"
    assert "The target of the policy ends then:" in shown.if_no_answer


def test_a_limit_counted_from_another_limit_reads_as_a_sentence() -> None:
    """Nobody knows when Stage 1 ended, so Stage 2 counts from its limit."""
    shown = longwater(
        "Thu 2026-12-03", stage="practitioners", result="no_answer", raised_on="2026-11-27",
        when_disagreement="2026-11-27", when_decision="2026-11-26",
    )  # fmt: skip
    ways = [way for due in shown.due for way in (due.reading, *due.other_readings) if way]
    assert {way.counted_from for way in ways} <= {
        "the day Stage 1 began", "the limit of Stage 1", "the day the disagreement arose",
        "today, if you begin Stage 2 today",
    }  # fmt: skip
