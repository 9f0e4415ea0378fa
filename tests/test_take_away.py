"""What is taken along, as the helper decides it, and the row of buttons in the page."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from helper.decide import decide
from helper.policy import Policy
from helper.step import NextStep
from macros.exercises import exercise_ids
from macros.states import states
from tests.conftest import ALL_POLICIES, policy
from tests.site import Reader, reader
from tests.test_journey import PHONE

STEP = "/sefton/what-now/#professionals-not_agreed"
NOT_AGREED = {"stage": "professionals", "result": "not_agreed"}
FOUR = ["Save to calendar", "Start a record", "Copy summary", "Print"]


def step(id_: str, today: str, **answers: str) -> NextStep:
    asked = policy(id_)
    routes = {} if id_ == "barnet" else {"route": "none"}
    found = decide(asked, {"immediate_danger": "no", **routes, **answers}, date.fromisoformat(today))
    assert isinstance(found, NextStep), found
    return found


def sefton_step_2() -> NextStep:
    """Step 1 began on Friday 18 December and ended on Tuesday 22 December without agreement."""
    days = {"raised_on": "2026-12-18", "ended_on": "2026-12-22"}
    return step("sefton", "2026-12-22", stage="professionals", result="not_agreed", **days)


def test_the_diary_has_this_stage_and_the_next() -> None:
    found = sefton_step_2().calendar
    assert [(each.key, each.day) for each in found] == [
        ("sefton.managers.1", date(2026, 12, 24)),
        ("sefton.heads_of_service.2", date(2026, 12, 30)),
    ]
    assert found[1].summary.startswith("Step 3 if Step 2 is not agreed: last day for ")
    assert found[0].description.startswith("By the end of Thursday 24 December 2026: ")
    assert "The policy says “must occur within a further 2 working days" in found[0].description


def test_where_this_stage_and_the_next_are_late_the_first_day_ahead_is_there() -> None:
    """From Monday 23 November: Step 1 to Wednesday 25, 2 to Friday 27, 3 to Tuesday 1 December, 4 to Tuesday 8."""
    found = step("sefton", "2026-12-03", stage="professionals", result="no_answer", raised_on="2026-11-23")
    assert [(each.key, each.day) for each in found.calendar] == [
        ("sefton.chaired_meeting.1", date(2026, 12, 8))
    ]
    assert found.calendar[0].summary.startswith("Step 4 if Step 3 is not agreed: last day for ")


def test_a_limit_of_several_stages_stands_there_once() -> None:
    found = step("barnet", "2026-12-22", stage="professionals", result="waiting", raised_on="2026-12-22")
    keys = [each.key for each in found.calendar]
    assert len(keys) == len(set(keys))
    assert [(each.summary, each.day) for each in found.calendar] == [
        (
            "Expected in most cases: last day for all the stages together (Barnet escalation)",
            date(2026, 12, 22),
        ),
        ("At the maximum: last day for all the stages together (Barnet escalation)", date(2026, 12, 31)),
    ]


def test_nothing_that_has_passed_goes_into_a_diary() -> None:
    found = step("sefton", "2027-02-01", stage="professionals", result="waiting", raised_on="2026-12-18")
    assert found.passed
    assert all(each.day >= date(2027, 2, 1) for each in found.calendar)
    agreed = step("sefton", "2026-12-22", stage="professionals", result="agreed")
    assert agreed.calendar == ()


def test_a_date_does_not_change_its_name_when_it_moves() -> None:
    """As the stage before, and once it has begun: the second replaces the first in a calendar."""
    ahead = sefton_step_2().calendar[1]
    days = {"ended_on": "2026-12-23", "raised_on": "2026-12-18"}
    here = step("sefton", "2026-12-23", stage="managers", result="not_agreed", **days).calendar[0]
    assert here.key == ahead.key


def test_the_summary_can_be_sent() -> None:
    assert sefton_step_2().summary.splitlines() == [
        "Safeguarding escalation under the policy of Sefton",
        "Where it stands: Step 2: Manager to manager (2 of 4)",
        "Next step: Ask your line manager to speak to the other professional’s line manager. The discussion between managers and their agreed plan: by the end of Thursday 24 December 2026. Start today.",
        "If it is not agreed: Step 3. An agreed plan of action: sooner if Step 2 ends sooner, at the latest by the end of Wednesday 30 December 2026.",
        "Policy: Sefton SCP procedure 6.7, Escalating Concerns",
        "http://seftonscp.procedures.org.uk",
    ]


def test_a_limit_that_has_passed_is_in_the_summary() -> None:
    found = step("sefton", "2027-01-04", stage="professionals", result="waiting", raised_on="2026-12-18")
    assert "has passed: Tuesday 22 December 2026" in found.summary
    assert "Move to Step 2." in found.summary
    assert "Next step: Move to Step 2." in found.summary


@pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda asked: asked.id)
def test_every_next_step_can_be_taken_along(asked: Policy) -> None:
    """With its source; a record wherever there is a stage, and says whose fields it has."""
    for each in states(asked):
        if not isinstance(each.shown, NextStep):
            continue
        has_record = each.kind in ("stage", "end", "agreed")
        assert bool(each.shown.escalation_record) == has_record
        assert bool(each.shown.summary) == (each.kind != "emergency")
        if each.shown.escalation_record:
            assert re.search(
                "These fields are ours|These are ours|own form", each.shown.escalation_record.note
            )
        if each.shown.summary:
            assert asked.document.title in each.shown.summary


def test_a_record_says_whose_fields_it_has() -> None:
    own = sefton_step_2().escalation_record
    assert own
    assert own.forms == ()
    assert own.note.endswith("our source has no fields of it. These fields are ours.")
    days = {"raised_on": "2026-12-22", "ended_on": "2026-12-22"}
    silent = step("barnet", "2026-12-22", stage="professionals", result="not_agreed", **days)
    assert silent.escalation_record
    assert silent.escalation_record.note == "The policy publishes no form fields. These are ours."


def test_a_record_knows_what_was_answered() -> None:
    found = sefton_step_2().escalation_record
    assert found
    assert found.known["day it was raised"] == "Friday 18 December 2026"
    assert found.known["time limit"] == "By the end of Thursday 24 December 2026"
    assert "Step 1 ended: Tuesday 22 December 2026" in found.known["answers so far"]
    assert "danger" not in found.known["answers so far"]


def test_a_record_that_is_read_later_says_which_limit_had_passed_and_that_a_day_may_be_earlier() -> None:
    """Step 1 began and ended on Monday 9 November, so Step 2 had until Wednesday 11: the 23rd is too late."""
    late = step("sefton", "2026-11-23", **NOT_AGREED, raised_on="2026-11-09", ended_on="2026-11-09")
    assert late.escalation_record
    said = late.escalation_record.known["time limit"]
    assert said == "Now. The limit for Step 2 has passed: Wednesday 11 November 2026"
    ahead = late.escalation_record.known["next stage"]
    assert ahead.endswith("The limit for Step 3 was Friday 13 November 2026.")
    unsure = step("sefton", "2026-11-23", **NOT_AGREED, raised_on="2026-11-20", ended_on="unknown")
    assert unsure.escalation_record
    said = unsure.escalation_record.known["time limit"]
    assert said == "By the end of Wednesday 25 November 2026. It may be earlier"


@pytest.fixture
def someone(browser: Browser, site: str) -> Iterator[Reader]:
    """Somebody with a phone, before any engine is there."""
    with reader(browser, site, viewport=PHONE) as someone:
        someone.page.route("**/assets/engine/**", lambda route: route.abort())
        yield someone
        assert someone.other_origins() == []


def row(page: Page) -> list[str]:
    return page.locator(".eg-take:visible").get_by_role("button").all_inner_texts()


def test_without_a_date_there_is_no_calendar_to_save(someone: Reader) -> None:
    someone.open(STEP)
    assert row(someone.page) == FOUR[1:]
    expect(someone.page.get_by_role("button", name="Save to calendar")).to_have_count(0)
    expect(someone.page.locator(".eg-take:visible")).to_contain_text(
        "Nothing you answer or type leaves this device"
    )


def test_in_danger_there_is_nothing_to_take(someone: Reader) -> None:
    someone.open("/sefton/what-now/#emergency")
    expect(someone.page.locator(".eg-card:visible")).to_contain_text("Call 999")
    expect(someone.page.get_by_role("heading", name="Take it with you")).to_have_count(0)


def test_without_script_there_is_no_row(browser: Browser, site: str) -> None:
    with reader(browser, site, viewport=PHONE, java_script_enabled=False) as someone:
        someone.open(STEP)
        expect(someone.page.locator(".eg-card:visible")).to_have_count(1)
        for words in (*FOUR, "Copy a link"):
            expect(someone.page.get_by_role("button", name=words)).to_have_count(0)


def test_the_summary_is_copied(someone: Reader, site: str) -> None:
    someone.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    someone.open(STEP)
    someone.page.get_by_role("button", name="Copy summary").click()
    expect(someone.page.locator(".eg-take:visible [role=status]")).to_have_text(
        re.compile("summary is copied")
    )
    copied = someone.page.evaluate("navigator.clipboard.readText()")
    assert "Where it stands: Step 2: Manager to manager (2 of 4)" in copied
    assert copied.splitlines()[-1].startswith(f"{site}/sefton/what-now/#professionals-not_agreed")


def test_where_copying_is_refused_the_text_is_selected(someone: Reader) -> None:
    someone.page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined})"
    )
    someone.open(STEP)
    someone.page.get_by_role("button", name="Copy summary").click()
    field = someone.page.locator(".eg-take:visible").get_by_label("Text to copy")
    expect(field).to_be_focused()
    expect(someone.page.locator(".eg-take:visible [role=status]")).to_have_text(
        re.compile("does not let us copy")
    )
    assert "Step 2" in field.input_value()
    assert someone.page.evaluate("getSelection().toString() || document.activeElement.selectionEnd") != 0


def test_the_link_is_that_of_the_question_or_next_step(someone: Reader, site: str) -> None:
    someone.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    someone.open(STEP)
    box = someone.page.locator("[data-share]")
    box.get_by_role("button", name="Copy a link to this next step").click()
    expect(box.get_by_role("status")).to_have_text("The link is copied.")
    link = someone.page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(f"{site}/sefton/what-now/#professionals-not_agreed")
    expect(box.get_by_role("checkbox")).to_have_count(0)  # no days were given
    someone.page.locator("[data-change=stage]:visible").click()
    expect(box.get_by_role("button", name="Copy a link to this question")).to_be_visible()


def test_an_exercise_gives_no_dates_and_says_what_it_is(someone: Reader, site: str) -> None:
    """A calendar would mix it up with a real case."""
    someone.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    dated = """() => document.dispatchEvent(new CustomEvent("arrive", {detail: {state: "stage", answers: {}, reply: {
        type: "next_step", summary: "Summary", calendar: [{key: "k", day: "2026-12-24"}]}}}))"""
    someone.open(STEP)
    someone.page.evaluate(dated)
    assert FOUR[0] in row(someone.page)
    exercise = next(iter(exercise_ids(policy("sefton")).values()))
    someone.open(f"/sefton/what-now/?again#{exercise}")
    expect(someone.page.locator("[data-exercise-line]")).to_be_visible()
    someone.page.wait_for_selector("[data-dates-state=ready]")  # after it nothing else arrives
    someone.page.evaluate(dated)
    assert FOUR[0] not in row(someone.page)
    someone.page.get_by_role("button", name="Copy summary").click()
    expect(someone.page.locator(".eg-take:visible [role=status]")).to_have_text(
        re.compile("summary is copied")
    )
    copied = someone.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Exercise. This is not a real case.\nSummary")


@pytest.mark.parametrize(("width", "columns"), [(320, 1), (390, 2), (1280, 2)])
def test_the_buttons_are_large_enough_and_none_sticks_out(someone: Reader, width: int, columns: int) -> None:
    page = someone.page
    page.set_viewport_size({"width": width, "height": 900})
    someone.open(STEP)
    boxes = [each.bounding_box() for each in page.locator(".eg-take:visible .eg-button:visible").all()]
    assert all(box and box["height"] >= 52 for box in boxes)
    assert len({box["x"] for box in boxes if box}) == columns
    assert page.evaluate("document.documentElement.scrollWidth") <= width
