"""Links that a trainer gives out: to a question, to a next step, to an exercise; also those of long ago."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from helper.dates import words
from helper.policy import Policy, Scenario
from macros.diff.versions import earlier_versions
from macros.exercises import exercise_ids, exercise_links, exercises
from macros.link_marks import Mark, link_marks
from macros.proof.graph import states_of
from tests.conftest import ALL_POLICIES, ROOT, policy
from tests.site import Reader, reader
from tests.test_journey import choose, dates_ready
from tests.versions import NOW, with_versions

READY = 60_000
REAL = [each for each in ALL_POLICIES if (ROOT / "policies" / f"{each.id}.yaml").exists()]
IDS = [each.id for each in REAL]
TODAY = "2026-12-22T10:00:00"
CHRISTMAS_EVE = "scenario-the-line-managers-gave-up-early-on-christmas"
FIRST_QUESTION = "Is a child in immediate danger?"
UNKNOWN = "We do not know this link. Start here."


@pytest.fixture
def trainee(browser: Browser, site: str) -> Iterator[Reader]:
    """Somebody who is given a link on Tuesday 22 December 2026."""
    with reader(browser, site, engine=False, timezone_id="Europe/London") as someone:
        someone.page.clock.set_fixed_time(TODAY)
        yield someone


@pytest.fixture
def without_engine(trainee: Reader) -> Reader:
    """The same, on a computer where the engine never arrives."""
    trainee.page.route("**/assets/engine/**", lambda route: route.abort())
    return trainee


def follow(someone: Reader, id_: str, fragment: str) -> None:
    """Opens a link as somebody does who clicks it in an e-mail."""
    someone.page.goto("about:blank")
    someone.open(f"/{id_}/what-now/#{fragment}")


def state(page: Page) -> str:
    return page.locator(".eg-state:visible").get_attribute("id") or ""


def notice(page: Page) -> str:
    return " ".join(page.locator(".eg-mark:visible").inner_text().split())


# Which links there are


def test_every_link_that_was_ever_published_leads_somewhere(site_folder: Path) -> None:
    """One that would lead nowhere: keep the version before under policies/earlier/, see policies/README.md."""
    published = set((ROOT / "tests" / "links.txt").read_text("utf-8").split())
    now = {
        f"/{each.id}/what-now/#{name}"
        for each in REAL
        for name in (*states_of(each).nodes, *exercise_ids(each).values())
    }
    assert sorted(now - published) == [], "Add these to tests/links.txt: from now on they are given out."
    there = {f"/{id_}/what-now/#{name}" for id_ in IDS for name in ids_on_the_page(site_folder, id_)}
    assert sorted(published - there) == []


def ids_on_the_page(folder: Path, id_: str) -> set[str]:
    html = (folder / id_ / "what-now" / "index.html").read_text("utf-8")
    return set(re.findall(r'\sid="([^"]+)"', html))


@pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda each: each.id)
def test_every_situation_is_an_exercise_at_the_next_step_that_it_expects(asked: Policy) -> None:
    found = {each.name: each for each in exercises(asked)}
    assert [each.name for each in asked.scenarios] == list(found)
    for scenario in asked.scenarios:
        assert found[scenario.name].state == scenario.expect.state
        assert found[scenario.name].today == scenario.today


def test_a_link_is_made_of_the_first_words_and_of_all_where_another_begins_the_same() -> None:
    first = replace(policy("sefton").scenarios[0], name="A nurse rings, but the team's line is busy all day")
    other = replace(first, name="A nurse rings but the teams line is busy till Monday")
    ids = exercise_ids(replace(policy("sefton"), scenarios=(first, other)))
    assert list(ids.values()) == [
        "scenario-a-nurse-rings-but-the-teams-line-is",
        "scenario-a-nurse-rings-but-the-teams-line-is-busy-till-monday",
    ]


def test_a_situation_that_the_helper_does_not_answer_is_no_exercise() -> None:
    wrong = replace(policy("sefton").scenarios[0], answers={"immediate_danger": "maybe"})
    unfinished = replace(policy("sefton").scenarios[0], answers={"immediate_danger": "no"})
    assert exercises(replace(policy("sefton"), scenarios=(wrong, unfinished))) == ()


def test_the_briefing_leads_to_the_situations_without_their_answers(browser: Browser, site: str) -> None:
    with reader(browser, site, java_script_enabled=False) as someone:
        someone.open("/sefton/briefing/")
        page = someone.page
        page.get_by_text(re.compile("Situations to practise")).click()
        links = page.locator(".eg-situations li a")
        assert (
            links.count() == len(policy("sefton").scenarios) == len([*exercise_links(policy("sefton"), "")])
        )
        links.filter(has_text="The line managers gave up early").click()
        expect(page).to_have_url(f"{site}/sefton/practice/#{CHRISTMAS_EVE}")
        situation = page.locator(f"#{CHRISTMAS_EVE}")
        expect(situation).to_be_in_viewport()
        expect(situation).to_contain_text("Today is Thursday 24 December 2026.")
        expect(page.locator(".eg-model[open]")).to_have_count(0)
        assert "30 December" not in page.title() + page.locator("h1").inner_text() + situation.inner_text()
        situation.get_by_text("The model answer").click()
        expect(situation).to_contain_text("by the end of Wednesday 30 December 2026.")
        situation.get_by_role("link", name="Open this in the helper").click()
        expect(page).to_have_url(f"{site}/sefton/what-now/#{CHRISTMAS_EVE}")
        expect(page.locator(".eg-state:visible")).to_have_id("managers-not_agreed")
        assert "Exercise: The line managers gave up early, on Christmas Eve. In it, today is" in notice(page)
        assert "Thursday 24 December 2026" in notice(page)
        assert "Step 1 began: Friday 18 December 2026" in notice(page)


# Following them


GO_THROUGH = """async ([names, wait]) => {
  const seen = (some) => [...document.querySelectorAll(some)].filter((each) => each.checkVisibility());
  const shown = () => seen(".eg-state").map((each) => each.id).join();
  const found = {};
  for (const name of names) {
    location.hash = name;
    for (let tries = 0; wait && shown() !== name && tries < 100; tries++) await new Promise((go) => setTimeout(go, 20));
    found[name] = [shown(), seen("[data-mark]").map((each) => each.textContent).join("").trim() !== ""];
  }
  return found;
}"""
"""Follows links one after the other; for each what is shown, and whether anything is said about the link."""


@pytest.mark.parametrize("id_", ["sefton", "barnet"])
def test_each_question_and_next_step_has_its_link(without_engine: Reader, id_: str) -> None:
    without_engine.open(f"/{id_}/what-now/")
    names = list(states_of(policy(id_)).nodes)
    found = without_engine.page.evaluate(GO_THROUGH, [names, True])
    assert found == {name: [name, False] for name in names}


@pytest.mark.parametrize("id_", IDS)
def test_without_script_each_link_shows_its_section(browser: Browser, site: str, id_: str) -> None:
    """Questions and next steps, the same with the version of today, and exercises."""
    since = policy(id_).document.taken
    names = list(states_of(policy(id_)).nodes)
    leads = {name: [name, False] for name in names}
    leads |= {f"{name}~{since}": [name, False] for name in names}
    leads |= {each.id: [each.state, True] for each in exercises(policy(id_))}
    with reader(browser, site, java_script_enabled=False) as someone:
        someone.open(f"/{id_}/what-now/")
        assert someone.page.evaluate(GO_THROUGH, [list(leads), False]) == leads


def test_a_link_with_the_version_of_today_says_nothing_of_changes(without_engine: Reader) -> None:
    page = without_engine.page
    for fragment in ("managers-not_agreed~2026-11-21", "managers-not_agreed%7E2026-11-21"):
        follow(without_engine, "sefton", fragment)
        assert state(page) == "managers-not_agreed"
        expect(page.locator(".eg-mark:visible")).to_have_count(0)
    follow(without_engine, "sefton", "managers-not_agreed~2019-01-01")
    assert state(page) == "managers-not_agreed"


JUNK = [
    "nothing-like-this", "%", "%E0%A4%A", "~2026-11-21", "&=&=", "__proto__", "scenario-",
    "%3Cimg src=x onerror=alert(1)%3E", "start&raised_on=<script>", "start&__proto__=2026-12-18",
    "start~" + "a" * 5000 + "&a=1" * 500,
]  # fmt: skip


def test_junk_and_hostile_text_lead_to_the_first_question(without_engine: Reader) -> None:
    page = without_engine.page
    page.on("dialog", lambda dialog: pytest.fail(f"A dialog: {dialog.message}"))
    for fragment in JUNK:
        follow(without_engine, "sefton", fragment)
        assert without_engine.heading() == FIRST_QUESTION, fragment
        expect(page.locator(".eg-mark:visible, .eg-exercise:visible")).to_have_count(0)
    assert [each for each in without_engine.problems if "ERR_FAILED" not in each] == []


def test_a_mistyped_link_says_so(trainee: Reader) -> None:
    follow(trainee, "sefton", "managres-waiting")
    assert trainee.heading() == FIRST_QUESTION
    expect(trainee.page.locator(".eg-status")).to_have_text(UNKNOWN)


def test_a_mistyped_link_still_says_so_where_the_engine_does_not_come(without_engine: Reader) -> None:
    """Until the reader has gone on."""
    page = without_engine.page
    follow(without_engine, "sefton", "managres-waiting&raised_on=2026-12-18")
    page.locator(".eg-helper[data-engine-state=failed]").wait_for()
    expect(page.locator(".eg-status")).to_have_text(UNKNOWN)
    choose(page, "No")
    expect(page.locator(".eg-status")).to_have_text("")


# Links that bring days


def history(page: Page) -> list[str]:
    """Every address in the history of the tab, as the browser itself holds it."""
    entries = page.context.new_cdp_session(page).send("Page.getNavigationHistory")["entries"]
    return [entry["url"] for entry in entries]


def test_a_link_with_days_gives_the_date_and_keeps_them_out_of_the_address(trainee: Reader) -> None:
    page = trainee.page
    follow(trainee, "sefton", "professionals-not_agreed~2026-11-21&raised_on=2026-12-18&ended_on=2026-12-22")
    assert page.url.endswith("#professionals-not_agreed~2026-11-21")
    dates_ready(page)
    expect(page.locator(".eg-card:visible")).to_contain_text("Thursday 24 December 2026")
    brought = page.locator("[data-brought]")
    expect(brought).to_contain_text("The link that you followed filled this in.")
    expect(brought).to_contain_text("Step 1 began: Friday 18 December 2026")
    expect(brought).to_contain_text("Step 1 ended: Tuesday 22 December 2026")
    assert [each for each in history(page) if "2026-12" in each] == []
    assert "2026-12" not in page.evaluate("JSON.stringify(history.state)")
    assert [each for each in trainee.requests if "2026-12" in each] == []
    page.get_by_role("button", name="Leave it out").click()
    dates_ready(page)
    expect(page.locator(".eg-card:visible")).not_to_contain_text("2026")
    expect(brought.locator("ul")).to_be_hidden()
    assert "2026-12" not in page.evaluate("JSON.stringify(sessionStorage)")
    assert trainee.problems == []


def test_an_impossible_day_in_a_link_gets_the_fields_own_words(trainee: Reader) -> None:
    page = trainee.page
    follow(trainee, "sefton", "professionals-waiting&raised_on=2026-12-31&immediate_danger=1&stage=2")
    dates_ready(page)
    expect(page.locator("h1:visible")).to_have_text("When did Step 1 begin?")
    expect(page.locator(".eg-errors:visible")).to_contain_text(
        "Step 1 began: give today or a day in the past."
    )
    expect(page.locator("[data-brought] ul")).to_be_hidden()
    answers = page.locator(".eg-answers:visible")
    expect(answers).to_contain_text("Step 1")  # what a link brings never changes a choice
    assert [each for each in history(page) if "2026-12" in each] == []


BEGAN, ENDED = "When did Step 1 begin?", "When did Step 1 end?"
TO_A_DAY = [  # the link, what is asked in a fresh tab
    ("professionals-not_agreed-raised_on", BEGAN),
    ("professionals-not_agreed-raised_on~2026-11-21", BEGAN),
    ("professionals-not_agreed-ended_on", BEGAN),  # it is asked after the day of the beginning
    ("professionals-not_agreed-ended_on~2026-11-21&raised_on=2026-12-18", ENDED),
]


@pytest.mark.parametrize(("fragment", "asked"), TO_A_DAY)
def test_a_link_to_a_question_about_a_day_opens_it(without_engine: Reader, fragment: str, asked: str) -> None:
    page = without_engine.page
    follow(without_engine, "sefton", fragment)
    expect(page.locator("h1:visible")).to_have_text(asked)
    assert [each for each in history(page) if "2026-12" in each] == []
    page.reload()
    expect(page.locator("h1:visible")).to_have_text(asked)
    page.get_by_role("button", name="Today").click()
    expect(page.locator("h1:visible")).not_to_have_text(asked)


LATER = "The link’s question comes later."


def test_a_link_to_a_later_question_says_so_and_leads_there(without_engine: Reader) -> None:
    page, status = without_engine.page, without_engine.page.locator(".eg-status")
    follow(without_engine, "sefton", "professionals-not_agreed-ended_on~2026-11-21")
    expect(page.locator("h1:visible")).to_have_text(BEGAN)
    expect(status).to_have_text(LATER)
    page.get_by_role("button", name="Yesterday").click()
    expect(page.locator("h1:visible")).to_have_text(ENDED)
    expect(status).to_have_text("")
    assert page.url.endswith("#professionals-not_agreed-ended_on")


@pytest.mark.parametrize("fragment", [TO_A_DAY[1][0], TO_A_DAY[3][0]])
def test_a_link_to_the_question_that_comes_now_says_nothing(without_engine: Reader, fragment: str) -> None:
    page = without_engine.page
    follow(without_engine, "sefton", fragment)
    dates_ready(page)
    page.locator(".eg-helper[data-engine-state=failed]").wait_for(timeout=READY)
    expect(page.locator(".eg-status")).not_to_contain_text(LATER)


def test_the_copied_link_to_a_question_about_a_day_opens_that_question(without_engine: Reader) -> None:
    page, site = without_engine.page, without_engine.site
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    follow(without_engine, "sefton", "professionals-not_agreed")
    page.locator("[data-date-wanted]:visible").click()
    expect(page.locator("h1:visible")).to_have_text(BEGAN)
    link = copied(page, "Copy a link to this question")
    assert link == f"{site}/sefton/what-now/#professionals-not_agreed-raised_on~2026-11-21"
    with page.context.new_page() as other:
        other.goto(link)
        expect(other.locator("h1:visible")).to_have_text(BEGAN)


def test_without_dates_a_link_to_a_question_about_a_day_opens_its_next_step(without_engine: Reader) -> None:
    page, site = without_engine.page, without_engine.site
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    page.route("**/*.json", lambda route: route.abort())
    follow(without_engine, "sefton", "professionals-not_agreed-raised_on")
    page.locator(".eg-helper[data-dates-state=failed]").wait_for()
    assert state(page) == "professionals-not_agreed"
    assert copied(page, "Copy a link to this next step").endswith("#professionals-not_agreed~2026-11-21")


def script(route: Route) -> None:
    """A script of the helper as it is written."""
    name = route.request.url.rpartition("/")[2]
    source = (ROOT / "helper" / "web" / name).read_text("utf-8")
    route.fulfill(body=source, content_type="text/javascript")


ASK_FOR_LINKS = """async (asked) => {
  const { linkTo } = await import("/under-test/links.js");
  return asked.map((each) => linkTo(each));
}"""


def test_a_link_carries_the_version_and_days_only_where_they_are_given(without_engine: Reader) -> None:
    page = without_engine.page
    page.route("**/under-test/*", script)
    without_engine.open("/sefton/what-now/#managers-waiting")
    days = {"route": "none", "raised_on": "2026-12-18", "ended_on": "2026-12-21 16:50", "passed": "unknown"}
    asked = [
        {"state": "managers-waiting"},
        {"state": "managers-waiting", "days": days},
        {"state": "managers-waiting-raised_on"},
        {"state": "managers-waiting-raised_on", "reply": {"kind": "date"}},
        {"state": "managers-waiting-moved_on"},
        {"state": "managers-waiting-moved_on-raised_on"},
    ]
    plain = f"{without_engine.site}/sefton/what-now/#managers-waiting~2026-11-21"
    assert page.evaluate(ASK_FOR_LINKS, asked) == [
        plain,
        f"{plain}&raised_on=2026-12-18&ended_on=2026-12-21T16:50",
        plain,
        f"{without_engine.site}/sefton/what-now/#managers-waiting-raised_on~2026-11-21",
        f"{without_engine.site}/sefton/what-now/#managers-waiting-moved_on~2026-11-21",
        f"{without_engine.site}/sefton/what-now/#managers-waiting-moved_on~2026-11-21",
    ]


# Exercises


def shown_as_expected(someone: Reader, asked: Policy, scenario: Scenario) -> None:
    """Opens the exercise and looks whether the helper says what the scenario expects."""
    page = someone.page
    follow(someone, asked.id, exercise_ids(asked)[scenario.name])
    line = page.locator("[data-exercise-line]")
    expect(line).to_contain_text(f"In it, today is {words(scenario.today)}.")
    assert state(page) == scenario.expect.state, scenario.name
    dates_ready(page)
    assert state(page) == scenario.expect.state, scenario.name
    card = page.locator(".eg-card:visible")
    if scenario.expect.last_day:
        expect(card).to_contain_text(words(scenario.expect.last_day))
    else:
        assert not re.search(r"\d{4}", card.locator("h1").inner_text()), scenario.name
    assert someone.problems == []


SAMPLE = [("sefton", 5), ("barnet", 17), ("bedfordshire", 2)]


@pytest.mark.parametrize(("id_", "number"), SAMPLE)
def test_an_exercise_opens_at_the_dated_next_step_that_it_expects(
    trainee: Reader, id_: str, number: int
) -> None:
    shown_as_expected(trainee, policy(id_), policy(id_).scenarios[number])


@pytest.mark.thorough
@pytest.mark.parametrize("asked", REAL, ids=IDS)
def test_every_exercise_opens_at_the_dated_next_step_that_it_expects(trainee: Reader, asked: Policy) -> None:
    for scenario in asked.scenarios:
        shown_as_expected(trainee, asked, scenario)


def test_an_exercise_without_engine_shows_its_undated_next_step(without_engine: Reader) -> None:
    page = without_engine.page
    follow(without_engine, "sefton", CHRISTMAS_EVE)
    page.locator(".eg-helper[data-engine-state=failed]").wait_for(timeout=READY)
    assert state(page) == "managers-not_agreed"
    expect(page.locator("[data-exercise-line]")).to_contain_text("Thursday 24 December 2026")
    page.locator("[data-change=result]:visible").click()
    page.locator("[data-exercise-line]").get_by_text("Exercise:").wait_for()


def copied(page: Page, button: str) -> str:
    """What a button of the page that is shown leaves to be pasted."""
    page.evaluate("navigator.clipboard.writeText('')")
    page.get_by_role("button", name=button).click()
    while not (text := page.evaluate("navigator.clipboard.readText()")):
        page.wait_for_timeout(20)
    return str(text)


def test_a_changed_exercise_is_linked_as_it_is_shown(without_engine: Reader) -> None:
    """A trainer who changes an answer and copies the link would hand out another step."""
    page, site = without_engine.page, without_engine.site
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    exercise = "scenario-the-two-professionals-could-not-agree-just-before"
    follow(without_engine, "sefton", exercise)
    page.locator(".eg-helper[data-dates-state=ready]").wait_for()
    button = "Copy a link to this next step"
    assert copied(page, button) == f"{site}/sefton/what-now/#{exercise}"
    page.locator("[data-change=result]:visible").click()
    assert "#professionals-result~" in copied(page, "Copy a link to this question")
    page.get_by_role("link", name="There is no answer yet").click()
    page.get_by_role("button", name=button).wait_for()
    link = copied(page, button)
    assert f"#{state(page)}~" in link
    assert link in copied(page, "Copy summary")
    page.locator("[data-share] [type=checkbox]").check()
    assert copied(page, button) == f"{link}&raised_on=2026-12-18"


def test_an_exercise_never_meets_a_real_case(trainee: Reader) -> None:
    page = trainee.page
    card, line = page.locator(".eg-card:visible"), page.locator("[data-exercise-line]")
    follow(trainee, "sefton", "professionals-waiting")
    dates_ready(page)
    page.locator("[data-date-wanted]:visible").click()
    page.get_by_role("button", name="Yesterday").click()
    expect(card).to_contain_text("Wednesday 23 December 2026")
    trainee.open(f"/sefton/what-now/#{CHRISTMAS_EVE}")
    expect(line).to_be_visible()
    dates_ready(page)
    expect(card).to_contain_text("Wednesday 30 December 2026")
    expect(page.locator(".eg-helper")).to_have_attribute("data-exercise", CHRISTMAS_EVE)
    page.emulate_media(media="print")
    expect(line).to_contain_text("Exercise:")
    page.emulate_media(media="screen")
    page.locator("[data-change=ended_on]:visible").click()
    page.get_by_role("button", name="Today").click()
    expect(page.locator(".eg-answers:visible")).to_contain_text("Step 2 ended")
    expect(card).to_contain_text("Wednesday 30 December 2026")  # today is Christmas Eve
    page.reload()
    dates_ready(page)
    expect(card).to_contain_text("Wednesday 30 December 2026")
    expect(line).to_be_visible()
    page.evaluate("history.go(-3)")  # to the case, past the link and the exercise
    dates_ready(page)
    expect(line).to_be_hidden()
    expect(card).to_contain_text("Wednesday 23 December 2026")
    assert trainee.problems == []


def test_start_again_leaves_the_exercise(trainee: Reader) -> None:
    """Somebody with a real worry starts again in the same tab: the dates are those of today."""
    page = trainee.page
    follow(trainee, "sefton", CHRISTMAS_EVE)
    expect(page.locator("[data-exercise-line]")).to_be_visible()
    with page.expect_event("load"):
        page.locator("[data-restart]:visible").first.click()
    expect(page.locator("h1:visible")).to_have_text(FIRST_QUESTION)
    expect(page.locator("[data-exercise-line]")).to_be_hidden()
    expect(page.locator(".eg-helper[data-exercise-day]")).to_have_count(0)
    expect(page).to_have_url(re.compile("/sefton/what-now/$"))


def test_the_end_of_an_exercise_leaves_nothing_of_it(trainee: Reader) -> None:
    page = trainee.page
    follow(trainee, "sefton", CHRISTMAS_EVE)
    dates_ready(page)
    assert "2026-12-18" in page.evaluate("JSON.stringify(sessionStorage)")
    with page.expect_event("load"):  # the page is loaded anew
        page.get_by_role("button", name="End the exercise").click()
    expect(page.locator("h1:visible")).to_have_text(FIRST_QUESTION)
    expect(page.locator("[data-exercise-line]")).to_be_hidden()
    expect(page).to_have_url(re.compile("/sefton/what-now/$"))
    assert "2026-12-18" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_the_end_of_an_exercise_leaves_a_real_case_as_it_was(trainee: Reader) -> None:
    """As somebody practises between two looks at their own case."""
    page, card = trainee.page, trainee.page.locator(".eg-card:visible")
    trainee.open("/sefton/what-now/#professionals-waiting")
    dates_ready(page)
    page.locator("[data-date-wanted]:visible").click()
    page.get_by_role("button", name="Yesterday").click()
    expect(card).to_contain_text("Wednesday 23 December 2026")
    trainee.open("/sefton/practice/")
    page.locator(".eg-model summary").nth(3).click()
    page.get_by_role("link", name="Open this in the helper").locator("visible=true").click()
    expect(page.locator("[data-exercise-line]")).to_be_visible()
    dates_ready(page)
    with page.expect_event("load"):
        page.get_by_role("button", name="End the exercise").click()
    expect(page.locator("h1:visible")).to_have_text(FIRST_QUESTION)
    dates_ready(page)
    expect(page.locator(".eg-status")).to_have_text("")
    assert "exercise:" not in page.evaluate("JSON.stringify(sessionStorage)")
    page.go_back()
    expect(page).to_have_url(re.compile("/sefton/practice/$"))
    page.go_back()
    dates_ready(page)
    expect(card).to_contain_text("Wednesday 23 December 2026")
    assert trainee.problems == []


def test_start_again_in_an_exercise_clears_a_real_case_too(trainee: Reader) -> None:
    page = trainee.page
    trainee.open("/sefton/what-now/#professionals-waiting")
    dates_ready(page)
    page.locator("[data-date-wanted]:visible").click()
    page.get_by_role("button", name="Yesterday").click()
    expect(page.locator(".eg-card:visible")).to_contain_text("Wednesday 23 December 2026")
    trainee.open(f"/sefton/what-now/#{CHRISTMAS_EVE}")
    expect(page.locator("[data-exercise-line]")).to_be_visible()
    dates_ready(page)
    with page.expect_event("load"):
        page.locator("[data-restart]:visible").first.click()
    expect(page.locator("[data-exercise-line]")).to_be_hidden()
    assert "2026-12" not in page.evaluate("JSON.stringify(sessionStorage)")


# Links of long ago


def marks(folder: Path) -> dict[str, tuple[str, Mark]]:
    """Every mark by its name, with the state that it leads to."""
    found = link_marks(policy("plainshire"), earlier_versions("plainshire", folder))
    return {mark.id: (state, mark) for state, each in found.items() for mark in each}


LED_TO = [  # the link's name, where it leads now, what is said, why
    ("leads-waiting~2027-10-04", "leads-waiting", "", "the version of today"),
    ("leads-waiting~2027-03-01", "leads-waiting", "changed", "the step is still there"),
    ("chiefs-waiting~2026-11-02", "leads-waiting", "changed", "only our own id was another"),
    ("chiefs-waiting", "leads-waiting", "", "a link without a version"),
    ("begun_chiefs", "begun_leads", "", "a question"),
    ("board-waiting~2027-03-01", "stage", "gone", "there is no third stage any more"),
    ("board-waiting~2026-11-02", "stage", "gone", "nor was there one for those of the first version"),
    ("board-waiting", "stage", "gone", "a link without a version"),
    ("board-result", "stage", "gone", "a question"),
    ("scenario-the-board-agrees-that-the-child-has-to", "stage", "gone_exercise", "an exercise"),
]


@pytest.mark.parametrize(("name", "leads_to", "says", "why"), LED_TO)
def test_a_link_of_an_earlier_version(tmp_path: Path, name: str, leads_to: str, says: str, why: str) -> None:
    with_versions(tmp_path)
    state, mark = marks(tmp_path / "policies")[name]
    assert (state, mark.says) == (leads_to, says), why


def test_where_only_situations_differ_nothing_is_said(tmp_path: Path) -> None:
    held = with_versions(tmp_path) / "policies" / "earlier" / "plainshire"
    (held / "2027-03-01.yaml").unlink()
    (held / "2027-10-04.yaml").write_text(
        NOW.replace("- name: A nurse rings", "- name: Some nurse rings"), "utf-8"
    )
    found = marks(tmp_path / "policies")
    assert {mark.says for _, mark in found.values()} == {"", "exercise", "gone_exercise"}
    assert found["scenario-some-nurse-rings-the-other-worker-on-the"][0] == "talk-waiting"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_link_of_an_earlier_version_says_what_changed(
    browser: Browser, site_of_long_ago: str, script: bool
) -> None:
    with reader(browser, site_of_long_ago, engine=False, java_script_enabled=script) as someone:
        page = someone.page
        page.route("**/assets/engine/**", lambda route: route.abort())
        follow(someone, "plainshire", "leads-waiting~2027-03-01")
        assert state(page) == "leads-waiting"
        assert "from Monday 1 March 2027. The policy has changed since." in notice(page)
        if script:
            for step in ("leads-waiting", "leads-waiting-moved_on"):
                follow(someone, "plainshire", f"{step}-raised_on~2027-03-01")
                assert state(page) == step
                assert "The policy has changed since." in notice(page)
        follow(someone, "plainshire", "board-waiting~2026-11-02")
        assert someone.heading() == "Which level have you reached?"
        assert "from Monday 2 November 2026. What it led to is no longer there." in notice(page)
        follow(someone, "plainshire", "board-waiting")
        assert "This link was made for an earlier version of the policy." in notice(page)
        follow(someone, "plainshire", "scenario-the-board-agrees-that-the-child-has-to")
        assert "led to an exercise that is no longer there" in notice(page)
        page.get_by_role("link", name="See what has changed").locator("visible=true").click()
        expect(page.locator("h1")).to_have_text("What has changed in Plainshire")
        follow(someone, "plainshire", "chiefs-waiting")
        assert state(page) == "leads-waiting"
        expect(page.locator(".eg-mark:visible")).to_have_count(0)


def test_an_old_link_still_brings_its_days(browser: Browser, site_of_long_ago: str) -> None:
    with reader(browser, site_of_long_ago, engine=False, timezone_id="Europe/London") as someone:
        page = someone.page
        page.clock.set_fixed_time("2027-03-26T10:00:00")
        follow(someone, "plainshire", "talk-waiting~2026-11-02&raised_on=2027-03-25")
        dates_ready(page)
        expect(page.locator(".eg-card:visible")).to_contain_text("Tuesday 30 March 2027")
        assert "The policy has changed since." in notice(page)
        assert someone.problems == []
