"""Manyford: four areas, five agencies, two ladders. Days and roles are taken from its file by hand."""

import pytest

from helper.decide import Question, decide
from helper.fixed_words import Power, Silent
from helper.step import NextStep
from tests.conftest import policy
from tests.days import day

CALM = {"immediate_danger": "no", "route": "none", "ladder": "normal"}
DAYS = {"raised_on": "unknown", "ended_on": "unknown", "began_on": "unknown"}


def step(today: str, area: str, agency: str, other: str, **answers: str) -> NextStep:
    known = {**CALM, **DAYS, "area": area, "agency": agency, "other_agency": other, **answers}
    shown = decide(policy("manyford"), known, day(today))
    assert isinstance(shown, NextStep), shown
    return shown


def to_managers(area: str, agency: str, other: str) -> NextStep:
    """The first conversation ended without agreement on Friday 27 November."""
    return step(
        "Fri 2026-11-27", area, agency, other, stage="workers", result="not_agreed", ended_on="2026-11-27"
    )


def reached(shown: NextStep) -> list[str]:
    return [] if isinstance(shown.contacts, Silent) else [each.role for each in shown.contacts]


def beside(shown: NextStep) -> str:
    """What the card says below its date."""
    return " ".join(row.text for row in shown.card.rows)


def test_the_area_and_the_agencies_are_asked_before_the_tier() -> None:
    asked = []
    known = {**CALM, "area": "eastford", "agency": "school", "other_agency": "police"}
    for _ in range(7):
        shown = decide(policy("manyford"), {id_: known[id_] for id_ in asked}, day("Fri 2026-11-27"))
        assert isinstance(shown, Question)
        if shown.id == "stage":
            break
        asked.append(shown.id)
    assert asked == ["immediate_danger", "area", "route", "ladder", "agency", "other_agency"]


