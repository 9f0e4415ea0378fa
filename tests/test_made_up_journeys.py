"""Ways that no real policy here has yet: hours by the clock, agencies, areas that differ, an area of its own."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.site import Reader, reader
from tests.test_journey import PHONE, choose, engine_ready, give_date
from tests.test_keyboard import enter, tab_to

FRIDAY = "2026-12-04T17:30:00"
LEADS = ("No", "None of these", "None of these", "Stage 3", "Yes", "It is still going on")
CARD = ".eg-card:visible"
ANSWERS = ".eg-answers:visible"


@pytest.fixture
def practitioner(browser: Browser, made_up: str) -> Iterator[Reader]:
    """Somebody with a phone at half past five on Friday 4 December 2026."""
    with reader(browser, made_up, viewport=PHONE, timezone_id="Europe/London") as someone:
        someone.page.clock.set_fixed_time(FRIDAY)
        yield someone
        assert someone.problems == []
        assert someone.other_origins() == []


def start(someone: Reader, address: str, *answers: str) -> Page:
    """Opens the helper and gives these answers."""
    someone.open(address)
    engine_ready(someone.page)
    for words in answers:
        choose(someone.page, words)
    return someone.page


def not_known(page: Page, heading: str) -> None:
    expect(page.locator("h1:visible")).to_have_text(heading)
    page.get_by_role("button", name="I do not know").click()


def to_the_leads(someone: Reader) -> Page:
    """To the question when the leads were told of a Priority 1."""
    page = start(someone, "/longwater/what-now/", *LEADS, "Priority 1")
    not_known(page, "When did Stage 1 begin?")
    expect(page.locator("h1:visible")).to_have_text("When did Stage 3 begin?")
    return page


def boxes(page: Page) -> list[str]:
    return [page.locator(f"#date [name={name}]").input_value() for name in ("day", "month", "year", "time")]


def now(page: Page) -> None:
    page.get_by_role("button", name="Now", exact=True).click()
    expect(page.locator("#date [name=time]")).to_have_value("17:30")
    page.get_by_role("button", name="Continue").click()


@pytest.mark.thorough
def test_48_hours_end_by_the_clock_on_a_sunday(practitioner: Reader) -> None:
    page = to_the_leads(practitioner)
    page.get_by_label("Time, if you know it").fill("4.50pm")
    give_date(page, "4", "12", "2026")
    expect(page.locator(CARD)).to_contain_text(re.compile(r"by 16:50 on\s+Sunday\s+6 December\s+2026"))
    expect(page.locator(ANSWERS)).to_contain_text("Friday 4 December 2026, 16:50")
    section = page.locator(".eg-state:visible")
    expect(section).to_contain_text("within 48 hours (two working days)")
    expect(section).to_contain_text("Tuesday 8 December 2026")
    assert "16" not in page.url.split("#")[1]


@pytest.mark.thorough
def test_48_hours_from_a_day_without_its_time_end_with_the_day_before(practitioner: Reader) -> None:
    page = to_the_leads(practitioner)
    give_date(page, "4", "12", "2026")
    expect(page.locator(CARD)).to_contain_text(re.compile(r"by the end of\s+Saturday\s+5 December\s+2026"))
    page.locator("[data-change=began_on]:visible").click()
    not_known(page, "When did Stage 3 begin?")
    choose(page, "I do not know")
    expect(page.locator(CARD)).to_contain_text("48 hours")
    expect(page.locator(CARD)).not_to_contain_text("December")
    expect(page.locator("[data-date-wanted]:visible")).to_have_count(1)


@pytest.mark.thorough
def test_today_and_yesterday_leave_the_time_to_be_added(practitioner: Reader) -> None:
    page = to_the_leads(practitioner)
    page.get_by_role("button", name="Yesterday").click()
    expect(page.locator("#date [name=time]")).to_be_focused()
    assert boxes(page) == ["3", "12", "2026", ""]
    page.keyboard.type("09:15")
    page.get_by_role("button", name="Today").click()
    expect(page.get_by_role("button", name="Continue")).to_be_focused()
    assert boxes(page) == ["4", "12", "2026", "09:15"]
    now(page)
    expect(page.locator(CARD)).to_contain_text("by 17:30 on")


@pytest.mark.thorough
def test_a_day_without_hours_has_no_time_and_no_now(practitioner: Reader) -> None:
    page = start(practitioner, "/longwater/what-now/", *LEADS, "Priority 2")
    expect(page.get_by_role("button", name="Yesterday")).to_be_visible()
    expect(page.get_by_role("button", name="Now", exact=True)).to_be_hidden()
    expect(page.get_by_label("Time, if you know it")).to_be_hidden()
    page.get_by_role("button", name="Yesterday").click()
    expect(page.locator("h1:visible")).not_to_have_text("When did Stage 1 begin?")


@pytest.mark.thorough
def test_a_wrong_time_is_told_beside_the_time(practitioner: Reader) -> None:
    page = to_the_leads(practitioner)
    page.get_by_label("Time, if you know it").fill("25:00")
    give_date(page, "4", "12", "2026")
    summary = page.locator(".eg-errors:visible")
    expect(summary).to_contain_text("for example 16:50")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.locator("#time-beside")).to_contain_text("for example 16:50")
    expect(page.locator("#day-beside")).to_be_hidden()
    summary.get_by_role("link").click()
    expect(page.locator("#date [name=time]")).to_be_focused()
    assert page.locator("#date [aria-invalid]").count() == 1
    page.locator("#date [name=day]").fill("31")
    page.locator("#date [name=time]").fill("16:50")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("#day-beside")).to_contain_text("give today or a day in the past")
    expect(page.locator("#time-beside")).to_be_hidden()
    assert boxes(page) == ["31", "12", "2026", "16:50"]


@pytest.mark.thorough
def test_change_fills_the_day_and_the_time_again(practitioner: Reader) -> None:
    page = to_the_leads(practitioner)
    now(page)
    page.locator("[data-change=began_on]:visible").click()
    expect(page.locator("#date [name=time]")).to_have_value("17:30")
    assert boxes(page) == ["4", "12", "2026", "17:30"]
    page.locator("#date [name=time]").fill("")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(CARD)).to_contain_text("5 December")
    page.locator("[data-change=began_on]:visible").click()
    expect(page.locator("#date [name=day]")).to_have_value("4")
    assert boxes(page) == ["4", "12", "2026", ""]


@pytest.mark.thorough
def test_a_changed_priority_keeps_the_days_and_the_time(practitioner: Reader) -> None:
    page = to_the_leads(practitioner)
    now(page)
    expect(page.locator(CARD)).to_contain_text("by 17:30 on")
    for words, time in (("Priority 2", "11 December"), ("Priority 1", "by 17:30 on")):
        page.locator("[data-change=priority]:visible").click()
        choose(page, words)
        expect(page.locator(CARD)).to_contain_text(time)
    page.reload()
    engine_ready(page)
    expect(page.locator(CARD)).to_contain_text("by 17:30 on")


@pytest.mark.thorough
def test_a_day_that_was_known_without_its_time_is_asked_again_for_it(practitioner: Reader) -> None:
    """Once: who answers with the day alone does not know the time."""
    page = start(practitioner, "/longwater/what-now/", *LEADS, "Priority 2")
    not_known(page, "When did Stage 1 begin?")
    give_date(page, "4", "12", "2026")
    expect(page.locator(CARD)).to_contain_text("11 December")
    page.locator("[data-change=priority]:visible").click()
    choose(page, "Priority 1")
    expect(page.locator("h1:visible")).to_have_text("When did Stage 3 begin?")
    expect(page.locator("#date [name=day]")).to_have_value("4")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(CARD)).to_contain_text("5 December")
    for words, day in (("Priority 2", "11 December"), ("Priority 1", "5 December")):
        page.locator("[data-change=priority]:visible").click()
        choose(page, words)
        expect(page.locator(CARD)).to_contain_text(day)


@pytest.mark.thorough
def test_the_time_by_keyboard(practitioner: Reader) -> None:
    page = to_the_leads(practitioner)
    expect(page.locator("h1:visible")).to_be_focused()
    enter(page, "Today")
    expect(page.locator("#date [name=time]")).to_be_focused()
    page.keyboard.type("16:50")
    enter(page, "Continue")
    expect(page.locator(CARD)).to_contain_text("by 16:50 on")
    expect(page.locator("h1:visible")).to_be_focused()
    tab_to(page, "Change")


TIER_2 = ("None of these", "None of these", "Health", "Police", "Tier 1", "It was not agreed")


@pytest.mark.thorough
def test_the_role_in_my_agency_and_the_contact_of_my_area(practitioner: Reader) -> None:
    page = start(practitioner, "/manyford/what-now/", "No", "Eastford", *TIER_2)
    page.get_by_role("button", name="Yesterday").click()
    section = page.locator(".eg-state:visible")
    expect(section).to_contain_text(re.compile(r"the named nurse \(if there is none: the named GP\)", re.I))
    expect(section).to_contain_text(re.compile("the detective sergeant", re.I))
    assert "the head teacher" not in section.inner_text()
    expect(page.locator(CARD)).to_contain_text("01632 960540")
    expect(page.locator(CARD)).not_to_contain_text("01632 960541")


@pytest.mark.thorough
def test_a_changed_area_keeps_the_answers_after_it(practitioner: Reader) -> None:
    page = start(practitioner, "/manyford/what-now/", "No", "Eastford", *TIER_2)
    page.get_by_role("button", name="Yesterday").click()
    expect(page.locator(CARD)).to_contain_text("01632 960540")
    page.locator("[data-change=area]:visible").click()
    expect(page.locator("h1:visible")).to_have_text("Which area is it about?")
    choose(page, "Southford")
    expect(page.locator(CARD)).to_contain_text("01632 960541")
    for words in ("Southford", "Health", "Police", "Thursday 3 December 2026"):
        expect(page.locator(ANSWERS)).to_contain_text(words)
    page.locator(".eg-back:visible a").click()
    page.get_by_role("button", name="I do not know").click()
    expect(page.locator(CARD)).to_contain_text("within")
    expect(page.locator(ANSWERS)).to_contain_text("Southford")
    page.reload()
    engine_ready(page)
    expect(page.locator(ANSWERS)).to_contain_text("Southford")


@pytest.mark.thorough
def test_a_stage_that_the_other_area_does_not_have_is_asked_again(practitioner: Reader) -> None:
    page = start(
        practitioner, "/manyford/what-now/", "No", "Westford", *TIER_2[:4], "Tier 2W", "It is still going"
    )
    expect(page.locator("h1:visible")).to_have_text("When did Tier 2W begin?")
    page.locator("[data-change=area]:visible").click()
    choose(page, "Eastford")
    expect(page.locator("h1:visible")).to_have_text("Which tier have you reached?")
    expect(page.locator(ANSWERS)).to_contain_text("Police")
    expect(page.locator(".eg-answer:visible").filter(has_text="Tier 2W")).to_have_count(0)
    expect(page).to_have_url(re.compile("#stage$"))


@pytest.mark.thorough
def test_an_area_that_opted_out(practitioner: Reader) -> None:
    page = start(practitioner, "/manyford/what-now/", "No", "Northford")
    expect(page.locator(CARD)).to_contain_text("Use the Northford resolution protocol")
    expect(page).to_have_url(re.compile("#northford-opted_out$"))


@pytest.mark.thorough
def test_a_link_to_a_step_that_holds_for_every_area(practitioner: Reader) -> None:
    page = start(practitioner, "/manyford/what-now/#managers-not_agreed")
    expect(page.locator(ANSWERS)).to_contain_text("Another agency, or I do not know")
    page.locator("[data-date-wanted]:visible").click()
    page.get_by_role("button", name="Today").click()
    expect(page.locator(CARD)).to_contain_text("December 2026")
    page.locator("[data-change=agency]:visible").click()
    choose(page, "Health")
    expect(page.locator(CARD)).to_contain_text("December 2026")
    expect(page.locator(ANSWERS)).to_contain_text("Health")
    page.go_back()
    expect(page.locator("h1:visible")).to_have_text("Which agency do you work for?")
    page.go_back()
    expect(page.locator(CARD)).to_be_visible()


@pytest.mark.thorough
def test_who_answers_before_the_engine_is_there_sees_their_own_answers(practitioner: Reader) -> None:
    """The page has every state once, for an area that is not known; the engine then narrows it."""
    page, held = practitioner.page, list[Route]()

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/python-*", hold)
    practitioner.open("/manyford/what-now/")
    for words in (
        "No",
        "Eastford",
        "None of these",
        "None of these",
        "Health",
        "Police",
        "Tier 1",
        "It was agreed",
    ):
        choose(page, words)
    answers = page.locator(ANSWERS)
    for words in ("Eastford", "Health", "Police"):
        expect(answers).to_contain_text(words)
    expect(answers).not_to_contain_text("I do not know")
    while not held:
        page.wait_for_timeout(100)
    held[0].continue_()
    engine_ready(page)
    expect(answers).to_contain_text("Eastford")
    expect(answers).not_to_contain_text("I do not know")


@pytest.mark.thorough
def test_other_route_with_a_clock_of_its_own(practitioner: Reader) -> None:
    page = start(
        practitioner, "/manyford/what-now/", "No", "Eastford", "Your worry is how a member of staff behaves"
    )
    page.get_by_role("button", name="Yesterday").click()
    expect(page.locator(CARD)).to_contain_text("01632 960550")
    expect(page.locator(CARD)).to_contain_text("Friday 4 December 2026")
    expect(page).to_have_url(re.compile("#route-conduct$"))


@pytest.mark.thorough
def test_the_record_has_the_fields_of_the_policys_own_form(practitioner: Reader) -> None:
    page = to_the_leads(practitioner)
    not_known(page, "When did Stage 3 begin?")
    choose(page, "No")
    page.get_by_role("button", name="Start a record").click()
    panel = page.get_by_role("region", name="Escalation record")
    expect(panel).to_contain_text("the policy’s own form: Resolution record (Appendix A)")
    form = panel.get_by_role("group", name="Resolution record, Appendix A")
    expect(form.get_by_label("Stage", exact=True)).to_have_value(re.compile("^Stage 3"))
    expect(form.get_by_label("Date of this record")).to_have_value("4 December 2026")
    expect(form.get_by_label("Reason for the disagreement")).to_have_value("")
    expect(panel.get_by_role("group")).to_have_count(1)  # none of ours


@pytest.mark.thorough
def test_the_form_on_paper_has_nothing_to_press(practitioner: Reader) -> None:
    page = to_the_leads(practitioner)
    page.emulate_media(media="print")
    expect(page.locator("#date button:visible")).to_have_count(0)
    expect(page.locator("#date h1")).to_be_visible()


@pytest.mark.thorough
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_form_fits_its_screen(practitioner: Reader, width: int) -> None:
    practitioner.page.set_viewport_size({"width": width, "height": 844})
    page = to_the_leads(practitioner)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    heights = [
        box["height"]
        for box in (each.bounding_box() for each in page.locator("#date button:visible").all())
        if box
    ]
    assert min(heights) >= 44
