"""Glenmore: Scotland's bank holidays, adults, its own words. Days are worked out by hand."""

from dataclasses import replace

import pytest

from helper.decide import Question, decide
from helper.fixed_words import Power, Start, Unit, stated
from helper.step import NextStep
from macros.pages import pages
from tests.conftest import policy
from tests.days import day

CALM = {
    "immediate_danger": "no",
    "route": "none",
    "raised_on": "unknown",
    "ended_on": "unknown",
    "began_on": "unknown",
}


def step(today: str, **answers: str) -> NextStep:
    shown = decide(policy("glenmore"), {**CALM, **answers}, day(today))
    assert isinstance(shown, NextStep), shown
    return shown


CONVERSATION = [  # raised, two working days, why
    ("Fri 2026-11-27", "Wed 2026-12-02", "Monday is St Andrew's Day"),
    ("Mon 2026-11-30", "Thu 2026-12-03", "St Andrew's Day is no day 0: Tuesday is"),
    ("Thu 2026-12-24", "Wed 2026-12-30", "Christmas, with the substitute on Monday"),
    ("Thu 2026-12-31", "Wed 2027-01-06", "1 January, and the substitute for 2 January on Monday"),
    ("Thu 2027-03-25", "Tue 2027-03-30", "Good Friday; Easter Monday is a working day"),
    ("Fri 2026-07-31", "Wed 2026-08-05", "the summer holiday is the first Monday of August"),
    ("Fri 2026-08-28", "Tue 2026-09-01", "and not the last"),
    ("Fri 2026-06-12", "Wed 2026-06-17", "the one-off day of 15 June 2026"),
]


@pytest.mark.parametrize(("raised", "last", "why"), CONVERSATION, ids=[row[0] for row in CONVERSATION])
def test_two_working_days_in_scotland(raised: str, last: str, why: str) -> None:
    assert step(raised, stage="not_raised").act_by == day(last), why
    waiting = step(raised, stage="conversation", result="waiting", raised_on=raised[4:])
    assert waiting.act_by == day(last)


def test_immediately_stands_beside_the_date_and_is_none() -> None:
    shown = step("Fri 2026-11-27", stage="not_raised")
    assert "Start now: the policy says “immediately”." in shown.card.after
    assert [due.last_day for due in shown.due if due.unit is Unit.AT_ONCE] == [None]


LETTER = [  # the conversation ended, the letter is due, why
    ("Fri 2026-11-27", "Thu 2026-12-03", "St Andrew's Day"),
    ("Wed 2026-12-30", "Wed 2027-01-06", "31 December, then Tuesday 5 January"),
    ("Thu 2027-03-25", "Wed 2027-03-31", "Easter Monday is a working day"),
]


@pytest.mark.parametrize(("ended", "last", "why"), LETTER, ids=[row[0] for row in LETTER])
def test_your_head_of_service_writes_first(ended: str, last: str, why: str) -> None:
    shown = step(ended, stage="conversation", result="not_agreed", ended_on=ended[4:])
    lead = shown.due[0]
    assert (lead.owner, lead.last_day) == ("Your head of service", day(last)), why
    assert shown.stage == "heads_of_service"


REPLY = [  # the letter was sent, 28 days later, why
    ("Tue 2026-12-01", "Tue 2026-12-29", "every day counts"),
    ("Fri 2026-12-04", "Fri 2027-01-01", "it may end on New Year's Day"),
    ("Sat 2027-02-27", "Sat 2027-03-27", "and on a Saturday"),
]


@pytest.mark.parametrize(("sent", "last", "why"), REPLY, ids=[row[0] for row in REPLY])
def test_a_written_reply_in_28_bare_days(sent: str, last: str, why: str) -> None:
    shown = step(sent, stage="heads_of_service", result="waiting", ended_on="unknown", began_on=sent[4:])
    (reply,) = [due for due in shown.due if due.unit is Unit.DAYS]
    assert (reply.owner, reply.last_day) == ("The council’s head of adult services", day(last)), why
    assert "calendar_days" in {each.id for each in shown.assumptions}


