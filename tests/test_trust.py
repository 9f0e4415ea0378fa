"""What a reader can rely on: each policy page says how old it is, and when its review is over."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.kinds import KINDS, Kind
from macros.policy_pages import page_of
from tests.conftest import policy
from tests.site import reader
from tests.test_pages import html, words

SOURCE = re.compile(r'<section class="eg-source".*?</section>', re.S)
REVIEW = [  # now, whether it is said, why
    ("2027-03-31T12:00:00Z", False, "the day before"),
    ("2027-04-01T22:59:00Z", False, "the day itself, one minute before midnight in Britain"),
    ("2027-04-01T23:00:00Z", True, "the day after has begun there"),
]


@pytest.mark.parametrize("kind", [each for each in KINDS if each.name != "embed"], ids=lambda kind: kind.name)
def test_every_kind_of_policy_page_says_source_version_review_and_next_review(
    site_folder: Path, kind: Kind
) -> None:
    """Once, where paper has it too; but for the card to embed, which only leads to them."""
    for id_ in ("sefton", "general-guide"):
        page = html(site_folder, f"{id_}/{kind.folder}index.html")
        [note] = SOURCE.findall(page)
        said = words(note)
        assert f"Source: {policy(id_).document.title}".replace("’", "'") in said
        assert page.count("when we took the facts") == 1
        assert "Reviewed: Saturday 21 November 2026, when we took the facts." in said
        for part in ("Version: ", "Next review: "):
            assert f"{part}{'not stated' if id_ == 'sefton' else 'does not apply'}" in said


def test_a_version_and_a_review_that_a_policy_states_are_said() -> None:
    said = words(page_of(policy("plainshire"), KINDS[0]).body)
    assert "Version: 3." in said
    assert "Next review: Thursday 1 April 2027." in said


@pytest.mark.parametrize(("now", "said", "why"), REVIEW, ids=[row[2] for row in REVIEW])
def test_a_review_that_is_over_is_said_at_the_top(
    browser: Browser, made_up: str, now: str, said: bool, why: str
) -> None:
    with reader(browser, made_up, engine=False) as someone:
        page = someone.page
        page.clock.set_fixed_time(now)
        for kind in ("", "procedure/", "what-now/"):
            someone.open(f"/plainshire/{kind}")
            notice = page.get_by_role("complementary", name="Review")
            expect(page.locator("h1:visible").first).to_be_visible()
            expect(notice).to_have_count(int(said))
            if said:
                expect(notice).to_contain_text("Check the live policy before you rely on it")
                heading = page.locator("h1:visible").first
                assert notice.bounding_box()["y"] < heading.bounding_box()["y"]  # type: ignore[index]


def test_it_is_said_on_a_page_that_stays_open_over_midnight(browser: Browser, made_up: str) -> None:
    with reader(browser, made_up, engine=False) as someone:
        page = someone.page
        page.clock.install(time="2027-04-01T22:55:00Z")
        someone.open("/plainshire/")
        notice = page.get_by_role("complementary", name="Review")
        expect(notice).to_have_count(0)
        page.clock.run_for(6 * 60_000)
        expect(notice).to_contain_text("This policy was due for review on Thursday 1 April 2027.")


def test_without_script_nothing_false_is_said(browser: Browser, made_up: str) -> None:
    """Whether the day is over is not known there; the day itself stands at the end."""
    with reader(browser, made_up, java_script_enabled=False) as someone:
        someone.open("/plainshire/")
        expect(someone.page.get_by_role("complementary", name="Review")).to_have_count(0)
        expect(someone.page.locator(".eg-source")).to_contain_text("Next review: Thursday 1 April 2027.")