ROLES = [  # my agency, theirs, who speaks, to whom
    ("school", "police", "the designated safeguarding lead (if there is none: the head teacher)",
     "the detective sergeant (if there is none: the duty inspector)"),
    ("health", "social_care", "the named nurse (if there is none: the named GP)", "the team manager"),
    ("police", "health", "your line manager", "the designated professional"),
    ("housing", "school", "your line manager", "the other worker’s line manager"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROLES, ids=["/".join(row[:2]) for row in ROLES])
def test_who_speaks_to_whom_depends_on_the_agencies(row: tuple[str, ...]) -> None:
    mine, theirs, yours, to = row
    shown = to_managers("southford", mine, theirs)
    assert shown.who is not None
    assert (shown.who.yours, shown.who.theirs) == (yours, to)


def test_the_other_side_of_tier_1_has_roles_of_its_own() -> None:
    shown = step("Fri 2026-11-27", "eastford", "school", "police", stage="not_raised")
    assert shown.who is not None
    assert shown.who.yours == "you"
    assert shown.who.theirs == "the officer in the case (if there is none: the duty sergeant)"


CONTACTS = [  # area, my agency, theirs, whom the card names at Tier 2, why
    ("eastford", "school", "police", ["Eastford police safeguarding desk"], "area and agency fit"),
    ("southford", "school", "police", ["Southford police safeguarding desk"], "the other area's own"),
    ("westford", "school", "police", ["Manyford advice line"], "the police desks are for other areas"),
    ("westford", "school", "health", ["Health safeguarding team"], "for every area"),
    ("southford", "school", "social_care", ["Manyford advice line"], "a police desk is not for social care"),
    ("southford", "school", "health", ["Health safeguarding team"], "a police desk is not for health"),
    ("westford", "housing", "social_care", ["Manyford advice line"], "those that name nobody"),
]


@pytest.mark.parametrize("row", CONTACTS, ids=["/".join(row[:3]) for row in CONTACTS])
def test_contacts_by_stage_area_and_agency(row: tuple[str, str, str, list[str], str]) -> None:
    area, mine, theirs, roles, why = row
    assert reached(to_managers(area, mine, theirs)) == roles, why


def test_who_knows_neither_area_nor_agency_sees_every_contact() -> None:
    assert reached(to_managers("unknown", "unknown", "unknown")) == [
        "Manyford advice line",
        "Health safeguarding team",
        "Eastford police safeguarding desk",
        "Southford police safeguarding desk",
    ]


def test_who_does_not_know_the_agencies_sees_the_role_in_each() -> None:
    shown = to_managers("southford", "unknown", "unknown")
    assert shown.who is not None
    assert (shown.who.yours, shown.who.theirs) == ("your line manager", "the other worker’s line manager")
    assert [(each.side.value, each.agency) for each in shown.who.by_agency] == [
        ("yours", "school"),
        ("yours", "health"),
        ("theirs", "social_care"),
        ("theirs", "police"),
        ("theirs", "health"),
    ]


PAGES = [  # area, where its policy is published
    ("eastford", "https://eastford.example/resolving-disagreements"),
    ("westford", "https://westford.example/resolving-disagreements"),
    ("southford", "https://manyford.example/resolving-disagreements"),
    ("unknown", "https://manyford.example/resolving-disagreements"),
]


@pytest.mark.parametrize(("area", "link"), PAGES, ids=[row[0] for row in PAGES])
def test_each_area_leads_to_its_own_page_if_it_has_one(area: str, link: str) -> None:
    assert to_managers(area, "school", "police").link == link


def test_a_route_in_preference_to_line_management_is_said() -> None:
    assert "in preference to their line manager" in beside(to_managers("southford", "health", "police"))


def test_a_gate_says_who_decides_and_what_is_not_said() -> None:
    """At Tier 2 the policy is silent on a refusal, at Tier 4 it is not."""
    said = beside(to_managers("southford", "housing", "police"))
    assert "Your manager decides whether the challenge is justified." in said
    assert "does not say what happens if the answer is no" in said
    last = step("Mon 2026-12-07", "southford", "health", "police", stage="meeting", result="not_agreed")
    assert "Your head of service decides whether to take it to the safeguarding partners." in beside(last)
    assert "your agency’s member of the joint executive" in beside(last)


TIER_2 = [  # the first conversation ended, three working days as a target, why
    ("Fri 2026-11-27", "Wed 2026-12-02", "a weekend"),
    ("Wed 2026-12-23", "Wed 2026-12-30", "Christmas"),
    ("Thu 2027-03-25", "Thu 2027-04-01", "Easter"),
]


@pytest.mark.parametrize(("ended", "last", "why"), TIER_2, ids=[row[0] for row in TIER_2])
def test_where_possible_is_a_target(ended: str, last: str, why: str) -> None:
    shown = step(
        ended, "southford", "health", "police", stage="workers", result="not_agreed", ended_on=ended[4:]
    )
    (due,) = shown.due
    assert (due.kind, due.last_day) == ("target", day(last)), why
    late = step(
        "Mon 2027-04-12",
        "southford",
        "health",
        "police",
        stage="workers",
        result="not_agreed",
        ended_on=ended[4:],
    )
    assert late.card.where.startswith("The target for Tier 2 has passed")


def test_westford_adds_a_tier() -> None:
    """Its two working days count from the day the panel has it: today, Friday 27, so Tuesday 1 December."""
    shown = step("Fri 2026-11-27", "westford", "police", "health", stage="managers", result="not_agreed")
    assert (shown.state, shown.stage, shown.act_by) == (
        "westford-managers-not_agreed", "panel", day("Tue 2026-12-01"),
    )  # fmt: skip
    assert shown.position is not None
    assert (shown.position.number, shown.position.of) == (3, 5)
    assert reached(shown) == ["Westford panel clerk"]
    assert [entry.stage for entry in shown.timeline] == [
        "workers",
        "managers",
        "panel",
        "meeting",
        "partners",
    ]


def test_no_other_area_has_that_tier() -> None:
    for area in ("eastford", "southford", "unknown"):
        shown = step("Fri 2026-11-27", area, "police", "health", stage="not_raised")
        assert shown.state == "not_raised"
        assert "panel" not in [entry.stage for entry in shown.timeline]


def test_the_panel_may_run_out_of_time() -> None:
    """The panel had it on Christmas Eve: 29, 30 December. On New Year's Eve the progression meeting is next."""
    shown = step(
        "Thu 2026-12-31",
        "westford",
        "police",
        "health",
        stage="panel",
        result="no_answer",
        began_on="2026-12-24",
    )
    assert (shown.state, shown.stage) == ("westford-panel-no_answer-moved_on", "meeting")


def test_northford_opted_out() -> None:
    shown = decide(policy("manyford"), {"immediate_danger": "no", "area": "northford"}, day("Fri 2026-11-27"))
    assert isinstance(shown, NextStep)
    assert shown.state == "northford-opted_out"
    assert shown.stage is None
    assert shown.due == ()
    said = f"{shown.card.action} {shown.card.after} {beside(shown)}"
    assert "Use the Northford resolution protocol" in said


MEETING = [  # Tier 2 ended, the meeting, its minutes
    ("Fri 2026-11-27", "Fri 2026-12-04", "Fri 2026-12-18"),
    ("Wed 2026-12-16", "Wed 2026-12-23", "Mon 2027-01-11"),
    ("Thu 2027-03-18", "Thu 2027-03-25", "Mon 2027-04-12"),
]


@pytest.mark.parametrize("row", MEETING, ids=[row[0] for row in MEETING])
def test_a_meeting_and_its_minutes_have_owners(row: tuple[str, ...]) -> None:
    ended, meeting, minutes = row
    shown = step(
        ended, "eastford", "school", "police",
        stage="managers", result="not_agreed", use_meeting="yes", ended_on=ended[4:],
    )  # fmt: skip
    assert [(due.owner, due.last_day) for due in shown.due] == [
        ("The manager who calls it", day(meeting)),
        ("The chair", day(minutes)),
    ]


def test_who_chairs_depends_on_the_case() -> None:
    shown = step(
        "Fri 2026-11-27",
        "eastford",
        "school",
        "police",
        stage="managers",
        result="not_agreed",
        use_meeting="yes",
    )
    assert "The case is open to a social worker: The social worker’s service manager." in beside(shown)
    assert "The case is not open to a social worker: The manager of the agency that raised" in beside(shown)


def test_the_partnership_is_told_and_does_not_step_in_yet() -> None:
    shown = step(
        "Fri 2026-11-27",
        "eastford",
        "school",
        "police",
        stage="managers",
        result="not_agreed",
        use_meeting="yes",
    )
    assert [duty.who for duty in shown.tell] == ["The chair"]
    assert "does not step in before Tier 4" in shown.steps_in


def test_a_meeting_that_is_not_wanted_is_left_out() -> None:
    shown = step(
        "Fri 2026-11-27",
        "eastford",
        "school",
        "police",
        stage="managers",
        result="not_agreed",
        use_meeting="no",
    )
    assert (shown.state, shown.stage) == ("managers-not_agreed-without_meeting", "partners")
    assert (shown.act_by, shown.card.word) == (None, "No time limit stated")


def test_the_last_tier_mediates_and_leaves_a_choice() -> None:
    shown = step("Mon 2026-12-07", "southford", "health", "police", stage="meeting", result="not_agreed")
    assert shown.ends is not None
    assert (shown.ends.power, shown.ends.binding) == (Power.MEDIATES, False)
    assert len(shown.ends.choices) == 3
    assert [form.name for form in shown.forms] == ["Referral to the safeguarding partners"]
    assert shown.how == "In writing, on the referral form."


CONFERENCE = [  # the conference ended, last day to tell the chair, why
    ("Thu 2026-11-26", "Fri 2026-11-27", "the next day"),
    ("Fri 2026-11-27", "Mon 2026-11-30", "a weekend"),
    ("Sat 2026-11-28", "Mon 2026-11-30", "it ended on a Saturday"),
    ("Thu 2026-12-24", "Tue 2026-12-29", "Christmas"),
    ("Thu 2027-03-25", "Tue 2027-03-30", "Easter"),
]


@pytest.mark.parametrize(("ended", "last", "why"), CONFERENCE, ids=[row[0] for row in CONFERENCE])
def test_a_conference_has_a_ladder_of_its_own(ended: str, last: str, why: str) -> None:
    shown = step(
        ended,
        "eastford",
        "school",
        "social_care",
        ladder="conference_plan",
        stage="not_raised",
        when_conference=ended[4:],
    )
    assert (shown.state, shown.stage) == ("conference_plan-not_raised", "dissent")
    assert shown.act_by == day(last), why
    assert [entry.stage for entry in shown.timeline] == ["dissent", "own_lead", "senior_chair"]


SENIOR_CHAIR = [  # dissent, own lead ended, the reply, the other reading, why
    ("Fri 2026-11-27", "Wed 2026-12-02", "Wed 2026-12-09", None, "both agree"),
    ("Fri 2026-11-27", "Tue 2026-12-01", "Tue 2026-12-08", "Wed 2026-12-09", "ended early: 5 days lead"),
    ("Thu 2026-12-24", "Thu 2026-12-31", "Fri 2027-01-08", None, "both over the turn of the year"),
    ("Wed 2027-03-24", "Tue 2027-03-30", "Tue 2027-04-06", "Wed 2027-04-07", "ended early, over Easter"),
]


@pytest.mark.parametrize("row", SENIOR_CHAIR, ids=["/".join(row[:2]) for row in SENIOR_CHAIR])
def test_the_running_total_of_the_other_ladder(row: tuple[str, ...]) -> None:
    began, ended, last, other, why = row
    shown = step(
        ended, "eastford", "school", "social_care", ladder="conference_plan",
        stage="own_lead", result="not_agreed", raised_on=began[4:], ended_on=ended[4:],
    )  # fmt: skip
    (due,) = shown.due
    days = [due.last_day, *(each.last_day for each in due.other_readings)]
    assert days == [day(each) for each in (last, other) if each], why


def test_a_worry_about_a_member_of_staff_has_a_clock_and_a_contact_of_its_own() -> None:
    known = {
        "immediate_danger": "no",
        "area": "eastford",
        "route": "conduct",
        "when_allegation": "2026-11-27",
    }
    shown = decide(policy("manyford"), known, day("Fri 2026-11-27"))
    assert isinstance(shown, NextStep)
    assert shown.state == "route-conduct"
    assert shown.link == "https://manyford.example/allegations"
    assert reached(shown) == ["Officer for allegations"]
    assert [due.says for due in shown.due] == ["within one working day of the allegation"]
    assert "01632 960550" in beside(shown)
    assert shown.act_by == day("Mon 2026-11-30")


def test_disputes_across_the_border() -> None:
    assert "the area where the person lives" in str(to_managers("southford", "health", "police").cross_border)


def test_every_scenario_that_manyford_gives() -> None:
    from macros.proof.scenarios import scenario_faults

    assert list(scenario_faults(policy("manyford"))) == []