CLOSED = [  # the letter was sent, what the card says of its last day 28 days later
    ("Fri 2026-11-27", "Offices may be closed that day (Christmas Day): act before it."),
    ("Sat 2027-02-27", "Offices may be closed that day: act before it."),
    ("Tue 2026-12-01", ""),
]


@pytest.mark.parametrize(("sent", "said"), CLOSED, ids=[row[0] for row in CLOSED])
def test_a_last_day_on_which_offices_are_closed_is_said_to_be_one(sent: str, said: str) -> None:
    shown = step(sent, stage="heads_of_service", result="waiting", ended_on=sent[4:], began_on=sent[4:])
    assert shown.card.day
    assert (said in shown.card.after, "Offices" in shown.card.after) == (True, bool(said))


def test_a_letter_that_is_sent_is_no_reason_to_move_on_before_the_reply_is_due() -> None:
    """Three working days for the letter ended on Thursday 3; it went on Tuesday 1, so the reply has until the 29th."""
    shown = step(
        "Thu 2026-12-10",
        stage="heads_of_service",
        result="waiting",
        ended_on="2026-11-27",
        began_on="2026-12-01",
    )
    assert (shown.state, shown.act_by) == ("heads_of_service-waiting", day("Tue 2026-12-29"))


def test_a_settlement_is_not_met_because_the_letter_has_gone() -> None:
    """The same limit for settling it: three working days from Friday 27 November are Thursday 3 December.

    Monday 30 is St Andrew's Day. The reply to the letter of Tuesday 1 has until the 29th, too late for it.
    """
    glenmore = policy("glenmore")
    heads = glenmore.ladder[1]
    letter, reply = stated(heads.timescales)
    settled = replace(heads, timescales=(replace(letter, what="the settlement", met_by=None), reply))
    made = replace(glenmore, stages=(glenmore.ladder[0], settled, *glenmore.ladder[2:]))
    sent = {**CALM, "stage": "heads_of_service", "ended_on": "2026-11-27", "began_on": "2026-12-01"}
    waiting = {**sent, "result": "waiting"}
    on_time, late = (decide(made, waiting, day(today)) for today in ("Thu 2026-12-03", "Fri 2026-12-04"))
    assert isinstance(on_time, NextStep)
    assert isinstance(late, NextStep)
    assert (on_time.state, on_time.act_by) == ("heads_of_service-waiting", day("Thu 2026-12-03"))
    assert late.state == "heads_of_service-waiting-moved_on"


def test_a_limit_is_not_met_by_its_own_start() -> None:
    """The first stage begins on the day it is raised: Friday 27 November and 2 working days are Wednesday 2."""
    glenmore = policy("glenmore")
    talk = glenmore.ladder[0]
    at_once, settled = stated(talk.timescales)
    slip = replace(talk, timescales=(at_once, replace(settled, met_by=Start.THIS_STAGE)))
    made = replace(glenmore, stages=(slip, *glenmore.ladder[1:]))
    answers = {**CALM, "stage": "conversation", "result": "waiting", "raised_on": "2026-11-27"}
    found = decide(made, answers, day("Fri 2026-11-27"))
    assert isinstance(found, NextStep)
    assert found.act_by == day("Wed 2026-12-02")


def test_silence_counts_as_no_agreement_because_the_policy_says_so() -> None:
    """The letter went on Tuesday 1 December: 28 days are Tuesday 29. The convener's ten working days follow."""
    shown = step(
        "Wed 2026-12-30",
        stage="heads_of_service",
        result="no_answer",
        ended_on="2026-11-27",
        began_on="2026-12-01",
    )
    assert (shown.state, shown.stage) == ("heads_of_service-no_answer-moved_on", "convener")
    assert shown.act_by == day("Thu 2027-01-14")
    waiting = step("Tue 2026-12-29", stage="heads_of_service", result="no_answer", began_on="2026-12-01")
    assert "treat it as no agreement" in waiting.if_no_answer


