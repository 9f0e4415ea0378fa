"""The sheets for a team: situations to practise, and the same with their model answers."""

import re

import pytest
from playwright.sync_api import Browser, expect

from helper.policy import Policy
from macros.kinds import KINDS
from macros.policy_pages import page_of
from tests.conftest import ALL_POLICIES, policy
from tests.site import reader

BY_POLICY = pytest.mark.parametrize("asked", ALL_POLICIES, ids=lambda asked: asked.id)


def body(asked: Policy, kind: str) -> str:
    return page_of(asked, next(each for each in KINDS if each.name == kind)).body


def text(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def situation(html: str, words: str) -> str:
    """The text of the one section whose heading has these words."""
    found = [text(each) for each in re.findall(r"<section class=\"eg-situation\".*?</section>", html, re.S)]
    [one] = [each for each in found if words in each]
    return one


@BY_POLICY
def test_every_situation_is_on_both_sheets_in_the_order_of_the_file(asked: Policy) -> None:
    for kind in ("practice", "facilitator"):
        names = [text(each) for each in re.findall("<h2[^>]*><span.*?</h2>", body(asked, kind))]
        wanted = [f"{n} {each.name.replace(chr(39), '’')}" for n, each in enumerate(asked.scenarios, 1)]
        assert names == wanted


@BY_POLICY
def test_no_answer_is_given_away_before_one_looks(asked: Policy) -> None:
    told = text(re.sub(r"<details.*?</details>", "", body(asked, "practice"), flags=re.S))
    models = [text(each) for each in re.findall(r"<details.*?</details>", body(asked, "practice"), re.S)]
    assert len(models) == len(asked.scenarios)
    assert "Counted from" not in told
    assert all("Open this in the helper" in each for each in models)


def test_the_model_answer_gives_the_day_and_the_reason() -> None:
    """Friday 18 December is day 0 of the running total: Monday 1, Tuesday 2, Wednesday 3, Thursday 4."""
    found = situation(body(policy("sefton"), "facilitator"), "could not agree just before Christmas")
    assert "Today is Tuesday 22 December 2026." in found
    assert "Step 1 began Friday 18 December 2026" in found
    assert "Ask your line manager to speak to the other professional’s line manager." in found
    assert "by the end of Thursday 24 December 2026." in found
    assert "Counted from Friday 18 December 2026, the day Step 1 began: 4 working days" in found
    assert "must occur within a further 2 working days of step 1 (4 days total)" in found


def test_the_days_that_do_not_count_are_named() -> None:
    """Thursday 24 December is day 0; Tuesday 29 is day 1 and Wednesday 30 day 2."""
    found = situation(body(policy("sefton"), "facilitator"), "gave up early, on Christmas Eve")
    assert "by the end of Wednesday 30 December 2026." in found
    for day in (
        "Friday 25 December 2026 (Christmas Day)",
        "Saturday 26 December 2026 (Weekend)",
        "Monday 28 December 2026 (Boxing Day (substitute day))",
    ):
        assert day in found


@pytest.mark.parametrize("kind", ["practice", "facilitator"])
def test_a_model_answer_keeps_what_the_policy_always_asks_for(kind: str) -> None:
    """A school that still fears for the child has a "must" of its own, also after the last meeting."""
    html = body(policy("sefton"), kind)
    found = situation(html, "The chaired meeting has decided and the school still believes")
    assert "If you still believe that the child is at risk of significant harm: you or your agency" in found
    assert "tell an equivalent manager in Children's Social Care" in found.replace("’", "'")
    assert "The policy says “must”. Unresolved Significant Harm Concern" in found
    assert "Also do what holds in every situation" in found
    assert "Records every escalation" in situation(html, "In every situation")


def test_the_table_of_dates_says_now_where_a_limit_has_passed() -> None:
    """Each row has the number that its situation has below."""
    rows = [text(each) for each in re.findall("<tr>.*?</tr>", body(policy("sefton"), "facilitator"), re.S)]
    [row] = [each for each in rows if "head of service has not called back" in each]
    assert row.startswith("7. ")
    assert row.endswith("Now, then by the end of Wednesday 13 January 2027")


def test_a_child_in_danger_has_one_answer() -> None:
    found = situation(body(policy("sefton"), "facilitator"), "hurt and is not safe tonight")
    assert "Call 999." in found
    assert "Counted" not in found
    assert "in every situation" not in found


def test_on_paper_the_answers_are_on_the_other_sheet(browser: Browser, site: str) -> None:
    with reader(browser, site, engine=False) as someone:
        someone.open("/sefton/practice/")
        someone.page.emulate_media(media="print")
        expect(someone.page.locator(".eg-situation").first).to_be_visible()
        assert someone.page.locator(".eg-model:visible").count() == 0
        someone.open("/sefton/practice/facilitator/")
        expect(someone.page.locator(".eg-model").first).to_be_visible()


def test_an_answer_opens_by_keyboard_and_leads_to_the_helper(browser: Browser, site: str) -> None:
    with reader(browser, site, engine=False) as someone:
        someone.open("/sefton/practice/")
        page = someone.page
        page.locator(".eg-model summary").nth(3).focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("by the end of Thursday 24 December 2026").first).to_be_visible()
        page.get_by_role("link", name="Open this in the helper").first.click()
        expect(page.locator(".eg-exercise:visible")).to_be_visible()