CONVENER = [  # the heads of service ended, ten working days as a guide, why
    ("Fri 2026-12-18", "Thu 2027-01-07", "Christmas, New Year and 4 January"),
    ("Fri 2026-11-20", "Mon 2026-12-07", "St Andrew's Day"),
    ("Mon 2027-03-22", "Tue 2027-04-06", "Good Friday alone"),
]


@pytest.mark.parametrize(("ended", "last", "why"), CONVENER, ids=[row[0] for row in CONVENER])
def test_the_convener_advises_as_a_guide_within_ten_working_days(ended: str, last: str, why: str) -> None:
    shown = step(ended, stage="heads_of_service", result="not_agreed", ended_on=ended[4:])
    (due,) = shown.due
    assert (due.kind, due.owner, due.last_day) == ("target", "The independent convener", day(last)), why
    assert "start_not_stated" in {each.id for each in shown.assumptions}
    assert shown.ends is not None
    assert (shown.ends.power, shown.ends.binding) == (Power.ADVISES, False)


def test_it_speaks_of_a_supported_adult() -> None:
    question = decide(policy("glenmore"), {}, None)
    assert isinstance(question, Question)
    assert question.text == "Is a supported adult in immediate danger?"
    shown = decide(policy("glenmore"), {"immediate_danger": "yes"}, None)
    assert isinstance(shown, NextStep)
    assert shown.card.where == "A supported adult in immediate danger"
    assert "adult protection lead" in shown.card.after
    assert "01632 960611" in shown.out_of_hours


def test_a_ladder_without_labels_goes_by_its_names() -> None:
    shown = step("Fri 2026-11-27", stage="conversation", result="not_agreed", ended_on="2026-11-27")
    assert shown.position is not None
    assert (shown.position.label, shown.position.number, shown.position.of) == ("Heads of service", 2, 3)
    assert shown.card.where == "Your next step in Glenmore: “Heads of service”, 2 of 3"
    assert shown.timeline[1].title == "Heads of service"
    assert shown.if_not_agreed is not None
    assert shown.if_not_agreed.label == "The independent convener"
    assert shown.if_not_agreed.text.startswith("Go to “The independent convener” at once.")


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"stage": "unknown"}, "Has “A conversation between professionals” begun?"),
        ({"stage": "heads_of_service"}, "What happened at “Heads of service”?"),
        (
            {"stage": "conversation", "result": "not_agreed"},
            "When did “A conversation between professionals” end?",
        ),
    ],
)
def test_a_name_inside_a_question_can_be_told_from_the_question(answers: dict[str, str], asked: str) -> None:
    known = {"immediate_danger": "no", "route": "none", **answers}
    question = decide(policy("glenmore"), known, day("Fri 2026-11-27"))
    assert isinstance(question, Question)
    assert question.text == asked


def test_words_to_say_have_no_double_marks_within_double_marks() -> None:
    shown = step("Mon 2026-12-21", stage="conversation", result="no_answer", raised_on="2026-11-27")
    assert shown.say.startswith("‘A conversation between professionals’ of the Glenmore policy has run out")


def test_the_committee_begins_a_sentence_with_a_capital() -> None:
    told = next(page for page in pages((policy("glenmore"),)) if page.kind == "procedure").markdown()
    assert ">The Committee’s own current policy</a> prevails." in told


def test_what_holds_while_it_is_disputed() -> None:
    shown = step("Fri 2026-11-27", stage="conversation", result="not_agreed", ended_on="2026-11-27")
    assert "stays in place while it is disputed" in str(shown.status_quo)
    assert "another council area" in str(shown.cross_border)
    assert "takes no part before the independent convener" in shown.steps_in
    assert shown.how == "In writing. Do not rely on a call alone."


def test_after_agreement_no_date_lies_ahead() -> None:
    shown = step("Fri 2026-11-27", stage="conversation", result="agreed")
    assert [(entry.stage, entry.last_day) for entry in shown.timeline if entry.status == "ahead"] == [
        ("heads_of_service", None),
        ("convener", None),
    ]


DISSENT = [  # the case conference, the chair's reply
    ("Thu 2026-11-26", "Thu 2026-12-24"),
    ("Fri 2026-12-04", "Fri 2027-01-01"),
]


@pytest.mark.parametrize(("held", "last"), DISSENT, ids=[row[0] for row in DISSENT])
def test_dissent_at_a_case_conference_has_a_clock_of_its_own(held: str, last: str) -> None:
    known = {"immediate_danger": "no", "route": "dissent", "when_case_conference": held[4:]}
    shown = decide(policy("glenmore"), known, day(held))
    assert isinstance(shown, NextStep)
    assert (shown.state, shown.act_by) == ("route-dissent", day(last))
    assert "01632 960630" in " ".join(row.text for row in shown.card.rows)
    assert shown.link == "https://glenmore.example/case-conferences"


OLDHARBOUR = [  # raised, two working days in Northern Ireland, why
    ("Tue 2027-03-16", "Fri 2027-03-19", "St Patrick's Day"),
    ("Fri 2026-07-10", "Wed 2026-07-15", "the July holiday, on Monday 13 in 2026"),
    ("Thu 2027-03-25", "Wed 2027-03-31", "Easter Monday is a bank holiday there"),
]


@pytest.mark.parametrize(("raised", "last", "why"), OLDHARBOUR, ids=[row[0] for row in OLDHARBOUR])
def test_two_working_days_in_northern_ireland(raised: str, last: str, why: str) -> None:
    shown = decide(policy("oldharbour"), {"immediate_danger": "no", "stage": "not_raised"}, day(raised))
    assert isinstance(shown, NextStep)
    assert shown.act_by == day(last), why


def test_a_policy_that_is_replaced_says_by_what() -> None:
    replaced = policy("oldharbour").document.superseded_by
    assert replaced is not None
    assert replaced.text == "The Oldharbour challenge protocol of 5 January 2026 replaces this guidance."


@pytest.mark.parametrize("name", ["glenmore", "oldharbour"])
def test_every_scenario_that_they_give(name: str) -> None:
    from macros.proof.scenarios import scenario_faults

    assert list(scenario_faults(policy(name))) == []


def test_a_stage_of_a_letter_and_a_reply_may_last_until_the_reply() -> None:
    """Nobody answered from Friday 27 November, so on 4 December it moves on; the reply has 28 days: 1 January.

    Then ten working days: 1 and 4 January are holidays, Tuesday 5 is day 0, Tuesday 19 is day 10.
    """
    shown = step("Fri 2026-12-04", stage="conversation", result="no_answer", raised_on="2026-11-27")
    letter, reply = shown.due[:2]
    assert (letter.last_day, reply.last_day) == (day("Mon 2026-12-07"), day("Fri 2027-01-01"))
    convener = shown.timeline[2]
    assert (convener.by, convener.last_day) == ("at the latest by", day("Tue 2027-01-19"))
    rows = [row.text for row in shown.card.rows if row.term.endswith("limit")]
    assert [text.partition(":")[0] for text in rows] == ["The letter", "The written reply"]


def test_another_route_whose_time_has_passed_says_what_to_do_all_the_same() -> None:
    """28 days from Monday 2 November end on Monday 30."""
    shown = step("Fri 2026-12-04", route="dissent", when_case_conference="2026-11-02")
    assert shown.card.urgency == "Do this now"
    assert shown.card.after.startswith(
        "The limit for the chair’s written reply has passed: Monday 30 November 2026. "
        "Do not wait: ask for the chair’s written reply today, and tell your "
    )
    on_time = step("Mon 2026-11-30", route="dissent", when_case_conference="2026-11-02")
    assert on_time.card.urgency == "Use another route"
    assert "has passed" not in on_time.card.after


def test_after_agreement_the_dates_in_a_calendar_are_to_be_deleted() -> None:
    shown = step("Fri 2026-11-27", stage="conversation", result="agreed")
    assert "If you have saved dates to a calendar, delete them." in shown.card.after
    assert shown.calendar == ()
